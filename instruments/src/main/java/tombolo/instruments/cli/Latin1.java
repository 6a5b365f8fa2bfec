package tombolo.instruments.cli;

import java.nio.charset.StandardCharsets;

/**
 * Names pass through the command line byte for byte, each byte held as one character.
 *
 * <p>All that a CSV file is cut at is ASCII, so whatever encoding names are in comes out as it went in, and nothing is
 * decoded that nobody reads.
 */
final class Latin1 {

    private Latin1() {}

    /** Text given on the command line, as it would be read from a UTF-8 file. */
    static String fromText(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    /** Text read from a file, for people to read on a screen; what would move the cursor is shown as a question mark. */
    static String toText(String bytes) {
        return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8)
                .replaceAll("\\p{Cntrl}", "?");
    }
}
