package tombolo.communication;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A talk by text messages as it was copied from a phone: who wrote which line. The names in front of the lines are read and not
 * kept. Where a name stands in the lines, of those who wrote, of anybody on the circles or of anybody else, something else
 * stands in its place. The days and times that phones put between the messages are left out.
 */
record PastedTalk(List<Line> lines) {
    /** Pictures in place of letters, as they stand around names in phones. */
    private static final String SIGNS = "[\\p{So}\\p{Sk}\\x{FE0F}\\x{200D}]+";

    /** What phones put around names and times and nobody sees. */
    private static final Pattern UNSEEN =
            Pattern.compile("[\\x{200B}\\x{200E}\\x{200F}\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}\\x{FEFF}]");

    /** Blanks that keep a time and its "am" together. */
    private static final Pattern BLANK = Pattern.compile("[\\x{A0}\\x{2007}\\x{2009}\\x{202F}]");

    private static final Pattern FROM = Pattern.compile(
            "^\\s*(?:\\[?\\d[\\d/.:, -]*(?:[ap]\\.?m\\.?)?\\]?\\s*[-–]?\\s*)??(?:" + SIGNS + "\\s*)?"
                    + "(\\p{L}[^:\\n]{0,39}|\\+?\\d[\\d ()-]{6,20}\\d):\\s+(\\S.*)$",
            Pattern.CASE_INSENSITIVE);

    /** A day, a time, or both, and nothing else. */
    private static final Pattern WHEN = Pattern.compile(
            "(?=.*\\d)(?=.*(?:\\d[:/.]\\d|[a-z]{3}))(?:[\\d\\W_]|(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tue|wed|thu|fri|sat|sun"
                    + "|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
                    + "|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|today|yesterday|at|am|pm|st|nd|rd|th)+",
            Pattern.CASE_INSENSITIVE);

    /** What a phone puts where something that is no words was. */
    private static final Pattern NO_WORDS = Pattern.compile(
            "<?\\s*(?:media|image|photo|video|audio|sticker|gif|document|contact card|voice message) omitted\\s*>?|<attached: .*>"
                    + "|(?:this message was deleted|you deleted this message|missed (?:voice|video) call)(?: at [\\d:.]+)?[.!]?",
            Pattern.CASE_INSENSITIVE);

    private static final Set<String> MYSELF = Set.of("me", "i", "myself", "you");

    /** @param mine whether the person wrote it */
    record Line(boolean mine, String said) {}

    /** @param from what stood in front; empty where nothing did */
    private record Message(String from, String said) {
        boolean isWhen() {
            return from.isEmpty() && WHEN.matcher(said).matches();
        }
    }

    /**
     * Without names in front, the lines are taken in turn, the other's first.
     *
     * @param about what the other one is called; may be empty
     * @param circles what everybody on the circles is called
     */
    static PastedTalk of(String pasted, String about, List<String> circles) {
        List<String> lines = BLANK.matcher(UNSEEN.matcher(pasted).replaceAll(""))
                .replaceAll(" ")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        List<Message> messages = lines.stream().map(PastedTalk::message).toList();
        long named = messages.stream().filter(one -> !one.from().isEmpty()).count();
        List<Message> before =
                messages.stream().takeWhile(one -> one.from().isEmpty()).toList();
        return named > 1 || named == 1 && before.stream().allMatch(Message::isWhen)
                ? named(messages.subList(before.size(), messages.size()), about, circles)
                : inTurn(lines, about, circles);
    }

    private static Message message(String line) {
        Matcher named = FROM.matcher(line);
        return named.matches()
                ? new Message(named.group(1).replaceAll(SIGNS, "").strip(), words(named.group(2)))
                : new Message("", words(line));
    }

    private static String words(String said) {
        return NO_WORDS.matcher(said.strip()).matches() ? "" : said.strip();
    }

    private static PastedTalk inTurn(List<String> raw, String about, List<String> circles) {
        List<String> said = raw.stream()
                .filter(line -> !words(line).isEmpty())
                .dropWhile(line -> new Message("", line).isWhen() && raw.size() > 1)
                .toList();
        Aliases aliases = new Aliases().they(about).others(circles).othersIn(said);
        List<Line> lines = new ArrayList<>();
        said.forEach(words -> lines.add(new Line(lines.size() % 2 == 1, aliases.in(words))));
        return new PastedTalk(lines);
    }

    /** Who is on the page is the other; else whoever wrote first, unless that is "me". The person can put that right. */
    private static PastedTalk named(List<Message> messages, String about, List<String> circles) {
        List<Message> whole = joined(messages);
        Set<String> senders =
                new LinkedHashSet<>(whole.stream().map(Message::from).toList());
        String me = me(senders, about, circles);
        String them = senders.stream()
                .filter(name -> Aliases.areOne(name, about))
                .findFirst()
                .or(() -> senders.stream().filter(name -> !name.equals(me)).findFirst())
                .orElse("");
        Aliases aliases = new Aliases()
                .me(isMyself(me) ? "" : me)
                .they(isMyself(them) ? "" : them)
                .they(about)
                .others(senders.stream().filter(name -> !isMyself(name)).toList())
                .others(circles)
                .othersIn(whole.stream().map(Message::said).toList());
        return new PastedTalk(whole.stream()
                .map(one -> new Line(one.from().equals(me), aliases.in(one.said())))
                .toList());
    }

    /** A line without a name goes on with the one before it, and one that only says when goes. */
    private static List<Message> joined(List<Message> messages) {
        List<Message> whole = new ArrayList<>();
        for (Message one : messages) {
            if (!one.from().isEmpty()) {
                whole.add(one);
            } else if (!one.isWhen()) {
                Message last = whole.removeLast();
                whole.add(new Message(last.from(), (last.said() + " " + one.said()).strip()));
            }
        }
        return whole.stream().filter(one -> !one.said().isEmpty()).toList();
    }

    /** Whoever is called "me"; else somebody beside the other, whom the circles do not know. */
    private static String me(Set<String> senders, String about, List<String> circles) {
        Optional<String> other =
                senders.stream().filter(name -> Aliases.areOne(name, about)).findFirst();
        List<String> perhaps = senders.stream()
                .filter(name -> !other.equals(Optional.of(name)))
                .skip(other.isEmpty() ? 1 : 0)
                .toList();
        return senders.stream()
                .filter(PastedTalk::isMyself)
                .findFirst()
                .or(() -> perhaps.stream()
                        .filter(name -> circles.stream().noneMatch(tie -> Aliases.areOne(name, tie)))
                        .findFirst())
                .or(() -> perhaps.stream().findFirst())
                .orElse("");
    }

    private static boolean isMyself(String name) {
        return MYSELF.contains(name.toLowerCase(Locale.ROOT));
    }

    /** Shows no word of it. */
    @Override
    public String toString() {
        return "a talk of " + lines.size() + " lines";
    }
}
