package tombolo.diary;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tombolo.diary.Appointment.State;
import tombolo.people.Awaiting;
import tombolo.people.Person;
import tombolo.practice.Practices;
import tombolo.time.ProgrammeTime;
import tombolo.vault.Confidential;
import tombolo.vault.PersonId;
import tombolo.vault.Viewer;

/** Appointments of which nobody has said what became of them, and those a person cannot come to. */
@Component
@Order(25)
class DiaryAwaiting implements Awaiting {
    private static final Duration LOOKED_AHEAD = Duration.ofDays(28);

    private final Diary diary;
    private final HoursUnsaid unsaid;
    private final Practices practices;
    private final ProgrammeTime time;

    DiaryAwaiting(Diary diary, HoursUnsaid unsaid, Practices practices, ProgrammeTime time) {
        this.diary = diary;
        this.unsaid = unsaid;
        this.practices = practices;
        this.time = time;
    }

    @Override
    public String title() {
        return "diary.desk.waiting";
    }

    @Override
    public String none() {
        return "";
    }

    /**
     * What was before today and is not recorded, however long ago and also by whoever had it before; and what is ahead and will
     * not be, because the person said so.
     */
    @Override
    public List<Line> lines(Viewer viewer) {
        Instant now = time.now();
        ZoneId zone = practices.current().zone();
        Instant today = time.today(zone).atStartOfDay(zone).toInstant();
        Diary.Visible mine = diary.visibleTo(viewer);
        List<Appointment> waiting = Stream.concat(
                        unsaid.before(today, viewer).stream(),
                        mine.between(now, now.plus(LOOKED_AHEAD)).stream().filter(one -> cannotCome(one, now)))
                .toList();
        Map<PersonId, String> names = mine.among(waiting).stream()
                .collect(Collectors.toMap(
                        Person::id,
                        person -> person.name().map(Confidential::words).orElse("")));
        Set<UUID> theirs = unsaid.theirs(waiting, viewer);
        return waiting.stream()
                .map(one -> new Line(
                        names.getOrDefault(one.person(), ""),
                        what(theirs, one, now),
                        LocalDate.ofInstant(one.start(), zone),
                        "/desk/people/" + one.person() + "/appointments/" + one.id(),
                        false))
                .toList();
    }

    private static String what(Set<UUID> theirs, Appointment one, Instant now) {
        if (cannotCome(one, now)) {
            return "diary.desk.waiting.cannot";
        }
        return theirs.contains(one.id()) ? "diary.desk.waiting.unrecorded" : "diary.desk.waiting.handed-on";
    }

    private static boolean cannotCome(Appointment one, Instant now) {
        return one.state() == State.CANCELLED
                && one.by().equals(Optional.of(Side.PERSON))
                && one.start().isAfter(now);
    }
}
