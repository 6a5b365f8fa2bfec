package tombolo.places;

import tombolo.ui.Said;

/** A file of places does not say what it must: which service or which row, which field, and what was expected there. */
public final class DirectoryRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Said said;

    private DirectoryRefused(Said said, String field) {
        super(said.key() + " at " + said.arguments().getFirst() + " " + field);
        this.said = said;
    }

    /** Something is wrong with the file as a whole; a number may say more. */
    DirectoryRefused(String key, int number) {
        this(key, number, "", "");
    }

    /**
     * Something is wrong with one service.
     *
     * @param number its place in the list, from 1
     * @param service what it is called; empty where it does not say
     */
    DirectoryRefused(String key, int number, String service, String field) {
        this(Said.of(key, number, service.isEmpty() ? "" : " (" + service + ")", field), field);
    }

    /** Something is wrong with one row of a table, from line 1. */
    static DirectoryRefused inTable(String key, String file, long line, String field) {
        return new DirectoryRefused(Said.of(key + ".table", line, file, field), field);
    }

    /** What to tell whoever brought the file. */
    public Said said() {
        return said;
    }
}
