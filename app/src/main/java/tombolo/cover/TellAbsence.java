package tombolo.cover;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tombolo.database.Ids;
import tombolo.diary.Appointment;
import tombolo.diary.AppointmentCancelled;
import tombolo.diary.BookedHours;
import tombolo.diary.HoursInDoubt;
import tombolo.messages.Message;
import tombolo.messages.MessageKind;
import tombolo.messages.Outbox;
import tombolo.practice.Practices;
import tombolo.time.ProgrammeTime;
import tombolo.vault.AccountId;

/**
 * Tells whom an absence concerns: whoever covers, and those who were to come on its first day, by the way that is safe for
 * each. Nobody is reminded of an hour in which their therapist is away, unless somebody else takes it.
 */
@Component
class TellAbsence {
    private static final Duration A_DAY = Duration.ofHours(24);
    private static final Duration A_LONG_WEEKEND = Duration.ofDays(4);

    private final Outbox outbox;
    private final ToldByHand byHand;
    private final BookedHours hours;
    private final HoursInDoubt inDoubt;
    private final Practices practices;
    private final ProgrammeTime time;

    TellAbsence(
            Outbox outbox,
            ToldByHand byHand,
            BookedHours hours,
            HoursInDoubt inDoubt,
            Practices practices,
            ProgrammeTime time) {
        this.outbox = outbox;
        this.byHand = byHand;
        this.hours = hours;
        this.inDoubt = inDoubt;
        this.practices = practices;
        this.time = time;
    }

    void of(Absence absence) {
        Instant now = time.now();
        absence.cover()
                .ifPresent(cover -> outbox.toStaff(
                        cover, MessageKind.LOOK_IN, "away:" + absence.id(), Map.of(), now, absence.until()));
        List<Appointment> all = hours.booked(absence.therapist(), absence.from(), absence.until());
        all.forEach(inDoubt::doubt);
        onTheFirstDay(absence, all, now).forEach(one -> tell(absence, one, now));
    }

    /** Somebody else has put them down as away, or named who is there instead: they hear of it, and can end it. */
    void putAway(Absence absence) {
        outbox.toStaff(
                absence.therapist(),
                MessageKind.LOOK_IN,
                "put-away:" + absence.id() + ":"
                        + absence.cover().map(AccountId::toString).orElse(""),
                Map.of(),
                time.now(),
                absence.until());
    }

    /** When those of the first day are told: at once, or the day before where that is further off. Until then it can change. */
    Instant tellsFrom(Absence absence) {
        return absence.from().minus(A_DAY);
    }

    /**
     * Those who would come before anybody can ring them: on the first day of it that has hours. Further off than a long
     * weekend there is time to ring.
     */
    private List<Appointment> onTheFirstDay(Absence absence, List<Appointment> all, Instant now) {
        ZoneId zone = practices.current().zone();
        Instant from = absence.from().isAfter(now) ? absence.from() : now;
        List<Appointment> ahead =
                all.stream().filter(one -> !one.start().isBefore(from)).toList();
        return ahead.stream()
                .map(Appointment::start)
                .min(Comparator.naturalOrder())
                .filter(first -> first.isBefore(from.plus(A_LONG_WEEKEND)))
                .map(first -> LocalDate.ofInstant(first, zone))
                .map(day -> ahead.stream()
                        .filter(one -> LocalDate.ofInstant(one.start(), zone).equals(day))
                        .toList())
                .orElse(List.of());
    }

    /**
     * What became of the message about each of these hours. An hour of which nothing was written is not there, nor one of which
     * they have read since that it can take place.
     */
    Map<UUID, Message.State> told(Absence absence, List<Appointment> some) {
        Map<UUID, Message.State> told = states(some, one -> key(absence, one));
        toldBack(absence, some).forEach((hour, state) -> {
            if (hasGone(state)) {
                told.remove(hour);
            }
        });
        return told;
    }

    /** Whoever is there instead now, and whoever was to be, look in: the first to begin, the other to stop. */
    void ofCover(Absence before, Absence now) {
        outbox.withdraw("away:" + before.id());
        Stream.concat(before.cover().stream(), now.cover().stream())
                .forEach(cover -> outbox.toStaff(
                        cover,
                        MessageKind.LOOK_IN,
                        "cover:" + before.id() + ":" + Ids.next(),
                        Map.of(),
                        time.now(),
                        before.until()));
    }

    /** Nobody sees them at that hour after all; what had not gone out about it goes. */
    void letGo(Absence absence, Appointment hour) {
        outbox.withdraw(backKey(absence, hour));
        outbox.resume(key(absence, hour));
    }

    /** The same of the message that it can take place after all. */
    Map<UUID, Message.State> toldBack(Absence absence, List<Appointment> some) {
        return states(some, one -> backKey(absence, one));
    }

    private Map<UUID, Message.State> states(List<Appointment> some, Function<Appointment, String> called) {
        Map<String, UUID> keys = some.stream().collect(Collectors.toMap(called, Appointment::id));
        Map<UUID, Message.State> told = new HashMap<>();
        outbox.states(keys.keySet()).forEach((key, state) -> told.put(Objects.requireNonNull(keys.get(key)), state));
        return told;
    }

    private void tell(Absence absence, Appointment today, Instant now) {
        outbox.toPerson(
                today.person(),
                MessageKind.THERAPIST_AWAY,
                key(absence, today),
                Map.of("when", today.start().toString()),
                tellsFrom(absence).isAfter(now) ? tellsFrom(absence) : now,
                today.start());
    }

    /** Somebody has told them themself; no message need be chased any more. */
    void byHand(Absence absence, Appointment hour, AccountId who) {
        boolean back = absence.ended().isPresent();
        byHand.note(absence, hour, back, who, time.now());
        outbox.note(back ? backKey(absence, hour) : key(absence, hour));
    }

    Map<UUID, AccountId> toldByHand(Absence absence) {
        return byHand.of(absence, absence.ended().isPresent());
    }

    private boolean knows(Absence absence, Appointment hour, Map<UUID, Message.State> told) {
        return Optional.ofNullable(told.get(hour.id()))
                        .filter(TellAbsence::hasGone)
                        .isPresent()
                || byHand.of(absence, false).containsKey(hour.id());
    }

    /**
     * The absence is over, or was taken back: what has not gone out need not go. Whoever was told that their hour cannot take
     * place, or was to be told in another way because no message reached them, hears that it can.
     */
    void takeBack(Absence absence) {
        Instant from = time.now().isAfter(absence.from()) ? time.now() : absence.from();
        outbox.withdraw("away:" + absence.id());
        List<Appointment> ahead =
                from.isBefore(absence.until()) ? hours.booked(absence.therapist(), from, absence.until()) : List.of();
        Map<UUID, Message.State> told = told(absence, ahead);
        ahead.forEach(one -> {
            outbox.withdraw(key(absence, one));
            inDoubt.takesPlace(one);
        });
        ahead.stream().filter(one -> knows(absence, one, told)).forEach(one -> afterAll(absence, one));
    }

    /**
     * The hour is seen to: somebody takes it, or it is at another time, off, or with another therapist now. That it cannot take
     * place need not go out any more; whoever read it hears that it can where somebody takes it. Of an hour that was moved out of
     * the absence they have heard already.
     */
    void seenTo(Absence absence, Appointment hour, boolean takesPlace) {
        boolean told = takesPlace
                && !hour.start().isBefore(absence.from())
                && hour.start().isBefore(absence.until())
                && knows(absence, hour, told(absence, List.of(hour)));
        outbox.withdraw(key(absence, hour));
        if (told) {
            afterAll(absence, hour);
        } else if (!takesPlace) {
            outbox.withdraw(backKey(absence, hour));
        }
    }

    private static boolean hasGone(Message.State state) {
        return state != Message.State.WAITING && state != Message.State.WITHDRAWN;
    }

    private void afterAll(Absence absence, Appointment hour) {
        byHand.forget(absence, hour);
        outbox.toPerson(
                hour.person(),
                MessageKind.AFTER_ALL,
                backKey(absence, hour),
                Map.of("when", hour.start().toString()),
                time.now(),
                hour.start());
    }

    /** The person cannot come to an hour somebody else had taken: they look in as the therapist would. */
    void calledOff(AppointmentCancelled hour, AccountId cover) {
        outbox.toStaff(cover, MessageKind.LOOK_IN, "taken-called-off:" + hour.id(), Map.of(), time.now(), hour.at());
    }

    private static String backKey(Absence absence, Appointment hour) {
        return "back:" + absence.id() + ":" + hour.id();
    }

    private static String key(Absence absence, Appointment today) {
        return "away:" + absence.id() + ":" + today.id();
    }
}
