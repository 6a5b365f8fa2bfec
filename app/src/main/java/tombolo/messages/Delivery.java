package tombolo.messages;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tombolo.accounts.Accounts;
import tombolo.database.Ids;
import tombolo.messages.Carrier.Carried;
import tombolo.messages.Carrier.Letter;
import tombolo.messages.Message.State;
import tombolo.messages.MessageRows.Addressed;
import tombolo.people.Consents;
import tombolo.people.People;
import tombolo.people.Person;
import tombolo.people.Purpose;
import tombolo.people.SafeContact;
import tombolo.people.SafeContact.Trace;
import tombolo.practice.Practices;
import tombolo.time.ProgrammeTime;
import tombolo.vault.Confidential;
import tombolo.vault.PersonId;

/**
 * Hands over what is due. Never twice: a message is claimed, and the claim committed, before it is handed over, and nobody
 * else can claim it; if this machine dies between the handing over and the note of it, the claim is found later, called
 * {@link State#UNKNOWN} and shown as such, and the message is not tried again. Better a reminder that may be missing than
 * one that comes twice. Never late: what is useless by now is not handed over any more. It is tried again, after growing
 * pauses, only where it surely was not taken.
 */
@Component
class Delivery {
    private static final Pattern EMAIL = Pattern.compile("[^\\s@,;<>\"]+@[^\\s@,;<>\"]+");

    private final MessageRows rows;
    private final Map<Way, Carrier> carriers;
    private final Senders senders;
    private final Wishes wishes;
    private final People people;
    private final Consents consents;
    private final Accounts accounts;
    private final Practices practices;
    private final ProgrammeTime time;
    private final TransactionTemplate transaction;

    Delivery(
            MessageRows rows,
            List<Carrier> carriers,
            Senders senders,
            Wishes wishes,
            People people,
            Consents consents,
            Accounts accounts,
            Practices practices,
            ProgrammeTime time,
            PlatformTransactionManager transactions) {
        this.rows = rows;
        this.carriers = carriers.stream().collect(Collectors.toUnmodifiableMap(Carrier::way, Function.identity()));
        this.senders = senders;
        this.wishes = wishes;
        this.people = people;
        this.consents = consents;
        this.accounts = accounts;
        this.practices = practices;
        this.time = time;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** What is to become of a message at this moment. */
    private sealed interface Decision {
        /** It goes, by this way to this address. */
        record Go(Way way, String address) implements Decision {}

        /** It waits until then. */
        record Later(Instant then) implements Decision {}

        /** It does not go at all. */
        record Over(State state) implements Decision {}
    }

    /** A message in this hand and no other. */
    private record Claimed(Addressed of, UUID claim, Carrier carrier, Letter letter) {}

    /** To everybody of this kind, each in transactions of its own, so that a trouble with one does not keep all. */
    void to(MessageKind.Who whom) {
        List<UUID> due = transaction.execute(status -> {
            Instant now = time.now();
            rows.giveUpLost(now.minus(Message.LOST_AFTER), now);
            return rows.due(whom, now);
        });
        RuntimeException trouble = null;
        for (UUID id : due) {
            try {
                deliver(id);
            } catch (RuntimeException e) {
                trouble = e;
            }
        }
        if (trouble != null) {
            throw trouble;
        }
    }

    private void deliver(UUID id) {
        Optional<Claimed> claimed =
                transaction.execute(status -> rows.waiting(id).flatMap(this::claim));
        claimed.ifPresent(mine -> {
            Carried carried = mine.carrier.carry(mine.letter);
            transaction.executeWithoutResult(status -> settle(mine, carried));
        });
    }

    private Optional<Claimed> claim(Addressed of) {
        Instant now = time.now();
        switch (decide(of, now)) {
            case Decision.Over over -> rows.end(of, over.state(), now);
            case Decision.Later later -> rows.waitUntil(of.message().id(), later.then());
            case Decision.Go go -> {
                UUID claim = Ids.next();
                if (rows.claim(of, claim, go.way(), go.address(), now)) {
                    Message message = of.message();
                    return Optional.of(new Claimed(
                            of,
                            claim,
                            java.util.Objects.requireNonNull(carriers.get(go.way())),
                            new Letter(
                                    message.id(),
                                    senders.name(),
                                    go.address(),
                                    message.words().orElseThrow())));
                }
            }
        }
        return Optional.empty();
    }

    /** Afresh, at the last moment: what was agreed, a wish, a way or an hour may have changed since it was asked for. */
    private Decision decide(Addressed of, Instant now) {
        if (!of.message().uselessAfter().isAfter(now)) {
            return new Decision.Over(State.EXPIRED);
        }
        return of.person()
                .map(person -> toPerson(person, of.message(), now))
                .orElseGet(() -> of.account()
                        .flatMap(accounts::addressOf)
                        .filter(address -> EMAIL.matcher(address).matches())
                        .<Decision>map(address -> new Decision.Go(Way.EMAIL, address))
                        .orElse(new Decision.Over(State.NOT_SAFE)));
    }

    private Decision toPerson(PersonId id, Message message, Instant now) {
        Optional<Person> person = people.find(id);
        Wish wish = wishes.find(id).orElse(Wish.UNSAID);
        if (message.kind() == MessageKind.REMINDER && !wish.reminders()) {
            return new Decision.Over(State.WITHDRAWN);
        }
        if (!consents.stands(id, Purpose.MESSAGES)) {
            return new Decision.Over(State.NOT_AGREED);
        }
        Optional<Decision.Go> safe = person.map(Person::contact)
                .filter(contact -> wishes.answers(id, contact.hours()))
                .flatMap(Delivery::safeWay);
        if (safe.isEmpty()) {
            return new Decision.Over(State.NOT_SAFE);
        }
        Instant suits = wish.nextFrom(now, practices.current().zone());
        if (!suits.isAfter(now)) {
            return safe.get();
        }
        return suits.isBefore(message.uselessAfter()) ? new Decision.Later(suits) : new Decision.Over(State.EXPIRED);
    }

    /** What is not known to be safe is not safe. Hours somebody gave in words only are for humans to keep. */
    private static Optional<Decision.Go> safeWay(SafeContact contact) {
        String address = contact.address().map(Confidential::words).orElse("");
        return switch (contact.way()) {
            case EMAIL ->
                contact.isSafe(Trace.EMAIL) ? Optional.of(new Decision.Go(Way.EMAIL, address)) : Optional.empty();
            case PHONE ->
                contact.isSafe(Trace.TEXT) ? Optional.of(new Decision.Go(Way.TEXT, address)) : Optional.empty();
            case THEY_RING, IN_PERSON -> Optional.empty();
        };
    }

    /** To be tried again, unless its reason went meanwhile. */
    private void giveBack(Claimed mine, Instant next, Instant now) {
        rows.giveBack(mine.of.message(), mine.claim, next);
        rows.waiting(mine.of.message().id())
                .filter(of -> of.message().noted())
                .ifPresent(of -> rows.end(of, State.WITHDRAWN, now));
    }

    private void settle(Claimed mine, Carried carried) {
        Instant now = time.now();
        switch (carried) {
            case SENT -> rows.settle(mine.of, mine.claim, State.SENT, now);
            case REFUSED -> rows.settle(mine.of, mine.claim, State.FAILED, now);
            case UNKNOWN -> rows.settle(mine.of, mine.claim, State.UNKNOWN, now);
            case ONLY_KEPT -> rows.settle(mine.of, mine.claim, State.NOT_SENT, now);
            case NOT_NOW ->
                Message.pauseAfter(mine.of.tries() + 1)
                        .ifPresentOrElse(
                                pause -> giveBack(mine, now.plus(pause), now),
                                () -> rows.settle(mine.of, mine.claim, State.FAILED, now));
        }
    }
}
