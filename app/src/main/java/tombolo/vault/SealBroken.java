package tombolo.vault;

/** Sealed words that do not open: changed, moved, or sealed for somebody else. Which of these is not told. */
public final class SealBroken extends RuntimeException {
    SealBroken() {
        super("These sealed words do not open");
    }
}
