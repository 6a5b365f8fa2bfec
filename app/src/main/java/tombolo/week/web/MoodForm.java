package tombolo.week.web;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.util.MultiValueMap;
import tombolo.inventory.RelationshipId;
import tombolo.time.TypedDay;
import tombolo.ui.Choice;
import tombolo.ui.Errors;
import tombolo.week.MoodEntry;

/** What is chosen and typed about a mood and what went with it. */
public record MoodForm(
        String mood, String day, String event, String link, List<String> who, MoodEntry.Began began, int seen) {
    private static final int YEARS_BACK = 1;

    static MoodForm blank(MoodEntry.Began began, LocalDate today) {
        return new MoodForm("", today.toString(), "", "", List.of(), began, 0);
    }

    static MoodForm of(MoodEntry entry) {
        return new MoodForm(
                String.valueOf(entry.mood()),
                entry.day().toString(),
                entry.words().event(),
                entry.words().link(),
                entry.with().stream().map(one -> one.who().value().toString()).toList(),
                entry.began(),
                entry.version());
    }

    static MoodForm of(MultiValueMap<String, String> fields, LocalDate today) {
        String day = AgreeForm.typed(fields, "day");
        String seen = AgreeForm.typed(fields, "seen");
        return new MoodForm(
                AgreeForm.typed(fields, "mood"),
                day.isEmpty() ? today.toString() : day,
                AgreeForm.typed(fields, "event"),
                AgreeForm.typed(fields, "link"),
                fields.getOrDefault("who", List.of()),
                AgreeForm.typed(fields, "began").equals("EVENT") ? MoodEntry.Began.EVENT : MoodEntry.Began.MOOD,
                seen.matches("\\d{1,9}") ? Integer.parseInt(seen) : 0);
    }

    Errors errors(LocalDate today) {
        Errors errors = Errors.none();
        if (!mood.matches("\\d|10")) {
            errors.add("mood", "week.wrong.mood");
        }
        Optional<LocalDate> when = date();
        if (when.isEmpty()) {
            errors.add("day", "week.wrong.day");
        } else if (when.get().isAfter(today)) {
            errors.add("day", "week.wrong.day-ahead");
        } else if (when.get().isBefore(today.minusYears(YEARS_BACK))) {
            errors.add("day", "week.wrong.day-long-ago");
        }
        if (who.size() > MoodEntry.MOST_PEOPLE) {
            errors.add("who", "week.wrong.many", MoodEntry.MOST_PEOPLE);
        }
        fits(errors, "event", event);
        fits(errors, "link", link);
        return errors;
    }

    private static void fits(Errors errors, String field, String typed) {
        if (typed.length() > MoodEntry.LONGEST) {
            errors.add(field, "week.wrong.long", MoodEntry.LONGEST);
        }
    }

    private Optional<LocalDate> date() {
        return TypedDay.read(day);
    }

    int moodNumber() {
        return Integer.parseInt(mood);
    }

    LocalDate theDay() {
        return date().orElseThrow();
    }

    MoodEntry.Words words() {
        return new MoodEntry.Words(event, link);
    }

    /** Those chosen who can be. */
    Set<RelationshipId> with(List<Choice> people) {
        Set<RelationshipId> with = new LinkedHashSet<>();
        people.stream()
                .map(Choice::value)
                .filter(who::contains)
                .forEach(id -> with.add(new RelationshipId(UUID.fromString(id))));
        return with;
    }

    /** Shows no word of it. */
    @Override
    public String toString() {
        return "something typed about a mood";
    }
}
