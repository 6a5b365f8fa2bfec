package tombolo.database;

/** No practice is known under the name that was asked for; on a first start there is none at all. */
public final class NoPractice extends RuntimeException {
    NoPractice(String host) {
        super("No practice is known as '" + host + "'");
    }
}
