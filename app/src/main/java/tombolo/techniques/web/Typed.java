package tombolo.techniques.web;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.util.MultiValueMap;
import tombolo.inventory.Names;
import tombolo.inventory.RelationshipId;
import tombolo.techniques.Answers;
import tombolo.techniques.Question;
import tombolo.techniques.Step;
import tombolo.techniques.Technique;
import tombolo.ui.Choice;
import tombolo.ui.Errors;

/** What was typed into one step, as it was typed, the name of somebody new among it, and what is wrong with it. */
record Typed(Technique how, Step step, Answers answers, List<Choice> people) {

    /** Text key of what is said where somebody was told of and nobody is chosen. */
    static final String CHOOSE = "techniques.wrong.whom";

    /** Text key of what is said where nobody is chosen, and what is planned names somebody. */
    static final String NAMED = "techniques.wrong.named";

    static Typed of(Technique how, Step step, MultiValueMap<String, String> fields, List<Choice> people) {
        Map<String, List<String>> given = new LinkedHashMap<>();
        step.questions().stream()
                .forEach(question -> question.fields()
                        .forEach(field -> given.put(
                                field,
                                fields.getOrDefault(question.sentAs(field), List.of()).stream()
                                        .filter(Objects::nonNull)
                                        .map(said -> said.replace("\r\n", "\n").strip())
                                        .toList())));
        if (given.containsKey(Question.Whom.WHO)) {
            given.put(
                    Question.Whom.NEW,
                    Names.typed(String.join("\n", fields.getOrDefault(Question.Whom.NEW, List.of()))));
        }
        return new Typed(how, step, new Answers(given), people);
    }

    /** With what was typed in place of what was said before, to be shown again. */
    Answers over(Answers before) {
        return before.with(
                Stream.concat(step.fields().stream(), Stream.of(Question.Whom.NEW))
                        .toList(),
                answers);
    }

    /** What is kept of it: whoever was named is on the circles by then. */
    Answers about(Optional<RelationshipId> who) {
        Answers kept = answers.with(Question.Whom.NEW, "");
        return who.filter(one -> answers.has(Question.Whom.NEW))
                .map(one -> kept.with(Question.Whom.WHO, one.value().toString()))
                .orElse(kept);
    }

    /** The name of somebody who could not be chosen. */
    Optional<String> newcomer() {
        return Optional.of(answers.one(Question.Whom.NEW)).filter(name -> !name.isEmpty() && named().isEmpty());
    }

    /** Somebody who was named though they could be chosen. */
    private Optional<Choice> named() {
        String name = answers.one(Question.Whom.NEW);
        return people.stream().filter(one -> Names.alike(one.label(), name)).findFirst();
    }

    /** @param before what was said in the piece till now */
    Errors errors(Answers before) {
        Errors errors = Errors.none();
        step.questions().forEach(question -> check(question, errors));
        how.check(step, answers)
                .byField()
                .forEach((field, said) ->
                        errors.add(field, said.key(), said.arguments().toArray()));
        if (step.fields().contains(Question.Whom.WHO)
                && how.asksWhomAt(over(before)).filter(step.id()::equals).isPresent()) {
            errors.add(Question.Whom.WHO, CHOOSE);
        }
        return errors;
    }

    /** Whom it is about, if they are among those who can be chosen: a name that was written says more than what is ticked. */
    Optional<RelationshipId> with() {
        return Optional.of(named().map(Choice::value).orElseGet(() -> answers.one(Question.Whom.WHO)))
                .filter(who -> people.stream().anyMatch(one -> one.value().equals(who)))
                .map(who -> new RelationshipId(UUID.fromString(who)));
    }

    private void check(Question question, Errors errors) {
        boolean isNamed = question instanceof Question.Whom && answers.has(Question.Whom.NEW);
        if (question.needed() && !isNamed && question.fields().stream().noneMatch(answers::has)) {
            errors.add(question.id(), "techniques.wrong.needed");
        }
        switch (question) {
            case Question.Words words -> fits(words.id(), words.longest(), errors);
            case Question.Whom whom -> {
                among(whom.id(), whom(whom), errors);
                newcomer(errors);
            }
            case Question.Scale scale -> among(scale.id(), numbers(scale.most()), errors);
            case Question.One one -> among(one.id(), Set.copyOf(one.options()), errors);
            case Question.Some some -> among(some.id(), Set.copyOf(some.options()), errors);
            case Question.Grid grid -> grid.fields().forEach(field -> among(field, numbers(grid.most()), errors));
            case Question.Turns turns -> turns.fields().forEach(field -> turn(turns, field, errors));
        }
    }

    private void newcomer(Errors errors) {
        List<String> names = answers.all(Question.Whom.NEW);
        if (names.size() > 1) {
            errors.add(Question.Whom.NEW, "techniques.wrong.new.one");
        } else if (names.stream().anyMatch(Names::isTooLong)) {
            errors.add(Question.Whom.NEW, "techniques.wrong.long", Names.LONGEST);
        }
    }

    private void turn(Question.Turns turns, String field, Errors errors) {
        if (field.equals(turns.turning())) {
            among(field, numbers(turns.most()), errors);
        } else if (field.endsWith("-" + Question.Turns.WHO)) {
            among(field, Set.of(Question.Turns.ME, Question.Turns.THEM), errors);
        } else {
            fits(field, 300, errors);
        }
    }

    private Set<String> whom(Question.Whom whom) {
        Set<String> ids = new LinkedHashSet<>();
        people.stream().map(Choice::value).forEach(ids::add);
        if (whom.alsoMyself()) {
            ids.add(Question.Whom.MYSELF);
        }
        if (!whom.needed()) {
            ids.add(Question.Whom.NOBODY);
        }
        return ids;
    }

    private void fits(String field, int longest, Errors errors) {
        if (answers.one(field).length() > longest) {
            errors.add(field, "techniques.wrong.long", longest);
        }
    }

    private void among(String field, Set<String> options, Errors errors) {
        if (!options.containsAll(answers.all(field))) {
            errors.add(field, "techniques.wrong.option");
        }
    }

    private static Set<String> numbers(int most) {
        return Set.copyOf(
                IntStream.rangeClosed(0, most).mapToObj(Integer::toString).toList());
    }

    /** Shows no word of it. */
    @Override
    public String toString() {
        return "something typed into a step";
    }
}
