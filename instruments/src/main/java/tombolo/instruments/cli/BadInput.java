package tombolo.instruments.cli;

/** What a person gave the command line cannot be read; the message says where, and what was expected. */
final class BadInput extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BadInput(String message) {
        super(message);
    }

    static BadInput at(long line, int column, String name, String expected) {
        return new BadInput("line " + line + ", column " + column + (name.isEmpty() ? "" : " (" + name + ")")
                + ": expected " + expected);
    }
}
