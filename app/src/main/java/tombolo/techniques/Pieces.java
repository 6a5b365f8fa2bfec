package tombolo.techniques;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tombolo.database.JsonRow;
import tombolo.inventory.Inventories;
import tombolo.inventory.Inventory;
import tombolo.inventory.Relationship;
import tombolo.inventory.RelationshipId;
import tombolo.people.Glance;
import tombolo.people.People;
import tombolo.people.Person;
import tombolo.practice.Practices;
import tombolo.time.ProgrammeTime;
import tombolo.ui.NotFound;
import tombolo.vault.Act;
import tombolo.vault.AuditChain;
import tombolo.vault.PersonId;
import tombolo.vault.Viewer;
import tombolo.week.Tries;
import tombolo.week.Try;
import tombolo.week.TryId;
import tombolo.week.With;

/** Everyone's pieces of work. They are loaded through the viewer, which is the permission check. */
@Component
public class Pieces {
    private final PieceRows rows;
    private final People people;
    private final Inventories inventories;
    private final WhomItIsAbout whom;
    private final Tries tries;
    private final PiecesPart part;
    private final SafeToSay safe;
    private final OpenWays open;
    private final StandAnew standAnew;
    private final DaysMeant days;
    private final Practices practices;
    private final AuditChain audit;
    private final ProgrammeTime time;

    Pieces(
            PieceRows rows,
            People people,
            Inventories inventories,
            WhomItIsAbout whom,
            Tries tries,
            PiecesPart part,
            SafeToSay safe,
            OpenWays open,
            StandAnew standAnew,
            DaysMeant days,
            Practices practices,
            AuditChain audit,
            ProgrammeTime time) {
        this.rows = rows;
        this.people = people;
        this.inventories = inventories;
        this.whom = whom;
        this.tries = tries;
        this.part = part;
        this.safe = safe;
        this.open = open;
        this.standAnew = standAnew;
        this.days = days;
        this.practices = practices;
        this.audit = audit;
        this.time = time;
    }

    /** The newest few, the newest first, for a page that shows a little of much. */
    public Glance<List<Piece>> newest(int most) {
        return seen(PieceRows.NEWEST_FIRST + " limit " + most, Map.of());
    }

    /** Those that could be gone on with, whichever was changed last first. */
    Glance<List<Piece>> halfDone() {
        return seen(PieceRows.KEPT_HALF_DONE, Map.of())
                .map(found -> found.stream().filter(piece -> !piece.whole()).toList());
    }

    /**
     * Those with some techniques that were worked on since then, whichever was changed last first.
     *
     * @param page under which name nobody else on the page asks for such
     */
    Glance<List<Piece>> since(String page, List<String> some, Instant since) {
        return seen(
                PieceRows.withSomeSince(page),
                Map.of(page + "With", String.join(" ", some), page + "Since", Timestamp.from(since)));
    }

    /** Those with some techniques. */
    Glance<List<Piece>> with(List<String> some) {
        return seen(PieceRows.WITH_SOME, Map.of("yearlyWith", String.join(" ", some)));
    }

    private Glance<List<Piece>> seen(String select, Map<String, ?> parameters) {
        return new Glance<>(
                part,
                JsonRow.all(select),
                parameters,
                (person, found) -> JsonRow.read(found, row -> rows.read(person, row)));
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
            return rows.of(person);
        }

        /** Those about somebody on the circles, the earliest first. */
        public List<Piece> with(PersonId person, RelationshipId who) {
            person(person);
            audit.record(viewer, Act.READ, person, part.name());
            return rows.about(person, who);
        }

        public Piece get(PersonId person, PieceId id) {
            person(person);
            audit.record(viewer, Act.READ, person, part.name());
            return rows.find(person, id).orElseThrow(NotFound::new);
        }

        /** Begins one with what its first step has said. */
        public Piece begin(PersonId person, Technique how, Optional<RelationshipId> with, Answers typed) {
            person(person);
            Answers answers = days.dated(how, typed);
            Optional<With> about = with.map(who -> whom.visibleTo(viewer).named(person, who, Optional.empty()));
            Piece first = Piece.begun(person, how.id(), about, answers, viewer.account(), time.now());
            Piece begun = open.measured(standing(first, how), how);
            rows.insert(begun);
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
                Answers typed,
                Optional<RelationshipId> with) {
            person(person);
            Answers said = days.dated(how, typed);
            Piece before = rows.find(person, id).orElseThrow(NotFound::new);
            List<String> fields = step.fields();
            Optional<With> about = fields.contains(Question.Whom.WHO)
                    ? with.map(who -> whom.visibleTo(viewer).named(person, who, before.with()))
                    : before.with();
            Answers stood = days.said(before, how);
            Answers all = days.onTheDayOfItsMoods(before, how, how.following(stood, stood.with(fields, said)));
            Piece after = standing(before, how).said(all, about, time.now());
            Piece kept = keep(before, open.measured(standing(after, how), how), seen);
            before.tried().ifPresent(tried -> planned(tried, kept, how));
            if (how.isOfTheTie(step)) {
                about.ifPresent(it -> whom.visibleTo(viewer).tell(person, it.who(), tie -> how.told(step, said, tie)));
            }
            return kept;
        }

        /** What came of it is on the week already, and something else is said in it now. */
        private void planned(TryId tried, Piece piece, Technique how) {
            inAnOrder(piece.person());
            standAnew.planned(piece, tried, how, waitsForSomebody(piece, how));
            plan(piece, how).ifPresent(words -> tries.visibleTo(viewer).plan(piece.person(), tried, words));
        }

        /** Whether somebody has to be chosen before what comes of it goes on the week. */
        private boolean waitsForSomebody(Piece piece, Technique how) {
            boolean told =
                    open.asserts(piece, how) && how.asksWhomAt(piece.answers()).isPresent();
            return told
                    || whom.visibleTo(viewer)
                            .namedAt(piece.person(), how, piece.answers())
                            .isPresent();
        }

        /** What came of it, as long as it is on the week. */
        public Optional<Try> tried(Piece piece) {
            return piece.tried().flatMap(id -> tries.visibleTo(viewer).find(piece.person(), id));
        }

        /** Puts what came of it on the person's week, with whom it is about. It is there once at a time. */
        public Try lead(PersonId person, PieceId id, Technique how) {
            person(person);
            Piece before = rows.find(person, id).orElseThrow(NotFound::new);
            if (tried(before).isPresent()) {
                throw new IllegalStateException("This piece of work has led to a try already");
            }
            boolean asserts = open.asserts(before, how);
            if (asserts) {
                inAnOrder(person);
            }
            if (open.asksOfTheDead(before, how)
                    || open.speaksWhereClosed(before, how)
                    || asserts && !open.isOpen(before, how)
                    || waitsForSomebody(before, how)) {
                throw new NotFound();
            }
            Try.Words plan = plan(before, how).orElseThrow(NotFound::new);
            Optional<RelationshipId> with = plan.with().map(With::who);
            Tries.Visible week = tries.visibleTo(viewer);
            Try agreed = asserts
                    ? week.agreeToSay(
                            person, plan.what(), with, before.with().map(With::who), plan.when(), plan.barrier())
                    : week.agree(person, plan.what(), with, plan.when(), plan.barrier(), Optional.empty());
            keep(before, before.leadsTo(agreed.id(), time.now()), before.version());
            return agreed;
        }

        /** What comes of it for the week; empty while there is nothing to try. */
        private Optional<Try.Words> plan(Piece piece, Technique how) {
            Answers said = piece.answers();
            return how.leads()
                    .filter(leads -> said.has(leads.what()))
                    .map(leads -> new Try.Words(
                            shortened(said.one(leads.what())),
                            piece.with()
                                    .filter(it -> how.isTriedWithThem(said))
                                    .filter(it -> whom.visibleTo(viewer).isThere(piece.person(), it.who())),
                            shortened(said.one(leads.when())),
                            leads.barrier()
                                    .map(field -> shortened(said.one(field)))
                                    .orElse("")));
        }

        /**
         * Takes down whether it is safe to say hard things to whoever a piece is about. No piece about them waits any longer
         * for what is closed, nothing that came of it is to be tried any more, and all wait again for what is open.
         */
        public void answer(Piece piece, SafeToSay.Answer answer) {
            RelationshipId who = piece.with().map(With::who).orElseThrow();
            person(piece.person());
            Optional<Integer> version = inAnOrder(piece.person()).find(who).map(Relationship::version);
            safe.answered(viewer, piece.person(), who, answer, version);
            standAnew.about(piece.person(), who);
        }

        /** What is asked about somebody and what is planned towards them come one after the other, in any two tabs. */
        private Inventory inAnOrder(PersonId person) {
            return inventories.visibleTo(viewer).toChange(person);
        }

        /** Whether it would ask something of whoever has died since. */
        public boolean asksOfTheDead(Piece piece, Technique how) {
            person(piece.person());
            return open.asksOfTheDead(piece, how);
        }

        /** Whether what is planned in it is to be said to somebody towards whom that is closed. */
        public boolean speaksWhereClosed(Piece piece, Technique how) {
            person(piece.person());
            return open.speaksWhereClosed(piece, how);
        }

        /** Throws it away with all that was said in it. Doing it twice changes nothing. */
        public void remove(PersonId person, PieceId id) {
            person(person);
            rows.remove(person, id);
            audit.record(viewer, Act.REMOVED, person, part.name());
        }

        private Piece keep(Piece before, Piece after, int seen) {
            if (before.version() != seen || !rows.update(after, seen)) {
                throw new PieceChanged(rows.find(before.person(), before.id()).orElseThrow(NotFound::new));
            }
            audit.record(viewer, Act.WROTE, after.person(), part.name());
            return after;
        }
    }

    /** With how it stands, where the technique keeps that. */
    private Piece standing(Piece piece, Technique how) {
        return how.changing()
                .filter(piece.answers()::has)
                .map(question -> piece.standing(
                        piece.answers().one(question), practices.current().zone()))
                .orElse(piece);
    }

    private static String shortened(String words) {
        return words.length() <= Try.LONGEST ? words : words.substring(0, Try.LONGEST - 1) + "…";
    }
}
