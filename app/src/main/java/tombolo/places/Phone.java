package tombolo.places;

/** A number to ring, as the directory writes it; the extension may be empty. */
public record Phone(String number, String extension) {

    /** What a telephone dials; empty where what is written is no number. */
    public String dialled() {
        String plain = number.replaceFirst("^(\\+.*)\\(0\\)", "$1").replaceAll("[\\s()./\u2010-\u2013-]", "");
        return plain.matches("\\+?\\d{3,20}") ? plain : "";
    }
}
