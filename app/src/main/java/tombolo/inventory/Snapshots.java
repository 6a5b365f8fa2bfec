package tombolo.inventory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tombolo.database.Ids;
import tombolo.vault.AccountId;
import tombolo.vault.Act;
import tombolo.vault.AuditChain;
import tombolo.vault.Confidential;
import tombolo.vault.PersonId;
import tombolo.vault.Place;
import tombolo.vault.PracticeId;
import tombolo.vault.Vault;
import tombolo.vault.Viewer;

/** The pictures kept of somebody's circles. Whoever has the circles in hand may keep one and look at those there are. */
@Repository
public class Snapshots {
    private static final String TABLE = "inventory_snapshot";

    private final JdbcClient jdbc;
    private final Vault vault;
    private final RelationshipRows rows;
    private final AuditChain audit;

    Snapshots(JdbcClient jdbc, Vault vault, RelationshipRows rows, AuditChain audit) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.rows = rows;
        this.audit = audit;
    }

    /** Keeps how it is now. A title is asked for where the moment is none of the usual ones. */
    public SnapshotId keep(
            Inventory inventory, Snapshot.Moment moment, String title, Signature signature, Viewer viewer) {
        UUID id = Ids.next();
        PersonId person = inventory.person();
        byte[] sealed = title.isEmpty() ? null : vault.seal(person, new Place(TABLE, "title", id), title);
        jdbc.sql("insert into inventory_snapshot (practice_id, id, person_id, moment, title, kept_by, kept_at)"
                        + " values (:practice, :id, :person, :moment, :title, :by, :at)")
                .param("practice", PracticeId.current().value())
                .param("id", id)
                .param("person", person.value())
                .param("moment", moment.name())
                .param("title", sealed)
                .param("by", signature.by().value())
                .param("at", Timestamp.from(signature.at()))
                .update();
        jdbc.sql("insert into inventory_snapshot_relationship (practice_id, snapshot_id, relationship_id, version)"
                        + " select practice_id, :id, id, version from relationship"
                        + " where practice_id = :practice and person_id = :person and removed_at is null")
                .param("practice", PracticeId.current().value())
                .param("id", id)
                .param("person", person.value())
                .update();
        audit.record(viewer, Act.WROTE, person, "inventory");
        return new SnapshotId(id);
    }

    /** Every picture kept of these circles, the newest first; the people only in those asked for. */
    public List<Snapshot> of(Inventory inventory, Collection<SnapshotId> withPeople) {
        PersonId person = inventory.person();
        List<UUID> wanted =
                new ArrayList<>(withPeople.stream().map(SnapshotId::value).toList());
        wanted.add(new UUID(0, 0));
        Map<UUID, Snapshot> snapshots = new LinkedHashMap<>();
        Map<UUID, List<Kept>> people = new LinkedHashMap<>();
        jdbc.sql("select s.id as snapshot, s.moment, s.title, s.kept_by, s.kept_at, r.* from inventory_snapshot s"
                        + " left join (inventory_snapshot_relationship k join (select * from relationship"
                        + " union all select * from relationship_past) r on r.practice_id = k.practice_id"
                        + " and r.id = k.relationship_id and r.version = k.version)"
                        + " on k.practice_id = s.practice_id and k.snapshot_id = s.id and s.id in (:wanted)"
                        + " where s.practice_id = :practice and s.person_id = :person"
                        + " order by s.kept_at desc, s.id desc, r.id")
                .param("practice", PracticeId.current().value())
                .param("person", person.value())
                .param("wanted", wanted)
                .query(row -> {
                    UUID id = row.getObject("snapshot", UUID.class);
                    if (!snapshots.containsKey(id)) {
                        snapshots.put(id, alone(person, id, row));
                        people.put(id, new ArrayList<>());
                    }
                    if (row.getObject("id") != null) {
                        people.getOrDefault(id, List.of()).add(Kept.of(rows.relationship(person, row)));
                    }
                });
        return snapshots.values().stream()
                .map(snapshot -> new Snapshot(
                        snapshot.id(),
                        snapshot.moment(),
                        snapshot.title(),
                        snapshot.signed(),
                        people.getOrDefault(snapshot.id().value(), List.of())))
                .toList();
    }

    private Snapshot alone(PersonId person, UUID id, ResultSet row) throws SQLException {
        byte[] title = row.getBytes("title");
        return new Snapshot(
                new SnapshotId(id),
                Snapshot.Moment.valueOf(row.getString("moment")),
                title == null ? Confidential.of("") : vault.open(person, new Place(TABLE, "title", id), title),
                new Signature(
                        new AccountId(row.getObject("kept_by", UUID.class)),
                        row.getTimestamp("kept_at").toInstant()),
                List.of());
    }

    /** A picture kept by mistake. */
    public void letGo(Inventory inventory, SnapshotId id, Viewer viewer) {
        jdbc.sql("delete from inventory_snapshot where practice_id = :practice and person_id = :person and id = :id")
                .param("practice", PracticeId.current().value())
                .param("person", inventory.person().value())
                .param("id", id.value())
                .update();
        audit.record(viewer, Act.REMOVED, inventory.person(), "inventory");
    }
}
