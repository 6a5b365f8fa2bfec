package tombolo.course.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tombolo.course.SickRole;
import tombolo.people.TypedContact;
import tombolo.time.TypedDay;
import tombolo.ui.Errors;

/**
 * What was typed of what may be put down for a while.
 *
 * @param lightened a line for each thing
 * @param helpers ids of those on the circles who take it over
 */
public record SickRoleForm(String lightened, List<String> helpers, String until, String effort) {
    private static final int MOST_LINES = 12;
    private static final int LONGEST_LINE = 200;
    private static final int LONGEST_EFFORT = 1000;

    public SickRoleForm(
            @Nullable String lightened,
            @Nullable List<String> helpers,
            @Nullable String until,
            @Nullable String effort) {
        this.lightened = lightened == null ? "" : lightened;
        this.helpers = helpers == null ? List.of() : List.copyOf(helpers);
        this.until = until == null ? "" : until;
        this.effort = TypedContact.text(effort);
    }

    static SickRoleForm of(Optional<SickRole> now) {
        return new SickRoleForm(
                now.map(it -> String.join("\n", it.lightened())).orElse(""),
                now.map(SickRole::helpers).orElse(List.of()).stream()
                        .map(one -> Loading.text(one.who()))
                        .toList(),
                now.map(it -> it.until().toString()).orElse(""),
                now.map(SickRole::effort).orElse(""));
    }

    List<String> lines() {
        return TypedContact.text(lightened)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    Optional<LocalDate> day() {
        return TypedDay.read(until);
    }

    Errors errors(LocalDate today) {
        Errors errors = Errors.none();
        List<String> lines = lines();
        if (lines.isEmpty()
                || lines.size() > MOST_LINES
                || lines.stream().anyMatch(line -> line.length() > LONGEST_LINE)) {
            errors.add("lightened", "course.desk.sick-role.wrong.lines", MOST_LINES, LONGEST_LINE);
        }
        if (day().filter(it -> it.isAfter(today)).isEmpty()) {
            errors.add("until", "course.desk.sick-role.wrong.until");
        }
        if (effort.length() > LONGEST_EFFORT) {
            errors.add("effort", "course.desk.wrong.long", LONGEST_EFFORT);
        }
        return errors;
    }
}
