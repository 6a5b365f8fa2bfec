package tombolo.sessions;

/** The plan was kept elsewhere meanwhile; nothing of this was kept. */
public final class PlanChanged extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient SessionPlan newest;

    PlanChanged(SessionPlan newest) {
        super("The plan was changed meanwhile", null, false, false);
        this.newest = newest;
    }

    public SessionPlan newest() {
        return newest;
    }
}
