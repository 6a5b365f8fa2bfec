package tombolo.safety.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import tombolo.course.WhomToRing;
import tombolo.inventory.Relationship;
import tombolo.safety.SafetyPlan;
import tombolo.safety.SafetyPlan.Ally;
import tombolo.safety.SafetyPlan.Parts;
import tombolo.ui.Errors;

/** What is typed and ticked in the plan: one thing a line, and people from the circles by their tick. */
public final class PlanForm {
    static final List<String> LINES = List.of("signs", "alone", "places", "services", "safer", "matters");
    private static final int LONGEST_REACH = 200;
    private static final int LONGEST_BARRIERS = 1000;

    private final MultiValueMap<String, String> fields;

    PlanForm(MultiValueMap<String, String> fields) {
        this.fields = fields;
    }

    static PlanForm of(Parts parts) {
        MultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
        fields.set("signs", String.join("\n", parts.signs()));
        fields.set("alone", String.join("\n", parts.alone()));
        fields.set("places", String.join("\n", parts.places()));
        fields.set("services", String.join("\n", parts.services()));
        fields.set("safer", String.join("\n", parts.safer()));
        fields.set("matters", String.join("\n", parts.matters()));
        fields.set("likely", parts.likely().map(String::valueOf).orElse(""));
        fields.set("barriers", parts.barriers());
        parts.company().forEach(ally -> fields.add("company", ally.who().value().toString()));
        for (Ally ally : parts.ask()) {
            String id = ally.who().value().toString();
            fields.add("ask", id);
            fields.set("reach-" + id, ally.reach());
            if (ally.knows()) {
                fields.add("knows", id);
            }
        }
        return new PlanForm(fields);
    }

    /**
     * The same, with how people can be reached where the record knows, and with the doctor while no service is written.
     * Nobody is ticked by it, and of whoever is in the plan already the plan alone speaks: a number that was left out stays
     * out.
     */
    PlanForm knowing(WhomToRing.Told told) {
        MultiValueMap<String, String> all = new LinkedMultiValueMap<>(fields);
        if (value("services").isEmpty()) {
            all.set("services", String.join("\n", told.others()));
        }
        told.onTheCircles().forEach((who, way) -> {
            String id = who.value().toString();
            if (!has("ask", id)) {
                all.set("reach-" + id, way);
            }
        });
        return new PlanForm(all);
    }

    /** What is in a field, empty where there is nothing. */
    public String value(String field) {
        String value = fields.getFirst(field);
        return value == null ? "" : value.replace("\r\n", "\n").strip();
    }

    /** Whether somebody from the circles is ticked in one list. */
    public boolean has(String field, String id) {
        return fields.getOrDefault(field, List.of()).contains(id);
    }

    Errors errors() {
        Errors errors = new Errors();
        for (String field : LINES) {
            List<String> lines = lines(field);
            if (lines.size() > SafetyPlan.MOST_LINES) {
                errors.add(field, "safety.plan.form.many", SafetyPlan.MOST_LINES);
            } else if (lines.stream().anyMatch(line -> line.length() > SafetyPlan.LONGEST_LINE)) {
                errors.add(field, "safety.plan.form.long", SafetyPlan.LONGEST_LINE);
            }
        }
        fields.keySet().stream()
                .filter(field -> field.startsWith("reach-") && value(field).length() > LONGEST_REACH)
                .forEach(field -> errors.add(field, "safety.plan.form.long", LONGEST_REACH));
        if (value("barriers").length() > LONGEST_BARRIERS) {
            errors.add("barriers", "safety.plan.form.long", LONGEST_BARRIERS);
        }
        return errors;
    }

    /**
     * The parts as they are kept.
     *
     * @param circles everyone on the circles now, in their order: nobody else can be ticked
     * @param before the people the plan had, who stay in it if they are still ticked though they left the circles
     */
    Parts parts(List<Relationship> circles, Parts before) {
        return new Parts(
                lines("signs"),
                lines("alone"),
                lines("places"),
                allies("company", circles, before.company()),
                allies("ask", circles, before.ask()),
                lines("services"),
                lines("safer"),
                lines("matters"),
                value("likely").matches("[0-2]") ? Optional.of(Integer.valueOf(value("likely"))) : Optional.empty(),
                value("barriers"));
    }

    private List<String> lines(String field) {
        return value(field)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private List<Ally> allies(String field, List<Relationship> circles, List<Ally> before) {
        List<Ally> allies = new ArrayList<>();
        for (Relationship one : circles) {
            String id = one.id().value().toString();
            if (has(field, id)) {
                allies.add(ally(field, id, one.name().words(), one));
            }
        }
        for (Ally old : before) {
            String id = old.who().value().toString();
            boolean gone = circles.stream().noneMatch(one -> one.id().equals(old.who()));
            if (gone && has(field, id)) {
                allies.add(new Ally(old.who(), old.name(), reach(field, id), has("knows", id)));
            }
        }
        return allies;
    }

    private Ally ally(String field, String id, String name, Relationship one) {
        return new Ally(one.id(), name, reach(field, id), field.equals("ask") && has("knows", id));
    }

    private String reach(String field, String id) {
        return field.equals("ask") ? value("reach-" + id) : "";
    }
}
