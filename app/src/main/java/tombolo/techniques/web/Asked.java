package tombolo.techniques.web;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import tombolo.ui.Choice;
import tombolo.ui.Said;

/**
 * One question on a page, with all its words and what was answered.
 *
 * @param hint may be empty
 * @param values what was answered; for an exchange, the turn that is marked
 * @param inner the questions inside it: the turns of an exchange, the things of a grid, the name of somebody new; or groups of
 *     its choices
 * @param looked whether the line checker has a look at it
 * @param hints what it sees
 */
public record Asked(
        Kind kind,
        String name,
        String label,
        String hint,
        List<String> values,
        List<Choice> choices,
        List<Asked> inner,
        int longest,
        boolean needed,
        boolean looked,
        List<Said> hints) {

    /** How it is asked. */
    public enum Kind {
        LINE,
        WORDS,
        /** Words of which something else is made. */
        PASSING,
        WHOM,
        SCALE,
        ONE,
        /** What is made of such words, where there is a choice. */
        PASSING_ONE,
        SOME,
        GRID,
        ROW,
        TURNS,
        TURN
    }

    public String value() {
        return values.isEmpty() ? "" : values.getFirst();
    }

    /** Whether it is answered in words; a name is none. */
    boolean isWritten() {
        return switch (kind) {
            case LINE, WORDS, PASSING, TURNS, TURN -> true;
            case WHOM -> false;
            case SCALE, ONE, PASSING_ONE, SOME, GRID, ROW -> inner.stream().anyMatch(Asked::isWritten);
        };
    }

    /** Whether nothing was answered. */
    public boolean isEmpty() {
        return values.isEmpty() && inner.stream().allMatch(Asked::isEmpty);
    }

    /** Those of its choices that are seen at once; the others are in its groups. */
    public List<Choice> first() {
        return choices.stream()
                .filter(choice ->
                        inner.stream().noneMatch(group -> group.choices().contains(choice)))
                .toList();
    }

    Asked grouped(List<Asked> groups) {
        return new Asked(kind, name, label, hint, values, choices, groups, longest, needed, looked, hints);
    }

    /** @param marks what can be marked at one of its turns */
    Asked marking(List<Choice> marks) {
        return new Asked(kind, name, label, hint, values, marks, inner, longest, needed, looked, hints);
    }

    /** Whether it holds other questions, and not choices alone. */
    public boolean isHolding() {
        return kind == Kind.GRID || kind == Kind.TURNS;
    }

    /** What was answered in the words of its choices. */
    public List<String> chosen() {
        return choices.isEmpty()
                ? values
                : choices.stream()
                        .filter(choice -> values.contains(choice.value()))
                        .map(Choice::label)
                        .toList();
    }

    /**
     * What was answered, to be read beside another answer to it; empty where nothing was.
     *
     * @param turning what is said of the turn that is marked
     */
    String inWords(String turning) {
        return switch (kind) {
            case PASSING_ONE -> "";
            case WHOM ->
                String.join(
                        "\n",
                        isEmpty()
                                ? List.of()
                                : inner.getFirst().isEmpty()
                                        ? chosen()
                                        : inner.getFirst().values());
            case GRID, ROW -> lines(row -> row.label() + ": " + row.parts(" ", ", "));
            case TURNS, TURN ->
                lines(turn ->
                        turn.label() + (isTurning(turn) ? " (" + turning + ")" : "") + "\n" + turn.parts(": ", "\n"));
            case LINE, WORDS, PASSING, SCALE, ONE, SOME -> String.join("\n", chosen());
        };
    }

    private boolean isTurning(Asked turn) {
        return turn.name().equals(name + "-" + value());
    }

    private String lines(Function<Asked, String> line) {
        return inner.stream().filter(row -> !row.isEmpty()).map(line).collect(Collectors.joining("\n"));
    }

    private String parts(String is, String and) {
        return inner.stream()
                .filter(part -> !part.isEmpty())
                .map(part -> part.label() + is + String.join(", ", part.chosen()))
                .collect(Collectors.joining(and));
    }
}
