package tombolo.accounts;

import java.time.InstantSource;

/** The authenticator app in the pocket of whoever signs in during a test. */
final class Codes {
    private Codes() {}

    /** The code before this one, which is still taken. */
    static String previous(byte[] secret) {
        return Totp.code(secret, InstantSource.system().instant().minusSeconds(Totp.STEP_SECONDS));
    }

    static String now(byte[] secret) {
        return Totp.code(secret, InstantSource.system().instant());
    }

    /** The next code, which is taken already. */
    static String next(byte[] secret) {
        return Totp.code(secret, InstantSource.system().instant().plusSeconds(Totp.STEP_SECONDS));
    }
}
