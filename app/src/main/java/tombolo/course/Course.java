package tombolo.course;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tombolo.database.Ids;
import tombolo.vault.AccountId;
import tombolo.vault.PersonId;

/**
 * One person's course of therapy from its first session to its last. It begins with getting to know what happened; once
 * both have agreed on a contract it is under way; it may rest; and it ends, complete or early, by somebody's hand.
 */
public final class Course {
    private final CourseId id;
    private final PersonId person;
    private final Variant variant;
    private final Signature begun;
    private final List<Contract> contracts;
    private final List<HeldSession> held;
    private final List<Step> steps;
    private final int version;

    private final List<HeldSession> takenBack = new ArrayList<>();
    private State state;
    private final List<Object> told = new ArrayList<>();

    /** Where a course stands. */
    public enum State {
        /** They get to know what happened and who is there; nothing is agreed yet. */
        INTAKE,
        /** Both have agreed, and they meet. */
        UNDERWAY,
        /** They do not meet for a while, and mean to go on. */
        PAUSED,
        /** It is over, complete or early. */
        ENDED
    }

    Course(
            CourseId id,
            PersonId person,
            Variant variant,
            State state,
            Signature begun,
            List<Contract> contracts,
            List<HeldSession> held,
            List<Step> steps,
            int version) {
        this.id = id;
        this.person = person;
        this.variant = variant;
        this.state = state;
        this.begun = begun;
        this.contracts = new ArrayList<>(contracts);
        this.held = new ArrayList<>(held);
        this.steps = new ArrayList<>(steps);
        this.version = version;
    }

    static Course begun(PersonId person, Variant variant, Signature signature) {
        return new Course(
                new CourseId(Ids.next()), person, variant, State.INTAKE, signature, List.of(), List.of(), List.of(), 0);
    }

    public CourseId id() {
        return id;
    }

    public PersonId person() {
        return person;
    }

    public Variant variant() {
        return variant;
    }

    public State state() {
        return state;
    }

    public Signature begun() {
        return begun;
    }

    /** How often it was changed; a form says which version it began with. */
    public int version() {
        return version;
    }

    /** The contract that holds: the newest both agreed to. */
    public Optional<Contract> contract() {
        return contracts.reversed().stream().filter(Contract::isAgreed).findFirst();
    }

    /** The newest contract, if the person has not said yes to it yet. */
    public Optional<Contract> proposal() {
        return newest().filter(contract -> contract.agreed().isEmpty());
    }

    /** The one put forward last, whatever became of it. */
    public Optional<Contract> newest() {
        return contracts.isEmpty() ? Optional.empty() : Optional.of(contracts.getLast());
    }

    /** Every version, the first first. */
    public List<Contract> contracts() {
        return List.copyOf(contracts);
    }

    /** As agreed; before that, as the variant usually has it. */
    public Phases phases() {
        return contract().map(Contract::phases).orElse(variant.phases());
    }

    public int sessionsPlanned() {
        return phases().sessions();
    }

    public int sessionsHeld() {
        return held.size();
    }

    public int sessionsLeft() {
        return Math.max(0, sessionsPlanned() - sessionsHeld());
    }

    /** Every session that took place, the first first. */
    public List<HeldSession> sessions() {
        return List.copyOf(held);
    }

    /** The number of the session to come; empty when all were held or the course has ended. */
    public Optional<Integer> nextSession() {
        return state == State.ENDED || sessionsLeft() == 0 ? Optional.empty() : Optional.of(sessionsHeld() + 1);
    }

    /** The number of the session that was held on a day, the last of them if there were two. */
    public Optional<Integer> sessionOn(LocalDate day, ZoneId zone) {
        return held.reversed().stream()
                .filter(session -> LocalDate.ofInstant(session.at(), zone).equals(day))
                .map(HeldSession::number)
                .findFirst();
    }

    /** Whether an hour at that moment comes after every session that was held, so that it can have the next number. */
    public boolean comesAfterTheLast(Instant moment) {
        return held.isEmpty() || !moment.isBefore(held.getLast().at());
    }

    /** The phase the course is in: that of the session to come, and after the last, the ending. */
    public Phase phase() {
        return phases().at(nextSession().orElse(Math.max(1, sessionsHeld())));
    }

    /** The day the contract ends. */
    public Optional<LocalDate> endDate() {
        return contract().map(Contract::endDate);
    }

    /** True when the day agreed for the last session has gone by with sessions left, as it does after a rest. */
    public boolean isPastItsEnd(LocalDate today) {
        return state == State.UNDERWAY
                && sessionsLeft() > 0
                && endDate().filter(end -> end.isBefore(today)).isPresent();
    }

    /** What the work is about. */
    public Optional<Focus> focus() {
        return last(Step.Kind.FOCUS).map(FocusWords::read);
    }

    /** The goals both agreed to. */
    public List<Goal> goals() {
        return contract().map(it -> it.terms().goals()).orElse(List.of());
    }

    /** How near the goals were on the way, as both marked it, the first first. */
    public List<GoalsMarked> goalsMarked() {
        return steps.stream()
                .filter(step -> step.kind() == Step.Kind.GOALS_MARKED)
                .map(GoalsMarkedWords::read)
                .toList();
    }

    /** How near each goal was when both last marked it, by its id. */
    public Map<UUID, Integer> goalsNear() {
        Map<UUID, Integer> near = new HashMap<>();
        goalsMarked().forEach(marked -> near.putAll(marked.near()));
        return near;
    }

    /** Both mark how near the goals they agreed on are. */
    public void mark(GoalsMarked marked) {
        mustNotHaveEnded();
        List<UUID> agreed = goals().stream().map(Goal::id).toList();
        if (!agreed.containsAll(marked.near().keySet())) {
            throw new IllegalArgumentException("Only goals both agreed on can be marked");
        }
        steps.add(GoalsMarkedWords.write(marked));
    }

    /** Every step, the first first. */
    public List<Step> steps() {
        return List.copyOf(steps);
    }

    /** The rest it is taking now. */
    public Optional<Step> pause() {
        return state == State.PAUSED ? last(Step.Kind.PAUSED) : Optional.empty();
    }

    /** Whether an hour at that moment lies in the rest it is taking now, however often the day of its end was changed. */
    public boolean restsAt(Instant moment) {
        if (state != State.PAUSED) {
            return false;
        }
        Instant since = steps.reversed().stream()
                .takeWhile(step -> step.kind() != Step.Kind.RESUMED)
                .filter(step -> step.kind() == Step.Kind.PAUSED)
                .map(step -> step.signed().at())
                .min(Comparator.naturalOrder())
                .orElseThrow();
        return !moment.isBefore(since);
    }

    /** The day on which the rest is to end, where one was agreed. */
    public Optional<LocalDate> restsUntil() {
        return pause().flatMap(Course::restEnds);
    }

    /** The day on which a rest was to end, as one of its steps says. */
    public static Optional<LocalDate> restEnds(Step step) {
        return step.kind() == Step.Kind.PAUSED && !step.detail().isEmpty()
                ? Optional.of(LocalDate.parse(step.detail()))
                : Optional.empty();
    }

    public Optional<Ending> ending() {
        return last(Step.Kind.ENDED)
                .map(step -> new Ending(Ending.Reason.valueOf(step.detail()), step.words(), step.signed()));
    }

    /** When the ending was spoken of. */
    public Optional<Step> endingSaid() {
        return last(Step.Kind.ENDING_SAID);
    }

    /** True when the ending should be spoken of in the session to come at the latest, and has not been. */
    public boolean isEndingDue() {
        return state == State.UNDERWAY
                && endingSaid().isEmpty()
                && sessionsHeld() + 1 >= variant.endingSaidBy(sessionsPlanned());
    }

    /** What speaks against this focus, as the key of a text; empty when nothing does. */
    public Optional<String> objectionTo(List<String> areas) {
        if (state == State.ENDED) {
            return Optional.of("course.desk.focus.wrong.ended");
        }
        List<String> before = focus().map(Focus::areas).orElse(List.of());
        boolean another = !before.isEmpty() && !before.containsAll(areas);
        return another && phase() == Phase.ENDING ? Optional.of("course.desk.focus.wrong.ending") : Optional.empty();
    }

    /** From now on the work is about this. */
    public void agreeOn(Focus focus) {
        objectionTo(focus.areas()).ifPresent(objection -> {
            throw new IllegalStateException(
                    "No new focus for a course that is " + state + " in its phase " + phase() + ": " + objection);
        });
        steps.add(FocusWords.write(focus));
    }

    /** What may be put down for now, and until when; empty while nothing was agreed. */
    public Optional<SickRole> sickRole() {
        return last(Step.Kind.SICK_ROLE).map(SickRoleWords::read);
    }

    /** For a while something may be put down. Only on an episode that a clinician has recorded: no score takes its place. */
    public void lighten(SickRole role, Episode episode) {
        mustNotHaveEnded();
        if (!role.until().isAfter(episode.recorded())) {
            throw new IllegalArgumentException(
                    "A sick role ends after the episode was recorded, not on " + role.until());
        }
        steps.add(SickRoleWords.write(role));
    }

    /** What speaks against so many sessions, as the key of a text. */
    public Optional<String> objectionTo(int sessions) {
        if (!variant.sessions().allow(sessions)) {
            return Optional.of("course.desk.contract.wrong.sessions");
        }
        return sessions < sessionsHeld() ? Optional.of("course.desk.contract.wrong.held") : Optional.empty();
    }

    /** The therapist puts forward what they have talked over; it holds once the person says yes. */
    public Contract propose(int sessions, LocalDate endDate, Contract.Terms terms, Signature signature) {
        mustNotHaveEnded();
        if (objectionTo(sessions).isPresent()) {
            throw new IllegalArgumentException(sessions + " sessions are not what " + variant.id() + " allows");
        }
        Focus focus = focus().orElseThrow(() -> new IllegalStateException("A contract needs a focus first"));
        Contract proposed = new Contract(
                Ids.next(),
                contracts.size() + 1,
                variant.phases(sessions),
                endDate,
                focus.areas(),
                terms,
                signature,
                Optional.empty(),
                Optional.empty());
        contracts.add(proposed);
        return proposed;
    }

    /** The person says yes to the newest contract. With the first the course is under way. */
    public void agree(Contract.Agreement agreement) {
        mustNotHaveEnded();
        Contract agreed = proposal()
                .orElseThrow(() -> new IllegalStateException("There is no contract that waits for a yes"))
                .agreedTo(agreement);
        contracts.set(contracts.size() - 1, agreed);
        if (state == State.INTAKE) {
            state = State.UNDERWAY;
        }
        told.add(new ContractAgreed(id, person, agreed.sessions(), agreed.endDate(), agreement.at()));
    }

    /**
     * The person takes back their yes, whoever put it down. What they had agreed to before holds again, if there is such a
     * contract, else nothing is agreed. Nobody is asked for a yes again until the therapist puts something forward.
     */
    public void takeBackYes(Instant at) {
        mustNotHaveEnded();
        Contract holds = contract().orElseThrow(() -> new IllegalStateException("No contract is agreed"));
        contracts.set(contracts.indexOf(holds), holds.takenBack(at));
        if (state == State.UNDERWAY && contract().isEmpty()) {
            state = State.INTAKE;
        }
        told.add(new ContractTakenBack(id, person, sessionsPlanned(), at));
    }

    /** The next session took place. Sessions beyond those agreed do not count: the contract does not grow by itself. */
    public HeldSession heldSession(int number, Instant when, Optional<UUID> appointment, AccountId by) {
        mustNotHaveEnded();
        if (restsAt(when)) {
            throw new IllegalStateException("A course that rests has no sessions; it goes on first");
        }
        if (nextSession().filter(next -> next == number).isEmpty()) {
            throw new IllegalArgumentException("Session " + number + " does not come next: " + sessionsHeld() + " of "
                    + sessionsPlanned() + " were held");
        }
        HeldSession session = new HeldSession(number, when, appointment, new Signature(by, when));
        held.add(session);
        return session;
    }

    /** When a session of that day was, of which only the day is known: midday, and never before one that was held that day. */
    public Optional<Instant> momentOn(LocalDate day, Instant now, ZoneId zone) {
        if (day.equals(LocalDate.ofInstant(now, zone))) {
            return Optional.of(now);
        }
        Instant midday = day.atTime(LocalTime.NOON).atZone(zone).toInstant();
        Instant moment = sessionOn(day, zone).isPresent()
                        && midday.isBefore(held.getLast().at())
                ? held.getLast().at()
                : midday;
        boolean within = !day.isBefore(LocalDate.ofInstant(begun.at(), zone)) && moment.isBefore(now);
        return within && comesAfterTheLast(moment) ? Optional.of(moment) : Optional.empty();
    }

    /** Whether this appointment counts as one of the sessions. */
    public boolean hasHeld(UUID appointment) {
        return held.stream().anyMatch(session -> session.appointment().equals(Optional.of(appointment)));
    }

    /** It was put down by mistake. Only the last can be taken back: the numbers of those after it are in letters and notes. */
    void takeBack(UUID appointment) {
        if (!held.isEmpty() && held.getLast().appointment().equals(Optional.of(appointment))) {
            HeldSession none = held.removeLast();
            takenBack.add(none);
            told.add(new SessionTakenBack(person, id.value(), none.number()));
        }
    }

    /** Sessions that are none, since it was loaded. */
    List<HeldSession> takenBack() {
        return List.copyOf(takenBack);
    }

    /** True while they meet, whether a contract is agreed or not yet: somebody may fall ill or travel before it is. */
    public boolean mayRest() {
        return state == State.INTAKE || state == State.UNDERWAY;
    }

    /** They do not meet for a while; until a day, where one is agreed. */
    public void pause(String why, Optional<LocalDate> until, Signature signature) {
        if (!mayRest()) {
            throw new IllegalStateException("Only a course that goes on can rest, not one that is " + state);
        }
        state = State.PAUSED;
        take(Step.Kind.PAUSED, until.map(LocalDate::toString).orElse(""), why, signature);
    }

    /** While it rests they agree on another day on which the rest ends, or on none. */
    public void restUntil(Optional<LocalDate> until, String why, Signature signature) {
        if (state != State.PAUSED) {
            throw new IllegalStateException("Only a rest has a day on which it ends, not a course that is " + state);
        }
        take(Step.Kind.PAUSED, until.map(LocalDate::toString).orElse(""), why, signature);
    }

    /** They go on; where nothing was agreed before, or the yes to it was taken back meanwhile, with nothing agreed yet. */
    public void resume(Signature signature) {
        if (state != State.PAUSED) {
            throw new IllegalStateException("Only a course that rests can go on, not one that is " + state);
        }
        state = contract().isPresent() ? State.UNDERWAY : State.INTAKE;
        take(Step.Kind.RESUMED, "", "", signature);
    }

    /** The ending has been spoken of. Saying so twice is saying so once. */
    public void sayEnding(Signature signature) {
        mustNotHaveEnded();
        if (endingSaid().isEmpty()) {
            take(Step.Kind.ENDING_SAID, "", "", signature);
        }
    }

    /** True when it can end complete: it was agreed, and the sessions were held. */
    public boolean mayEndComplete() {
        return contract().isPresent() && sessionsLeft() == 0;
    }

    /** It is over. */
    public void end(Ending ending) {
        mustNotHaveEnded();
        if (ending.isComplete() && !mayEndComplete()) {
            throw new IllegalStateException(
                    "It is not complete: " + sessionsHeld() + " of " + sessionsPlanned() + " were held");
        }
        state = State.ENDED;
        take(Step.Kind.ENDED, ending.reason().name(), ending.words(), ending.signed());
        told.add(
                new CourseEnded(id, person, ending.isComplete(), ending.signed().at()));
    }

    /** What others want to know, since it was loaded. */
    List<Object> told() {
        return List.copyOf(told);
    }

    private void take(Step.Kind kind, String detail, String words, Signature signature) {
        steps.add(new Step(Ids.next(), kind, detail, words, signature));
    }

    private Optional<Step> last(Step.Kind kind) {
        return steps.reversed().stream().filter(step -> step.kind() == kind).findFirst();
    }

    private void mustNotHaveEnded() {
        if (state == State.ENDED) {
            throw new IllegalStateException("The course has ended");
        }
    }
}
