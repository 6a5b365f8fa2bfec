package tombolo.course;

/** Somebody else has saved the same task meanwhile; nothing was kept. */
public final class IntakeChanged extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient IntakeEntry newest;

    IntakeChanged(IntakeEntry newest) {
        super("The task was saved by somebody else meanwhile", null, false, false);
        this.newest = newest;
    }

    public IntakeEntry newest() {
        return newest;
    }
}
