package tombolo.safety;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tombolo.database.JsonRow;
import tombolo.people.ContactPart;
import tombolo.people.Glance;
import tombolo.people.People;
import tombolo.people.Person;
import tombolo.safety.Concern.Opening;
import tombolo.time.ProgrammeTime;
import tombolo.ui.NotFound;
import tombolo.vault.AccountId;
import tombolo.vault.Act;
import tombolo.vault.AuditChain;
import tombolo.vault.PersonId;
import tombolo.vault.PracticeId;
import tombolo.vault.Role;
import tombolo.vault.Sight;
import tombolo.vault.Viewer;

/**
 * Everything people said that a human must answer. Whoever walks with a person sees all of it. Whoever was told because
 * nobody answered, and whoever runs or supervises, sees that it waits and how late it is: no word, and nothing answered.
 */
@Repository
@Transactional
public class Concerns {
    private final JdbcClient jdbc;
    private final ConcernRows rows;
    private final People people;
    private final ConcernPart part;
    private final ContactPart contact;
    private final Watch watch;
    private final Telling telling;
    private final AuditChain audit;
    private final Sight sight;
    private final ProgrammeTime time;

    Concerns(
            JdbcClient jdbc,
            ConcernRows rows,
            People people,
            ConcernPart part,
            ContactPart contact,
            Watch watch,
            Telling telling,
            AuditChain audit,
            Sight sight,
            ProgrammeTime time) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.people = people;
        this.part = part;
        this.contact = contact;
        this.watch = watch;
        this.telling = telling;
        this.audit = audit;
        this.sight = sight;
        this.time = time;
    }

    /** Which one is open, where one is. */
    public Glance<Optional<UUID>> openNow() {
        return new Glance<>(
                part,
                JsonRow.all("select c.id from concern c where c.practice_id = :practice and c.person_id = :person"
                        + " and c.state <> 'CLOSED'"),
                Map.of(),
                (person, found) ->
                        JsonRow.read(found, row -> row.uuid("id")).stream().findFirst());
    }

    public Visible visibleTo(Viewer viewer) {
        return new Visible(viewer);
    }

    /**
     * A concern as one viewer sees it.
     *
     * @param person as far as the viewer may know them; empty where they may not know who it is
     * @param words whether they see what was said, what was answered and what was written
     * @param mayAct whether it is theirs to answer
     */
    public record Seen(Concern concern, Optional<Person> person, boolean words, boolean mayAct) {}

    /** The concerns this viewer may see. */
    public final class Visible {
        private final Viewer viewer;

        private Visible(Viewer viewer) {
            this.viewer = viewer;
        }

        /** The open one of a person the viewer walks with, or their own. */
        public Optional<Concern> open(PersonId person) {
            return of(person).stream().filter(Concern::isOpen).findFirst();
        }

        /** All of a person the viewer walks with, or their own; the newest first. */
        public List<Concern> of(PersonId person) {
            people.visibleTo(viewer).get(person, part);
            audit.record(viewer, Act.READ, person, part.name());
            return rows.load("c.person_id = :person", Map.of("person", person.value()), true);
        }

        /** Every open one that the viewer may know of, the longest overdue first. */
        public List<Seen> all() {
            List<Concern> open = rows.load(onDuty() + " or (c.state <> 'CLOSED' and :therapist)", facts(), false);
            List<PersonId> ids = open.stream().map(Concern::person).toList();
            Map<PersonId, Person> whole = known(people.visibleTo(viewer).among(ids, part));
            Map<PersonId, Person> reached = known(people.visibleTo(viewer).among(ids, contact));
            return open.stream()
                    .map(one -> new Seen(
                            one,
                            Optional.ofNullable(whole.getOrDefault(one.person(), reached.get(one.person()))),
                            whole.containsKey(one.person()),
                            whole.containsKey(one.person()) || mayReach(one)))
                    .filter(seen -> seen.words() || seen.mayAct() || oversees(seen.concern()))
                    .sorted(Comparator.comparing(seen -> seen.concern().due()))
                    .toList();
        }

        /** One of them; any other does not exist. */
        public Seen get(UUID id) {
            Seen seen = find(id).orElseThrow(() -> {
                rows.load("c.id = :id", Map.of("id", id), false)
                        .forEach(denied -> audit.record(viewer, Act.DENIED, denied.person(), part.name()));
                return new NotFound();
            });
            audit.record(viewer, Act.READ, seen.concern().person(), part.name());
            return seen;
        }

        /** The same, for whoever only asks whether it is still theirs to see. */
        public Optional<Seen> find(UUID id) {
            Map<String, Object> facts = facts();
            facts.put("id", id);
            return rows.load("c.id = :id", Map.of("id", id), false).stream()
                    .findFirst()
                    .flatMap(plain -> seen(plain, facts));
        }

        private Optional<Seen> seen(Concern plain, Map<String, Object> facts) {
            UUID id = plain.id();
            List<PersonId> whose = List.of(plain.person());
            Optional<Person> walking =
                    people.visibleTo(viewer).among(whose, part).stream().findFirst();
            boolean reaches = walking.isPresent() || mayReach(plain);
            if (walking.isEmpty()
                    && (!reaches && !oversees(plain)
                            || rows.load("c.id = :id and " + onDuty(), facts, false)
                                    .isEmpty())) {
                return Optional.empty();
            }
            return Optional.of(new Seen(
                    walking.isPresent()
                            ? rows.load("c.id = :id", Map.of("id", id), true).getFirst()
                            : plain,
                    walking.or(() -> people.visibleTo(viewer).among(whose, contact).stream()
                            .findFirst()),
                    walking.isPresent(),
                    reaches));
        }

        /** The steps in which a colleague was told, and the message about it did not get through. */
        public Set<UUID> unreached(Concern seen) {
            return telling.unreached(seen);
        }

        /** Somebody said it to the viewer, who writes it down: it comes to the open one, or opens one. */
        public UUID hear(PersonId person, Opening opening) {
            people.visibleTo(viewer).get(person, part);
            audit.record(viewer, Act.WROTE, person, part.name());
            return Concerns.this.hear(person, opening);
        }

        /**
         * Changes one that is the viewer's to answer.
         *
         * @param act is given the concern and until when the clock would run from now on
         * @return false when somebody else changed it since this version; nothing is kept then
         */
        public boolean change(UUID id, int version, BiConsumer<Concern, Instant> act) {
            Seen seen = get(id);
            if (!seen.mayAct()) {
                audit.record(viewer, Act.DENIED, seen.concern().person(), part.name());
                throw new NotFound();
            }
            Concern concern = rows.openToChange(id).orElse(seen.concern());
            if (!concern.isOpen() || concern.version() != version) {
                return false;
            }
            int told = concern.steps().size();
            act.accept(concern, watch.due(0, time.now()));
            keep(concern, told);
            audit.record(viewer, Act.WROTE, concern.person(), part.name());
            return true;
        }

        private boolean wasTold(Concern concern) {
            return concern.steps().stream().anyMatch(step -> step.to().equals(Optional.of(viewer.account())));
        }

        /** Told of it, and still let in: not once they handed the person on, or their time of standing in is over. */
        private boolean mayReach(Concern concern) {
            return wasTold(concern)
                    && telling.isLetIn(people.find(concern.person()).orElseThrow(), viewer.account(), time.now());
        }

        /** Running or supervising while it is late. */
        private boolean oversees(Concern concern) {
            return concern.isLate(time.now()) && (viewer.is(Role.MANAGER) || viewer.is(Role.SUPERVISOR));
        }

        /** Told of it, or running or supervising while it is late; over with the concern. */
        private String onDuty() {
            return sight.of("""
                    (c.practice_id = :practice and c.state <> 'CLOSED' and (exists (select from concern_step s
                        where s.practice_id = c.practice_id and s.concern_id = c.id and s.to_id = :account)
                        or (:oversees and (c.rung > 0 or c.due_at <= :now))))""");
        }

        private Map<String, Object> facts() {
            Map<String, Object> facts = new HashMap<>();
            facts.put("account", viewer.account().value());
            facts.put("therapist", viewer.is(Role.THERAPIST));
            facts.put("oversees", viewer.is(Role.MANAGER) || viewer.is(Role.SUPERVISOR));
            facts.put("now", Timestamp.from(time.now()));
            return facts;
        }

        private static Map<PersonId, Person> known(Collection<Person> people) {
            return people.stream().collect(Collectors.toMap(Person::id, Function.identity()));
        }
    }

    /** It comes to the person's open concern, or opens one; in the present transaction, with its owner told. */
    UUID hear(PersonId person, Opening opening) {
        Instant now = time.now();
        Instant due = watch.due(0, now);
        while (true) {
            Optional<Concern> open = rows.openToChange(person);
            if (open.isPresent()) {
                int told = open.get().steps().size();
                open.get().hears(opening, now, due);
                keep(open.get(), told);
                return open.get().id();
            }
            AccountId owner = watch.owner(people.find(person).orElseThrow(), now);
            Concern fresh = Concern.opened(person, owner, opening, now, due);
            if (rows.add(fresh)) {
                telling.of(fresh, 0);
                return fresh.id();
            }
        }
    }

    /**
     * Somebody says that they are not safe right now: whoever has it is told, and nobody closes it without having seen that.
     *
     * @param anew false where it is the same press once more
     * @return false where none is open; nobody is told then
     */
    boolean notSafe(PersonId person, boolean anew) {
        Optional<Concern> open = rows.openToChange(person);
        open.ifPresent(concern -> {
            int told = concern.steps().size();
            concern.hearsNotSafe(anew, time.now());
            if (concern.steps().size() > told) {
                keep(concern, told);
            }
        });
        return open.isPresent();
    }

    /** Somebody else has what this person said in hand from now on: whoever had it is away. */
    public void handOver(PersonId person, AccountId from, AccountId to, Optional<AccountId> by) {
        rows.openToChange(person).filter(open -> open.holder().equals(from)).ifPresent(open -> handOver(open, to, by));
    }

    /** The person is handed on, and what they said with them. What another colleague has in hand they keep. */
    public void handOn(PersonId person, AccountId from, AccountId to, Optional<AccountId> by) {
        handOver(person, from, to, by);
        rows.openToChange(person).filter(open -> open.owner().equals(from)).ifPresent(open -> {
            int told = open.steps().size();
            open.isAnsweredFor(to, by, time.now());
            keep(open, told);
        });
    }

    void handOver(Concern open, AccountId to, Optional<AccountId> by) {
        Instant now = time.now();
        int told = open.steps().size();
        open.handsTo(to, by, now, watch.due(0, now));
        keep(open, told);
    }

    private void keep(Concern held, int told) {
        if (!rows.save(held)) {
            throw new IllegalStateException("Concern " + held.id() + " changed while it was held");
        }
        telling.of(held, told);
    }

    /** Those that are open now, for whoever passes them on. */
    List<UUID> open() {
        return jdbc.sql("select id from concern where practice_id = :practice and state <> 'CLOSED' order by due_at")
                .param("practice", PracticeId.current().value())
                .query((row, number) -> row.getObject("id", UUID.class))
                .list();
    }

    /**
     * Passes one on if its time has gone by, or if whoever has it is away, has left, or can open nothing of it any more. Doing
     * it again right after changes nothing.
     */
    void passOn(UUID id) {
        Instant now = time.now();
        Optional<Concern> held = rows.openToChange(id);
        if (held.isEmpty()) {
            return;
        }
        Concern concern = held.get();
        Optional<AccountId> instead = watch.standsIn(concern.holder(), now).or(() -> backTo(concern, now));
        if (instead.isPresent()) {
            handOver(concern, instead.get(), Optional.empty());
        } else if (!now.isBefore(concern.due())) {
            int told = concern.steps().size();
            Ladder ladder = watch.ladder(concern.holder(), concern.owner(), now);
            concern.passesOn(ladder, now, watch.due(ladder, concern.rung() + 1, now));
            keep(concern, told);
            audit.record(Act.WROTE, concern.person(), part.name());
        }
    }

    /** Who answers for it instead of somebody who cannot: a cover whose time is over, or a colleague who has left. */
    private Optional<AccountId> backTo(Concern concern, Instant now) {
        AccountId holder = concern.holder();
        Person person = people.find(concern.person()).orElseThrow();
        return watch.isWorking(holder) && telling.isLetIn(person, holder, now)
                ? Optional.empty()
                : Optional.of(watch.owner(person, now)).filter(owner -> !owner.equals(holder));
    }
}
