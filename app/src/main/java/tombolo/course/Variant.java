package tombolo.course;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * One way to run IPT, as its file says: how many sessions, in which phases, what each holds and asks. Nothing in the
 * program knows one variant from another.
 *
 * @param id of one that comes with Tombolo, the name of its file; of a practice's own, its UUID
 * @param version 0 for one that comes with Tombolo; a practice's own are counted from 1
 * @param summary for whom it is, in a sentence
 * @param source where the plan is published
 * @param everyWeeks how many weeks lie between two sessions
 * @param phases for the usual number of sessions
 * @param otherLengths what becomes of the phases with another number
 * @param endingSaidWithLeft how many sessions are left at the latest when the ending is spoken of
 * @param areas ids of the problem areas it works on
 * @param always what every session holds
 * @param byPhase what every session of a phase holds beside that
 * @param bySession what one session alone holds, before all else: named by its number, or by where it lies, so that it is
 *     there whichever number is agreed
 * @param differs what is different from the standard course
 * @param askHoursBefore how long before a session its questions are open
 */
public record Variant(
        String id,
        int version,
        String language,
        String name,
        String summary,
        String source,
        Sessions sessions,
        Minutes minutes,
        int everyWeeks,
        Phases phases,
        OtherLengths otherLengths,
        int endingSaidWithLeft,
        List<Asked> measures,
        List<String> areas,
        List<AgendaItem> always,
        Map<Phase, List<AgendaItem>> byPhase,
        Map<Where, List<AgendaItem>> bySession,
        List<String> differs,
        int askHoursBefore) {

    public Variant {
        measures = List.copyOf(measures);
        areas = List.copyOf(areas);
        always = List.copyOf(always);
        byPhase = Map.copyOf(byPhase);
        bySession = Map.copyOf(bySession);
        differs = List.copyOf(differs);
    }

    /** How many sessions: usually, and from where to where it may be agreed. */
    public record Sessions(int usual, int from, int to) {
        public boolean allow(int number) {
            return number >= from && number <= to;
        }
    }

    /** How long the first session is, and the others. */
    public record Minutes(int first, int others) {}

    /** What becomes of the phases when another number of sessions is agreed than the usual. */
    public enum OtherLengths {
        /** They follow the rule for any number of sessions. */
        RULE,
        /** The middle grows or shrinks, beginning and ending stay. */
        MIDDLE
    }

    /**
     * A questionnaire that is asked before some of the sessions.
     *
     * @param otherwise what is asked where the words of this one may not be shown
     */
    public record Asked(String instrument, Rhythm rhythm, Optional<String> otherwise) {}

    /** The phases of a course of this variant with so many sessions. */
    public Phases phases(int planned) {
        if (planned == sessions.usual()) {
            return phases;
        }
        return switch (otherLengths) {
            case RULE -> Phases.of(planned);
            case MIDDLE -> phases.stretchedTo(planned);
        };
    }

    /** What a session holds: first what it alone holds, for that does not come again. */
    public List<AgendaItem> agenda(int session, Phases planned) {
        List<AgendaItem> agenda = new ArrayList<>();
        new TreeMap<>(bySession).forEach((where, own) -> {
            if (where.in(planned.sessions()) == session) {
                agenda.addAll(own);
            }
        });
        agenda.addAll(byPhase.getOrDefault(planned.at(session), List.of()));
        agenda.addAll(always);
        return List.copyOf(agenda);
    }

    /**
     * The questionnaires before a session, each once.
     *
     * @param planned how many sessions were agreed
     * @param worded whether the words of a questionnaire may be shown here
     */
    public List<String> measures(int session, int planned, Predicate<String> worded) {
        Set<String> asked = new LinkedHashSet<>();
        for (Asked one : measures) {
            if (one.rhythm().isBefore(session, planned)) {
                Optional<String> shown =
                        worded.test(one.instrument()) ? Optional.of(one.instrument()) : one.otherwise();
                shown.filter(worded).ifPresent(asked::add);
            }
        }
        return List.copyOf(asked);
    }

    /** The session by which the ending has been spoken of. */
    public int endingSaidBy(int planned) {
        return Math.max(1, planned - endingSaidWithLeft);
    }

    /** Minutes of a session. */
    public int minutes(int session) {
        return session == 1 ? minutes.first() : minutes.others();
    }

    /** The same plan as a practice's own. */
    Variant copiedAs(String newId, int newVersion, String newName) {
        return new Variant(
                newId,
                newVersion,
                language,
                newName,
                summary,
                source,
                sessions,
                minutes,
                everyWeeks,
                phases,
                otherLengths,
                endingSaidWithLeft,
                measures,
                areas,
                always,
                byPhase,
                bySession,
                differs,
                askHoursBefore);
    }

    /** True for a practice's own, which can be changed. */
    public boolean isOwn() {
        return version > 0;
    }
}
