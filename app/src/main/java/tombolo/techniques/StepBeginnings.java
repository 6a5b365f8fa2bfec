package tombolo.techniques;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tombolo.inventory.Description;
import tombolo.inventory.Inventories;
import tombolo.inventory.Relationship;
import tombolo.inventory.RelationshipId;
import tombolo.practice.Practices;
import tombolo.time.ProgrammeTime;
import tombolo.timeline.LifeEvent;
import tombolo.timeline.SpokenDate;
import tombolo.timeline.Timelines;
import tombolo.vault.PersonId;
import tombolo.vault.Viewer;
import tombolo.week.Tries;
import tombolo.week.Try;
import tombolo.week.With;

/**
 * What a step says before it is taken, so that nothing is told twice: what the circles, the timeline, the week or another piece
 * know already. It is only ever a beginning, to be changed freely.
 */
@Component
public class StepBeginnings {
    private final PieceRows rows;
    private final Techniques techniques;
    private final SafeToSay safe;
    private final Inventories inventories;
    private final Timelines timelines;
    private final Tries tries;
    private final Practices practices;
    private final ProgrammeTime time;

    StepBeginnings(
            PieceRows rows,
            Techniques techniques,
            SafeToSay safe,
            Inventories inventories,
            Timelines timelines,
            Tries tries,
            Practices practices,
            ProgrammeTime time) {
        this.rows = rows;
        this.techniques = techniques;
        this.safe = safe;
        this.inventories = inventories;
        this.timelines = timelines;
        this.tries = tries;
        this.practices = practices;
        this.time = time;
    }

    /** The technique that tries out what was found in a piece, where there is something to try out. */
    public Optional<Technique> rehearsal(Piece piece, Technique how) {
        boolean there = how.rehearses().isEmpty()
                && piece.with().isPresent()
                && !how.line(piece.answers()).isEmpty();
        return techniques.all().stream()
                .filter(one -> there && one.rehearses().isPresent())
                .findFirst();
    }

    /**
     * What was told in a piece of another kind about the same person.
     *
     * @param how the technique of that piece
     * @param question to which it was said
     * @param at when that piece was worked on last
     */
    public record Beginning(Technique how, Answers answers, String question, Instant at) {
        String told() {
            return answers.one(question);
        }
    }

    public Visible visibleTo(Viewer viewer) {
        return new Visible(viewer);
    }

    /** As far as this viewer may see what is known. */
    public final class Visible {
        private final Viewer viewer;

        private Visible(Viewer viewer) {
            this.viewer = viewer;
        }

        /** As far as there is room for it, and else what was said in the step. */
        public Answers of(Piece piece, Technique how, Step step) {
            return step.fitted(known(piece, how, step));
        }

        /** What was said in a piece, with what the circles say by now of those steps that are told once for both. */
        public Answers asItStands(Piece piece, Technique how) {
            List<Step> ofTheTie = how.steps().stream()
                    .filter(step -> how.isOfTheTie(step) && step.isSaid(piece.answers()))
                    .toList();
            Answers stands = piece.answers();
            Optional<Description> tie = ofTheTie.isEmpty() ? Optional.empty() : tie(piece);
            for (Step step : tie.isPresent() ? ofTheTie : List.<Step>of()) {
                stands = how.known(step, stands, tie.get());
            }
            return stands;
        }

        /** What was told in a piece of another kind, for the step that has it beside it. */
        public Optional<Beginning> beside(Piece piece, Technique how, Step step) {
            return how.goesOnFrom()
                    .filter(it -> it.beside().filter(step.id()::equals).isPresent())
                    .flatMap(it -> goesOnFrom(piece, it));
        }

        /** With the day they died, where it is about the dead and that was told elsewhere: in a piece about them, or on the timeline. */
        public Answers withTheLoss(PersonId person, Technique how, Optional<RelationshipId> about, Answers said) {
            if (!how.isAboutTheDead() || said.has(NewLoss.DAY)) {
                return said;
            }
            return about.flatMap(who -> dayOfTheLoss(person, who))
                    .map(day -> said.with(NewLoss.DAY, day))
                    .orElse(said);
        }

        /** Where a piece tells it in words that are no day, the timeline may know the day. */
        private Optional<String> dayOfTheLoss(PersonId person, RelationshipId who) {
            List<String> told = newestFirst(rows.about(person, who))
                    .flatMap(piece -> techniques.find(piece.technique()).flatMap(Technique::happened).stream()
                            .filter(it -> it.what().equals(Question.Whom.WHO))
                            .map(it -> piece.answers().one(it.day())))
                    .filter(day -> !day.isEmpty())
                    .toList();
            return told.stream()
                    .filter(day -> SpokenDate.heard(day, today()).date().isPresent())
                    .findFirst()
                    .or(() -> timelines.visibleTo(viewer).of(person).events().stream()
                            .filter(event -> event.kind() == LifeEvent.Kind.LOSS)
                            .filter(event -> event.words().isAbout(who))
                            .reduce((earlier, later) -> later)
                            .map(event -> event.when().typed()))
                    .or(() -> told.stream().findFirst());
        }

        private Optional<Description> tie(Piece piece) {
            return piece.with()
                    .flatMap(with -> inventories
                            .visibleTo(viewer)
                            .toCompare(piece.person())
                            .find(with.who()))
                    .map(Relationship::description);
        }

        private Answers known(Piece piece, Technique how, Step step) {
            boolean said = step.isSaid(piece.answers());
            if (how.isOfTheTie(step) || how.beginsWithTheTie(step) && !said) {
                return ofTheTie(piece, how, step);
            }
            if (how.isOnTheTimeline(step) && !said) {
                return how.remembered(
                        step,
                        piece.answers(),
                        timelines.visibleTo(viewer).of(piece.person()),
                        piece.with().map(With::who));
            }
            return cameOfIt(piece, how, step)
                    .or(() -> how.rehearses().map(it -> rehearsed(piece, it, step)))
                    .or(() -> how.goesOnFrom()
                            .filter(it -> !said)
                            .flatMap(it -> goesOnFrom(piece, it))
                            .map(it -> how.goneOnWith(step, piece.answers(), it.told()))
                            .filter(begun -> !begun.equals(piece.answers())))
                    .orElseGet(() -> said ? piece.answers() : how.begun(step, piece.answers()));
        }

        private Answers ofTheTie(Piece piece, Technique how, Step step) {
            return tie(piece).map(tie -> how.known(step, piece.answers(), tie)).orElse(piece.answers());
        }

        /** With what was told of it on the week; nothing where it is closed. */
        private Optional<Answers> cameOfIt(Piece piece, Technique how, Step step) {
            return how.tested()
                    .filter(it -> step.fields().contains(it.happened())
                            && !piece.answers().has(it.happened()))
                    .filter(it -> safe.of(piece, how) != SafeToSay.Standing.CLOSED)
                    .flatMap(it -> piece.tried()
                            .flatMap(id -> tries.visibleTo(viewer).find(piece.person(), id))
                            .flatMap(Try::outcome)
                            .map(Try.Outcome::words)
                            .filter(told -> !told.isEmpty())
                            .map(told -> piece.answers().with(it.happened(), told)));
        }
    }

    /** When the piece that this one goes on from was worked on last, where these words come from there. */
    Optional<Instant> toldEarlier(Piece piece, String words) {
        return techniques
                .find(piece.technique())
                .flatMap(Technique::goesOnFrom)
                .flatMap(it -> goesOnFrom(piece, it))
                .filter(other -> bare(other.told()).equals(bare(words)))
                .map(Beginning::at);
    }

    private static String bare(String words) {
        return words.replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }

    /** What was told last in such a piece about the same person; nothing where a piece of this kind has gone on with it since. */
    private Optional<Beginning> goesOnFrom(Piece piece, Technique.GoesOnFrom it) {
        List<Piece> about =
                piece.with().map(with -> rows.about(piece.person(), with.who())).orElse(List.of());
        return newestFirst(about)
                .filter(other -> other.technique().equals(it.technique()))
                .filter(other -> other.answers().has(it.question()))
                .findFirst()
                .filter(other -> about.stream()
                        .filter(again -> again.technique().equals(piece.technique()))
                        .filter(again -> !again.id().equals(piece.id()))
                        .noneMatch(again -> again.begunAt().isAfter(other.changedAt())))
                .flatMap(other -> techniques
                        .find(other.technique())
                        .map(how -> new Beginning(how, other.answers(), it.question(), other.changedAt())));
    }

    private static Stream<Piece> newestFirst(List<Piece> some) {
        return some.stream().sorted(Comparator.comparing(Piece::changedAt).reversed());
    }

    private LocalDate today() {
        return time.today(practices.current().zone());
    }

    /** With the line that was found last in a piece of another kind about the same person, and what was told of saying it. */
    private Answers rehearsed(Piece piece, Technique.Rehearsed it, Step step) {
        List<String> open = it.fields().stream()
                .filter(step.fields()::contains)
                .filter(field -> !piece.answers().has(field))
                .toList();
        return open.isEmpty()
                ? piece.answers()
                : found(piece, it).map(line -> piece.answers().with(open, line)).orElse(piece.answers());
    }

    private Optional<Answers> found(Piece piece, Technique.Rehearsed it) {
        return piece.with().stream()
                .flatMap(with -> rows.about(piece.person(), with.who()).stream())
                .filter(other -> !other.technique().equals(piece.technique()))
                .sorted(Comparator.comparing(Piece::changedAt).reversed())
                .flatMap(other -> techniques.find(other.technique()).stream().map(how -> line(other, how, it)))
                .filter(line -> line.has(it.line()))
                .findFirst();
    }

    /** Something that was found to be said, and what was told of saying it; any of it may be empty. */
    private static Answers line(Piece piece, Technique how, Technique.Rehearsed it) {
        Answers told = piece.answers();
        return Answers.NONE
                .with(it.line(), how.line(told))
                .with(
                        it.when(),
                        how.leads().map(leads -> told.one(leads.when())).orElse(""))
                .with(it.hard(), told.one(Technique.Rehearsed.THEY_SAY))
                .with(it.answer(), told.one(Technique.Rehearsed.I_ANSWER));
    }
}
