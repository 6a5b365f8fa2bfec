package tombolo.cover;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tombolo.people.AlsoSeen;
import tombolo.people.Person;
import tombolo.practice.Staff;
import tombolo.time.ProgrammeTime;
import tombolo.ui.Said;
import tombolo.vault.AccountId;

/** For the person: that their therapist is away where nobody stands in, and each time they were handed on. */
@Component
class AwayAndHandedOn implements AlsoSeen {
    private final Absences absences;
    private final Transfers transfers;
    private final Staff staff;
    private final ProgrammeTime time;

    AwayAndHandedOn(Absences absences, Transfers transfers, Staff staff, ProgrammeTime time) {
        this.absences = absences;
        this.transfers = transfers;
        this.staff = staff;
        this.time = time;
    }

    @Override
    public List<Line> of(Person person) {
        Instant now = time.now();
        Stream<Line> away = person.therapists().stream()
                .flatMap(therapist -> absences.of(therapist).stream())
                .filter(one -> one.cover().isEmpty() && one.end().isAfter(now))
                .map(one -> new Line(
                        Said.of("cover.seen.away", name(one.therapist()), one.from(), one.until()), Optional.empty()));
        Stream<Line> handedOn = transfers.of(person).stream().map(one -> new Line(said(one), one.words()));
        return Stream.concat(away, handedOn).toList();
    }

    private Said said(HandOn one) {
        return one.agreedOn()
                .map(day -> Said.of("cover.seen.handed-on.agreed", name(one.from()), name(one.to()), one.at(), day))
                .orElseGet(() -> Said.of("cover.seen.handed-on", name(one.from()), name(one.to()), one.at()));
    }

    private String name(AccountId who) {
        return staff.nameOf(who);
    }
}
