package tombolo.accounts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What makes a password too easy to guess: its length, the words everybody uses, and the words that stand around it. */
public final class PasswordRules {

    /** The shortest password taken, in characters. */
    static final int SHORTEST = 12;

    /** What must be left over once the well-known words are taken out. */
    private static final int LEFT_OVER = 5;

    private static final int DIFFERENT_CHARACTERS = 5;
    private static final List<String> COMMON = common();
    private static final List<String> ROWS = List.of(
            "abcdefghijklmnopqrstuvwxyz",
            "01234567890",
            "qwertyuiop",
            "asdfghjkl",
            "zxcvbnm",
            "qwertzuiop",
            "azertyuiop",
            "1qaz2wsx3edc4rfv5tgb6yhn7ujm");

    private PasswordRules() {}

    /** Why a password is refused; the names are message keys. */
    public enum Refusal {
        TOO_SHORT,
        TOO_LONG,
        TOO_COMMON,
        NAMES_SOMETHING_NEAR
    }

    /**
     * @param near words anybody might try first: the practice, the person's name, the address
     */
    static Optional<Refusal> refuse(String password, Collection<String> near) {
        if (Passwords.tooLong(password)) {
            return Optional.of(Refusal.TOO_LONG);
        }
        if (password.codePointCount(0, password.length()) < SHORTEST) {
            return Optional.of(Refusal.TOO_SHORT);
        }
        var plain = plain(password);
        if (plain.codePoints().distinct().count() < DIFFERENT_CHARACTERS || leftOver(plain, COMMON) < LEFT_OVER) {
            return Optional.of(Refusal.TOO_COMMON);
        }
        var words = near.stream().flatMap(PasswordRules::words).toList();
        var known = Stream.concat(words.stream(), COMMON.stream()).toList();
        return leftOver(plain, known) < LEFT_OVER ? Optional.of(Refusal.NAMES_SOMETHING_NEAR) : Optional.empty();
    }

    private static int leftOver(String plain, List<String> known) {
        var rest = plain;
        for (var word : known.stream()
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList()) {
            rest = rest.replace(word, " ");
        }
        for (var row : ROWS) {
            rest = withoutRuns(rest, row);
            rest = withoutRuns(rest, new StringBuilder(row).reverse().toString());
        }
        return rest.replaceAll("(19|20)\\d\\d", "")
                .replaceAll("(.)\\1{2,}", "$1")
                .replaceAll("[\\s\\p{Punct}]", "")
                .length();
    }

    /** Takes out pieces of four or more that lie side by side on the keyboard or in the alphabet. */
    private static String withoutRuns(String text, String row) {
        var rest = text;
        for (var length = row.length(); length >= 4; length--) {
            for (var from = 0; from + length <= row.length(); from++) {
                rest = rest.replace(row.substring(from, from + length), " ");
            }
        }
        return rest;
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replace('@', 'a').replace('$', 's').replace('!', 'i');
    }

    private static Stream<String> words(String text) {
        return Stream.of(plain(text).split("[^\\p{L}\\p{N}]+")).filter(word -> word.length() >= 3);
    }

    private static List<String> common() {
        try (var list = PasswordRules.class.getResourceAsStream("/accounts/common-words.txt")) {
            if (list == null) {
                throw new IllegalStateException("the list of common words is missing from this build");
            }
            return new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .flatMap(line -> Stream.of(line.split(" ")))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
