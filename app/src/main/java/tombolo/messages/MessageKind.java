package tombolo.messages;

import java.util.EnumSet;
import java.util.Set;

/**
 * What a message is about. Each has its words in the texts, {@code messages.out.<kind>.subject} and {@code .body}. What a
 * message may say beside them are facts, never anybody's words: moments, and one link without a telling path.
 */
public enum MessageKind {
    /** Something is soon. */
    REMINDER(Who.PERSON, false, Fact.WHEN),
    /** It is at another time. */
    APPOINTMENT_CHANGED(Who.PERSON, true, Fact.WHEN, Fact.BEFORE),
    /** It will not take place. */
    APPOINTMENT_CANCELLED(Who.PERSON, true, Fact.WHEN),
    /** It will not take place, and neither will what was booked after it. */
    ALL_CALLED_OFF(Who.PERSON, true, Fact.WHEN),
    /** There are questions to answer, behind a link. */
    QUESTIONS_LINK(Who.PERSON, false, Fact.LINK),
    /** The therapist is away, so that something cannot take place. */
    THERAPIST_AWAY(Who.PERSON, true, Fact.WHEN),
    /** The therapist is back, so that what could not take place can. */
    AFTER_ALL(Who.PERSON, true, Fact.WHEN),
    /** Somebody else is there for them instead of their therapist, for a time or from now on. */
    SOMEBODY_ELSE(Who.PERSON, true),
    /** Something waits for a member of staff at the desk. */
    LOOK_IN(Who.STAFF, true);

    private final Who whom;
    private final boolean mustArrive;
    private final Set<Fact> facts;

    MessageKind(Who whom, boolean mustArrive, Fact... facts) {
        this.whom = whom;
        this.mustArrive = mustArrive;
        this.facts = facts.length == 0 ? Set.of() : Set.copyOf(EnumSet.of(facts[0], facts));
    }

    /** Whom a kind of message is for. */
    enum Who {
        PERSON,
        STAFF
    }

    /** What a message can carry beside its words. */
    enum Fact {
        /** The moment it is about, as {@link java.time.Instant#toString} writes it. */
        WHEN,
        /** The moment it was at before. */
        BEFORE,
        /** A whole address of ours, with a path that tells nothing. */
        LINK;

        /** As callers write it: {@code when}, {@code before}, {@code link}. */
        String key() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    boolean isForStaff() {
        return whom == Who.STAFF;
    }

    /** True where somebody has to say it in another way if the message could not. */
    public boolean mustArrive() {
        return mustArrive;
    }

    Set<Fact> facts() {
        return facts;
    }
}
