package tombolo.messages;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tombolo.database.Ids;
import tombolo.messages.Message.State;
import tombolo.messages.MessageRows.Addressed;
import tombolo.people.Consent;
import tombolo.people.ConsentGiven;
import tombolo.people.ConsentTakenBack;
import tombolo.people.Consents;
import tombolo.people.People;
import tombolo.people.Person;
import tombolo.people.Purpose;
import tombolo.people.WayClosed;
import tombolo.practice.Practices;
import tombolo.time.ProgrammeTime;
import tombolo.ui.Language;
import tombolo.ui.Texts;
import tombolo.vault.AccountId;
import tombolo.vault.Act;
import tombolo.vault.AuditChain;
import tombolo.vault.PersonId;
import tombolo.vault.Viewer;

/**
 * Where a message is put so that it goes out by itself, when it may and as long as it is of use. It is put in the
 * transaction of its reason: no message without a reason, no reason without its message. A key says what a message is about
 * by ids only ({@code reminder:<appointment>:<move>}); asked for twice under one key, it is one message.
 */
@Component
@Transactional
public class Outbox {
    private final MessageRows rows;
    private final DiscreetText discreet;
    private final People people;
    private final Consents consents;
    private final Practices practices;
    private final MessagesPart part;
    private final AuditChain audit;
    private final Texts texts;
    private final ProgrammeTime time;

    Outbox(
            MessageRows rows,
            DiscreetText discreet,
            People people,
            Consents consents,
            Practices practices,
            MessagesPart part,
            AuditChain audit,
            Texts texts,
            ProgrammeTime time) {
        this.rows = rows;
        this.discreet = discreet;
        this.people = people;
        this.consents = consents;
        this.practices = practices;
        this.part = part;
        this.audit = audit;
        this.texts = texts;
        this.time = time;
    }

    /**
     * To a person, by the way they said is safe, at an hour they said is good.
     *
     * @param facts what the kind calls for: {@code when} and {@code before} as {@link Instant#toString}, {@code link} as a
     *     whole address of ours whose path is like {@code /a/secret}
     * @param uselessAfter from when on it must not go any more
     * @return false when it was asked for before under this key: then nothing changed
     */
    public boolean toPerson(
            PersonId person,
            MessageKind kind,
            String key,
            Map<String, String> facts,
            Instant notBefore,
            Instant uselessAfter) {
        if (kind.isForStaff()) {
            throw new IllegalArgumentException(kind + " is for staff");
        }
        Words words = discreet.words(kind, language(person), practices.current().zone(), facts);
        return put(kind, key, words, Optional.of(person), Optional.empty(), notBefore, uselessAfter);
    }

    /** To a colleague, by e-mail to the address they sign in with, at any hour. */
    public boolean toStaff(
            AccountId colleague,
            MessageKind kind,
            String key,
            Map<String, String> facts,
            Instant notBefore,
            Instant uselessAfter) {
        if (!kind.isForStaff()) {
            throw new IllegalArgumentException(kind + " is for people, not for staff");
        }
        Words words = discreet.words(kind, Language.ENGLISH, practices.current().zone(), facts);
        return put(kind, key, words, Optional.empty(), Optional.of(colleague), notBefore, uselessAfter);
    }

    private boolean put(
            MessageKind kind,
            String key,
            Words words,
            Optional<PersonId> person,
            Optional<AccountId> account,
            Instant notBefore,
            Instant uselessAfter) {
        Instant now = time.now();
        boolean late = !uselessAfter.isAfter(now);
        Message message = new Message(
                Ids.next(),
                kind,
                late ? State.EXPIRED : State.WAITING,
                Optional.empty(),
                Optional.of(words),
                Optional.empty(),
                now,
                notBefore,
                uselessAfter,
                late ? Optional.of(now) : Optional.empty(),
                false);
        return rows.add(new Addressed(message, person, account, 0), key);
    }

    /** Its reason is gone. What has gone out already cannot be called back. */
    public void withdraw(String key) {
        rows.waiting(key).ifPresent(waiting -> rows.end(waiting, State.WITHDRAWN, time.now()));
        rows.notNeeded(key);
        rows.notAgain(key, time.now());
    }

    /** Its reason is there after all. What has gone, or would come too late, does not go again. */
    public void resume(String key) {
        rows.waitAgain(key, time.now());
    }

    /** Somebody has said it in another way. */
    public void note(String key) {
        rows.note(key, time.now());
    }

    /** What became of the messages that were asked for under these keys; a key without a message is not there. */
    public Map<String, State> states(Set<String> keys) {
        return rows.states(keys);
    }

    /** Whoever does not want to be written to any more is not: what waits ends now, and what matters stands on the desk. */
    @EventListener
    void takenBack(ConsentTakenBack consent) {
        if (consent.purpose() == Purpose.MESSAGES) {
            rows.waiting(consent.person()).forEach(waiting -> rows.end(waiting, State.NOT_AGREED, time.now()));
        }
    }

    /** Whoever agrees again hears of what is still ahead. */
    @EventListener
    void given(ConsentGiven consent) {
        if (consent.purpose() == Purpose.MESSAGES) {
            rows.waitAgain(consent.person(), time.now());
        }
    }

    /**
     * Nothing more goes by a way that is not safe. What matters stands on the desk at once; the rest waits, in case another
     * way is known before its time, and is not sent if none is.
     */
    @EventListener
    void closed(WayClosed way) {
        rows.waiting(way.person()).stream()
                .filter(waiting -> waiting.message().kind().mustArrive())
                .forEach(waiting -> rows.end(waiting, State.NOT_SAFE, time.now()));
    }

    /** The language in which they last agreed to something here. */
    private Language language(PersonId person) {
        return consents.of(person).stream()
                .map(Consent::language)
                .map(Language::new)
                .filter(texts.languages()::contains)
                .findFirst()
                .orElse(Language.ENGLISH);
    }

    public Visible visibleTo(Viewer viewer) {
        return new Visible(viewer);
    }

    /** The messages this viewer may read. */
    public final class Visible {
        private final Viewer viewer;

        private Visible(Viewer viewer) {
            this.viewer = viewer;
        }

        /** The person, if this viewer may read what was written to them. */
        public Person person(PersonId person) {
            return people.visibleTo(viewer).get(person, part);
        }

        /** Whether they have agreed to be written to at all. */
        public boolean mayWriteTo(PersonId person) {
            person(person);
            return consents.stands(person, Purpose.MESSAGES);
        }

        /** Everything that was or will be written to them, the newest first. */
        public List<Message> of(PersonId person) {
            person(person);
            audit.record(viewer, Act.READ, person, part.name());
            return rows.of(person);
        }

        /** Whoever walks with them has seen to what did not reach them. */
        public void note(PersonId person) {
            person(person);
            rows.note(person, time.now());
            audit.record(viewer, Act.WROTE, person, part.name());
        }
    }
}
