package tombolo.inventory;

import org.jspecify.annotations.Nullable;

/** How heard, or how safe to be honest, somebody feels with another: now and wished, from 0 (never) to 4 (always). */
public record Sense(@Nullable Integer now, @Nullable Integer wished) {
    public static final int MOST = 4;
    public static final Sense UNSAID = new Sense(null, null);

    public Sense {
        check(now);
        check(wished);
    }

    private static void check(@Nullable Integer step) {
        if (step != null && (step < 0 || step > MOST)) {
            throw new IllegalArgumentException("A sense goes from 0 to " + MOST + ", not " + step);
        }
    }
}
