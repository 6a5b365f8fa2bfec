package tombolo.techniques.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tombolo.inventory.Names;
import tombolo.techniques.Answers;
import tombolo.techniques.LineChecker;
import tombolo.techniques.Question;
import tombolo.techniques.Step;
import tombolo.techniques.Technique;
import tombolo.techniques.web.Asked.Kind;
import tombolo.ui.Choice;
import tombolo.ui.Language;
import tombolo.ui.Said;
import tombolo.ui.Texts;

/** Words a page makes of the questions of one technique. */
record Worded(Technique how, Texts texts, Language language, List<Choice> people, Answers answers) {
    /** How many empty turns wait beneath those that are filled. */
    private static final int SPARE_TURNS = 2;

    PiecePage.Part of(Step step) {
        return new PiecePage.Part(
                step.id(),
                heading(step),
                step.questions().stream().map(this::of).toList());
    }

    /** Text key of its heading. */
    String heading(Step step) {
        return put(how.texts() + ".step." + step.id());
    }

    Asked of(Question question) {
        String key = how.texts() + "." + question.id();
        return switch (question) {
            case Question.Words words ->
                plain(
                        words.passing() ? Kind.PASSING : Kind.WORDS,
                        question,
                        key,
                        List.of(),
                        words.longest(),
                        words.aloud() ? looked(answers.one(question.id())) : List.of());
            case Question.Whom whom ->
                plain(Kind.WHOM, question, key, whom(whom), 0, List.of()).grouped(List.of(newcomer()));
            case Question.Scale scale -> plain(Kind.SCALE, question, key, scale(key, scale.most()), 0, List.of());
            case Question.One one ->
                plain(
                        one.passing() ? Kind.PASSING_ONE : Kind.ONE,
                        question,
                        key,
                        options(key, one.options()),
                        0,
                        List.of());
            case Question.Some some ->
                plain(Kind.SOME, question, key, options(key, some.options()), 0, List.of())
                        .grouped(groups(some, key));
            case Question.Grid grid -> holding(Kind.GRID, question, key, rows(grid, key), List.of());
            case Question.Turns turns ->
                holding(Kind.TURNS, question, key, turns(turns, key), answers.all(turns.turning()))
                        .marking(turns.marks() ? options("techniques.turn", List.of("turning")) : List.of());
        };
    }

    private List<Said> looked(String line) {
        return how.isToOneself(answers) ? LineChecker.hintsToOneself(line) : LineChecker.hints(line);
    }

    private Asked plain(Kind kind, Question question, String key, List<Choice> choices, int longest, List<Said> hints) {
        return new Asked(
                kind,
                question.id(),
                say(put(key)),
                hint(key),
                question.isAnswered(answers) ? answers.all(question.id()) : List.of(),
                choices,
                List.of(),
                longest,
                question.needed(),
                question instanceof Question.Words words && words.aloud(),
                hints);
    }

    private Asked holding(Kind kind, Question question, String key, List<Asked> inner, List<String> marked) {
        return new Asked(
                kind,
                question.id(),
                say(key),
                perhaps(key + ".hint"),
                marked,
                List.of(),
                inner,
                0,
                question.needed(),
                false,
                List.of());
    }

    /** The field for somebody who is not on the circles yet. */
    private Asked newcomer() {
        return new Asked(
                Kind.LINE,
                Question.Whom.NEW,
                say(people.isEmpty() ? "techniques.new.first" : "techniques.new"),
                say(how.isAboutTheDead() ? "techniques.new.hint.died" : "techniques.new.hint"),
                answers.has(Question.Whom.NEW) ? List.of(String.join(", ", answers.all(Question.Whom.NEW))) : List.of(),
                List.of(),
                List.of(),
                Names.LONGEST,
                false,
                false,
                List.of());
    }

    private List<Choice> whom(Question.Whom whom) {
        List<Choice> choices = new ArrayList<>(people);
        if (whom.alsoMyself()) {
            choices.add(new Choice(Question.Whom.MYSELF, say("techniques.myself")));
        }
        if (!whom.needed() && !people.isEmpty()) {
            choices.add(new Choice(Question.Whom.NOBODY, say("techniques.nobody-yet")));
        }
        return choices;
    }

    private List<Choice> scale(String key, int most) {
        return IntStream.rangeClosed(0, most)
                .mapToObj(n -> new Choice(
                        Integer.toString(n),
                        Integer.toString(n),
                        n == 0 ? perhaps(key + ".low") : n == most ? perhaps(key + ".high") : ""))
                .toList();
    }

    private List<Choice> options(String key, List<String> options) {
        return options.stream()
                .map(option -> new Choice(option, say(key + "." + option), perhaps(key + "." + option + ".hint")))
                .toList();
    }

    private List<Asked> groups(Question.Some some, String key) {
        return some.further().stream()
                .map(group -> part(
                        Kind.SOME,
                        some.id(),
                        say(key + ".more." + group.id()),
                        answers.all(some.id()).stream()
                                .filter(group.options()::contains)
                                .toList(),
                        options(key, group.options())))
                .toList();
    }

    private List<Asked> rows(Question.Grid grid, String key) {
        return grid.rows().stream()
                .map(row -> inner(
                        Kind.ROW,
                        grid.id() + "-" + row,
                        say(key + "." + row),
                        grid.columns().stream()
                                .filter(column -> grid.fields().contains(grid.field(row, column)))
                                .map(column -> number(grid, row, column, key))
                                .toList()))
                .toList();
    }

    private Asked number(Question.Grid grid, String row, String column, String key) {
        String field = grid.field(row, column);
        return part(Kind.SCALE, field, say(key + ".column." + column), answers.all(field), scale(key, grid.most()));
    }

    private List<Asked> turns(Question.Turns turns, String key) {
        int filled = IntStream.rangeClosed(1, turns.most())
                .filter(turn -> answers.has(turns.field(turn, Question.Turns.SAID)))
                .max()
                .orElse(0);
        return IntStream.rangeClosed(1, Math.min(turns.most(), filled + SPARE_TURNS))
                .mapToObj(turn -> turn(turns, turn, key))
                .toList();
    }

    private Asked turn(Question.Turns turns, int turn, String key) {
        List<Asked> parts = new ArrayList<>();
        String who = turns.field(turn, Question.Turns.WHO);
        parts.add(part(
                Kind.ONE,
                who,
                say(key + ".who"),
                answers.all(who),
                options(key + ".who", List.of(Question.Turns.ME, Question.Turns.THEM))));
        parts.add(words(turns.field(turn, Question.Turns.SAID), key + "." + Question.Turns.SAID));
        turns.parts().forEach(part -> parts.add(words(turns.field(turn, part), key + "." + part)));
        return inner(Kind.TURN, turns.id() + "-" + turn, texts.say(language, "techniques.turn", turn), parts);
    }

    private Asked words(String field, String key) {
        return new Asked(
                Kind.LINE,
                field,
                say(key),
                perhaps(key + ".hint"),
                answers.all(field),
                List.of(),
                List.of(),
                300,
                false,
                false,
                List.of());
    }

    /** A choice inside another question. */
    private static Asked part(Kind kind, String name, String label, List<String> values, List<Choice> choices) {
        return new Asked(kind, name, label, "", values, choices, List.of(), 0, false, false, List.of());
    }

    private static Asked inner(Kind kind, String name, String label, List<Asked> inner) {
        return new Asked(kind, name, label, "", List.of(), List.of(), inner, 0, false, false, List.of());
    }

    /** Text key of how a step or a question is put to whoever began where they did, or speaks to themself. */
    String put(String key) {
        Stream<String> from = Stream.concat(
                how.isToOneself(answers) ? Stream.of("myself") : Stream.of(),
                how.startingPoint().map(answers::one).stream());
        return from.map(start -> key + ".for." + start)
                .filter(texts::has)
                .findFirst()
                .orElse(key);
    }

    private String hint(String key) {
        String own = put(key) + ".hint";
        return perhaps(texts.has(own) ? own : key + ".hint");
    }

    private String say(String key) {
        return texts.say(language, key);
    }

    private String perhaps(String key) {
        return texts.has(key) ? say(key) : "";
    }
}
