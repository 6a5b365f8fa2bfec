package tombolo.inventory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tombolo.people.People;
import tombolo.people.Person;
import tombolo.time.ProgrammeTime;
import tombolo.vault.AccountId;
import tombolo.vault.Act;
import tombolo.vault.AuditChain;
import tombolo.vault.Confidential;
import tombolo.vault.PersonId;
import tombolo.vault.PracticeId;
import tombolo.vault.Viewer;

/** Everyone's circles. They are loaded through the viewer, which is the permission check and is remembered. */
@Repository
public class Inventories {
    /** How long a step can be taken back, and somebody taken off be put back. */
    private static final Duration SECOND_THOUGHTS = Duration.ofDays(30);

    private static final String EVERYONE = "select 0 as step, null::uuid as changed, null::text as kind,"
            + " null::integer as before, null::uuid as changed_by, null::timestamptz as changed_at, "
            + RelationshipRows.COLUMNS + " from relationship where practice_id = :practice"
            + " and person_id = :person and (removed_at is null or removed_at > :since)";

    /** Each with the version it was, where it was there before. */
    private static final String LAST_STEP =
            " union all select c.step, c.relationship_id, c.kind, c.before, c.changed_by, c.changed_at, p."
                    + RelationshipRows.COLUMNS.replace(", ", ", p.")
                    + " from inventory_change c left join relationship_past p on p.practice_id = c.practice_id"
                    + " and p.id = c.relationship_id and p.version = c.before"
                    + " where c.practice_id = :practice and c.person_id = :person and c.undone_at is null"
                    + " and c.changed_at > :since and c.step = (select max(l.step) from inventory_change l"
                    + " where l.practice_id = :practice and l.person_id = :person and l.undone_at is null)";

    private final JdbcClient jdbc;
    private final People people;
    private final InventoryPart part;
    private final RelationshipRows rows;
    private final AuditChain audit;
    private final ApplicationEventPublisher events;
    private final ProgrammeTime time;

    Inventories(
            JdbcClient jdbc,
            People people,
            InventoryPart part,
            RelationshipRows rows,
            AuditChain audit,
            ApplicationEventPublisher events,
            ProgrammeTime time) {
        this.jdbc = jdbc;
        this.people = people;
        this.part = part;
        this.rows = rows;
        this.audit = audit;
        this.events = events;
        this.time = time;
    }

    public Visible visibleTo(Viewer viewer) {
        return new Visible(viewer);
    }

    /** The circles this viewer may open. */
    public final class Visible {
        private final Viewer viewer;

        private Visible(Viewer viewer) {
            this.viewer = viewer;
        }

        /** To look at. */
        public Inventory of(PersonId person) {
            Person middle = people.visibleTo(viewer).get(person, part);
            audit.record(viewer, Act.READ, person, part.name());
            return load(middle, 0, true);
        }

        /** To compare: where everyone stands, without what was done last. */
        public Inventory toCompare(PersonId person) {
            Person middle = people.visibleTo(viewer).get(person, part);
            audit.record(viewer, Act.READ, person, part.name());
            return load(middle, 0, false);
        }

        /** To change: until the transaction ends nobody else changes the same circles. */
        public Inventory toChange(PersonId person) {
            Person middle = people.visibleTo(viewer).get(person, part);
            return load(middle, held(person), true);
        }
    }

    /**
     * Since which version it stands there that it is hardly or not at all safe to be honest with somebody; empty where it does
     * not. Whoever asks has made sure that they may.
     */
    public Optional<Integer> notSafeSince(PersonId person, RelationshipId who) {
        return jdbc.sql("select coalesce((select max(p.version) + 1 from relationship_past p"
                        + " where p.practice_id = r.practice_id and p.id = r.id"
                        + " and (p.honest is null or p.honest > :hardly)), 0) as since from relationship r"
                        + " where r.practice_id = :practice and r.person_id = :person and r.id = :who"
                        + " and r.removed_at is null and r.honest <= :hardly")
                .params(of(person))
                .param("who", who.value())
                .param("hardly", Description.HARDLY)
                .query((row, number) -> row.getInt("since"))
                .optional();
    }

    /** Whether it stands there that somebody has died. Whoever asks has made sure that they may. */
    public boolean hasDied(PersonId person, RelationshipId who) {
        return jdbc.sql("select 1 from relationship where practice_id = :practice and person_id = :person and id = :who"
                        + " and removed_at is null and stands = :died")
                .params(of(person))
                .param("who", who.value())
                .param("died", Apart.DIED.name())
                .query((row, number) -> row.getInt(1))
                .optional()
                .isPresent();
    }

    /**
     * What everyone who stands there, or was taken off lately, is called: to see whether words are meant for one of them, and not to
     * be shown. Whoever asks has made sure that they may.
     */
    public Map<RelationshipId, Confidential> everyone(PersonId person) {
        Map<RelationshipId, Confidential> names = new HashMap<>();
        jdbc.sql(EVERYONE).params(of(person)).param("since", since()).query(row -> {
            Relationship one = rows.relationship(person, row);
            names.put(one.id(), one.name());
        });
        return names;
    }

    /** Everyone who stands there, and since when. Whoever asks has made sure that they may. */
    public Map<RelationshipId, Instant> since(PersonId person) {
        Map<RelationshipId, Instant> since = new HashMap<>();
        jdbc.sql("select r.id, coalesce(min(c.changed_at), 'epoch') as since from relationship r"
                        + " left join inventory_change c on c.practice_id = r.practice_id and c.relationship_id = r.id"
                        + " where r.practice_id = :practice and r.person_id = :person and r.removed_at is null"
                        + " group by r.id")
                .params(of(person))
                .query(row -> {
                    since.put(
                            new RelationshipId(row.getObject("id", UUID.class)),
                            row.getTimestamp("since").toInstant());
                });
        return since;
    }

    /** Keeps what was done since it was loaded, and remembers who did it. */
    public void save(Inventory inventory, Viewer viewer) {
        int step = inventory.steps() + 1;
        for (Change change : inventory.changes()) {
            Relationship before = change.before();
            if (before == null) {
                insert(inventory.person(), change.after());
            } else {
                replace(inventory.person(), before, change.after());
            }
            remember(inventory.person(), step, change);
        }
        inventory.undone().ifPresent(undone -> takeBack(inventory, undone));
        if (!inventory.changes().isEmpty()) {
            count(inventory.person(), step);
        }
        clearAway(inventory.person());
        audit.record(viewer, Act.WROTE, inventory.person(), part.name());
        tell(inventory);
    }

    private void tell(Inventory inventory) {
        inventory.changes().forEach(change -> tell(inventory.person(), change.before(), change.after()));
        inventory.restored().forEach((before, after) -> tell(inventory.person(), before, after));
    }

    private void tell(PersonId person, @Nullable Relationship before, Relationship after) {
        boolean already =
                before != null && !before.removed() && before.description().saysNotSafe();
        if (!after.removed() && after.description().saysNotSafe() && !already) {
            events.publishEvent(new SaidNotSafe(person, after.id()));
        }
        if (before != null
                && !after.removed()
                && before.standing().now() != after.standing().now()) {
            if (after.standing().now() == Apart.DIED) {
                events.publishEvent(new SaidDied(person, after.id()));
            }
            if (before.standing().now() == Apart.DIED) {
                events.publishEvent(new SaidLiving(person, after.id()));
            }
        }
    }

    private int held(PersonId person) {
        jdbc.sql("insert into inventory (practice_id, person_id, steps) values (:practice, :person, 0)"
                        + " on conflict do nothing")
                .params(of(person))
                .update();
        return jdbc.sql("select steps from inventory where practice_id = :practice and person_id = :person for update")
                .params(of(person))
                .query((row, number) -> row.getInt("steps"))
                .single();
    }

    /** Everyone, and where it is asked for what was done last, in one look: the circles are the page that is open most. */
    private Inventory load(Person middle, int steps, boolean withLastStep) {
        PersonId person = middle.id();
        Map<RelationshipId, Relationship> current = new LinkedHashMap<>();
        List<Change> changes = new ArrayList<>();
        int[] last = {0};
        jdbc.sql((withLastStep ? EVERYONE + LAST_STEP : EVERYONE) + " order by step, changed, id")
                .params(of(person))
                .param("since", since())
                .query(row -> {
                    if (row.getInt("step") == 0) {
                        Relationship one = rows.relationship(person, row);
                        current.put(one.id(), one);
                        return;
                    }
                    last[0] = row.getInt("step");
                    Relationship after = current.get(new RelationshipId(row.getObject("changed", UUID.class)));
                    if (after != null) {
                        changes.add(change(person, after, row));
                    }
                });
        return Inventory.kept(
                person,
                middle.name().orElse(null),
                List.copyOf(current.values()),
                changes.isEmpty() ? null : new Step(last[0], changes),
                steps);
    }

    private Change change(PersonId person, Relationship after, ResultSet row) throws SQLException {
        boolean isNew = row.getObject("before") == null;
        return new Change(
                Change.Kind.valueOf(row.getString("kind")),
                isNew ? null : rows.relationship(person, row),
                after,
                new Signature(
                        new AccountId(row.getObject("changed_by", UUID.class)),
                        row.getTimestamp("changed_at").toInstant()));
    }

    private void insert(PersonId person, Relationship relationship) {
        jdbc.sql("insert into relationship (practice_id, " + RelationshipRows.COLUMNS + ") values (:practice, :id,"
                        + " :person, :name, :words, :stands, :wished, :sector, :tie, :heard, :heardWished, :honest,"
                        + " :honestWished, :often, :ways, :received, :given, :strain, :confidant, :mineMet,"
                        + " :theirsMet, :removed, :version)")
                .params(rows.columns(person, relationship))
                .update();
    }

    /** The version that was is put by before the new one takes its place. */
    private void replace(PersonId person, Relationship before, Relationship after) {
        Map<String, @Nullable Object> columns = rows.columns(person, after);
        columns.put("before", before.version());
        int putBy = jdbc.sql("insert into relationship_past (practice_id, " + RelationshipRows.COLUMNS
                        + ") select practice_id, " + RelationshipRows.COLUMNS
                        + " from relationship where practice_id = :practice and id = :id and version = :before")
                .params(columns)
                .update();
        if (putBy != 1) {
            throw new IllegalStateException("The relationship was changed without its circles being held");
        }
        jdbc.sql("update relationship set name = :name, words = :words, stands = :stands, wished = :wished,"
                        + " sector = :sector, tie = :tie, heard = :heard, heard_wished = :heardWished,"
                        + " honest = :honest, honest_wished = :honestWished, often = :often, ways = :ways,"
                        + " received = :received, given = :given, strain = :strain, confidant = :confidant,"
                        + " mine_met = :mineMet, theirs_met = :theirsMet, removed_at = :removed, version = :version"
                        + " where practice_id = :practice and id = :id")
                .params(columns)
                .update();
    }

    private void remember(PersonId person, int step, Change change) {
        Relationship before = change.before();
        jdbc.sql("insert into inventory_change (practice_id, person_id, step, relationship_id, kind, before, after,"
                        + " changed_by, changed_at) values (:practice, :person, :step, :relationship, :kind, :before,"
                        + " :after, :by, :at)")
                .params(of(person))
                .param("step", step)
                .param("relationship", change.after().id().value())
                .param("kind", change.kind().name())
                .param("before", before == null ? null : before.version())
                .param("after", change.after().version())
                .param("by", change.signed().by().value())
                .param("at", Timestamp.from(change.signed().at()))
                .update();
    }

    private void takeBack(Inventory inventory, Step undone) {
        Signature signature = inventory.undoneBy().orElseThrow();
        inventory.restored().forEach((before, after) -> replace(inventory.person(), before, after));
        jdbc.sql("update inventory_change set undone_by = :by, undone_at = :at where practice_id = :practice"
                        + " and person_id = :person and step = :step")
                .params(of(inventory.person()))
                .param("step", undone.number())
                .param("by", signature.by().value())
                .param("at", Timestamp.from(signature.at()))
                .update();
    }

    private void count(PersonId person, int steps) {
        jdbc.sql("update inventory set steps = :steps where practice_id = :practice and person_id = :person")
                .params(of(person))
                .param("steps", steps)
                .update();
    }

    /** Whoever was taken off a while ago and is in no kept picture is gone for good, with everything said of them. */
    private void clearAway(PersonId person) {
        jdbc.sql("delete from relationship r where r.practice_id = :practice and r.person_id = :person"
                        + " and r.removed_at <= :since and not exists (select 1 from inventory_snapshot_relationship s"
                        + " where s.practice_id = r.practice_id and s.relationship_id = r.id)")
                .params(of(person))
                .param("since", since())
                .update();
    }

    private Timestamp since() {
        return Timestamp.from(time.now().minus(SECOND_THOUGHTS));
    }

    private static Map<String, Object> of(PersonId person) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("practice", PracticeId.current().value());
        parameters.put("person", person.value());
        return parameters;
    }
}
