package tombolo.techniques.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tombolo.inventory.CirclesChoice;
import tombolo.inventory.RelationshipId;
import tombolo.people.Glance;
import tombolo.people.Glances;
import tombolo.practice.Practices;
import tombolo.techniques.Answers;
import tombolo.techniques.Question;
import tombolo.techniques.Step;
import tombolo.techniques.Technique;
import tombolo.time.ProgrammeTime;
import tombolo.vault.Confidential;
import tombolo.vault.PersonId;
import tombolo.vault.Viewer;
import tombolo.week.MoodEntry;
import tombolo.week.MoodLine;
import tombolo.week.MoodLog;
import tombolo.week.MoodPicture;
import tombolo.week.MoodTold;
import tombolo.week.MoodsTold;

/** The mood of the last weeks beside a step that looks at it: the picture of the week page, of the same entries. */
@Component
class MoodsInView {
    /** Enough for a picture of some weeks. */
    private static final int MOST = 60;

    private final MoodLog moods;
    private final List<MoodsTold> told;
    private final Glances glances;
    private final CirclesChoice circles;
    private final Practices practices;
    private final ProgrammeTime time;

    MoodsInView(
            MoodLog moods,
            List<MoodsTold> told,
            Glances glances,
            CirclesChoice circles,
            Practices practices,
            ProgrammeTime time) {
        this.moods = moods;
        this.told = List.copyOf(told);
        this.glances = glances;
        this.circles = circles;
        this.practices = practices;
        this.time = time;
    }

    /** Empty for a step that does not look at it. */
    Optional<MoodPicture> of(Viewer viewer, PersonId whose, Technique how, Step step) {
        return how.looksAtMoods(step) ? Optional.of(picture(viewer, whose)) : Optional.empty();
    }

    /** What a new piece begins with where it begins with a mood: what happened at the latest of which that was told. */
    Answers latest(Viewer viewer, PersonId whose, Technique how) {
        return how.beginsWithAMood()
                .flatMap(question -> entries(viewer, whose)
                        .map(entry -> entry.words().event())
                        .filter(event -> !event.isEmpty())
                        .findFirst()
                        .map(event -> Answers.NONE.with(question, event)))
                .orElse(Answers.NONE);
    }

    /** With whom the mood was that a piece began with, where a step asks for that: it was told on the week. */
    Answers withWhom(Viewer viewer, InHand hand, Step step, Answers known) {
        boolean asks = step.fields().contains(Question.Whom.WHO)
                && !step.isSaid(known)
                && hand.piece().with().isEmpty();
        return hand.how()
                .beginsWithAMood()
                .filter(question -> asks)
                .map(known::one)
                .filter(event -> !event.isEmpty())
                .flatMap(event -> entries(viewer, hand.whose())
                        .filter(entry -> entry.words().event().equals(event))
                        .flatMap(entry -> entry.with().stream())
                        .findFirst())
                .map(with -> known.with(Question.Whom.WHO, with.who().value().toString()))
                .orElse(known);
    }

    private Stream<MoodEntry> entries(Viewer viewer, PersonId whose) {
        return moods.visibleTo(viewer).between(whose, first(), today(), MOST).stream();
    }

    private MoodPicture picture(Viewer viewer, PersonId whose) {
        Map<RelationshipId, Confidential> names = circles.names(viewer, whose);
        return MoodPicture.of(
                MoodLine.of(entries(viewer, whose).toList(), toldElsewhere(viewer, whose), names), today());
    }

    private LocalDate first() {
        return today().minusWeeks(MoodPicture.WEEKS);
    }

    private LocalDate today() {
        return time.today(practices.current().zone());
    }

    private List<MoodTold> toldElsewhere(Viewer viewer, PersonId whose) {
        List<Glance<List<MoodTold>>> all =
                told.stream().map(where -> where.since(first())).toList();
        Glances.Seen seen = glances.at(viewer, whose, List.copyOf(all));
        return all.stream().flatMap(glance -> seen.of(glance).stream()).toList();
    }
}
