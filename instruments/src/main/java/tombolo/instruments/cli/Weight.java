package tombolo.instruments.cli;

import java.util.regex.Pattern;

/** The strength of a tie as it is written in a file. */
final class Weight {
    static final String EXPECTED = "a number above 0";
    private static final Pattern NUMBER = Pattern.compile("\\d{1,15}(\\.\\d{1,15})?([eE][+-]?\\d{1,2})?");

    private Weight() {}

    /** The number, or 0 where the text is none. */
    static double of(String text) {
        String bare = text.strip();
        return NUMBER.matcher(bare).matches() ? Double.parseDouble(bare) : 0;
    }
}
