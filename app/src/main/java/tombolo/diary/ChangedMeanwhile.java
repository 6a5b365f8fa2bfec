package tombolo.diary;

/** Somebody else has changed the appointment meanwhile. */
public final class ChangedMeanwhile extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Appointment newest;

    ChangedMeanwhile(Appointment newest) {
        super("The appointment was changed meanwhile", null, false, false);
        this.newest = newest;
    }

    public Appointment newest() {
        return newest;
    }
}
