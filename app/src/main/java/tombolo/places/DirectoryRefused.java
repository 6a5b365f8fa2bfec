package tombolo.places;

import tombolo.ui.Said;

/** A file of places does not say what it must: which service, which field, and what was expected there. */
public final class DirectoryRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String key;
    private final int number;
    private final String service;
    private final String field;

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
        super(key + " at " + number + " " + field);
        this.key = key;
        this.number = number;
        this.service = service;
        this.field = field;
    }

    /** What to tell whoever brought the file. */
    public Said said() {
        return Said.of(key, number, service.isEmpty() ? "" : " (" + service + ")", field);
    }
}
