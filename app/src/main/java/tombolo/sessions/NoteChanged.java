package tombolo.sessions;

/** The note was saved or signed elsewhere meanwhile; nothing of this was kept. */
public final class NoteChanged extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient SessionNote newest;

    NoteChanged(SessionNote newest) {
        super("The note was changed meanwhile", null, false, false);
        this.newest = newest;
    }

    public SessionNote newest() {
        return newest;
    }
}
