package tombolo.week.web;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import tombolo.inventory.NamesOnTheCircles;
import tombolo.inventory.RelationshipId;
import tombolo.people.ComesNext;
import tombolo.people.Glance;
import tombolo.people.Glances;
import tombolo.people.OwnMark;
import tombolo.people.PartOfRecord;
import tombolo.practice.Practices;
import tombolo.time.ProgrammeTime;
import tombolo.vault.AccountId;
import tombolo.vault.Confidential;
import tombolo.vault.PersonId;
import tombolo.vault.Viewer;
import tombolo.week.MoodEntry;
import tombolo.week.MoodLog;
import tombolo.week.MoodPicture;
import tombolo.week.MoodTold;
import tombolo.week.MoodsTold;
import tombolo.week.Tries;
import tombolo.week.Try;
import tombolo.week.web.WeekPage.Greeting;

/** The week: the person's own first page, and the same for the therapist beside them. */
@Controller
class WeekController {
    private static final int TRIES = 8;

    /** Enough for a picture of some weeks. */
    private static final int MOODS = 60;

    private static final Duration AWAY = Duration.ofDays(21);

    private final Glances glances;
    private final Tries tries;
    private final MoodLog moods;
    private final NamesOnTheCircles circles;
    private final List<ComesNext> next;
    private final List<OwnMark> marks;
    private final List<MoodsTold> toldElsewhere;
    private final List<PartOfRecord> parts;
    private final Practices practices;
    private final ProgrammeTime time;

    WeekController(
            Glances glances,
            Tries tries,
            MoodLog moods,
            NamesOnTheCircles circles,
            ObjectProvider<ComesNext> next,
            List<OwnMark> marks,
            List<MoodsTold> toldElsewhere,
            List<PartOfRecord> parts,
            Practices practices,
            ProgrammeTime time) {
        this.glances = glances;
        this.tries = tries;
        this.moods = moods;
        this.circles = circles;
        this.next = next.orderedStream().toList();
        this.marks = List.copyOf(marks);
        this.toldElsewhere = List.copyOf(toldElsewhere);
        this.parts = parts;
        this.practices = practices;
        this.time = time;
    }

    @GetMapping("/my")
    @Transactional
    String mine(Viewer viewer, Model model) {
        model.addAttribute("page", page(viewer, Where.whose(viewer, null)));
        return "week/home";
    }

    @GetMapping("/desk/people/{person}/week")
    @Transactional
    String theirs(Viewer viewer, @PathVariable UUID person, Model model) {
        model.addAttribute("page", page(viewer, Where.whose(viewer, person)));
        return "week/desk";
    }

    private WeekPage page(Viewer viewer, PersonId whose) {
        Glance<List<Try>> tried = tries.newest(TRIES);
        Glance<List<MoodEntry>> mood = moods.newest(MOODS);
        Glance<Map<RelationshipId, Confidential>> names = circles.glance();
        List<Glance<List<ComesNext.Line>>> ahead =
                next.stream().map(ComesNext::glance).toList();
        List<Glance<?>> all = new ArrayList<>(List.of(tried, mood, names));
        all.addAll(ahead);
        ZoneId zone = practices.current().zone();
        LocalDate today = time.today(zone);
        List<Glance<List<MoodTold>>> told = toldElsewhere.stream()
                .map(where -> where.since(today.minusWeeks(MoodPicture.WEEKS)))
                .toList();
        all.addAll(told);
        List<Glance<List<Instant>>> own = marks.stream().map(OwnMark::glance).toList();
        all.addAll(own);
        Glances.Seen seen = glances.at(viewer, whose, all);
        Names called = new Names(seen.of(names));
        List<MoodEntry> written = seen.of(mood);
        List<MoodTold> elsewhere =
                told.stream().flatMap(glance -> seen.of(glance).stream()).toList();
        MoodPicture picture = MoodPicture.of(called.moods(written, elsewhere), today);
        return new WeekPage(
                Where.of(viewer, seen.person()),
                greeting(viewer, seen.of(tried), seen.of(mood), own.stream().flatMap(mark -> seen.of(mark).stream())),
                called.tries(seen.of(tried).stream().filter(Try::isOpen).toList()),
                called.tries(seen.of(tried).stream().filter(it -> !it.isOpen()).toList()),
                picture,
                picture.newestFirst(),
                written.size() > picture.written(),
                ahead.stream()
                        .flatMap(glance -> seen.of(glance).stream())
                        .sorted(Comparator.comparing(ComesNext.Line::at))
                        .toList(),
                parts.stream()
                        .filter(PartOfRecord::isOnTheirFirstPage)
                        .filter(part -> part.pageForThem()
                                .filter(page -> !page.equals("/my"))
                                .isPresent())
                        .toList(),
                zone);
    }

    /** Their own last mark tells whether somebody was away; how long is nobody's business. */
    private Greeting greeting(Viewer viewer, List<Try> tried, List<MoodEntry> mood, Stream<Instant> own) {
        AccountId self = viewer.account();
        Optional<Instant> last = Stream.of(
                        own,
                        mood.stream().map(MoodEntry::writtenAt),
                        tried.stream().filter(it -> it.agreedBy().equals(self)).map(Try::agreedAt),
                        tried.stream()
                                .flatMap(it -> it.outcome().stream())
                                .filter(it -> it.toldBy().equals(self))
                                .map(Try.Outcome::at))
                .flatMap(marks -> marks)
                .max(Instant::compareTo);
        return last.map(at -> at.isBefore(time.now().minus(AWAY)) ? Greeting.AWAY : Greeting.LATELY)
                .orElse(Greeting.FIRST);
    }
}
