package tombolo.ui;

import com.ibm.icu.text.MessagePattern;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Makes the two invented languages out of English: {@code en-XA} is accented and longer, {@code ar-XB} runs right to left. */
final class Invented {
    private static final String PLAIN = "abcdefghijklmnoprstuvwyzABCDEFGHIJKLMNOPRSTUVWYZ";
    private static final String ACCENTED = "åƀçđéƒĝĥîĵķļɱñöþŕšţûṽŵýžÅƁÇĐÉƑĜĤÎĴĶĻṀÑÖÞŔŠŢÛṼŴÝŽ";
    private static final String FILLER = " ~ öñé ţŵö ţĥŕéé ƒöûŕ ƒîṽé šîx šéṽéñ éîĝĥţ ñîñé ţéñ éļéṽéñ ţŵéļṽé";

    private Invented() {}

    static String translate(String tag, String english) {
        StringBuilder out = new StringBuilder();
        MessagePattern pattern = new MessagePattern(english);
        int from = 0;
        int depth = 0;
        for (int i = 0; i < pattern.countParts(); i++) {
            MessagePattern.Part part = pattern.getPart(i);
            boolean words = depth == 0;
            String passage = english.substring(from, Math.max(from, part.getIndex()));
            out.append(words ? speak(tag, passage) : passage);
            out.append(english, Math.max(from, part.getIndex()), Math.max(from, part.getLimit()));
            from = Math.max(from, part.getLimit());
            depth += switch (part.getType()) {
                case ARG_START -> 1;
                case ARG_LIMIT -> -1;
                case MSG_START -> i == 0 ? 0 : -1;
                case MSG_LIMIT -> i == pattern.countParts() - 1 ? 0 : 1;
                default -> 0;
            };
        }
        return out.append(english.substring(from)).toString();
    }

    private static String speak(String tag, String passage) {
        if (passage.isBlank()) {
            return passage;
        }
        return tag.equals("en-XA") ? lengthened(passage) : reversed(passage);
    }

    /** Turned round piece by piece, so that no piece of a sentence leaves a direction open inside a link. */
    private static String reversed(String passage) {
        return Arrays.stream(passage.split("(?<=\\[\\[|]]|\\*\\*)|(?=\\[\\[|]]|\\*\\*)"))
                .map(piece ->
                        piece.isBlank() || piece.matches("\\[\\[|]]|\\*\\*") ? piece : "\u202e" + piece + "\u202c")
                .collect(Collectors.joining());
    }

    private static String lengthened(String passage) {
        StringBuilder out = new StringBuilder();
        passage.chars().forEach(letter -> {
            int at = PLAIN.indexOf(letter);
            out.append(at < 0 ? (char) letter : ACCENTED.charAt(at));
        });
        int more = Math.min(FILLER.length(), (int) Math.ceil(passage.length() * 0.4));
        return passage.endsWith(" ")
                ? out.toString()
                : out.append(FILLER, 0, more).toString();
    }
}
