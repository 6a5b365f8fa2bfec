package tombolo.measures;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import tombolo.accounts.Secret;
import tombolo.instruments.Answers;
import tombolo.instruments.Instrument;
import tombolo.time.ProgrammeTime;
import tombolo.vault.Act;
import tombolo.vault.AuditChain;
import tombolo.vault.PersonId;
import tombolo.vault.PracticeId;
import tombolo.vault.Vault;
import tombolo.vault.Viewer;

/** A person answers what they were asked: signed in, or by a link and a word of their own. Once, whichever way. */
@Component
public class Answering {
    /** How long after the answers it is still heard that somebody is not safe. */
    private static final Duration SAFE_WITHIN = Duration.ofDays(7);

    private final Askings askings;
    private final OwnWords words;
    private final KeepAnswers keepAnswers;
    private final Questionnaires questionnaires;
    private final List<WhoReads> readers;
    private final Vault vault;
    private final AuditChain audit;
    private final ApplicationEventPublisher events;
    private final ProgrammeTime time;

    Answering(
            Askings askings,
            OwnWords words,
            KeepAnswers keepAnswers,
            Questionnaires questionnaires,
            ObjectProvider<WhoReads> readers,
            Vault vault,
            AuditChain audit,
            ApplicationEventPublisher events,
            ProgrammeTime time) {
        this.askings = askings;
        this.words = words;
        this.keepAnswers = keepAnswers;
        this.questionnaires = questionnaires;
        this.readers = readers.orderedStream().toList();
        this.vault = vault;
        this.audit = audit;
        this.events = events;
        this.time = time;
    }

    /** Whether somebody reads in time what is answered outside the room. */
    public boolean isReadAtADistance(PersonId person, Optional<UUID> appointment) {
        return readers.stream().anyMatch(one -> one.somebodyReads(person, appointment, time.now()));
    }

    /** When what is answered to these questions is read, as things stand now. */
    public WhenRead whenRead(Asking asking) {
        if (asking.inRoom()) {
            return WhenRead.IN_THE_ROOM;
        }
        return isReadAtADistance(asking.person(), asking.appointment())
                ? WhenRead.BEFORE_YOU_MEET
                : WhenRead.WHEN_YOU_MEET;
    }

    /** The questionnaires as they are put now: with the question about ending one's life only where somebody reads it. */
    public List<Instrument> put(Asking asking) {
        return put(asking, whenRead(asking));
    }

    /** The same, where it is known when they are read. */
    public List<Instrument> put(Asking asking, WhenRead when) {
        boolean read = when != WhenRead.WHEN_YOU_MEET;
        return asking.instruments().stream()
                .map(questionnaires::get)
                .flatMap(one -> (read ? Optional.of(one) : questionnaires.withoutReaders(one)).stream())
                .toList();
    }

    /**
     * Whether the question about ending one's life is left out of these, because nobody reads in time: then a plain one takes
     * its place, which is kept nowhere and leads to help.
     */
    public boolean asksPlainly(Asking asking, WhenRead when) {
        return when == WhenRead.WHEN_YOU_MEET
                && asking.instruments().stream()
                        .map(questionnaires::get)
                        .anyMatch(one -> one.risk().isPresent());
    }

    /** Every questionnaire that can be put here. */
    public List<Instrument> all() {
        return questionnaires.all();
    }

    /** The questionnaires in both ways they can be put. */
    public List<Instrument> either(Asking asking) {
        return asking.instruments().stream()
                .map(questionnaires::get)
                .flatMap(one -> Stream.concat(Stream.of(one), questionnaires.withoutReaders(one).stream()))
                .distinct()
                .toList();
    }

    /** Whether these are answers to what was asked, in one of the two ways it can be put. */
    private boolean fit(Asking asking, List<Answers> answers) {
        List<String> may = either(asking).stream().map(Instrument::id).toList();
        return answers.stream().map(one -> one.instrument().id()).allMatch(may::contains);
    }

    /** The questions a link leads to, while it leads anywhere. */
    public Optional<Asking> behind(String token) {
        return Secret.presented(token).flatMap(askings::behind);
    }

    /** Tries a word at a link. What comes back lets the page of questions be sent in, for some hours. */
    public Optional<String> open(Asking asking, String word) {
        if (!askings.mayTry(asking.id()) || !words.isRight(asking.person(), word)) {
            audit.record(Act.SIGN_IN_FAILED, asking.person(), "measures");
            return Optional.empty();
        }
        askings.forgive(asking.id());
        return Optional.of(pass(asking.id(), time.now()));
    }

    /** On the therapist's device the link itself was handed over. */
    public Optional<String> openInRoom(Asking asking) {
        return asking.inRoom() ? Optional.of(pass(asking.id(), time.now())) : Optional.empty();
    }

    /** What came of sending answers in. */
    public sealed interface Outcome {
        /** They are kept, or were by the first press of the same button. */
        record Kept(Asking asking, List<Response> responses) implements Outcome {}

        /** The page lay open too long; the word is needed again. */
        record AskAgain(Asking asking) implements Outcome {}

        /** Answered, withdrawn, too late, or never asked. */
        record Closed() implements Outcome {}
    }

    /** Answers by a link. */
    public Outcome answer(String token, String pass, UUID press, List<Answers> answers) {
        Optional<Askings.Found> found =
                Secret.presented(token).map(Secret::hash).flatMap(askings::behind);
        if (found.isEmpty()) {
            return new Outcome.Closed();
        }
        Asking asking = found.get().asking();
        if (!isPass(asking.id(), pass, Asking.AT_HAND)) {
            return askings.opensByLink(asking) ? new Outcome.AskAgain(asking) : new Outcome.Closed();
        }
        Outcome outcome = answer(found.get(), asking.inRoom() ? Way.IN_ROOM : Way.LINK, press, answers);
        if (outcome instanceof Outcome.Kept) {
            audit.record(Act.WROTE, asking.person(), "measures");
        }
        return outcome;
    }

    /** Answers by somebody signed in, to what they were asked themself. */
    public Outcome answer(Viewer viewer, UUID asking, UUID press, List<Answers> answers) {
        Optional<Askings.Found> found = askings.visibleTo(viewer).mine(asking);
        if (found.isEmpty()) {
            return new Outcome.Closed();
        }
        Outcome outcome = answer(found.get(), Way.SIGNED_IN, press, answers);
        if (outcome instanceof Outcome.Kept) {
            audit.record(viewer, Act.WROTE, found.get().asking().person(), "measures");
        }
        return outcome;
    }

    private Outcome answer(Askings.Found found, Way way, UUID press, List<Answers> answers) {
        Asking asking = found.asking();
        if (asking.press().equals(Optional.of(press))) {
            return new Outcome.Kept(asking, keptWith(found));
        }
        if (!asking.isOpen(time.now()) || answers.isEmpty()) {
            return new Outcome.Closed();
        }
        if (!fit(asking, answers)) {
            throw new IllegalArgumentException("These are not answers to what was asked: " + answers);
        }
        List<Response> kept = keepAnswers.keep(
                new KeepAnswers.Given(
                        asking.person(),
                        Optional.of(asking.id()),
                        press,
                        asking.session(),
                        time.now(),
                        way,
                        Optional.empty(),
                        Optional.empty(),
                        answers),
                found.course());
        return kept.isEmpty() ? keptMeanwhile(asking, press) : new Outcome.Kept(asking, kept);
    }

    /** Somebody was quicker: where it was the same press of the button, a moment before, they are told what it was told. */
    private Outcome keptMeanwhile(Asking asking, UUID press) {
        return askings.again(asking)
                .filter(found -> found.asking().press().equals(Optional.of(press)))
                .<Outcome>map(found -> new Outcome.Kept(found.asking(), keptWith(found)))
                .orElseGet(Outcome.Closed::new);
    }

    private List<Response> keptWith(Askings.Found found) {
        UUID asking = found.asking().id();
        List<Response> inCourse = found.course().responses().stream()
                .filter(one -> one.asking().equals(Optional.of(asking)))
                .toList();
        return inCourse.isEmpty() ? askings.responsesTo(asking) : inCourse;
    }

    /** What was kept of the answers to these questions, for the page after them, by somebody signed in. */
    public Optional<Outcome.Kept> kept(Viewer viewer, UUID asking) {
        return askings.visibleTo(viewer)
                .mine(asking)
                .filter(found -> found.asking().answered().isPresent())
                .map(found -> new Outcome.Kept(found.asking(), keptWith(found)));
    }

    /** The same behind a link, for as long as its page may lie open. */
    public Optional<Outcome.Kept> kept(String token, String pass) {
        return behindAnswered(token, pass, Asking.AT_HAND);
    }

    /**
     * The same for whoever says that they are not safe: the page on which they are asked may have lain open for days, and what
     * is said there is heard all the same.
     */
    public Optional<Outcome.Kept> keptToBeSafe(String token, String pass) {
        return behindAnswered(token, pass, SAFE_WITHIN);
    }

    private Optional<Outcome.Kept> behindAnswered(String token, String pass, Duration within) {
        return Secret.presented(token)
                .map(Secret::hash)
                .flatMap(askings::behind)
                .filter(found -> found.asking().answered().isPresent()
                        && isPass(found.asking().id(), pass, within))
                .map(found -> new Outcome.Kept(found.asking(), keptWith(found)));
    }

    /** Somebody says, right after their answers, whether they are safe. */
    public void saysHowSafe(Outcome.Kept kept, boolean safe) {
        PersonId person = kept.asking().person();
        kept.responses().stream()
                .filter(Answering::bringsSomebody)
                .findFirst()
                .ifPresent(one -> events.publishEvent(
                        new SaidHowSafe(one.id(), person, one.instrument().id(), safe, time.now())));
    }

    /** Whether help is shown before anything else. */
    public static boolean bringsSomebody(Response response) {
        return switch (response.scored().risk()) {
            case ABOVE_NOT_AT_ALL, UNANSWERED -> true;
            case NOT_AT_ALL, NOT_ASKED -> false;
        };
    }

    private String pass(UUID asking, Instant from) {
        String seconds = String.valueOf(from.getEpochSecond());
        return seconds + "." + HexFormat.of().formatHex(mark(asking, seconds));
    }

    private byte[] mark(UUID asking, String seconds) {
        return vault.blindIndex(PracticeId.current(), "answering:" + asking + ":" + seconds);
    }

    private boolean isPass(UUID asking, String pass, Duration within) {
        if (!pass.matches("\\d{1,12}\\.[0-9a-f]{64}")) {
            return false;
        }
        String seconds = pass.substring(0, pass.indexOf('.'));
        Duration old = Duration.between(Instant.ofEpochSecond(Long.parseLong(seconds)), time.now());
        return !old.isNegative()
                && old.compareTo(within) < 0
                && MessageDigest.isEqual(
                        HexFormat.of().formatHex(mark(asking, seconds)).getBytes(StandardCharsets.US_ASCII),
                        pass.substring(pass.indexOf('.') + 1).getBytes(StandardCharsets.US_ASCII));
    }
}
