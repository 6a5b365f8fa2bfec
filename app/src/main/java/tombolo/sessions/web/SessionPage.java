package tombolo.sessions.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tombolo.course.HeldSession;
import tombolo.diary.Appointment;
import tombolo.measures.ScoreChart;
import tombolo.sessions.Hour;
import tombolo.sessions.SessionPlan;
import tombolo.ui.Said;
import tombolo.vault.PersonId;

/**
 * What a therapist has before them in the hour: at one look, without scrolling.
 *
 * @param name what the person is called; may be empty
 * @param spokenOf how they want to be spoken of, in their words; may be empty
 * @param course where the course stands; empty while none was begun
 * @param first what to look at before anything else
 * @param words what the person has told since last time
 * @param plan the lines of the plan, and whether they are kept
 * @param agreed what both agreed, in their words
 * @param chart how the mood has been; empty while there is no score
 * @param facts last plan, item 9, who came up, the end, the next appointment
 * @param together what can be worked on in the hour; empty while there is no course
 * @param hand what can be done now
 */
public record SessionPage(
        PersonId person,
        String name,
        String spokenOf,
        Optional<At> course,
        List<First> first,
        List<Quote> words,
        Plan plan,
        List<String> agreed,
        Optional<ScoreChart> chart,
        List<Fact> facts,
        Optional<Together> together,
        Hand hand,
        ZoneId zone) {

    private static final int SENTENCE = 170;

    /** The beginning of what both agreed. */
    public String agreedInSight() {
        return SessionPages.shortened(agreed.getFirst(), SENTENCE);
    }

    /** The rest of it; the whole where the first sentence does not stand in sight to its end. */
    public List<String> agreedBeyond() {
        return agreedInSight().equals(agreed.getFirst()) ? agreed.subList(1, agreed.size()) : agreed;
    }

    /** Session n of N, in which part of the course, and what the work is about. */
    public record At(Hour hour, int planned, String phase, List<String> focus, String variant, List<Boolean> turns) {
        public int session() {
            return hour.number();
        }

        public Said place() {
            return Whose.place(hour, planned);
        }

        /** The key of a text for this kind of hour. */
        public String its(String key) {
            return hour.isFollowUp() ? key + ".follow-up" : key;
        }
    }

    /** Something to look at first, and where. */
    public record First(Said what, Optional<String> href) {}

    /** Their own words, and when. */
    public record Quote(String words, LocalDate day) {}

    /**
     * @param version 0 while it is only suggested
     * @param late whether something of an earlier hour that is still to be said, written or signed stands above
     */
    public record Plan(List<SessionPlan.Line> lines, int version, boolean late) {
        private static final int ROWS = 16;

        /** Longer than this, a plan is not read. */
        private static final int ENOUGH = 9;

        private static final int LETTERS_IN_A_ROW = 58;

        /** The line that opens the rest is a line itself, and takes as much of the page as these rows. */
        private static final int FOLD = 2;

        /** The box above with what comes first takes as many rows, beside one for each thing in it. */
        private static final int FIRST = 4;

        /** What is late of an earlier hour takes as many rows, and a line besides. */
        private static final int LATE = 2;

        /** How many lines stand in sight: as many as fit beside the rest of the page, and always those about safety. */
        public int inSight() {
            int rows = ROWS - first() - (late ? LATE : 0);
            int enough = late ? ENOUGH - 1 : ENOUGH;
            int whole = within(enough, rows);
            return whole == lines.size() ? whole : within(enough - 1, rows - FOLD);
        }

        /** What is to be seen to first stands above everything else, and takes its room from the plan. */
        private int first() {
            long kinds = lines.stream()
                    .map(SessionPlan.Line::source)
                    .filter(SessionPlan.Source::isAboutSafety)
                    .distinct()
                    .count();
            return kinds == 0 ? 0 : FIRST + (int) kinds;
        }

        private int within(int enough, int most) {
            int rows = 0;
            int count = 0;
            for (SessionPlan.Line line : lines) {
                rows += 1 + (line.words().length() - 1) / LETTERS_IN_A_ROW;
                if ((rows > most || count >= enough) && !line.source().isAboutSafety()) {
                    return count;
                }
                count++;
            }
            return count;
        }

        /** How many are one press away. */
        public int beyond() {
            return lines.size() - inSight();
        }
    }

    /**
     * A line of what is known.
     *
     * @param label its text key
     * @param href where the whole of it stands
     * @param went what was tried, where it is about that
     */
    public record Fact(String label, String says, Optional<String> href, List<Went> went) {
        private static final int HALF_A_ROW = 20;

        Fact(String label, String says) {
            this(label, says, Optional.empty(), List.of());
        }

        /** True where it needs the whole width. */
        public boolean isLong() {
            return says.length() > HALF_A_ROW || href.isPresent();
        }
    }

    /**
     * Something they said they would try.
     *
     * @param how text key of how it went, as they said it
     * @param words their own about it; may be empty
     */
    public record Went(String what, String how, String words) {}

    /**
     * What can be done now.
     *
     * @param state begin, writing, signed, colleague, resting, over or none
     * @param seen the version of its note
     * @param begun when the session began
     * @param jotted the private part so far
     * @param unsigned other notes of this person that wait to be signed
     * @param unnoted sessions that were held and have no note
     * @param unsaid an earlier hour of which is still to be said what became of it, before the next begins
     * @param followUp whether an hour beyond the sessions agreed, or after the end, can begin
     */
    public record Hand(
            String state,
            Optional<UUID> note,
            int seen,
            Optional<Instant> begun,
            String jotted,
            List<Unsigned> unsigned,
            List<HeldSession> unnoted,
            Optional<Appointment> unsaid,
            boolean followUp) {

        /** Whether something of an earlier hour is still to be said, written or signed. */
        public boolean isLate() {
            return !unnoted.isEmpty() || !unsigned.isEmpty() || unsaid.isPresent();
        }
    }

    /** A note to sign. */
    public record Unsigned(Hour hour, UUID note) {
        public Said says() {
            return hour.isSession()
                    ? Said.of("sessions.desk.unsigned", hour.number())
                    : Said.of("sessions.desk.unsigned." + (hour.isFollowUp() ? "follow-up" : "missed"));
        }
    }

    public String base() {
        return "/desk/people/" + person + "/session";
    }
}
