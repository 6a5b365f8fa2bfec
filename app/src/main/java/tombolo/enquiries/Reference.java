package tombolo.enquiries;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What somebody says on the telephone so that we find their enquiry without asking for a name: {@code K7MP-4QX2}.
 * It opens nothing: it only helps whoever may open enquiries already.
 *
 * @param text eight letters and figures that are hard to mishear, with a stroke in the middle
 */
public record Reference(String text) {
    private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final Pattern SHAPE = Pattern.compile("[%1$s]{4}-[%1$s]{4}".formatted(ALPHABET));
    private static final SecureRandom CHANCE = new SecureRandom();

    public Reference {
        if (!SHAPE.matcher(text).matches()) {
            throw new IllegalArgumentException("A reference looks like K7MP-4QX2");
        }
    }

    public static Reference fresh() {
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            letters.append(i == 4 ? "-" : "").append(ALPHABET.charAt(CHANCE.nextInt(ALPHABET.length())));
        }
        return new Reference(letters.toString());
    }

    /** As somebody types or says it: small letters, spaces or nothing between are all the same. */
    public static Optional<Reference> heard(String typed) {
        String plain = typed.toUpperCase(Locale.ROOT).replaceAll("[\\s-]", "");
        String text = plain.length() == 8 ? plain.substring(0, 4) + "-" + plain.substring(4) : plain;
        return SHAPE.matcher(text).matches() ? Optional.of(new Reference(text)) : Optional.empty();
    }
}
