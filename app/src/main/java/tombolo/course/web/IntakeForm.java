package tombolo.course.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import tombolo.course.Exclusion;
import tombolo.course.Intake;
import tombolo.course.IntakeEntry;
import tombolo.course.IntakeTask;
import tombolo.course.VerySevere;
import tombolo.people.Telephone;
import tombolo.people.TypedContact;
import tombolo.time.TypedDay;
import tombolo.ui.Choice;
import tombolo.ui.Conflict.Difference;
import tombolo.ui.Errors;
import tombolo.ui.Frame;

/** What is typed and chosen in one task at the start. Half a task can be kept; what is called complete must be. */
public final class IntakeForm {
    private static final String TEXTS = "course.desk.intake.";

    private final IntakeTask task;
    private final MultiValueMap<String, String> fields;

    IntakeForm(IntakeTask task, MultiValueMap<String, String> fields) {
        this.task = task;
        this.fields = fields;
    }

    static IntakeForm of(IntakeTask task, Optional<IntakeEntry> entry) {
        MultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
        entry.ifPresent(it -> {
            it.said().forEach((name, values) -> fields.put(name, List.copyOf(values)));
            fields.set("finished", it.finished() ? "yes" : "no");
        });
        return new IntakeForm(task, fields);
    }

    /** What is in a field, empty where there is nothing. */
    public String value(String field) {
        return TypedContact.text(fields.getFirst(field));
    }

    /** What is ticked in a field. */
    public List<String> values(String field) {
        return fields.getOrDefault(field, List.of());
    }

    public List<IntakeField> questions() {
        return IntakeField.of(task);
    }

    boolean finished() {
        return value("finished").equals("yes");
    }

    /** @param severe what the newest answers say to the question whether it is very severe */
    Errors errors(LocalDate today, String country, List<Choice> circles, Optional<VerySevere> severe) {
        Errors errors = Errors.none();
        for (IntakeField field : questions()) {
            check(errors, field, today, country, circles);
        }
        if (finished() && asksForADecision() && value("words").isEmpty()) {
            errors.add("words", "course.desk.intake.wrong.decision");
        } else if (finished() && deniesWhatWasAnswered(severe) && value("words").isEmpty()) {
            errors.add("words", "course.desk.intake.wrong.otherwise");
        }
        if (fields.getFirst("finished") == null) {
            errors.add("finished", "course.desk.intake.wrong.finished");
        }
        return errors;
    }

    private void check(Errors errors, IntakeField field, LocalDate today, String country, List<Choice> circles) {
        String value = value(field.name());
        if (value.isEmpty()) {
            if (needs(field) && finished()) {
                errors.add(field.name(), "course.desk.intake.wrong.needed");
            }
            return;
        }
        if (value.length() > field.longest()) {
            errors.add(field.name(), "course.desk.wrong.long", field.longest());
        }
        switch (field.kind()) {
            case CHOICE, TICKS -> {
                if (!field.options().containsAll(values(field.name()))) {
                    errors.add(field.name(), "course.desk.intake.wrong.needed");
                }
            }
            case PHONE -> {
                if (Telephone.read(value, country) instanceof Telephone.Unclear) {
                    errors.add(field.name(), "course.desk.intake.wrong.phone");
                }
            }
            case DAY -> {
                if (TypedDay.read(value).filter(day -> !day.isAfter(today)).isEmpty()) {
                    errors.add(field.name(), "course.desk.intake.wrong.day");
                }
            }
            case CIRCLES -> {
                if (circles.stream().noneMatch(one -> one.value().equals(value))) {
                    errors.add(field.name(), "course.desk.intake.wrong.needed");
                }
            }
            case LINE, TEXT -> {}
        }
    }

    /** Who recorded it and when is there to be told only of an episode. */
    private boolean needs(IntakeField field) {
        boolean ofTheEpisode = List.of("clinician", "recorded").contains(field.name());
        return field.needed() && (!ofTheEpisode || value("found").equals("EPISODE"));
    }

    /** True when an answer speaks, or may speak, for another kind of help, and a human says what follows from it. */
    private boolean asksForADecision() {
        return switch (task) {
            case DETAILS -> value("adult").equals("NO");
            case EPISODE -> value("found").equals("EPISODE") && leads();
            case SUITABILITY -> leads();
            case HISTORY, MEDICATION, SYMPTOMS, NAMING -> false;
        };
    }

    private boolean leads() {
        return Arrays.stream(Exclusion.values())
                .filter(one -> one.asked() == task)
                .anyMatch(one -> Intake.leads(value(one.key())));
    }

    /** A yes against the answers leads anyway, and so asks for words already. */
    private boolean deniesWhatWasAnswered(Optional<VerySevere> severe) {
        return value(Exclusion.VERY_SEVERE.key()).equals("NO")
                && severe.flatMap(VerySevere::holds).orElse(false);
    }

    /** What is kept: only what is asked, and only what was answered. */
    Map<String, List<String>> said() {
        Map<String, List<String>> said = new LinkedHashMap<>();
        for (IntakeField field : questions()) {
            if (field.kind() == IntakeField.Kind.TICKS) {
                if (!values(field.name()).isEmpty()) {
                    said.put(field.name(), values(field.name()));
                }
            } else if (!value(field.name()).isEmpty()) {
                said.put(field.name(), List.of(value(field.name())));
            }
        }
        return said;
    }

    /** What somebody else said otherwise, in the words the form has for it. */
    List<Difference> differs(IntakeForm other, Frame frame, List<Choice> circles) {
        List<Difference> all = new ArrayList<>();
        for (IntakeField field : questions()) {
            all.add(new Difference(
                    TEXTS + task.key() + "." + field.name(),
                    shown(field, frame, circles),
                    other.shown(field, frame, circles)));
        }
        all.add(new Difference(TEXTS + "finished", shownFinished(frame), other.shownFinished(frame)));
        return all.stream().filter(one -> !one.yours().equals(one.theirs())).toList();
    }

    private String shown(IntakeField field, Frame frame, List<Choice> circles) {
        String value = value(field.name());
        return switch (field.kind()) {
            case CHOICE, TICKS ->
                field.options().stream()
                        .filter(values(field.name())::contains)
                        .map(option -> frame.t(TEXTS + "option." + option))
                        .collect(Collectors.joining("\n"));
            case CIRCLES ->
                circles.stream()
                        .filter(one -> one.value().equals(value))
                        .map(Choice::label)
                        .findFirst()
                        .orElseGet(() -> frame.t(TEXTS + "nobody"));
            case DAY -> TypedDay.read(value).map(frame::day).orElse(value);
            case LINE, TEXT, PHONE -> value;
        };
    }

    private String shownFinished(Frame frame) {
        return frame.t(TEXTS + "finished." + (finished() ? "yes" : "no"));
    }
}
