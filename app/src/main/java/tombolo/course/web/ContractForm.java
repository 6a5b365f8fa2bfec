package tombolo.course.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import tombolo.course.Contract;
import tombolo.course.Contract.Terms;
import tombolo.course.Course;
import tombolo.course.Goal;
import tombolo.database.Ids;
import tombolo.inventory.Relationship;
import tombolo.people.TypedContact;
import tombolo.time.TypedDay;
import tombolo.ui.Errors;

/** What is typed in a contract. */
public final class ContractForm {
    static final List<String> RULES = List.of("missed", "extension", "worse", "practical");
    private static final int LONGEST_GOAL = 300;
    private static final int LONGEST_RULE = 1000;
    private static final String NUMBER = "\\d{1,3}";

    private final MultiValueMap<String, String> fields;

    ContractForm(MultiValueMap<String, String> fields) {
        this.fields = fields;
    }

    /** As the newest contract has it; before the first, as the variant usually runs. The hour is the one they meet at. */
    static ContractForm of(Course course, LocalDate first, ContractHours hours) {
        MultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
        Optional<Contract> newest = course.newest();
        int sessions = newest.map(Contract::sessions)
                .orElse(course.variant().sessions().usual());
        fields.set("sessions", String.valueOf(sessions));
        fields.set(
                "end",
                newest.map(Contract::endDate)
                        .orElse(first.plusWeeks(
                                (long) (sessions - 1) * course.variant().everyWeeks()))
                        .toString());
        newest.map(Contract::terms).ifPresent(terms -> put(fields, terms));
        fields.set("day", hours.day());
        fields.set("time", hours.time());
        return new ContractForm(fields);
    }

    private static void put(MultiValueMap<String, String> fields, Terms terms) {
        fields.set("missed", terms.missed());
        fields.set("extension", terms.extension());
        fields.set("worse", terms.worse());
        fields.set("practical", terms.practical());
        for (int i = 0; i < terms.goals().size(); i++) {
            Goal goal = terms.goals().get(i);
            fields.set("goal-" + i, goal.text());
            fields.set("id-" + i, goal.id().toString());
            fields.set(
                    "with-" + i, goal.with().map(one -> Loading.text(one.who())).orElse(""));
            fields.set("observable-" + i, goal.observable());
            fields.set("baseline-" + i, String.valueOf(goal.baseline()));
            fields.set("enough-" + i, goal.enough().map(String::valueOf).orElse(""));
        }
    }

    /** What is in a field, empty where there is nothing. */
    public String value(String field) {
        return TypedContact.text(fields.getFirst(field));
    }

    /** How many places there are for goals. */
    public List<Integer> places() {
        return IntStream.range(0, Terms.MOST_GOALS).boxed().toList();
    }

    /**
     * The same with the day of the last session moved along: whoever changes the number and leaves the day as it stood has
     * not chosen that day for the new number. With the hours booked it is the day of the last of them.
     *
     * @param before the form as it was shown
     */
    ContractForm movedAlong(ContractForm before, Course course, ContractHours hours) {
        MultiValueMap<String, String> moved = new LinkedMultiValueMap<>(fields);
        if (value("sessions").matches(NUMBER) && value("end").equals(before.value("end"))) {
            long more = (long) sessions() - before.sessions();
            lastHour(course, hours)
                    .or(() -> end().map(
                                    end -> end.plusWeeks(more * course.variant().everyWeeks())))
                    .ifPresent(end -> moved.set("end", end.toString()));
        }
        return new ContractForm(moved);
    }

    /** The day of the last hour, where the hours are booked with the contract. */
    private Optional<LocalDate> lastHour(Course course, ContractHours hours) {
        int missing = hours.missing(sessions(), course);
        return !books()
                ? Optional.empty()
                : missing == 0
                        ? hours.last()
                        : day().map(day -> day.plusWeeks(
                                (long) (missing - 1) * course.variant().everyWeeks()));
    }

    /** Whether the hours are to be booked with it. */
    public boolean books() {
        return !value("book").isEmpty();
    }

    private Optional<LocalDate> day() {
        return TypedDay.read(value("day"));
    }

    private Optional<LocalTime> clock() {
        try {
            return Optional.of(LocalTime.parse(value("time")));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** When the first of the hours begins. */
    Optional<Instant> begins(ZoneId zone) {
        return day().flatMap(day ->
                clock().map(clock -> day.atTime(clock).atZone(zone).toInstant()));
    }

    Errors errors(Course course, ContractHours hours, Instant now, ZoneId zone) {
        LocalDate today = LocalDate.ofInstant(now, zone);
        Errors errors = Errors.none();
        if (!value("sessions").matches(NUMBER)) {
            errors.add("sessions", "course.desk.contract.wrong.number");
        } else {
            course.objectionTo(sessions())
                    .ifPresent(objection -> errors.add(
                            "sessions",
                            objection,
                            course.variant().sessions().from(),
                            course.variant().sessions().to(),
                            course.sessionsHeld()));
        }
        if (end().isEmpty()) {
            errors.add("end", "course.desk.contract.wrong.end");
        } else if (end().get().isBefore(today)) {
            errors.add("end", "course.desk.contract.wrong.past");
        }
        hours(errors, course, hours, now, zone);
        goals(errors);
        for (String rule : RULES) {
            if (value(rule).isEmpty() && !rule.equals("practical")) {
                errors.add(rule, "course.desk.contract.wrong.rule");
            } else if (value(rule).length() > LONGEST_RULE) {
                errors.add(rule, "course.desk.wrong.long", LONGEST_RULE);
            }
        }
        return errors;
    }

    private void hours(Errors errors, Course course, ContractHours hours, Instant now, ZoneId zone) {
        if (!books() || errors.at("sessions").isPresent() || hours.missing(sessions(), course) == 0) {
            return;
        }
        if (day().isEmpty()) {
            errors.add("day", "course.desk.contract.wrong.day");
        }
        if (clock().isEmpty()) {
            errors.add("time", "course.desk.contract.wrong.time");
        }
        if (begins(zone).filter(first -> !first.isAfter(now)).isPresent()) {
            errors.add("day", "course.desk.contract.wrong.past");
        }
        Optional<LocalDate> last = lastHour(course, hours);
        if (last.isPresent() && end().filter(end -> end.isBefore(last.get())).isPresent()) {
            errors.add("end", "course.desk.contract.wrong.before");
        }
    }

    private void goals(Errors errors) {
        if (filled().size() < Terms.FEWEST_GOALS) {
            errors.add("goal-" + firstEmpty(), "course.desk.contract.wrong.goals");
        }
        for (int place : filled()) {
            if (value("goal-" + place).length() > LONGEST_GOAL) {
                errors.add("goal-" + place, "course.desk.wrong.long", LONGEST_GOAL);
            }
            if (value("observable-" + place).isEmpty()) {
                errors.add("observable-" + place, "course.desk.contract.wrong.observable");
            } else if (value("observable-" + place).length() > LONGEST_GOAL) {
                errors.add("observable-" + place, "course.desk.wrong.long", LONGEST_GOAL);
            }
            if (!value("baseline-" + place).matches("\\d|10")) {
                errors.add("baseline-" + place, "course.desk.contract.wrong.baseline");
            }
            if (!value("enough-" + place).matches("|\\d|10")) {
                errors.add("enough-" + place, "course.desk.contract.wrong.enough");
            }
        }
    }

    private List<Integer> filled() {
        return places().stream()
                .filter(place -> !value("goal-" + place).isEmpty())
                .toList();
    }

    private int firstEmpty() {
        return places().stream()
                .filter(place -> value("goal-" + place).isEmpty())
                .findFirst()
                .orElse(0);
    }

    int sessions() {
        return Integer.parseInt(value("sessions"));
    }

    Optional<LocalDate> end() {
        return TypedDay.read(value("end"));
    }

    /** A goal that was there before keeps its id, so that it can be followed from one contract to the next. */
    Terms terms(List<Relationship> circles, List<Goal> before) {
        List<Goal> goals = new ArrayList<>();
        for (int place : filled()) {
            UUID id = before.stream()
                    .map(Goal::id)
                    .filter(known -> known.toString().equals(value("id-" + place)))
                    .findFirst()
                    .orElseGet(Ids::next);
            goals.add(new Goal(
                    id,
                    value("goal-" + place),
                    Loading.named(circles, value("with-" + place)),
                    value("observable-" + place),
                    Integer.parseInt(value("baseline-" + place)),
                    Optional.of(value("enough-" + place))
                            .filter(typed -> !typed.isEmpty())
                            .map(Integer::valueOf)));
        }
        return new Terms(goals, value("missed"), value("extension"), value("worse"), value("practical"));
    }
}
