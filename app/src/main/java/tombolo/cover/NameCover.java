package tombolo.cover;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tombolo.diary.Appointment;
import tombolo.diary.BookedHours;
import tombolo.diary.Diary;
import tombolo.diary.HoursInDoubt;
import tombolo.people.People;
import tombolo.people.StandIns;
import tombolo.safety.Concerns;
import tombolo.time.ProgrammeTime;
import tombolo.ui.NotFound;
import tombolo.vault.AccountId;
import tombolo.vault.Act;
import tombolo.vault.AuditChain;
import tombolo.vault.PersonId;
import tombolo.vault.Viewer;

/**
 * Somebody is there instead who was not before, while the absence stands: a cover who falls ill too, or the first there is in an
 * absence that came without one. The people hear nothing of it but what their own page says.
 */
@Component
@Transactional
public class NameCover {
    private final Absences absences;
    private final HoursTaken taken;
    private final TellAbsence tell;
    private final StandIns standIns;
    private final People people;
    private final Concerns concerns;
    private final Diary diary;
    private final BookedHours hours;
    private final HoursInDoubt inDoubt;
    private final AuditChain audit;
    private final ProgrammeTime time;

    NameCover(
            Absences absences,
            HoursTaken taken,
            TellAbsence tell,
            StandIns standIns,
            People people,
            Concerns concerns,
            Diary diary,
            BookedHours hours,
            HoursInDoubt inDoubt,
            AuditChain audit,
            ProgrammeTime time) {
        this.absences = absences;
        this.taken = taken;
        this.tell = tell;
        this.standIns = standIns;
        this.people = people;
        this.concerns = concerns;
        this.diary = diary;
        this.hours = hours;
        this.inDoubt = inDoubt;
        this.audit = audit;
        this.time = time;
    }

    public Visible visibleTo(Viewer viewer) {
        return new Visible(viewer);
    }

    /** In the absences of which this viewer may say who is there instead. */
    public final class Visible {
        private final Viewer viewer;

        private Visible(Viewer viewer) {
            this.viewer = viewer;
        }

        /**
         * From now on this colleague is there instead, or nobody, and whoever was before opens nothing any more. A cover
         * who named themself sees the people once somebody else has named them too.
         *
         * @param seen who was there instead when the viewer looked
         * @return false when that was changed since; nothing is kept then
         */
        public boolean name(UUID id, Optional<AccountId> seen, Optional<AccountId> cover) {
            Absence before = absences.visibleTo(viewer).toSay(id);
            if (cover.equals(Optional.of(before.therapist()))) {
                throw new NotFound();
            }
            if (!before.cover().equals(seen)) {
                return false;
            }
            Absence after = before.coveredBy(cover, viewer.account());
            if (before.cover().equals(cover) && before.isCoveredOnOwnWord() == after.isCoveredOnOwnWord()) {
                return true;
            }
            if (!absences.isCovered(before, after)) {
                return false;
            }
            change(before, after, time.now());
            return true;
        }

        private void change(Absence before, Absence after, Instant now) {
            standIns.endAway(before.therapist(), before.from(), before.until(), now);
            List<PersonId> theirs = people.walkedWith(before.therapist());
            Instant from = after.from().isAfter(now) ? after.from() : now;
            for (PersonId person : theirs) {
                after.cover().ifPresent(who -> absences.letIn(after, who, person, from));
                audit.record(viewer, Act.CHANGED_ACCESS, person, "cover");
            }
            before.cover().ifPresent(old -> handOver(before, after, old, theirs, now));
            if (after.isNow(now)) {
                after.cover().ifPresent(who -> theirs.forEach(person -> waitsFor(person, after.therapist(), who)));
            }
            tell.ofCover(before, after);
            if (!viewer.account().equals(after.therapist())) {
                tell.putAway(after);
            }
            audit.record(viewer, Act.CHANGED_ACCESS, "cover");
        }

        /** What the one who was there before had: with those they walk with themself they keep it. */
        private void handOver(Absence before, Absence after, AccountId old, List<PersonId> theirs, Instant now) {
            List<PersonId> own = people.walkedWith(old);
            List<PersonId> others =
                    theirs.stream().filter(person -> !own.contains(person)).toList();
            Optional<AccountId> sees = absences.sees(after);
            List<Appointment> kept = hours.booked(old, now, before.until()).stream()
                    .filter(one -> others.contains(one.person()))
                    .toList();
            diary.visibleTo(viewer).handBack(kept, sees.orElse(before.therapist()));
            if (sees.isEmpty()) {
                kept.forEach(inDoubt::doubt);
            }
            hours.booked(before.therapist(), now, before.until()).stream()
                    .filter(one -> taken.of(before).contains(one.id()))
                    .forEach(one -> pass(after, one, sees, now));
            if (after.isNow(now)) {
                after.cover().ifPresent(who -> others.forEach(person -> waitsFor(person, old, who)));
            }
        }

        /** The hour takes place with whoever is there now, or, where they see nobody in the therapist's place, is open again. */
        private void pass(Absence absence, Appointment hour, Optional<AccountId> sees, Instant now) {
            taken.letGo(absence, hour);
            if (sees.isPresent()) {
                taken.take(absence, hour, sees.get(), now);
            } else {
                inDoubt.doubt(hour);
                tell.letGo(absence, hour);
            }
        }

        private void waitsFor(PersonId person, AccountId from, AccountId to) {
            concerns.handOver(person, from, to, Optional.of(viewer.account()));
        }
    }
}
