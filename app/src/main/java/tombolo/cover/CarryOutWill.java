package tombolo.cover;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tombolo.messages.MessageKind;
import tombolo.messages.Outbox;
import tombolo.people.ContactPart;
import tombolo.people.People;
import tombolo.people.Person;
import tombolo.people.StandIn.Why;
import tombolo.people.StandIns;
import tombolo.practice.Staff;
import tombolo.time.ProgrammeTime;
import tombolo.ui.NotFound;
import tombolo.vault.AccountId;
import tombolo.vault.Confidential;
import tombolo.vault.PersonId;
import tombolo.vault.Viewer;

/**
 * What whoever a clinical will names may do while it is open: hand its people on to another therapist, so that nobody is left
 * with no one. They may take some of them on themself, where they are a therapist; each sees who walks with them.
 */
@Component
@Transactional
public class CarryOutWill {
    private final ClinicalWills wills;
    private final WillOpenings openings;
    private final Transfers transfers;
    private final People people;
    private final ContactPart contact;
    private final StandIns standIns;
    private final Staff staff;
    private final Outbox outbox;
    private final ProgrammeTime time;

    CarryOutWill(
            ClinicalWills wills,
            WillOpenings openings,
            Transfers transfers,
            People people,
            ContactPart contact,
            StandIns standIns,
            Staff staff,
            Outbox outbox,
            ProgrammeTime time) {
        this.wills = wills;
        this.openings = openings;
        this.transfers = transfers;
        this.people = people;
        this.contact = contact;
        this.standIns = standIns;
        this.staff = staff;
        this.outbox = outbox;
        this.time = time;
    }

    public Visible visibleTo(Viewer viewer) {
        return new Visible(viewer);
    }

    /** The open wills that name this viewer; any other does not exist here. */
    public final class Visible {
        private final Viewer viewer;

        private Visible(Viewer viewer) {
            this.viewer = viewer;
        }

        public ClinicalWill will(UUID id) {
            ClinicalWill will = wills.visibleTo(viewer).get(id);
            if (!will.mayCarryOut(viewer.account(), time.now())) {
                throw new NotFound();
            }
            return will;
        }

        /** Those the will opens and who are still with its therapist, by name. */
        public List<Person> people(ClinicalWill will) {
            List<PersonId> opened = standIns.openTo(viewer.account(), will.therapist(), Why.WILL, time.now());
            return people.visibleTo(viewer).among(opened, contact).stream()
                    .filter(person -> person.therapists().contains(will.therapist()))
                    .sorted(Comparator.comparing(CarryOutWill::name, String.CASE_INSENSITIVE_ORDER)
                            .thenComparing(Person::since))
                    .toList();
        }

        /** Those of them to whom no message got through that somebody stands in. */
        public Set<PersonId> untold(ClinicalWill will) {
            return openings.untold(will, people(will).stream().map(Person::id).toList());
        }

        /** To whom they may be handed on. */
        public List<Staff.Colleague> therapists(ClinicalWill will) {
            return staff.therapists().stream()
                    .filter(one -> !one.id().equals(will.therapist()))
                    .toList();
        }

        /**
         * Hands these on; the therapist and each of them are told to look in.
         *
         * @param agreedOn empty where not all of them could be asked
         * @return false when one of them was changed meanwhile, and is still to be handed on
         */
        public boolean handOn(
                ClinicalWill will, Collection<PersonId> whom, AccountId to, Optional<LocalDate> agreedOn) {
            if (therapists(will).stream().noneMatch(one -> one.id().equals(to))) {
                throw new NotFound();
            }
            List<Person> chosen = people(will).stream()
                    .filter(person -> whom.contains(person.id()))
                    .toList();
            List<Person> gone = chosen.stream()
                    .filter(person ->
                            transfers.visibleTo(viewer).pass(person, will.therapist(), to, agreedOn, Optional.empty()))
                    .toList();
            if (!to.equals(viewer.account())) {
                gone.stream().findFirst().ifPresent(first -> tell(will, to, first));
            }
            return gone.size() == chosen.size();
        }

        /** Whoever takes them on is told each time that somebody comes. */
        private void tell(ClinicalWill will, AccountId to, Person first) {
            outbox.toStaff(
                    to,
                    MessageKind.LOOK_IN,
                    "handed-on:" + will.opening().orElseThrow().id() + ":" + to + ":" + first.id(),
                    Map.of(),
                    time.now(),
                    time.now().plus(ClinicalWill.LASTS));
        }
    }

    private static String name(Person person) {
        return person.name().map(Confidential::words).orElse("");
    }
}
