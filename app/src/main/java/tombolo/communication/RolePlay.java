package tombolo.communication;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tombolo.techniques.Answers;
import tombolo.techniques.Learning;
import tombolo.techniques.Offered;
import tombolo.techniques.Question.Scale;
import tombolo.techniques.Question.Whom;
import tombolo.techniques.Question.Words;
import tombolo.techniques.Step;
import tombolo.techniques.Technique;

/**
 * Role play (T4): the scene and what is hoped for, the other one played first, then oneself, then once more with a bad
 * answer; how sure one is from 0 to 10, and when to say it. What went well is named before what to change. In the room two
 * people speak it, alone it is written or said to the mirror. All of it is about facing somebody, so the question whether
 * that is safe comes before the scene (D.6). The line comes along from where it was found, and is changed freely.
 */
@Component
@Order(22)
class RolePlay implements Technique {
    private static final int SURE = 10;
    private static final int SURE_ENOUGH = 7;

    @Override
    public String id() {
        return "role-play";
    }

    @Override
    public String texts() {
        return "communication.play";
    }

    @Override
    public Learning learning() {
        return Learning.TALKING;
    }

    @Override
    public Offered offered() {
        return Offered.inTheWork();
    }

    @Override
    public List<Step> steps() {
        return List.of(
                Step.of("who", new Whom(true, false)),
                Step.of("scene", Words.line("scene")).asserts(),
                Step.of("them", Words.line("they-say")).asserts(),
                Step.of("mine", Words.aloud("line")).asserts(),
                Step.of("hard", Words.line("hard"), Words.line("hard-answer")).asserts(),
                Step.of("sure", new Scale("sure", true, SURE), Words.line("day").perhaps())
                        .asserts(),
                Step.deeper("again", Words.some("well"), Words.some("change")).asserts());
    }

    /** Seven or more of ten is sure enough to plan it; below that it is tried once more, or made smaller (T4). */
    @Override
    public Optional<String> minded(Answers answers, LocalDate today) {
        return isUnsure(answers) ? Optional.of("communication.play.unsure") : Optional.empty();
    }

    @Override
    public List<String> first(Answers answers) {
        return isUnsure(answers) ? List.of("again") : List.of();
    }

    private static boolean isUnsure(Answers answers) {
        return answers.number("sure").filter(sure -> sure < SURE_ENOUGH).isPresent();
    }

    @Override
    public Optional<Rehearsed> rehearses() {
        return Optional.of(new Rehearsed("line", "day", "hard", "hard-answer"));
    }

    @Override
    public Optional<Leads> leads() {
        return Optional.of(new Leads("line", "day", Optional.empty()));
    }
}
