package tombolo.vault;

/** These words can be read by nobody any more: their key is gone, because the person was forgotten, or it was lost. */
public final class KeyDestroyed extends RuntimeException {
    KeyDestroyed() {
        super("The key to these words does not exist any more");
    }
}
