package tombolo.sessions;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import tombolo.database.Ids;
import tombolo.inventory.RelationshipId;
import tombolo.vault.AccountId;
import tombolo.vault.Confidential;

/**
 * What was done in one hour, in the shape of an IPT session: what happened with the mood and with whom, the work in the
 * focus, what was decided, and what will be tried.
 *
 * <p>A note is a draft from when the session is held, in the hand of whoever held it, who may keep a part of it to themself.
 * Where they do not see the person any more, whoever walks with the person takes it over, and it says so. Signing it, with who and when, locks it for good: after that it only takes addenda, each signed as well, by anybody who
 * walks with the person. A note is never un-signed.
 */
public final class SessionNote {
    /** Characters in one field. */
    public static final int LONGEST = 4000;

    private final UUID id;
    private final Hour hour;
    private final AccountId begunBy;
    private final Instant begunAt;
    private final Optional<AccountId> takenFrom;
    private final List<Addendum> addenda;
    private Words words;
    private Optional<Confidential> privately;
    private Optional<Signing> signing;
    private int version;

    SessionNote(
            UUID id,
            Hour hour,
            AccountId begunBy,
            Instant begunAt,
            Optional<AccountId> takenFrom,
            Words words,
            Optional<Confidential> privately,
            Optional<Signing> signing,
            List<Addendum> addenda,
            int version) {
        this.id = id;
        this.hour = hour;
        this.begunBy = begunBy;
        this.begunAt = begunAt;
        this.takenFrom = takenFrom;
        this.words = words;
        this.privately = privately;
        this.signing = signing;
        this.addenda = new ArrayList<>(addenda);
        this.version = version;
    }

    /** A note nobody has written in yet: the session has been held. */
    public static SessionNote begun(Hour hour, AccountId by, Instant at) {
        return new SessionNote(
                Ids.next(),
                hour,
                by,
                at,
                Optional.empty(),
                Words.NONE,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                0);
    }

    /** Who signed, and when; from then on nothing above it changes. */
    public record Signing(AccountId by, Instant at) {}

    /** Something added after the signing: a correction, or what came to mind later. */
    public record Addendum(UUID id, Confidential words, AccountId by, Instant at) {}

    /** Whether the person's safety was talked about. It is asked at every session and never graded. */
    public enum Safety {
        /** It was not talked about. */
        NOT_TODAY,
        /** It was, and nothing needs to be done before the next session. */
        TALKED,
        /** It was, and something needs doing. */
        NEEDS_DOING
    }

    /** One thing the person will try: what, with whom from the circles, and when, in their words. */
    public record Agreed(String what, Optional<RelationshipId> with, String when) {}

    /**
     * What the note says.
     *
     * @param since what happened with the mood and with whom since last time
     * @param cameUp the people from the circles who came up
     * @param focus the work in the focus, on one recent incident
     * @param techniques what was done, as {@link WorkedWith} names it
     * @param decided what the person decided
     * @param tries what will be tried
     * @param safety empty until it is said
     * @param safetyWords what was said about it, and what was done
     * @param timeLeftSaid whether the number of sessions left was said aloud
     */
    public record Words(
            String since,
            List<RelationshipId> cameUp,
            String focus,
            Set<String> techniques,
            String decided,
            List<Agreed> tries,
            Optional<Safety> safety,
            String safetyWords,
            boolean timeLeftSaid) {

        public static final Words NONE =
                new Words("", List.of(), "", Set.of(), "", List.of(), Optional.empty(), "", false);

        /** Things to try in one week; more would be a list of duties. */
        public static final int MOST_TRIES = 3;

        public Words {
            cameUp = List.copyOf(cameUp);
            techniques = Set.copyOf(techniques);
            tries = List.copyOf(tries);
        }

        /** True while there is nothing in it. */
        public boolean isBlank() {
            return equals(NONE);
        }

        /** Shows no word of it. */
        @Override
        public String toString() {
            return "the words of a session note";
        }
    }

    /** What a note needs before it can be signed; each is a field. */
    public enum Missing {
        /** Nothing is said about what happened or what was worked on. */
        SINCE,
        /** Whether safety was talked about is not said. */
        SAFETY,
        /** Something needs doing, and what was said or done is not written down. */
        SAFETY_WORDS
    }

    public UUID id() {
        return id;
    }

    public Hour hour() {
        return hour;
    }

    public AccountId begunBy() {
        return begunBy;
    }

    /** When the session was held. */
    public Instant begunAt() {
        return begunAt;
    }

    /** Who began it before it was taken over, because they do not see the person any more. */
    public Optional<AccountId> takenFrom() {
        return takenFrom;
    }

    public Words words() {
        return words;
    }

    /** The part whoever wrote the note keeps to themself; empty for everybody else. */
    public Optional<Confidential> privately() {
        return privately;
    }

    public Optional<Signing> signing() {
        return signing;
    }

    public boolean isSigned() {
        return signing.isPresent();
    }

    /** In the order in which they were added. */
    public List<Addendum> addenda() {
        return List.copyOf(addenda);
    }

    /** Counts what was saved, 0 for a note nobody has saved. */
    public int version() {
        return version;
    }

    /** What still has to be said before it can be signed, in the order of the page. */
    public List<Missing> missing() {
        boolean nothing =
                Stream.of(words.since(), words.focus(), words.decided()).allMatch(String::isBlank);
        boolean undone = words.safety().equals(Optional.of(Safety.NEEDS_DOING))
                && words.safetyWords().isBlank();
        List<Missing> missing = new ArrayList<>();
        if (nothing) {
            missing.add(Missing.SINCE);
        }
        if (words.safety().isEmpty()) {
            missing.add(Missing.SAFETY);
        }
        if (undone) {
            missing.add(Missing.SAFETY_WORDS);
        }
        return missing;
    }

    public void write(Words words) {
        unlocked();
        this.words = words;
    }

    /** What whoever wrote the note keeps to themself; it can still be asked for under data-protection law. */
    public void keepPrivately(Optional<Confidential> words) {
        unlocked();
        privately = words;
    }

    /** Locks it. Only whoever wrote it signs it, and what is {@link #missing} is asked for before. */
    public void sign(AccountId by, Instant at) {
        unlocked();
        if (!by.equals(begunBy)) {
            throw new IllegalStateException("A note is signed by whoever wrote it");
        }
        if (!missing().isEmpty()) {
            throw new IllegalStateException("The note still lacks " + missing());
        }
        signing = Optional.of(new Signing(by, at));
    }

    public Addendum add(Confidential words, AccountId by, Instant at) {
        if (!isSigned()) {
            throw new IllegalStateException("A draft is changed itself, it takes no addendum");
        }
        Addendum addendum = new Addendum(Ids.next(), words, by, at);
        addenda.add(addendum);
        return addendum;
    }

    void saved() {
        version = isSigned() ? Math.max(version, 1) + 1 : version + 1;
    }

    private void unlocked() {
        if (isSigned()) {
            throw new IllegalStateException(
                    "The note was signed at " + signing.get().at());
        }
    }
}
