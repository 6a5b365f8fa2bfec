package tombolo.accounts;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * One line of the printed sheet that lets somebody back in when a phone is lost: 120 random bits, used once, kept only as a hash.
 *
 * @param letters the 24 letters without the spaces people read them with
 */
record RecoveryCode(String letters) {

    /** How many there are on a sheet. */
    static final int ON_A_SHEET = 10;

    private static final int LENGTH = 24;

    /** Without I, L, O and U, which are misread. <a href="https://www.crockford.com/base32.html">Crockford</a>. */
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final Pattern SHAPE = Pattern.compile("[" + ALPHABET + "]{" + LENGTH + "}");

    RecoveryCode {
        if (!SHAPE.matcher(letters).matches()) {
            throw new IllegalArgumentException("a recovery code has " + LENGTH + " letters");
        }
    }

    static List<RecoveryCode> freshSheet() {
        return IntStream.range(0, ON_A_SHEET).mapToObj(any -> fresh()).toList();
    }

    static RecoveryCode fresh() {
        var letters = new StringBuilder();
        for (var random : Secret.randomBytes(LENGTH)) {
            letters.append(ALPHABET.charAt(random & 31));
        }
        return new RecoveryCode(letters.toString());
    }

    /** A code as somebody typed it: any case, any spaces or dashes, and the letters that look like digits. */
    static Optional<RecoveryCode> typed(String text) {
        var letters = text.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s\\p{Pd}]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        return SHAPE.matcher(letters).matches() ? Optional.of(new RecoveryCode(letters)) : Optional.empty();
    }

    /** In groups of four, to be read from paper. */
    String grouped() {
        return letters.replaceAll("(.{4})(?=.)", "$1 ");
    }

    byte[] hash() {
        return Secret.sha256("recovery|" + letters);
    }

    @Override
    public String toString() {
        return "RecoveryCode[…]";
    }
}
