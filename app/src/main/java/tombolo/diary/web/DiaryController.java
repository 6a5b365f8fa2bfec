package tombolo.diary.web;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tombolo.diary.Appointment;
import tombolo.diary.Appointment.State;
import tombolo.diary.Diary;
import tombolo.diary.web.DayPage.Day;
import tombolo.diary.web.DayPage.Entry;
import tombolo.people.Person;
import tombolo.practice.Practices;
import tombolo.time.ProgrammeTime;
import tombolo.time.TypedDay;
import tombolo.ui.NotFound;
import tombolo.vault.Confidential;
import tombolo.vault.PersonId;
import tombolo.vault.Role;
import tombolo.vault.Viewer;

/** A therapist's week, day by day. */
@Controller
class DiaryController {
    private static final int DAYS = 7;

    private final Diary diary;
    private final Practices practices;
    private final ProgrammeTime time;

    DiaryController(Diary diary, Practices practices, ProgrammeTime time) {
        this.diary = diary;
        this.practices = practices;
        this.time = time;
    }

    @GetMapping("/desk/diary")
    @Transactional
    String week(Viewer viewer, @RequestParam(defaultValue = "") String week, Model model) {
        if (!viewer.is(Role.THERAPIST)) {
            throw new NotFound();
        }
        ZoneId zone = practices.current().zone();
        LocalDate today = time.today(zone);
        LocalDate monday = TypedDay.read(week).orElse(today).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        model.addAttribute("page", new DayPage(monday, today, days(viewer, monday, today, zone)));
        return "diary/week";
    }

    private List<Day> days(Viewer viewer, LocalDate monday, LocalDate today, ZoneId zone) {
        Diary.Visible mine = diary.visibleTo(viewer);
        List<Appointment> all = mine.between(
                monday.atStartOfDay(zone).toInstant(),
                monday.plusDays(DAYS).atStartOfDay(zone).toInstant());
        Map<PersonId, String> names = mine.among(all).stream()
                .collect(Collectors.toMap(
                        Person::id,
                        person -> person.name().map(Confidential::words).orElse("")));
        Instant now = time.now();
        List<Day> days = new ArrayList<>();
        for (LocalDate day = monday; day.isBefore(monday.plusDays(DAYS)); day = day.plusDays(1)) {
            LocalDate date = day;
            List<Entry> entries = all.stream()
                    .map(one -> new Entry(
                            new Shown(one, zone, now),
                            names.getOrDefault(one.person(), ""),
                            AppointmentsController.base(one.person()) + "/" + one.id(),
                            twice(one, all)))
                    .filter(entry -> entry.shown().day().equals(date))
                    .toList();
            if (!entries.isEmpty() || day.equals(today)) {
                days.add(new Day(day, entries));
            }
        }
        return days;
    }

    private static boolean twice(Appointment one, List<Appointment> all) {
        return one.state() == State.BOOKED
                && all.stream()
                        .anyMatch(other ->
                                other.state() == State.BOOKED && !other.id().equals(one.id()) && other.overlaps(one));
    }
}
