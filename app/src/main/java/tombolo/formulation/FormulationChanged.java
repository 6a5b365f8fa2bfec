package tombolo.formulation;

/** Somebody else has written a newer version meanwhile. */
public final class FormulationChanged extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Formulation newest;

    FormulationChanged(Formulation newest) {
        super("Version " + newest.version() + " was written meanwhile", null, false, false);
        this.newest = newest;
    }

    public Formulation newest() {
        return newest;
    }
}
