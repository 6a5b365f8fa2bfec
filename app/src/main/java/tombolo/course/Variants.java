package tombolo.course;

import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tombolo.database.Ids;
import tombolo.database.JsonRow;
import tombolo.time.ProgrammeTime;
import tombolo.vault.Act;
import tombolo.vault.AuditChain;
import tombolo.vault.Place;
import tombolo.vault.PracticeId;
import tombolo.vault.Vault;
import tombolo.vault.Viewer;

/** The variants a practice can choose: those that come with Tombolo, one file each, and its own. */
@Repository
public class Variants {
    private final JdbcClient jdbc;
    private final Vault vault;
    private final AuditChain audit;
    private final ProgrammeTime time;
    private final ProblemAreas areas;
    private final Map<String, Variant> bundled = new LinkedHashMap<>();

    Variants(JdbcClient jdbc, Vault vault, AuditChain audit, ProgrammeTime time, ProblemAreas areas) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.audit = audit;
        this.time = time;
        this.areas = areas;
        ProblemAreas.files("variants").forEach((file, text) -> {
            Variant variant = VariantFile.read(file, text, areas.ids());
            bundled.put(variant.id(), variant);
        });
    }

    /** Those that come with Tombolo, and then the newest version of the practice's own. */
    public List<Variant> all() {
        List<Variant> all = new ArrayList<>(bundled.values());
        all.addAll(own(
                "and v.version = (select max(n.version) from course_variant n where n.practice_id ="
                        + " v.practice_id and n.variant = v.variant)",
                Map.of()));
        return List.copyOf(all);
    }

    /** The newest version of one. */
    public Optional<Variant> find(String id) {
        Variant came = bundled.get(id);
        if (came != null) {
            return Optional.of(came);
        }
        return ownId(id)
                .flatMap(variant -> own("and v.variant = :variant", Map.of("variant", variant)).stream()
                        .reduce((older, newer) -> newer));
    }

    /** One that comes with Tombolo. One that came with an older Tombolo and is gone is the programmer's mistake. */
    Variant bundled(String id) {
        return Optional.ofNullable(bundled.get(id))
                .orElseThrow(() -> new IllegalStateException("No variant " + id + " came with Tombolo"));
    }

    /** A practice's own, beginning as a copy. */
    public Variant copy(Viewer viewer, Variant from, String name) {
        return keep(viewer, from.copiedAs(Ids.next().toString(), 1, name));
    }

    /**
     * One that somebody made or changed, as its file says; it is kept with {@link #copy} or {@link #change}.
     *
     * @throws FileRefused with the line and the field, when the file does not say what it must
     */
    public Variant read(String file, String text) {
        return VariantFile.read(file, text, areas.ids());
    }

    /**
     * The next version of a practice's own.
     *
     * @return empty when somebody else wrote one meanwhile
     */
    public Optional<Variant> change(Viewer viewer, Variant before, Variant after) {
        if (!before.isOwn()) {
            throw new IllegalArgumentException("A variant that comes with Tombolo is copied, not changed");
        }
        Variant next = after.copiedAs(before.id(), before.version() + 1, after.name());
        return kept(viewer, next) ? Optional.of(next) : Optional.empty();
    }

    /** The variant as a file that can be given on and brought in again. */
    public String file(Variant variant) {
        return VariantFile.write(variant);
    }

    private Variant keep(Viewer viewer, Variant variant) {
        if (!kept(viewer, variant)) {
            throw new IllegalStateException("Variant " + variant.id() + " is there already");
        }
        return variant;
    }

    private boolean kept(Viewer viewer, Variant variant) {
        UUID row = Ids.next();
        int kept = jdbc.sql(
                        "insert into course_variant (practice_id, id, variant, version, body, written_by, written_at)"
                                + " values (:practice, :id, :variant, :version, :body, :by, :at)"
                                + " on conflict (practice_id, variant, version) do nothing")
                .param("practice", PracticeId.current().value())
                .param("id", row)
                .param("variant", UUID.fromString(variant.id()))
                .param("version", variant.version())
                .param("body", vault.seal(PracticeId.current(), place(row), VariantFile.write(variant)))
                .param("by", viewer.account().value())
                .param("at", Timestamp.from(time.now()))
                .update();
        audit.record(viewer, Act.WROTE, "variant");
        return kept == 1;
    }

    private List<Variant> own(String condition, Map<String, ?> parameters) {
        return jdbc.sql(JsonRow.each(
                        "select v.id, v.variant, v.version, v.body from course_variant v where v.practice_id = :practice "
                                + condition + " order by v.variant, v.version"))
                .param("practice", PracticeId.current().value())
                .params(parameters)
                .query((row, number) -> own(JsonRow.of(row.getString(1))))
                .list();
    }

    /** A version of a practice's own, as its row has it. */
    Variant own(JsonRow row) {
        String text = vault.open(PracticeId.current(), place(row.uuid("id")), row.bytes("body"))
                .words();
        Variant read = VariantFile.read(row.word("variant"), text, areas.ids());
        return read.copiedAs(row.word("variant"), row.number("version"), read.name());
    }

    private static Place place(UUID row) {
        return new Place("course_variant", "body", row);
    }

    private static Optional<UUID> ownId(String id) {
        return id.matches("[0-9a-f-]{36}") ? Optional.of(UUID.fromString(id)) : Optional.empty();
    }
}
