package tombolo.accounts;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Hashes what people know by heart, slowly and never more than two at a time, so that guessing is dear and cannot stop the practice. */
@Component
public class Passwords {

    /** The longest password taken, in characters; a longer one is refused before any work is done. */
    static final int LONGEST = 128;

    private static final int AT_ONCE = 2;
    private static final int MAY_WAIT = 60;
    private static final int PATIENCE_SECONDS = 8;

    /** OWASP Password Storage: m=19456 KiB, t=2, p=1. */
    private static final PasswordEncoder ARGON2ID = new Argon2PasswordEncoder(16, 32, 1, 19_456, 2);

    /** Of two random words that nobody kept; it opens nothing, and comparing with it takes as long as with anybody's. */
    static final String NOBODYS =
            "$argon2id$v=19$m=19456,t=2,p=1$oDTplKF9x8IEXz/yCwd95Q$fMFVzMzdOb1roLhOs/TiOnSRv3JEdFPOsbQSPOYGuBk";

    private final Semaphore turns = new Semaphore(AT_ONCE, true);

    /** What is stored of something somebody knows by heart. */
    public String hash(String password) {
        if (tooLong(password)) {
            throw new IllegalArgumentException("a password is at most " + LONGEST + " characters");
        }
        return inTurn(() -> ARGON2ID.encode(password));
    }

    /** Compares with a stored hash, or with nobody's when there is none: both take the same time. */
    public boolean matches(String password, @Nullable String hash) {
        if (tooLong(password)) {
            return false;
        }
        var same = inTurn(() -> ARGON2ID.matches(password, hash == null ? NOBODYS : hash));
        return same && hash != null;
    }

    static boolean tooLong(String password) {
        return password.length() > 2 * LONGEST || password.codePointCount(0, password.length()) > LONGEST;
    }

    private <T> T inTurn(java.util.function.Supplier<T> work) {
        if (turns.getQueueLength() > MAY_WAIT) {
            throw new TooBusy();
        }
        try {
            if (!turns.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new TooBusy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TooBusy();
        }
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }

    /** More people are signing in than this machine can check; the same answer for everybody. */
    public static final class TooBusy extends RuntimeException {
        TooBusy() {
            super("too many passwords to check at once");
        }
    }
}
