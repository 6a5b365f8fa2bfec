package tombolo.course;

/** A file of a variant or a problem area does not say what it must: which line, which field, and what was expected there. */
public final class FileRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String file;
    private final int line;
    private final String field;
    private final String expected;

    FileRefused(String file, int line, String field, String expected) {
        super(file + ", line " + line + ": " + (field.isEmpty() ? "" : field + ": ") + "expected " + expected);
        this.file = file;
        this.line = line;
        this.field = field;
        this.expected = expected;
    }

    public String file() {
        return file;
    }

    public int line() {
        return line;
    }

    /** Where in the file, such as {@code phases.initial[1]}; empty for the file as a whole. */
    public String field() {
        return field;
    }

    public String expected() {
        return expected;
    }
}
