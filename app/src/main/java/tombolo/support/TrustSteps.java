package tombolo.support;

import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tombolo.techniques.Learning;
import tombolo.techniques.Offered;
import tombolo.techniques.Question.One;
import tombolo.techniques.Question.Whom;
import tombolo.techniques.Question.Words;
import tombolo.techniques.Step;
import tombolo.techniques.Technique;

/**
 * Trust in small steps, for those who find it hard: the disclosure ladder from fact to need (E.3, F9), one rung at a time with
 * one person (A.5, sensitivity 4 and 7), what came of it beside what was expected (T19), and what comes again from people of
 * earlier years, with their good and their hard side (A.5, sensitivity 2). What is told asks for nothing, so
 * the line checker, which looks for a request, is left out.
 */
@Component
@Order(50)
class TrustSteps implements Technique {
    private static final List<String> LEVELS = List.of("fact", "opinion", "feeling", "need");

    @Override
    public String id() {
        return "trust-steps";
    }

    @Override
    public String texts() {
        return "support.trust";
    }

    @Override
    public Learning learning() {
        return Learning.PEOPLE;
    }

    @Override
    public Offered offered() {
        return Offered.inTheWork("sensitivity");
    }

    @Override
    public List<Step> steps() {
        return List.of(
                Step.of("who", new Whom(true, false)),
                Step.of("level", new One("level", true, LEVELS)).asserts(),
                Step.of("say", Words.line("say"), Words.line("day")).asserts(),
                Step.of("expect", Words.line("expect")).asserts(),
                Step.deeper("after", Words.some("happened"), Words.some("tells")),
                Step.deeper("next", Words.some("next")).asserts(),
                Step.deeper("before", Words.some("before-good"), Words.some("before-hard"), Words.some("again")));
    }

    @Override
    public Optional<Tested> tested() {
        return Optional.of(new Tested("expect", "happened"));
    }

    @Override
    public Optional<Leads> leads() {
        return Optional.of(new Leads("say", "day", Optional.empty()));
    }
}
