package tombolo.instruments;

/** A questionnaire's folder does not say what it must; the message names the file, the field and what was expected. */
public final class InstrumentRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InstrumentRefused(String file, String field, String expected) {
        super(file + ": " + (field.isEmpty() ? "" : field + ": ") + "expected " + expected);
    }
}
