package tombolo.safety;

/** Somebody else has written a newer version of the plan meanwhile. */
public final class PlanChanged extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient SafetyPlan newest;

    PlanChanged(SafetyPlan newest) {
        super("A newer version was written meanwhile", null, false, false);
        this.newest = newest;
    }

    public SafetyPlan newest() {
        return newest;
    }
}
