package tombolo.database;

import java.util.UUID;
import java.util.function.Supplier;

/** The practice in whose name the present work is done; the database shows that practice's rows and no others. */
public final class CurrentPractice {
    private static final ScopedValue<Supplier<UUID>> PRACTICE = ScopedValue.newInstance();

    private CurrentPractice() {}

    /** Does the work in the name of this practice, on this thread. */
    public static <T, X extends Throwable> T within(UUID practice, ScopedValue.CallableOp<T, X> work) throws X {
        return ScopedValue.where(PRACTICE, () -> practice).call(work);
    }

    public static void within(UUID practice, Runnable work) {
        ScopedValue.where(PRACTICE, () -> practice).run(work);
    }

    /** For requests: the practice is looked up the first time something asks, so a static page costs nothing. */
    public static <T, X extends Throwable> T withinLooked(Supplier<UUID> lookup, ScopedValue.CallableOp<T, X> work)
            throws X {
        return ScopedValue.where(PRACTICE, lookup).call(work);
    }

    public static UUID id() {
        if (!PRACTICE.isBound()) {
            throw new IllegalStateException("No practice: wrap the work in CurrentPractice.within(practice, …)");
        }
        return PRACTICE.get().get();
    }

    public static boolean isBound() {
        return PRACTICE.isBound();
    }
}
