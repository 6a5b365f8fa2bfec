package tombolo.moods;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tombolo.techniques.Learning;
import tombolo.techniques.Offered;
import tombolo.techniques.Question.Whom;
import tombolo.techniques.Question.Words;
import tombolo.techniques.Step;
import tombolo.techniques.Technique;

/**
 * Linking mood and events (T7), asked in both directions: from a mood to what was going on with whom, and from something that
 * happened to the mood after it. The mood of the last weeks stands in view as it was told on the week. The link is the
 * person's, in their own words; nothing is worked out for them.
 */
@Component
@Order(12)
class MoodAndEvents implements Technique {
    private static final Set<String> IN_VIEW = Set.of("mood", "event", "link");

    @Override
    public String id() {
        return "mood-and-events";
    }

    @Override
    public String texts() {
        return "moods";
    }

    @Override
    public Learning learning() {
        return Learning.NEEDS;
    }

    @Override
    public Offered offered() {
        return Offered.inTheWork().fromTheStart().untilTheEnd();
    }

    @Override
    public boolean looksAtMoods(Step step) {
        return IN_VIEW.contains(step.id());
    }

    @Override
    public Optional<String> beginsWithAMood() {
        return Optional.of("mood");
    }

    @Override
    public List<Step> steps() {
        return List.of(
                Step.of("mood", Words.line("mood")),
                Step.of("event", Words.line("event"), Words.line("after")),
                Step.of("link", new Whom(false, false), Words.line("link")),
                Step.of("next", Words.line("next").perhaps(), Words.line("day").perhaps()),
                Step.deeper("better", Words.some("better")),
                Step.deeper("known", Words.some("known")));
    }

    /** What is tried is the person's own to do; saying something to somebody has its own pieces, with the check before them. */
    @Override
    public Optional<Leads> leads() {
        return Optional.of(new Leads("next", "day", Optional.empty(), false));
    }
}
