package tombolo.techniques;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tombolo.course.Intakes;
import tombolo.database.Ids;
import tombolo.database.JsonRow;
import tombolo.inventory.Inventories;
import tombolo.inventory.RelationshipId;
import tombolo.people.Glance;
import tombolo.people.People;
import tombolo.time.ProgrammeTime;
import tombolo.vault.AccountId;
import tombolo.vault.Act;
import tombolo.vault.AuditChain;
import tombolo.vault.PersonId;
import tombolo.vault.Place;
import tombolo.vault.PracticeId;
import tombolo.vault.Vault;
import tombolo.vault.Viewer;
import tombolo.week.With;

/**
 * Whether it is safe for somebody to say hard things to one other person (the check before any work on asserting oneself;
 * A.5, role dispute). Anything but a plain "yes, it is safe" closes that work towards that person. What was closed together
 * with the therapist opens together with them, and by nothing the person answers alone. Where fear or control was found at a
 * start, which names nobody, it is closed towards everybody on the circles, and opens towards one of them in the same way,
 * by what was answered since then. Where the circles say since then that it is hardly or not at all safe to be honest with
 * them, it is asked anew before anything is said. Where somebody it was closed towards together is off the circles, it opens
 * towards a name that came there later only together. What was answered is read by the therapist alone: it stands on no page,
 * letter or download of the person's, which others may look at.
 */
@Repository
public class SafeToSay {
    private final JdbcClient jdbc;
    private final People people;
    private final Intakes intakes;
    private final Inventories inventories;
    private final SafeToSayPart part;
    private final Vault vault;
    private final AuditChain audit;
    private final ProgrammeTime time;

    SafeToSay(
            JdbcClient jdbc,
            People people,
            Intakes intakes,
            Inventories inventories,
            SafeToSayPart part,
            Vault vault,
            AuditChain audit,
            ProgrammeTime time) {
        this.jdbc = jdbc;
        this.people = people;
        this.intakes = intakes;
        this.inventories = inventories;
        this.part = part;
        this.vault = vault;
        this.audit = audit;
        this.time = time;
    }

    /** What can be answered. */
    public enum Answer {
        SAFE,
        NOT_SURE,
        NOT_SAFE,
        RATHER_NOT
    }

    /** What follows from the answer that counts. */
    public enum Standing {
        NOT_ASKED,
        OPEN,
        CLOSED
    }

    /**
     * One answer, for the therapist.
     *
     * @param atDesk whether it was given together with the therapist
     * @param version of whom it is about, on the circles; empty where they were not there, or nobody noted it
     */
    public record Answered(
            RelationshipId with, Answer answer, AccountId by, Instant at, boolean atDesk, Optional<Integer> version) {
        private boolean isTogetherSince(Instant found) {
            return atDesk && !at.isBefore(found);
        }

        /** Whether it was answered with that in view which the circles say now. */
        private boolean isWithInView(int since) {
            return version.filter(one -> one >= since).isPresent();
        }

        private boolean closes() {
            return answer != Answer.SAFE;
        }

        /** The newest counts, but a "safe" that was answered alone never takes the place of what was answered together. */
        private static Answered counting(Answered one, Answered other) {
            Answered newer = one.at.isBefore(other.at) ? other : one;
            Answered older = newer == one ? other : one;
            return newer.atDesk || newer.closes() ? newer : older;
        }
    }

    /**
     * Whether the work on saying things is open for what a piece is about: towards oneself it always is. Towards nobody chosen
     * it is as well, but where fear or control was found at a start: nobody knows then whom it would be said to.
     */
    Standing of(Piece piece, Technique how) {
        return piece.with()
                .map(With::who)
                .map(who -> isKeptFromTheDead(piece, how) ? Standing.OPEN : of(piece.person(), who))
                .orElseGet(() -> how.isToOneself(piece.answers()) ? Standing.OPEN : ofNobody(piece.person()));
    }

    /** Whether it only keeps for later what could be said to somebody, and they have died: nothing is said to them by it. */
    boolean isKeptFromTheDead(Piece piece, Technique how) {
        return how.mayLeadToAsserting(piece.answers())
                && !how.leadsToAsserting(piece.answers())
                && piece.with()
                        .filter(with -> inventories.hasDied(piece.person(), with.who()))
                        .isPresent();
    }

    /** The same for what was planned: towards somebody, or where nobody was chosen. */
    Standing towards(PersonId person, Optional<RelationshipId> who) {
        return who.map(one -> of(person, one)).orElseGet(() -> ofNobody(person));
    }

    /** Whether it is closed towards anybody at all. */
    boolean closesAnything(PersonId person) {
        return ofNobody(person) == Standing.CLOSED
                || newest(person, Optional.empty()).stream().anyMatch(Answered::closes);
    }

    private Standing ofNobody(PersonId person) {
        return intakes.closedToAssertingSince(person).isPresent() ? Standing.CLOSED : Standing.OPEN;
    }

    private Standing of(PersonId person, RelationshipId who) {
        List<Answered> all = newest(person, Optional.empty());
        List<Answered> answers =
                all.stream().filter(it -> it.with().equals(who)).toList();
        if (answers.stream().reduce(Answered::counting).filter(Answered::closes).isPresent()) {
            return Standing.CLOSED;
        }
        Optional<Instant> fear = onlyTogetherSince(person, who, all);
        List<Answered> safe = answers.stream()
                .filter(it -> !it.closes() && fear.stream().allMatch(it::isTogetherSince))
                .toList();
        Optional<Integer> notSafe = safe.isEmpty() ? Optional.empty() : inventories.notSafeSince(person, who);
        if (safe.stream().anyMatch(it -> notSafe.stream().allMatch(it::isWithInView))) {
            return Standing.OPEN;
        }
        return fear.isPresent() ? Standing.CLOSED : Standing.NOT_ASKED;
    }

    /**
     * Since when only what is answered together opens it: because of what was found at a start, or because somebody it was closed
     * towards together is off the circles, and a name that came there later may be theirs.
     */
    private Optional<Instant> onlyTogetherSince(PersonId person, RelationshipId who, List<Answered> all) {
        return Stream.concat(
                        intakes.closedToAssertingSince(person).stream(), closedTogetherOffTheCircles(person, who, all))
                .max(Comparator.naturalOrder());
    }

    private Stream<Instant> closedTogetherOffTheCircles(PersonId person, RelationshipId who, List<Answered> all) {
        List<Answered> together =
                all.stream().filter(it -> it.atDesk() && it.closes()).toList();
        if (together.isEmpty()) {
            return Stream.empty();
        }
        Map<RelationshipId, Instant> there = inventories.since(person);
        Optional<Instant> came = Optional.ofNullable(there.get(who));
        return together.stream()
                .filter(it -> !there.containsKey(it.with()))
                .map(Answered::at)
                .filter(at -> came.filter(at::isBefore).isPresent());
    }

    /** Whether it was answered that it is safe, and the circles say otherwise since. */
    private boolean isAskedAnew(PersonId person, RelationshipId who) {
        return of(person, who) == Standing.NOT_ASKED
                && !newest(person, Optional.of(who)).isEmpty();
    }

    /** Whether a "safe" answered alone would not open it: it was closed together, or by what was found at a start. */
    private boolean opensOnlyTogether(PersonId person, RelationshipId who) {
        List<Answered> all = newest(person, Optional.empty());
        return onlyTogetherSince(person, who, all).isPresent()
                || all.stream().anyMatch(it -> it.with().equals(who) && it.atDesk() && it.closes());
    }

    /** When the person answered something else than a plain "safe" by themself: the newest, for a page that shows a little. */
    public Glance<List<Instant>> notSafeAlone() {
        return new Glance<>(
                part,
                JsonRow.all("select id, answer, answered_at from safe_to_say where practice_id = :practice"
                        + " and person_id = :person and not at_desk order by answered_at desc, id desc limit 20"),
                Map.of(),
                (person, found) -> JsonRow.read(
                                found,
                                row -> Optional.of(row.moment("answered_at"))
                                        .filter(at ->
                                                Answer.SAFE != answer(person, row.uuid("id"), row.bytes("answer"))))
                        .stream()
                        .flatMap(Optional::stream)
                        .toList());
    }

    public Visible visibleTo(Viewer viewer) {
        return new Visible(viewer);
    }

    /** What this viewer may be asked, and may read. */
    public final class Visible {
        private final Viewer viewer;

        private Visible(Viewer viewer) {
            this.viewer = viewer;
        }

        /** Whether the work is open, for whoever may do it; the answer itself is not told. */
        public Standing of(Piece piece, Technique how) {
            return SafeToSay.this.of(piece, how);
        }

        /** Whether this viewer may answer anew and change something by it; at the desk that is always so. */
        public boolean mayAnswerAnew(Piece piece) {
            return !viewer.person().equals(Optional.of(piece.person()))
                    || piece.with()
                            .map(With::who)
                            .filter(who -> !opensOnlyTogether(piece.person(), who))
                            .isPresent();
        }

        /** Whether it was answered that it is safe, and the circles say otherwise since; for whoever walks with the person. */
        public boolean isAskedAnew(Piece piece) {
            return mayRead(piece.person())
                    && piece.with()
                            .filter(with -> SafeToSay.this.isAskedAnew(piece.person(), with.who()))
                            .isPresent();
        }

        /** The answer that counts about everyone who was asked about, for whoever walks with the person. */
        public List<Answered> all(PersonId person) {
            people.visibleTo(viewer).get(person, part);
            audit.record(viewer, Act.READ, person, part.name());
            return counting(person, Optional.empty());
        }

        /** Since when it is closed towards everybody on the circles, because of what was found at a start. */
        public Optional<Instant> closedTowardsAllSince(PersonId person) {
            people.visibleTo(viewer).get(person, part);
            return intakes.closedToAssertingSince(person);
        }

        /** Whether this viewer may read the answers themselves. */
        public boolean mayRead(PersonId person) {
            return people.visibleTo(viewer).mayOpen(person, part);
        }
    }

    /**
     * Takes down what was answered; whoever asks has loaded the person through the viewer.
     *
     * @param version of whom it is about, on the circles; empty where they are not there
     */
    void answered(Viewer viewer, PersonId person, RelationshipId with, Answer answer, Optional<Integer> version) {
        UUID id = Ids.next();
        jdbc.sql("insert into safe_to_say (practice_id, id, person_id, with_id, answer, answered_by, answered_at,"
                        + " at_desk, tie_version) values (:practice, :id, :person, :with, :answer, :by, :at, :atDesk,"
                        + " :version)")
                .param("practice", PracticeId.current().value())
                .param("id", id)
                .param("person", person.value())
                .param("with", with.value())
                .param("answer", vault.seal(person, place(id), answer.name()))
                .param("by", viewer.account().value())
                .param("at", Timestamp.from(time.now()))
                .param("atDesk", !viewer.person().equals(Optional.of(person)))
                .param("version", version.orElse(null), Types.INTEGER)
                .update();
        audit.record(viewer, Act.WROTE, person, part.name());
    }

    private List<Answered> counting(PersonId person, Optional<RelationshipId> who) {
        return newest(person, who).stream()
                .collect(Collectors.toMap(Answered::with, Function.identity(), Answered::counting, LinkedHashMap::new))
                .values()
                .stream()
                .toList();
    }

    /** Of each the newest that was answered together, and the newest that was answered alone. */
    private List<Answered> newest(PersonId person, Optional<RelationshipId> who) {
        var select = jdbc.sql(
                        "select distinct on (with_id, at_desk) id, with_id, answer, answered_by, answered_at, at_desk,"
                                + " tie_version"
                                + " from safe_to_say"
                                + " where practice_id = :practice and person_id = :person"
                                + (who.isPresent() ? " and with_id = :with" : "")
                                + " order by with_id, at_desk, answered_at desc, id desc")
                .param("practice", PracticeId.current().value())
                .param("person", person.value());
        return who.map(one -> select.param("with", one.value()))
                .orElse(select)
                .query((row, number) -> new Answered(
                        new RelationshipId(row.getObject("with_id", UUID.class)),
                        answer(person, row.getObject("id", UUID.class), row.getBytes("answer")),
                        new AccountId(row.getObject("answered_by", UUID.class)),
                        row.getTimestamp("answered_at").toInstant(),
                        row.getBoolean("at_desk"),
                        Optional.ofNullable(row.getObject("tie_version", Integer.class))))
                .list();
    }

    private Answer answer(PersonId person, UUID id, byte[] sealed) {
        return Answer.valueOf(vault.open(person, place(id), sealed).words());
    }

    private static Place place(UUID id) {
        return new Place("safe_to_say", "answer", id);
    }
}
