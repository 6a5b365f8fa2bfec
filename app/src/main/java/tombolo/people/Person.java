package tombolo.people;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tombolo.database.Ids;
import tombolo.vault.AccountId;
import tombolo.vault.Confidential;
import tombolo.vault.PersonId;

/** Someone who seeks connection, from the night they first write in to long after the ending: always the same person. */
public final class Person {
    private final PersonId id;
    private final Instant since;
    private final List<Care> cares;
    private final int version;
    private Optional<Confidential> name;
    private SafeContact contact;
    private Optional<Enrolment> enrolment;

    /** The day the person came in by themself: the account they sign in with, and since when. */
    public record Enrolment(AccountId account, Instant at) {}

    Person(
            PersonId id,
            Instant since,
            Optional<Confidential> name,
            SafeContact contact,
            List<Care> cares,
            Optional<Enrolment> enrolment,
            int version) {
        this.id = id;
        this.since = since;
        this.name = name;
        this.contact = contact;
        this.cares = new ArrayList<>(cares);
        this.enrolment = enrolment;
        this.version = version;
    }

    /** Somebody we did not know until now; a name may wait until they want to give one. */
    public static Person met(Optional<Confidential> name, SafeContact contact, Instant when) {
        return new Person(new PersonId(Ids.next()), when, name, contact, List.of(), Optional.empty(), 0);
    }

    public PersonId id() {
        return id;
    }

    /** When they first wrote in or were first written down. */
    public Instant since() {
        return since;
    }

    /** What they like to be called. */
    public Optional<Confidential> name() {
        return name;
    }

    public SafeContact contact() {
        return contact;
    }

    /** Everyone who walks or has walked with them, the first first. */
    public List<Care> cares() {
        return List.copyOf(cares);
    }

    /** Who walks with them now. */
    public List<AccountId> therapists() {
        return cares.stream().filter(Care::isOpen).map(Care::therapist).toList();
    }

    public Optional<Enrolment> enrolment() {
        return enrolment;
    }

    /** How often what we know of them was changed; a form says which version it began with. */
    public int version() {
        return version;
    }

    public void calledNow(Optional<Confidential> newName) {
        this.name = newName;
    }

    /** A way they have closed stays closed, until it is another one or they say that it is safe again. */
    public void reachedBy(SafeContact newContact) {
        Optional<Instant> closed = newContact.isSameWayAs(contact) ? contact.closed() : Optional.empty();
        this.contact =
                new SafeContact(newContact.way(), newContact.address(), newContact.safe(), newContact.hours(), closed);
    }

    /** The way they are reached by is no longer safe: from now on nothing goes there. Doing it twice is doing it once. */
    void closesTheirWay(Instant when) {
        if (contact.way().needsAddress() && contact.closed().isEmpty()) {
            this.contact = contact.closedAt(when);
        }
    }

    /** They have said themself that the way they closed is safe again. */
    public void opensTheirWay() {
        this.contact = new SafeContact(contact.way(), contact.address(), contact.safe(), contact.hours());
    }

    /** From now on this therapist may open the record. Beginning twice is beginning once. */
    public void walksWith(AccountId therapist, Instant when) {
        if (!therapists().contains(therapist)) {
            cares.add(new Care(Ids.next(), therapist, when, Optional.empty()));
        }
    }

    /**
     * Whether nobody walks with them, so that whoever asked them in begins to. Not somebody who parted from them since then:
     * a link that is still about lets nobody back in.
     */
    boolean isWithout(AccountId asked, Instant then) {
        return therapists().isEmpty()
                && cares.stream()
                        .filter(care -> care.therapist().equals(asked))
                        .flatMap(care -> care.ended().stream())
                        .noneMatch(ended -> !ended.isBefore(then));
    }

    /** From now on this therapist may not open the record any more. */
    public void partsFrom(AccountId therapist, Instant when) {
        cares.replaceAll(care -> care.isOpen() && care.therapist().equals(therapist) ? care.endedAt(when) : care);
    }

    /** They have come in by themself; that happens once. */
    public void enrols(AccountId account, Instant when) {
        if (enrolment.isPresent()) {
            throw new IllegalStateException(
                    "This person enrolled already, at " + enrolment.get().at());
        }
        this.enrolment = Optional.of(new Enrolment(account, when));
    }
}
