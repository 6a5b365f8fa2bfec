package tombolo.week;

/** The entry was changed meanwhile, on another device. */
public final class MoodChanged extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient MoodEntry newest;

    MoodChanged(MoodEntry newest) {
        super("The entry was changed meanwhile", null, false, false);
        this.newest = newest;
    }

    public MoodEntry newest() {
        return newest;
    }
}
