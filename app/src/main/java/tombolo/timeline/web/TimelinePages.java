package tombolo.timeline.web;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tombolo.instruments.Item;
import tombolo.inventory.Inventory;
import tombolo.measures.Response;
import tombolo.measures.Responses;
import tombolo.people.People;
import tombolo.practice.Practices;
import tombolo.time.ProgrammeTime;
import tombolo.timeline.AlongTheWay;
import tombolo.timeline.AlongTheWay.Moment;
import tombolo.timeline.Entry;
import tombolo.timeline.Involved;
import tombolo.timeline.SaidElsewhere;
import tombolo.timeline.SaidElsewhere.Saying;
import tombolo.timeline.SymptomMark;
import tombolo.timeline.SymptomMark.Turn;
import tombolo.timeline.Timeline;
import tombolo.timeline.TimelinePicture;
import tombolo.timeline.TimelinePicture.Reading;
import tombolo.timeline.web.TimelinePage.Open;
import tombolo.timeline.web.TimelinePage.Row;
import tombolo.timeline.web.TimelinePage.Where;
import tombolo.ui.Choice;
import tombolo.ui.Errors;
import tombolo.ui.Frame;
import tombolo.vault.PersonId;
import tombolo.vault.Viewer;

/** Lays out the timeline: the picture of the years asked for, the list that is its twin, and the form that is open. */
@Component
class TimelinePages {
    private static final Set<String> LOW_MOOD = Set.of("phq-9", "phq-8");

    private final Responses responses;
    private final People people;
    private final List<AlongTheWay> along;
    private final List<SaidElsewhere> elsewhere;
    private final Practices practices;
    private final ProgrammeTime time;

    TimelinePages(
            Responses responses,
            People people,
            ObjectProvider<AlongTheWay> along,
            ObjectProvider<SaidElsewhere> elsewhere,
            Practices practices,
            ProgrammeTime time) {
        this.responses = responses;
        this.people = people;
        this.along = along.orderedStream().toList();
        this.elsewhere = elsewhere.orderedStream().toList();
        this.practices = practices;
        this.time = time;
    }

    /** Which years the picture shows, and which form is open. */
    record Asked(
            @Nullable Integer from,
            @Nullable Integer to,
            @Nullable String add,
            @Nullable String kind,
            @Nullable UUID edit) {
        static final Asked NOTHING = new Asked(null, null, null, null, null);
    }

    /** @param open the form that is open, if one is */
    TimelinePage of(
            Viewer viewer,
            Where place,
            Timeline timeline,
            Inventory circles,
            Asked asked,
            @Nullable Open open,
            Errors errors,
            Frame frame) {
        Telling telling = new Telling(frame, circles);
        ZoneId zone = practices.current().zone();
        LocalDate today = time.today(zone);
        int first = TimelinePicture.firstYear(timeline, today);
        int[] usual = TimelinePicture.years(timeline, today);
        int from = Math.clamp(asked.from() == null ? usual[0] : asked.from(), first, today.getYear());
        int to = Math.clamp(asked.to() == null ? usual[1] : asked.to(), from, today.getYear());
        List<Response> scores = scores(viewer, timeline.person());
        List<Moment> moments = along(viewer, timeline.person(), frame);
        List<Moment> done = moments.stream().filter(one -> !one.yearly()).toList();
        List<Row> rows = timeline.inOrder().stream().map(telling::row).toList();
        return new TimelinePage(
                place,
                rows.stream().filter(row -> !row.side().equals("role")).toList(),
                rows.stream().filter(row -> row.side().equals("role")).toList(),
                timeline.removed().stream().map(telling::row).toList(),
                open,
                toPlace(viewer, timeline),
                TimelinePicture.of(
                        timeline,
                        readings(scores, zone),
                        done.stream().map(Moment::day).toList(),
                        from,
                        to,
                        today,
                        telling::flag),
                scores,
                done,
                moments.stream().filter(Moment::yearly).toList().reversed(),
                first,
                today.getYear(),
                zone,
                errors);
    }

    /** A form to tell something new; begun with what was said elsewhere where that is to be put on the line. */
    EntryForm begun(Viewer viewer, Timeline timeline, EntryForm.Sort sort, @Nullable String kind) {
        if (sort != EntryForm.Sort.MARK || kind == null) {
            return EntryForm.blank(sort);
        }
        LocalDate today = time.today(practices.current().zone());
        return toPlace(viewer, timeline).stream()
                .filter(said -> said.turn().key().equals(kind))
                .findFirst()
                .map(said -> EntryForm.begun(said, today))
                .orElseGet(() -> EntryForm.blank(sort));
    }

    /** What was said elsewhere and does not stand on the line yet. */
    private List<Saying> toPlace(Viewer viewer, Timeline timeline) {
        Set<Turn> placed = timeline.marks().stream().map(SymptomMark::turn).collect(Collectors.toSet());
        if (placed.contains(Turn.WELL) && placed.contains(Turn.ONSET)) {
            return List.of();
        }
        return elsewhere.stream()
                .filter(one -> people.visibleTo(viewer).mayOpen(timeline.person(), one.part()))
                .flatMap(one -> one.of(timeline.person(), viewer).stream())
                .filter(said -> !placed.contains(said.turn()))
                .toList();
    }

    /** How the questionnaire about low mood came out, each time it was answered. */
    private List<Response> scores(Viewer viewer, PersonId whose) {
        return responses.visibleTo(viewer).of(whose).stream()
                .filter(one -> LOW_MOOD.contains(one.instrument().id()))
                .filter(one -> one.score().isPresent())
                .toList();
    }

    /** What was worked on, and what comes round each year; the latest first. */
    private List<Moment> along(Viewer viewer, PersonId whose, Frame frame) {
        return along.stream()
                .filter(one -> people.visibleTo(viewer).mayOpen(whose, one.part()))
                .flatMap(one -> one.of(whose, viewer, frame).stream())
                .sorted(Comparator.comparing(Moment::day).reversed())
                .toList();
    }

    private static List<Reading> readings(List<Response> scores, ZoneId zone) {
        return scores.stream()
                .map(one -> new Reading(
                        LocalDate.ofInstant(one.taken(), zone),
                        one.score().orElseThrow().total().whole(),
                        one.instrument().total().items().stream()
                                .mapToInt(Item::highest)
                                .sum()))
                .toList();
    }

    static Open opened(Entry entry, Inventory circles) {
        return new Open(
                EntryForm.of(entry),
                entry.id().value().toString(),
                entry.version(),
                choices(circles, entry.words().people()));
    }

    /** Everyone on the circles, and whoever the entry is about though they left the circles. */
    static List<Involved> known(Inventory circles, List<Involved> before) {
        Map<UUID, Involved> known = new LinkedHashMap<>();
        circles.people()
                .forEach(one -> known.put(
                        one.id().value(), new Involved(one.id(), one.name().words())));
        before.forEach(one -> known.putIfAbsent(one.who().value(), one));
        return List.copyOf(known.values());
    }

    static List<Choice> choices(Inventory circles, List<Involved> before) {
        return known(circles, before).stream()
                .map(one -> new Choice(one.who().value().toString(), one.name()))
                .toList();
    }
}
