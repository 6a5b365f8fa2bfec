package tombolo.techniques;

import java.util.List;

/**
 * One page of a technique.
 *
 * @param least part of the least path: enough by itself, with what else is on it; the rest is depth by choice
 * @param asserting is about saying something to the other person that they may not like: closed where that is not safe
 */
public record Step(String id, boolean least, boolean asserting, List<Question> questions) {
    public Step {
        questions = List.copyOf(questions);
    }

    /** One that is enough by itself. */
    public static Step of(String id, Question... questions) {
        return new Step(id, true, false, List.of(questions));
    }

    /** One for those who want to go further. */
    public static Step deeper(String id, Question... questions) {
        return new Step(id, false, false, List.of(questions));
    }

    /** Whether something it cannot go on without has not been said. */
    public boolean waits(Answers answers) {
        return questions.stream().anyMatch(question -> question.needed() && !question.isAnswered(answers));
    }

    /** Whether anything of it has been said. */
    public boolean isSaid(Answers answers) {
        return fields().stream().anyMatch(answers::has);
    }

    /** The names of all its answers in a form. */
    public List<String> fields() {
        return questions.stream()
                .flatMap(question -> question.fields().stream())
                .toList();
    }

    /** As much of what was said elsewhere as there is room for in it. */
    public Answers fitted(Answers said) {
        Answers fitted = said;
        for (Question question : questions) {
            if (question instanceof Question.Words words && said.one(words.id()).length() > words.longest()) {
                fitted = fitted.with(words.id(), said.one(words.id()).substring(0, words.longest() - 1) + "…");
            }
        }
        return fitted;
    }

    /** What is left of it where saying something to the other person is closed. */
    public Step withoutAsserting() {
        return new Step(
                id,
                least,
                asserting,
                questions.stream().map(Question::withoutAsserting).toList());
    }

    /** The same, about saying something to somebody. */
    public Step asserts() {
        return new Step(id, least, true, questions);
    }
}
