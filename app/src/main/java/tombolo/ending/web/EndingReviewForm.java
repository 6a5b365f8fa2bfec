package tombolo.ending.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import tombolo.course.Goal;
import tombolo.ending.EndingReview;
import tombolo.ending.EndingReview.Parts;
import tombolo.ending.EndingReview.Reached;
import tombolo.ending.EndingReview.Turned;
import tombolo.inventory.Relationship;
import tombolo.people.TypedContact;
import tombolo.ui.Errors;

/** What is typed and ticked in the review: some parts told, some one thing a line, people from the circles by their tick. */
public final class EndingReviewForm {
    static final List<String> TOLD = List.of("changed", "helped", "ahead");
    static final List<String> LINES = List.of("signs", "steps");

    private final MultiValueMap<String, String> fields;

    EndingReviewForm(MultiValueMap<String, String> fields) {
        this.fields = fields;
    }

    static EndingReviewForm of(Parts parts) {
        MultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
        fields.set("changed", parts.changed());
        fields.set("helped", parts.helped());
        fields.set("ahead", parts.ahead());
        fields.set("signs", String.join("\n", parts.signs()));
        fields.set("steps", String.join("\n", parts.steps()));
        parts.people().forEach(one -> fields.add("people", one.who().value().toString()));
        parts.goals().forEach(goal -> fields.set("goal-" + goal.goal(), String.valueOf(goal.now())));
        return new EndingReviewForm(fields);
    }

    /** What is in a field, empty where there is nothing. */
    public String value(String field) {
        return TypedContact.text(fields.getFirst(field));
    }

    /** Whether somebody from the circles is ticked. */
    public boolean has(String id) {
        return fields.getOrDefault("people", List.of()).contains(id);
    }

    Errors errors(List<Goal> goals) {
        Errors errors = Errors.none();
        for (Goal goal : goals) {
            if (!value("goal-" + goal.id()).matches("|\\d|10")) {
                errors.add("goal-" + goal.id(), "ending.wrong.goal");
            }
        }
        for (String field : TOLD) {
            if (value(field).length() > EndingReview.LONGEST) {
                errors.add(field, "ending.wrong.long", EndingReview.LONGEST);
            }
        }
        for (String field : LINES) {
            if (lines(field).size() > EndingReview.MOST_LINES) {
                errors.add(field, "ending.wrong.many", EndingReview.MOST_LINES);
            } else if (lines(field).stream().anyMatch(line -> line.length() > EndingReview.LONGEST_LINE)) {
                errors.add(field, "ending.wrong.line", EndingReview.LONGEST_LINE);
            }
        }
        return errors;
    }

    /**
     * The parts as they are kept.
     *
     * @param circles everyone on the circles now, in their order: nobody else can be ticked
     * @param before as it was, whose people stay if they are still ticked though they left the circles
     */
    Parts parts(List<Relationship> circles, List<Goal> goals, Parts before) {
        List<Reached> reached = goals.stream()
                .filter(goal -> !value("goal-" + goal.id()).isEmpty())
                .map(goal -> new Reached(
                        goal.id(), goal.text(), goal.baseline(), Integer.parseInt(value("goal-" + goal.id()))))
                .toList();
        return new Parts(
                reached,
                value("changed"),
                value("helped"),
                lines("signs"),
                people(circles, before),
                lines("steps"),
                value("ahead"));
    }

    private List<Turned> people(List<Relationship> circles, Parts before) {
        List<Turned> all = new ArrayList<>();
        Stream.concat(
                        circles.stream()
                                .map(one -> new Turned(one.id(), one.name().words())),
                        before.people().stream())
                .filter(one -> has(one.who().value().toString()))
                .filter(one -> all.stream().noneMatch(there -> there.who().equals(one.who())))
                .forEach(all::add);
        return all;
    }

    private List<String> lines(String field) {
        return value(field)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }
}
