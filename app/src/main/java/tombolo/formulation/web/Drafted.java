package tombolo.formulation.web;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tombolo.course.Contract;
import tombolo.course.Course;
import tombolo.course.Goal;
import tombolo.course.ProblemArea;
import tombolo.formulation.Formulation.Sentences;
import tombolo.formulation.Sentence;
import tombolo.inventory.Amount;
import tombolo.inventory.Inventory;
import tombolo.inventory.Relationship;
import tombolo.timeline.LifeEvent;
import tombolo.timeline.SymptomMark;
import tombolo.timeline.Timeline;
import tombolo.ui.Frame;

/**
 * What the record already knows, put into the sentences of a formulation as a beginning. Where it knows nothing it says
 * nothing. It names no illness of its own accord: a score is no diagnosis.
 */
public record Drafted(Timeline timeline, Inventory circles, Optional<Work> work, Frame frame) {
    private static final int MOST_EVENTS = 4;
    private static final int MOST_PEOPLE = 4;
    private static final int WELL_HEARD = 3;

    /**
     * One sentence as it could begin.
     *
     * @param source text key of where it was read
     */
    public record Suggestion(String words, String source) {}

    Map<Sentence, Suggestion> suggestions() {
        Map<Sentence, Suggestion> suggestions = new EnumMap<>(Sentence.class);
        timeline.onset().ifPresent(onset -> {
            put(suggestions, Sentence.SINCE, since(onset), "timeline");
            put(suggestions, Sentence.MEANING, frame.t("formulation.draft.meaning"), "usual");
        });
        List<LifeEvent> near = timeline.nearOnset();
        if (!near.isEmpty()) {
            put(suggestions, Sentence.BEGAN, frame.t("formulation.draft.began", happened(near)), "timeline");
        }
        Set<String> involved = new LinkedHashSet<>();
        near.forEach(event -> involved.addAll(event.words().names(circles)));
        listed(involved)
                .ifPresent(names ->
                        put(suggestions, Sentence.BETWEEN, frame.t("formulation.draft.between", names), "timeline"));
        listed(strong())
                .ifPresent(names ->
                        put(suggestions, Sentence.STRENGTHS, frame.t("formulation.draft.strengths", names), "circles"));
        work.ifPresent(course -> putWork(suggestions, course));
        return suggestions;
    }

    private void putWork(Map<Sentence, Suggestion> suggestions, Work course) {
        if (course.episode()) {
            put(suggestions, Sentence.MEANING, frame.t("formulation.draft.meaning.episode"), "clinician");
        }
        listed(course.areas().stream().map(ProblemArea::plain).toList())
                .ifPresent(
                        areas -> put(suggestions, Sentence.AREA, frame.t("formulation.draft.area", areas), "course"));
        if (!course.goals().isEmpty()) {
            String goals = course.goals().stream().map(Goal::text).collect(Collectors.joining("; "));
            String words = frame.t("formulation.draft.work", course.sessions(), goals);
            put(suggestions, Sentence.WORK, words, "course");
        }
    }

    /**
     * What the course says of the work.
     *
     * @param areas what it is about
     * @param goals as agreed, or as they were proposed
     * @param sessions how many there are, by the same agreement or proposal
     * @param episode whether a clinician has recorded a depressive episode, and the viewer may read that
     */
    record Work(List<ProblemArea> areas, List<Goal> goals, int sessions, boolean episode) {
        static Work of(Course course, List<ProblemArea> areas, boolean episode) {
            Optional<Contract> spokenOf = course.proposal().or(course::contract);
            return new Work(
                    areas,
                    spokenOf.map(it -> it.terms().goals()).orElse(List.of()),
                    spokenOf.map(Contract::sessions).orElse(course.sessionsPlanned()),
                    episode);
        }
    }

    /** The draft as the first text of the form. */
    Sentences sentences() {
        Map<Sentence, String> said = new EnumMap<>(Sentence.class);
        suggestions().forEach((sentence, suggestion) -> said.put(sentence, suggestion.words()));
        return new Sentences(said);
    }

    private static void put(Map<Sentence, Suggestion> all, Sentence sentence, String words, String source) {
        String fits = words.length() > Sentences.LONGEST ? words.substring(0, Sentences.LONGEST) : words;
        all.put(sentence, new Suggestion(fits, "formulation.source." + source));
    }

    private String since(SymptomMark onset) {
        String when = onset.when().in(frame);
        List<String> likeThis = new ArrayList<>();
        timeline.marks().stream()
                .filter(mark -> mark.when().compareTo(onset.when()) >= 0)
                .filter(mark -> mark.turn() == SymptomMark.Turn.ONSET || mark.turn() == SymptomMark.Turn.WORSE)
                .map(mark -> mark.words().what())
                .filter(what -> !what.isEmpty())
                .forEach(likeThis::add);
        return likeThis.isEmpty()
                ? frame.t("formulation.draft.since", when)
                : frame.t("formulation.draft.since.like", when, String.join("; ", likeThis));
    }

    private String happened(List<LifeEvent> near) {
        List<String> told = near.reversed().stream()
                .limit(MOST_EVENTS)
                .map(event -> frame.t(
                        "formulation.draft.event",
                        event.words().what(),
                        event.when().in(frame)))
                .toList();
        return String.join("; ", told.reversed());
    }

    /** Those on the rings to whom the person can say anything, who hear them, or who give much. */
    private List<String> strong() {
        return circles.people().stream()
                .filter(Relationship::isOnARing)
                .filter(Drafted::isStrong)
                .map(one -> one.name().words())
                .toList();
    }

    private static boolean isStrong(Relationship one) {
        Integer heard = one.description().heard().now();
        return Boolean.TRUE.equals(one.description().confidant())
                || heard != null && heard >= WELL_HEARD
                || one.description().exchange().received().values().stream().anyMatch(Amount::isMuch);
    }

    private Optional<String> listed(Iterable<String> names) {
        List<String> all = new ArrayList<>();
        names.forEach(all::add);
        if (all.isEmpty()) {
            return Optional.empty();
        }
        List<String> some = all.subList(0, Math.min(MOST_PEOPLE, all.size()));
        return Optional.of(
                some.size() == 1
                        ? some.getFirst()
                        : frame.t(
                                "formulation.draft.and",
                                String.join(", ", some.subList(0, some.size() - 1)),
                                some.getLast()));
    }
}
