package tombolo.transitions;

/** A line in the file of starting points is not as it must be: which line, and what is wrong with it. */
final class StartingPointRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StartingPointRefused(String file, long line, String why) {
        super(file + ", line " + line + ": " + why);
    }
}
