package tombolo.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tombolo.diary.Appointment;
import tombolo.diary.Diary;
import tombolo.diary.Side;
import tombolo.messages.Wish;
import tombolo.messages.Wishes;
import tombolo.people.People;
import tombolo.people.Person;
import tombolo.people.SafeContact;
import tombolo.people.SafeContact.Trace;
import tombolo.people.SafeContact.Way;
import tombolo.time.ProgrammeTime;
import tombolo.vault.Confidential;
import tombolo.vault.Viewer;

/** When the cast meet Ishbel, week by week, and how each has said they may be written to. */
@Component
@Profile("demo")
@Order(40)
class CastDiary implements Story {
    private static final ZoneId ZONE = ZoneId.of("Europe/London");
    private static final int SIXTEEN = 16;
    private static final int TOM_PAUSES = 4;
    private static final int EWA_MISSES = 17;
    private static final int NELL_IS_MOVED = 1;

    private static final Map<Cast, Hour> HOURS = new EnumMap<>(Map.of(
            Cast.ANNA, new Hour(2, LocalTime.of(10, 0)),
            Cast.JOAN, new Hour(3, LocalTime.of(14, 0)),
            Cast.RAVI, new Hour(1, LocalTime.of(9, 0)),
            Cast.EWA, new Hour(3, LocalTime.of(9, 0)),
            Cast.TOM, new Hour(3, LocalTime.of(15, 30)),
            Cast.NELL, new Hour(2, LocalTime.of(11, 0))));

    private final Diary diary;
    private final Wishes wishes;
    private final People people;
    private final ProgrammeTime time;

    CastDiary(Diary diary, Wishes wishes, People people, ProgrammeTime time) {
        this.diary = diary;
        this.wishes = wishes;
        this.people = people;
        this.time = time;
    }

    /** So many days after somebody came, and from then on each week. */
    private record Hour(int days, LocalTime at) {}

    @Override
    public void week(int ago, Told told) {
        HOURS.forEach((who, hour) -> {
            if (who.arrives() == ago) {
                saysHowToReach(who, told);
                book(who, hour, told);
            } else if (who.arrives() > ago) {
                recordWhatBecame(who, ago, told);
            }
        });
        Diary.Visible ishbels = diary.visibleTo(told.viewer(Cast.ISHBEL));
        if (ago == TOM_PAUSES) {
            ishbels.cancelFrom(told.person(Cast.TOM), time.now(), Side.PERSON, false);
        }
        if (ago == NELL_IS_MOVED) {
            ishbels.next(told.person(Cast.NELL))
                    .ifPresent(next -> ishbels.move(
                            next.id(), next.version(), next.start().plusSeconds(3600), Appointment.MINUTES, true));
        }
    }

    /** Nobody is seen on a Saturday or a Sunday. */
    private void book(Cast who, Hour hour, Told told) {
        LocalDate day = time.today(ZONE).plusDays(hour.days);
        while (EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY).contains(day.getDayOfWeek())) {
            day = day.plusDays(1);
        }
        int count = who == Cast.EWA ? SIXTEEN + 1 : SIXTEEN;
        diary.visibleTo(told.viewer(Cast.ISHBEL))
                .series(told.person(who), day.atTime(hour.at).atZone(ZONE).toInstant(), 1, count, Appointment.MINUTES);
    }

    private void recordWhatBecame(Cast who, int ago, Told told) {
        Diary.Visible ishbels = diary.visibleTo(told.viewer(Cast.ISHBEL));
        List<Appointment> over = ishbels.of(told.person(who)).stream()
                .filter(one -> one.isUnrecorded(time.now()))
                .toList();
        for (Appointment one : over) {
            if (who == Cast.EWA && ago == EWA_MISSES) {
                ishbels.missed(one.id(), one.version(), Side.PERSON, true);
            } else {
                ishbels.held(one.id(), one.version());
            }
        }
    }

    private void saysHowToReach(Cast who, Told told) {
        Viewer themself = told.viewer(who);
        Person person = people.find(told.person(who)).orElseThrow();
        switch (who) {
            case ANNA -> {
                person.reachedBy(byEmail(who));
                wishes.visibleTo(themself)
                        .keep(person.id(), new Wish(LocalTime.of(9, 0), LocalTime.of(21, 0), Wish.UNSAID.days(), true));
            }
            case NELL, EWA -> person.reachedBy(byEmail(who));
            case RAVI -> person.reachedBy(byPhone("+447700900145", Set.of(Trace.VOICE_MESSAGE, Trace.TEXT)));
            case TOM -> person.reachedBy(byPhone("+447700900152", Set.of(Trace.VOICE_MESSAGE)));
            default -> {
                // Joan is told in the room
            }
        }
        people.save(person);
    }

    private static SafeContact byEmail(Cast who) {
        return new SafeContact(
                Way.EMAIL, Optional.of(Confidential.of(who.address())), Set.of(Trace.EMAIL), Optional.empty());
    }

    private static SafeContact byPhone(String number, Set<Trace> safe) {
        return new SafeContact(Way.PHONE, Optional.of(Confidential.of(number)), safe, Optional.empty());
    }
}
