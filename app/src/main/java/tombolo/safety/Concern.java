package tombolo.safety;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import tombolo.database.Ids;
import tombolo.vault.AccountId;
import tombolo.vault.Confidential;
import tombolo.vault.PersonId;

/**
 * Something a person said about ending their life, which a human must answer. It is never graded: one clock holds for
 * whatever was said, it goes from hand to hand until somebody answers, and it ends only by what somebody did. While one is
 * open, whatever more is said comes to it.
 */
public final class Concern {
    private final UUID id;
    private final PersonId person;
    private final Instant openedAt;
    private final List<Opening> openings;
    private final List<Step> steps;
    private final int version;
    private AccountId owner;
    private State state;
    private Instant due;
    private int rung;
    private Optional<AccountId> takenBy;
    private Optional<Instant> closedAt;

    /** Where it stands. */
    public enum State {
        /** Somebody has been told, and nobody has said yet that they have it. */
        OPEN,
        /** Somebody has it in hand. */
        TAKEN,
        /** Somebody did something, and it is over. */
        CLOSED
    }

    /** Where it was said. */
    public enum Source {
        /** In a questionnaire. */
        ANSWER,
        /** In the room, or on the telephone. */
        ROOM,
        /** In a message or a letter. */
        MESSAGE
    }

    /** What happened with it. */
    public enum Kind {
        /** Somebody was told that something waits for them. */
        TOLD,
        /** Somebody else answers for it from now on. */
        HANDED,
        /** Somebody said that they have it. */
        TAKEN,
        /** Somebody spoke with the person. */
        SPOKE,
        /** Somebody met them. */
        MET,
        /** A safety plan was made, or looked at again. */
        PLAN,
        /** Their doctor was told. */
        GP,
        /** The emergency services were called. */
        EMERGENCY,
        /** Somebody tried, and could not reach them. */
        NOT_REACHED,
        /** It is over. */
        CLOSED;

        /** Whether it is on the menu of what somebody did for the person. */
        public boolean isAction() {
            return switch (this) {
                case SPOKE, MET, PLAN, GP, EMERGENCY, NOT_REACHED -> true;
                case TOLD, HANDED, TAKEN, CLOSED -> false;
            };
        }

        /** Whether a concern may be closed after it. Having tried is not enough. */
        public boolean settles() {
            return isAction() && this != NOT_REACHED;
        }
    }

    /**
     * What was said, once.
     *
     * @param response the answers it stands in, where it was answered in a questionnaire
     * @param said the words, where a colleague wrote them down
     * @param by the colleague
     * @param howSafe what they said when asked whether they are safe right now, the first first; empty when that is not known
     */
    public record Opening(
            UUID id,
            Source source,
            Optional<UUID> response,
            Optional<String> instrument,
            Optional<Confidential> said,
            Optional<AccountId> by,
            Instant at,
            List<HowSafe> howSafe) {

        static Opening answered(UUID response, String instrument, Instant at) {
            return new Opening(
                    Ids.next(),
                    Source.ANSWER,
                    Optional.of(response),
                    Optional.of(instrument),
                    Optional.empty(),
                    Optional.empty(),
                    at,
                    List.of());
        }

        /** Said to a colleague, who writes it down. */
        public static Opening said(
                Source source, Optional<Confidential> said, AccountId by, Instant at, Optional<Boolean> safeNow) {
            if (source == Source.ANSWER) {
                throw new IllegalArgumentException("An answer opens a concern by itself");
            }
            return new Opening(
                    Ids.next(),
                    source,
                    Optional.empty(),
                    Optional.empty(),
                    said,
                    Optional.of(by),
                    at,
                    safeNow.map(safe -> new HowSafe(safe, at)).stream().toList());
        }
    }

    /**
     * One thing that happened with it.
     *
     * @param by whose hand; empty when it was time that went by
     * @param to who was told, or answers for it now
     */
    public record Step(
            UUID id,
            Kind kind,
            Instant at,
            Optional<AccountId> by,
            Optional<AccountId> to,
            Optional<Confidential> words) {
        static Step of(Kind kind, Instant at, Optional<AccountId> by, Optional<AccountId> to) {
            return new Step(Ids.next(), kind, at, by, to, Optional.empty());
        }
    }

    Concern(
            UUID id,
            PersonId person,
            AccountId owner,
            State state,
            Instant openedAt,
            Instant due,
            int rung,
            Optional<AccountId> takenBy,
            Optional<Instant> closedAt,
            List<Opening> openings,
            List<Step> steps,
            int version) {
        this.id = id;
        this.person = person;
        this.owner = owner;
        this.state = state;
        this.openedAt = openedAt;
        this.due = due;
        this.rung = rung;
        this.takenBy = takenBy;
        this.closedAt = closedAt;
        this.openings = new ArrayList<>(openings);
        this.steps = new ArrayList<>(steps);
        this.version = version;
    }

    /** It was said, and its owner is told at once. */
    static Concern opened(PersonId person, AccountId owner, Opening first, Instant now, Instant due) {
        Concern concern = new Concern(
                Ids.next(),
                person,
                owner,
                State.OPEN,
                now,
                due,
                0,
                Optional.empty(),
                Optional.empty(),
                List.of(first),
                List.of(),
                0);
        concern.tell(owner, now);
        return concern;
    }

    public UUID id() {
        return id;
    }

    public PersonId person() {
        return person;
    }

    /** Who answers for it. */
    public AccountId owner() {
        return owner;
    }

    public State state() {
        return state;
    }

    public Instant openedAt() {
        return openedAt;
    }

    /** When the next one is told, unless it is over by then. */
    public Instant due() {
        return due;
    }

    int rung() {
        return rung;
    }

    public Optional<AccountId> takenBy() {
        return takenBy;
    }

    public Optional<Instant> closedAt() {
        return closedAt;
    }

    /** What was said, the first first. */
    public List<Opening> openings() {
        return List.copyOf(openings);
    }

    /** What happened with it, the first first. */
    public List<Step> steps() {
        return List.copyOf(steps);
    }

    /** How often it was changed. */
    public int version() {
        return version;
    }

    public boolean isOpen() {
        return state != State.CLOSED;
    }

    /** Whoever has it in hand: who took it, else who answers for it. */
    public AccountId holder() {
        return takenBy.orElse(owner);
    }

    /** Whether somebody let their time go by. */
    public boolean isLate(Instant now) {
        return isOpen() && (rung > 0 || !now.isBefore(due));
    }

    /** Something more was said. It does not wait longer for that, and whoever has it is told. */
    void hears(Opening more, Instant now, Instant dueAgain) {
        mustBeOpen();
        openings.add(more);
        due = dueAgain.isBefore(due) ? dueAgain : due;
        tell(holder(), now);
    }

    /** Somebody says that they have it. From then on the clock is theirs. */
    public void takes(AccountId who, Instant now, Instant dueAgain) {
        mustBeOpen();
        if (!takenBy.equals(Optional.of(who))) {
            steps.add(Step.of(Kind.TAKEN, now, Optional.of(who), Optional.empty()));
            inHand(who, dueAgain);
        }
    }

    /** Somebody did something for the person; whoever does has it in hand. */
    public void did(Kind action, Optional<Confidential> words, AccountId who, Instant now, Instant dueAgain) {
        mustBeOpen();
        if (!action.isAction()) {
            throw new IllegalArgumentException(action + " is nothing one does for a person");
        }
        steps.add(new Step(Ids.next(), action, now, Optional.of(who), Optional.empty(), words));
        inHand(who, dueAgain);
    }

    private void inHand(AccountId who, Instant dueAgain) {
        state = State.TAKEN;
        takenBy = Optional.of(who);
        due = dueAgain;
        rung = 0;
    }

    /** Only after something was done since the last that was said; having tried is not enough. */
    public boolean mayClose() {
        Instant newest = newest();
        return isOpen()
                && steps.stream()
                        .anyMatch(step -> step.kind().settles() && !step.at().isBefore(newest));
    }

    /** When the last was said that asks for somebody: it was answered or told, or they said that they are not safe right now. */
    private Instant newest() {
        return openings.stream()
                .flatMap(opening -> Stream.concat(
                        Stream.of(opening.at()),
                        opening.howSafe().stream().filter(it -> !it.safe()).map(HowSafe::at)))
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    /**
     * They say that they are not safe right now: whoever has it is told, whatever they did or were told before. The same press
     * once more tells nobody, unless something was done meanwhile.
     */
    void hearsNotSafe(boolean anew, Instant now) {
        mustBeOpen();
        Instant said = openings.getLast().at();
        if (anew
                || steps.stream()
                        .anyMatch(step -> step.kind().isAction() && !step.at().isBefore(said))) {
            tell(holder(), now);
        }
    }

    /** Another colleague answers for it, and whoever has it in hand keeps it. */
    void isAnsweredFor(AccountId newOwner, Optional<AccountId> by, Instant now) {
        mustBeOpen();
        owner = newOwner;
        if (!newOwner.equals(holder())) {
            steps.add(Step.of(Kind.HANDED, now, by, Optional.of(newOwner)));
        }
    }

    /** It is over. */
    public void closes(AccountId who, Instant now) {
        if (!mayClose()) {
            throw new IllegalStateException("Nothing was done yet about concern " + id + ", which is " + state);
        }
        steps.add(Step.of(Kind.CLOSED, now, Optional.of(who), Optional.empty()));
        state = State.CLOSED;
        closedAt = Optional.of(now);
    }

    /** Somebody else answers for it from now on, and is told. */
    void handsTo(AccountId newOwner, Optional<AccountId> by, Instant now, Instant dueAgain) {
        mustBeOpen();
        owner = newOwner;
        state = State.OPEN;
        takenBy = Optional.empty();
        due = dueAgain.isBefore(due) ? dueAgain : due;
        rung = 0;
        steps.add(Step.of(Kind.HANDED, now, by, Optional.of(newOwner)));
    }

    /**
     * Its time has gone by: the next on the ladder are told. Where all of them were, all are told again: it never falls silent
     * before somebody has answered.
     */
    void passesOn(Ladder ladder, Instant now, Instant dueAgain) {
        mustBeOpen();
        rung++;
        due = dueAgain;
        ladder.toTell(rung).forEach(who -> tell(who, now));
    }

    private void tell(AccountId who, Instant now) {
        steps.add(Step.of(Kind.TOLD, now, Optional.empty(), Optional.of(who)));
    }

    private void mustBeOpen() {
        if (!isOpen()) {
            throw new IllegalStateException("Concern " + id + " was closed at " + closedAt.orElseThrow());
        }
    }
}
