package tombolo.communication;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A talk by text messages as it was copied from a phone: who wrote which line. The names in front of the lines are read and not
 * kept, and where they stand in the lines something else stands in their place.
 */
record PastedTalk(List<Line> lines) {
    /** What stands for a name: the person's own, and the other's. */
    static final String ME = "(me)";

    static final String THEM = "(them)";

    private static final Pattern FROM = Pattern.compile(
            "^\\s*(?:\\[?\\d[\\d/.:, -]*(?:[ap]\\.?m\\.?)?\\]?\\s*[-–]?\\s*)?([\\p{L}][^:\\n]{0,39}):\\s+(\\S.*)$",
            Pattern.CASE_INSENSITIVE);

    private static final Set<String> MYSELF = Set.of("me", "i", "myself", "you");

    /** @param mine whether the person wrote it */
    record Line(boolean mine, String said) {}

    /** Without names in front, the lines are taken in turn, the other's first. */
    static PastedTalk of(String pasted) {
        List<String> from = new ArrayList<>();
        List<String> said = new ArrayList<>();
        for (String line : pasted.split("\\R")) {
            Matcher named = FROM.matcher(line);
            if (named.matches()) {
                from.add(named.group(1).strip());
                said.add(named.group(2).strip());
            } else if (!line.isBlank() && !from.isEmpty()) {
                said.set(said.size() - 1, said.getLast() + " " + line.strip());
            } else if (!line.isBlank()) {
                said.add(line.strip());
            }
        }
        return from.size() == said.size() ? named(from, said) : inTurn(said);
    }

    private static PastedTalk inTurn(List<String> said) {
        List<Line> lines = new ArrayList<>();
        said.forEach(words -> lines.add(new Line(lines.size() % 2 == 1, words)));
        return new PastedTalk(lines);
    }

    /** Who wrote first is taken for the other, unless one of them is called "me"; the person can put that right. */
    private static PastedTalk named(List<String> from, List<String> said) {
        Set<String> senders = new LinkedHashSet<>(from);
        String me = senders.stream()
                .filter(name -> MYSELF.contains(name.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseGet(() -> senders.stream().skip(1).findFirst().orElse(""));
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < from.size(); i++) {
            String words = said.get(i);
            for (String name : senders) {
                words = without(name, name.equals(me) ? ME : THEM, words);
            }
            lines.add(new Line(from.get(i).equals(me), words));
        }
        return new PastedTalk(lines);
    }

    /** Neither the whole name nor its first part; "me" and "you" are not names. */
    private static String without(String name, String instead, String words) {
        if (MYSELF.contains(name.toLowerCase(Locale.ROOT))) {
            return words;
        }
        String first = name.split("\\s+")[0];
        String either = Pattern.quote(name) + "|" + Pattern.quote(first);
        return Pattern.compile("(?<![\\p{L}\\p{N}])(?:" + either + ")(?![\\p{L}\\p{N}])", Pattern.CASE_INSENSITIVE)
                .matcher(words)
                .replaceAll(Matcher.quoteReplacement(instead));
    }

    /** Shows no word of it. */
    @Override
    public String toString() {
        return "a talk of " + lines.size() + " lines";
    }
}
