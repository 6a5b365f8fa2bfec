package tombolo.techniques;

import java.sql.Timestamp;
import java.sql.Types;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tombolo.database.JsonRow;
import tombolo.inventory.Description;
import tombolo.inventory.Inventories;
import tombolo.inventory.Inventory;
import tombolo.inventory.RelationshipId;
import tombolo.inventory.Signature;
import tombolo.people.Glance;
import tombolo.people.People;
import tombolo.people.Person;
import tombolo.time.ProgrammeTime;
import tombolo.timeline.Timelines;
import tombolo.ui.NotFound;
import tombolo.vault.AccountId;
import tombolo.vault.Act;
import tombolo.vault.AuditChain;
import tombolo.vault.PersonId;
import tombolo.vault.Place;
import tombolo.vault.PracticeId;
import tombolo.vault.Vault;
import tombolo.vault.Viewer;
import tombolo.week.Tries;
import tombolo.week.Try;
import tombolo.week.TryId;
import tombolo.week.With;
import tools.jackson.databind.json.JsonMapper;

/** Everyone's pieces of work. They are loaded through the viewer, which is the permission check. */
@Repository
public class Pieces {
    private static final String ROWS = "select id, technique, with_id, words, begun_by, begun_at, changed_at, try_id,"
            + " whole, version from piece_of_work where practice_id = :practice and person_id = :person";

    private static final String NEWEST_FIRST = " order by changed_at desc, id desc";

    /** The words of a piece as they are sealed. */
    private record Sealed(String with, Map<String, List<String>> answers) {}

    private final JdbcClient jdbc;
    private final People people;
    private final Inventories inventories;
    private final Timelines timelines;
    private final Tries tries;
    private final PiecesPart part;
    private final SafeToSay safe;
    private final Techniques techniques;
    private final Vault vault;
    private final AuditChain audit;
    private final ProgrammeTime time;
    private final JsonMapper json = JsonMapper.builder().build();

    Pieces(
            JdbcClient jdbc,
            People people,
            Inventories inventories,
            Timelines timelines,
            Tries tries,
            PiecesPart part,
            SafeToSay safe,
            Techniques techniques,
            Vault vault,
            AuditChain audit,
            ProgrammeTime time) {
        this.jdbc = jdbc;
        this.people = people;
        this.inventories = inventories;
        this.timelines = timelines;
        this.tries = tries;
        this.part = part;
        this.safe = safe;
        this.techniques = techniques;
        this.vault = vault;
        this.audit = audit;
        this.time = time;
    }

    /** The newest few, the newest first, for a page that shows a little of much. */
    public Glance<List<Piece>> newest(int most) {
        return new Glance<>(
                part,
                JsonRow.all(ROWS + NEWEST_FIRST + " limit " + most),
                Map.of(),
                (person, found) -> JsonRow.read(found, row -> read(person, row)));
    }

    public Visible visibleTo(Viewer viewer) {
        return new Visible(viewer);
    }

    /** The pieces this viewer may see and go on with: their own, or those of somebody they walk with. */
    public final class Visible {
        private final Viewer viewer;

        private Visible(Viewer viewer) {
            this.viewer = viewer;
        }

        /** The person, if this viewer may open their work. */
        public Person person(PersonId person) {
            return people.visibleTo(viewer).get(person, part);
        }

        /** All of them, whichever was changed last first. */
        public List<Piece> of(PersonId person) {
            person(person);
            audit.record(viewer, Act.READ, person, part.name());
            return load(person, ROWS + NEWEST_FIRST, parameters(person));
        }

        /** Those about somebody on the circles, the earliest first. */
        public List<Piece> with(PersonId person, RelationshipId who) {
            person(person);
            audit.record(viewer, Act.READ, person, part.name());
            return about(person, who);
        }

        public Piece get(PersonId person, PieceId id) {
            person(person);
            audit.record(viewer, Act.READ, person, part.name());
            return find(person, id).orElseThrow(NotFound::new);
        }

        /** Begins one with what its first step has said. */
        public Piece begin(PersonId person, Technique how, Optional<RelationshipId> with, Answers answers) {
            person(person);
            Optional<With> about = with.map(who -> named(person, who, Optional.empty()));
            Piece begun = measured(Piece.begun(person, how.id(), about, answers, viewer.account(), time.now()), how);
            insert(begun);
            audit.record(viewer, Act.WROTE, person, part.name());
            return begun;
        }

        /**
         * Goes on with one: what a step says takes the place of what was said in its fields before.
         *
         * @param seen the version the step was opened from
         * @throws PieceChanged when it was changed meanwhile; nothing is kept then
         */
        public Piece say(
                PersonId person,
                PieceId id,
                int seen,
                Technique how,
                Step step,
                Answers said,
                Optional<RelationshipId> with) {
            person(person);
            Piece before = find(person, id).orElseThrow(NotFound::new);
            List<String> fields = step.fields();
            Optional<With> about = fields.contains(Question.Whom.WHO)
                    ? with.map(who -> named(person, who, before.with()))
                    : before.with();
            Piece after = before.said(before.answers().with(fields, said), about, time.now());
            Piece kept = keep(before, measured(after, how), seen);
            if (how.isOfTheTie(step)) {
                about.ifPresent(whom -> tell(person, whom.who(), tie -> how.told(step, said, tie)));
            }
            return kept;
        }

        /** What a step says before it is taken: what the circles or the timeline know, and else what was said in it. */
        public Answers asked(Piece piece, Technique how, Step step) {
            if (how.isOfTheTie(step)) {
                return piece.with()
                        .flatMap(with -> inventories
                                .visibleTo(viewer)
                                .toCompare(piece.person())
                                .find(with.who()))
                        .map(who -> how.known(step, piece.answers(), who.description()))
                        .orElse(piece.answers());
            }
            return how.isOnTheTimeline(step) && !step.isSaid(piece.answers())
                    ? how.remembered(
                            step,
                            piece.answers(),
                            timelines.visibleTo(viewer).of(piece.person()),
                            piece.with().map(With::who))
                    : piece.answers();
        }

        /** Nothing is written where nothing is new, and nobody is told of who was taken off the circles. */
        private void tell(PersonId person, RelationshipId who, UnaryOperator<Description> told) {
            Inventory circles = inventories.visibleTo(viewer).toChange(person);
            circles.find(who).ifPresent(tie -> {
                Description after = told.apply(tie.description());
                if (!after.equals(tie.description())) {
                    circles.describe(
                            who,
                            tie.version(),
                            tie.name().words(),
                            tie.standing(),
                            after,
                            new Signature(viewer.account(), time.now()));
                    inventories.save(circles, viewer);
                }
            });
        }

        /** Puts what came of it on the person's week, with whom it is about. It is put there once. */
        public Try lead(PersonId person, PieceId id, Technique how) {
            person(person);
            Piece before = find(person, id).orElseThrow(NotFound::new);
            if (before.tried().isPresent()) {
                throw new IllegalStateException("This piece of work has led to a try already");
            }
            Technique.Leads leads = how.leads().orElseThrow(NotFound::new);
            Try agreed = tries.visibleTo(viewer)
                    .agree(
                            person,
                            shortened(before.answers().one(leads.what())),
                            before.with()
                                    .filter(it -> leads.withThem())
                                    .map(With::who)
                                    .filter(who -> isThere(person, who)),
                            shortened(before.answers().one(leads.when())),
                            leads.barrier()
                                    .map(field -> shortened(before.answers().one(field)))
                                    .orElse(""),
                            Optional.empty());
            keep(before, before.leadsTo(agreed.id(), time.now()), before.version());
            return agreed;
        }

        /**
         * Takes down whether it is safe to say hard things to whoever a piece is about. No piece about them waits any longer
         * for what is closed, and all wait again for what is open.
         */
        public void answer(Piece piece, SafeToSay.Answer answer) {
            RelationshipId who = piece.with().map(With::who).orElseThrow();
            person(piece.person());
            safe.answered(viewer, piece.person(), who, answer);
            about(piece.person(), who).forEach(Pieces.this::waitAnew);
        }

        /** Throws it away with all that was said in it. Doing it twice changes nothing. */
        public void remove(PersonId person, PieceId id) {
            person(person);
            jdbc.sql("delete from piece_of_work where practice_id = :practice and person_id = :person and id = :id")
                    .params(parameters(person))
                    .param("id", id.value())
                    .update();
            audit.record(viewer, Act.REMOVED, person, part.name());
        }

        private With named(PersonId person, RelationshipId who, Optional<With> before) {
            return inventories
                    .visibleTo(viewer)
                    .toCompare(person)
                    .find(who)
                    .map(one -> new With(who, one.name().words()))
                    .or(() -> before.filter(already -> already.who().equals(who)))
                    .orElseThrow(() -> new IllegalArgumentException("Nobody of that id is on the circles"));
        }

        private boolean isThere(PersonId person, RelationshipId who) {
            return inventories.visibleTo(viewer).toCompare(person).find(who).isPresent();
        }

        private Piece keep(Piece before, Piece after, int seen) {
            if (before.version() != seen || !update(after, seen)) {
                throw new PieceChanged(find(before.person(), before.id()).orElseThrow(NotFound::new));
            }
            audit.record(viewer, Act.WROTE, after.person(), part.name());
            return after;
        }
    }

    /** None waits any longer for what is closed, and all wait again for what is open. */
    void waitAnew(PersonId person) {
        load(person, ROWS + " order by begun_at, id", parameters(person)).forEach(this::waitAnew);
    }

    private void waitAnew(Piece piece) {
        techniques.find(piece.technique()).map(how -> measured(piece, how)).ifPresent(this::remeasure);
    }

    private Piece measured(Piece piece, Technique how) {
        return piece.measuredBy(how, safe.of(piece) != SafeToSay.Standing.CLOSED);
    }

    private List<Piece> about(PersonId person, RelationshipId who) {
        Map<String, Object> parameters = parameters(person);
        parameters.put("with", who.value());
        return load(person, ROWS + " and with_id = :with order by begun_at, id", parameters);
    }

    private static Map<String, Object> parameters(PersonId person) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("practice", PracticeId.current().value());
        parameters.put("person", person.value());
        return parameters;
    }

    private void remeasure(Piece piece) {
        jdbc.sql("update piece_of_work set whole = :whole where practice_id = :practice and person_id = :person"
                        + " and id = :id")
                .params(parameters(piece.person()))
                .param("whole", piece.whole())
                .param("id", piece.id().value())
                .update();
    }

    private static String shortened(String words) {
        return words.length() <= Try.LONGEST ? words : words.substring(0, Try.LONGEST - 1) + "…";
    }

    private Optional<Piece> find(PersonId person, PieceId id) {
        Map<String, Object> parameters = parameters(person);
        parameters.put("id", id.value());
        return load(person, ROWS + " and id = :id", parameters).stream().findFirst();
    }

    private List<Piece> load(PersonId person, String select, Map<String, ?> parameters) {
        return jdbc.sql(JsonRow.each(select))
                .params(parameters)
                .query((row, number) -> read(person, JsonRow.of(row.getString(1))))
                .list();
    }

    private Piece read(PersonId person, JsonRow row) {
        PieceId id = new PieceId(row.uuid("id"));
        Sealed words =
                json.readValue(vault.open(person, place(id), row.bytes("words")).words(), Sealed.class);
        return new Piece(
                id,
                person,
                row.word("technique"),
                row.perhaps("with_id", JsonRow::uuid).map(who -> new With(new RelationshipId(who), words.with())),
                new Answers(words.answers()),
                new AccountId(row.uuid("begun_by")),
                row.moment("begun_at"),
                row.moment("changed_at"),
                row.perhaps("try_id", JsonRow::uuid).map(TryId::new),
                row.isTrue("whole"),
                row.number("version"));
    }

    private byte[] sealed(Piece piece) {
        Sealed words = new Sealed(
                piece.with().map(With::name).orElse(""), piece.answers().given());
        return vault.seal(piece.person(), place(piece.id()), json.writeValueAsString(words));
    }

    private static Place place(PieceId id) {
        return new Place("piece_of_work", "words", id.value());
    }

    private void insert(Piece piece) {
        jdbc.sql("insert into piece_of_work (practice_id, id, person_id, technique, with_id, words, whole, begun_by,"
                        + " begun_at, changed_at, version) values (:practice, :id, :person, :technique, :with, :words,"
                        + " :whole, :by, :at, :at, 0)")
                .param("practice", PracticeId.current().value())
                .param("id", piece.id().value())
                .param("person", piece.person().value())
                .param("technique", piece.technique())
                .param("with", piece.with().map(it -> it.who().value()).orElse(null), Types.OTHER)
                .param("words", sealed(piece))
                .param("whole", piece.whole())
                .param("by", piece.begunBy().value())
                .param("at", Timestamp.from(piece.begunAt()))
                .update();
    }

    private boolean update(Piece piece, int seen) {
        return jdbc.sql("update piece_of_work set with_id = :with, words = :words, whole = :whole, changed_at = :at,"
                                + " try_id = :tried, version = :version where practice_id = :practice"
                                + " and person_id = :person and id = :id and version = :seen")
                        .param("with", piece.with().map(it -> it.who().value()).orElse(null), Types.OTHER)
                        .param("words", sealed(piece))
                        .param("whole", piece.whole())
                        .param("at", Timestamp.from(piece.changedAt()))
                        .param("tried", piece.tried().map(TryId::value).orElse(null), Types.OTHER)
                        .param("version", piece.version())
                        .param("practice", PracticeId.current().value())
                        .param("person", piece.person().value())
                        .param("id", piece.id().value())
                        .param("seen", seen)
                        .update()
                == 1;
    }
}
