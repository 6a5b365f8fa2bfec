package tombolo.course;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A session as a variant names it: by its number, or by where it lies in the course, whichever number is agreed.
 *
 * @param number counted from the first session, or back from the last, which is 0; of the middle always 0
 */
public record Where(From from, int number) implements Comparable<Where> {
    private static final Pattern KEY = Pattern.compile("([1-9]\\d?)|(middle)|last(?:-([1-9]\\d?))?");
    private static final Comparator<Where> ORDER =
            Comparator.comparing(Where::from).thenComparing(one -> one.from == From.LAST ? -one.number : one.number);

    /** From where it is counted. */
    public enum From {
        FIRST,
        MIDDLE,
        LAST
    }

    public static Where first(int number) {
        return new Where(From.FIRST, number);
    }

    public static Where middle() {
        return new Where(From.MIDDLE, 0);
    }

    /** So many sessions before the last; 0 for the last itself. */
    public static Where last(int before) {
        return new Where(From.LAST, before);
    }

    /** As a file has it: {@code 4}, {@code middle}, {@code last} or {@code last-1}. */
    static Optional<Where> read(String key) {
        Matcher read = KEY.matcher(key);
        if (!read.matches()) {
            return Optional.empty();
        }
        if (read.group(1) != null) {
            return Optional.of(first(Integer.parseInt(read.group(1))));
        }
        return Optional.of(
                read.group(2) != null ? middle() : last(read.group(3) == null ? 0 : Integer.parseInt(read.group(3))));
    }

    /** The number it has in a course of so many sessions; what would lie before the first is the first. */
    public int in(int planned) {
        return switch (from) {
            case FIRST -> number;
            case MIDDLE -> (planned + 1) / 2;
            case LAST -> Math.max(1, planned - number);
        };
    }

    public String key() {
        return switch (from) {
            case FIRST -> String.valueOf(number);
            case MIDDLE -> "middle";
            case LAST -> number == 0 ? "last" : "last-" + number;
        };
    }

    /** Key of the text that says which it is. */
    public String text() {
        return "course.desk.variants.session" + (from == From.FIRST ? "" : from == From.MIDDLE ? ".middle" : ".last");
    }

    @Override
    public int compareTo(Where other) {
        return ORDER.compare(this, other);
    }
}
