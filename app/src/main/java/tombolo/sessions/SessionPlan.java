package tombolo.sessions;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import tombolo.database.Ids;

/**
 * The plan for one hour: a few lines in an order. It is drawn up from the thread and from what the course's variant has for
 * this session; once the therapist ticks, words or moves a line it is kept as it then stands. It is a help, not a duty:
 * nothing counts what was not ticked.
 */
public final class SessionPlan {
    /** More than fits into an hour. */
    public static final int MOST = 24;

    /** Characters in one line. */
    public static final int LONGEST = 200;

    private final UUID id;
    private final Hour hour;
    private final int version;
    private final List<Line> lines;

    SessionPlan(UUID id, Hour hour, int version, List<Line> lines) {
        this.id = id;
        this.hour = hour;
        this.version = version;
        this.lines = new ArrayList<>(lines);
    }

    /** As the thread suggests it, not touched yet. */
    public static SessionPlan drawnUp(Hour hour, List<Line> lines) {
        return new SessionPlan(Ids.next(), hour, 0, lines.stream().limit(MOST).toList());
    }

    /** One thing to do in the hour. */
    public record Line(Source source, String words, boolean done) {
        public Line {
            if (words.isBlank() || words.length() > LONGEST) {
                throw new IllegalArgumentException("A line of a plan has 1 to " + LONGEST + " characters");
            }
        }

        /** What a page sends along to say which line it means, whatever has come to the top of the plan meanwhile. */
        public String mark() {
            return source + "-" + hash(words);
        }

        /** Whether a line of this mark had these words. */
        public static boolean had(String mark, String words) {
            return mark.endsWith("-" + hash(words));
        }

        private static String hash(String words) {
            try {
                byte[] hash = MessageDigest.getInstance("SHA-256").digest(words.getBytes(StandardCharsets.UTF_8));
                return HexFormat.of().formatHex(hash, 0, 8);
            } catch (NoSuchAlgorithmException missing) {
                throw new IllegalStateException(missing);
            }
        }

        /** There may be several alerts; of any other source one line is enough, however it was worded since. */
        private boolean isSameAs(Line other) {
            return source == other.source && (source != Source.ALERT || words.equals(other.words));
        }

        /** Shows no word of it. */
        @Override
        public String toString() {
            return "a line of a plan, from " + source;
        }
    }

    /** Where a line comes from, in the order in which a plan is drawn up: safety always comes first. */
    public enum Source {
        /** Somebody's safety needs a conversation. */
        CONCERN,
        /** The question about ending one's life was answered above "not at all", left out, or not put at a distance. */
        ITEM_NINE,
        /** The person answered alone that saying hard things to somebody may not be safe. */
        NOT_SAFE,
        /** A rule about the scores has spoken. */
        ALERT,
        /** What was agreed to try, and how it went. */
        TRIES,
        /** What the person worked on with a technique. */
        WORK,
        /** Whoever came up last time. */
        CAME_UP,
        /** A questionnaire is due. */
        MEASURES,
        /** The end has to be named. */
        ENDING,
        /** What the course's variant has for this session. */
        CONTENT,
        /** Which session this is and how many are left, said aloud at the end of every hour. */
        TIME_LEFT,
        /** The therapist's own. */
        OWN;

        /** Comes first whatever else is in a plan. */
        public boolean isAboutSafety() {
            return this == CONCERN || this == ITEM_NINE || this == NOT_SAFE || this == ALERT;
        }
    }

    public UUID id() {
        return id;
    }

    public Hour hour() {
        return hour;
    }

    /** 0 until it is kept. */
    public int version() {
        return version;
    }

    public List<Line> lines() {
        return List.copyOf(lines);
    }

    /** What bears on safety and came up after the plan was kept goes to its top; nothing the therapist wrote is lost. */
    public void comesFirst(List<Line> suggested) {
        List<Line> fresh = suggested.stream()
                .filter(line -> line.source().isAboutSafety())
                .filter(line -> lines.stream().noneMatch(line::isSameAs))
                .toList();
        lines.addAll(0, fresh);
    }

    /** Lines with these words that are not done go without a word: nobody is to be asked that any more. */
    public void leaves(Set<String> asked) {
        lines.removeIf(line -> line.source() == Source.TRIES && !line.done() && asked.contains(line.words()));
    }

    /** The lines whose numbers are given are done, the others are not. */
    public void tick(Set<Integer> done) {
        for (int i = 0; i < lines.size(); i++) {
            lines.set(i, new Line(lines.get(i).source(), lines.get(i).words(), done.contains(i)));
        }
    }

    /** Says a line in other words; one about safety may be worded, never taken out of the plan by emptying it. */
    public void word(int line, String words) {
        if (isThere(line)) {
            Line before = lines.get(line);
            lines.set(line, new Line(before.source(), words, before.done()));
        }
    }

    /** Up, or down for a step above zero; what is already at the edge stays. */
    public void move(int line, int steps) {
        int to = line + steps;
        if (isThere(line) && isThere(to)) {
            lines.add(to, lines.remove(line));
        }
    }

    public boolean hasRoom() {
        return lines.size() < MOST;
    }

    public void add(String words) {
        if (!hasRoom()) {
            throw new IllegalStateException("The plan has " + lines.size() + " lines already");
        }
        lines.add(new Line(Source.OWN, words, false));
    }

    public void takeOut(int line) {
        if (isThere(line)) {
            lines.remove(line);
        }
    }

    private boolean isThere(int line) {
        return line >= 0 && line < lines.size();
    }
}
