package tombolo.timeline.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tombolo.measures.Response;
import tombolo.timeline.AlongTheWay.Moment;
import tombolo.timeline.Entry;
import tombolo.timeline.LifeEvent;
import tombolo.timeline.RoleBar;
import tombolo.timeline.SaidElsewhere.Saying;
import tombolo.timeline.SymptomMark;
import tombolo.timeline.TimelinePicture;
import tombolo.ui.Choice;
import tombolo.ui.Errors;
import tombolo.ui.Frame;

/**
 * The timeline: the list, the form that is open in it, and the picture.
 *
 * @param rows what it felt like and what happened, the earliest first
 * @param open the form that is open, if one is
 * @param toPlace what was said elsewhere and does not stand on the line yet
 * @param scores how the questionnaire about low mood came out, the earliest first
 * @param along what was worked on along the way, and what only that tells of, the latest first
 * @param ahead days that come round each year, the next first
 */
public record TimelinePage(
        Where place,
        List<Row> rows,
        List<Row> roles,
        List<Row> removed,
        @Nullable Open open,
        List<Saying> toPlace,
        TimelinePicture picture,
        List<Response> scores,
        List<Moment> along,
        List<Moment> ahead,
        int firstYear,
        int lastYear,
        ZoneId zone,
        Errors errors) {

    /**
     * Whose timeline a page shows.
     *
     * @param base the address every link and form of the page begins with
     * @param desk whether staff read it
     * @param person the id drafts of staff are about
     * @param name what the person is called, for staff; may be empty
     */
    public record Where(String base, boolean desk, String person, String name) {}

    /**
     * One thing, as it is read.
     *
     * @param label text key of what kind of thing it is
     * @param when in words
     * @param names whom it is about
     */
    public record Row(Entry entry, String label, String when, List<String> names) {
        public String id() {
            return entry.id().value().toString();
        }

        public String what() {
            return entry.words().what();
        }

        public String more() {
            return entry.words().more();
        }

        /** Above the line, below it, or a bar at its foot. */
        public String side() {
            return switch (entry) {
                case SymptomMark mark -> "mark";
                case LifeEvent event -> "event";
                case RoleBar role -> "role";
            };
        }
    }

    /**
     * A form that is open.
     *
     * @param id what is told again; absent for something new
     * @param people who is on the circles, and whom it is about already
     */
    public record Open(EntryForm form, @Nullable String id, int version, List<Choice> people) {
        /** What a draft of it is kept under. */
        public String draft(Where place) {
            return id == null ? "timeline." + form.sort().key() + ":" + place.person() : "timeline.entry:" + id;
        }

        public List<String> kinds() {
            return switch (form.sort()) {
                case MARK -> List.of("onset", "worse", "better", "well");
                case EVENT ->
                    List.of(LifeEvent.Kind.values()).stream()
                            .map(LifeEvent.Kind::key)
                            .toList();
                case ROLE -> List.of();
            };
        }
    }

    /** What was told in a piece of work, and there alone. */
    public List<Moment> told() {
        return along.stream().filter(moment -> moment.told().isPresent()).toList();
    }

    /** What was worked on and tried. */
    public List<Moment> worked() {
        return along.stream().filter(moment -> moment.told().isEmpty()).toList();
    }

    public LocalDate day(Instant taken) {
        return LocalDate.ofInstant(taken, zone);
    }

    public boolean isEmpty() {
        return rows.isEmpty() && roles.isEmpty();
    }

    public boolean isEditing(Row row) {
        return Optional.ofNullable(open).map(Open::id).filter(row.id()::equals).isPresent();
    }

    public boolean isAdding() {
        return open != null && open.id() == null;
    }

    public List<String> moods() {
        return IntStream.rangeClosed(0, Entry.HIGHEST_MOOD)
                .mapToObj(String::valueOf)
                .toList();
    }

    /** The years there are to choose from. */
    public List<String> years() {
        return IntStream.rangeClosed(firstYear, lastYear)
                .mapToObj(String::valueOf)
                .toList();
    }

    public boolean showsAll() {
        return picture.from() <= firstYear && picture.to() >= lastYear;
    }

    /** A month on the line of time, as short as it is written. */
    public static String month(Month month, Frame frame) {
        return month.getDisplayName(TextStyle.SHORT_STANDALONE, Locale.forLanguageTag(frame.lang()));
    }
}
