package tombolo.techniques;

import java.util.Locale;

/** A shape that helps to say something (E.3, the request frames). One that is borrowed says from whom. */
public enum Shape {
    /** What happened, what I felt, what I need, and one request (F1). */
    ASK,
    /** When you did this, then, I felt that (F2). */
    WHEN,
    /** A soft start (F3). */
    SOFT,
    /** Describe, express, assert, and say what is good for both (F4). */
    BOTH,
    /** Said once more, with what was heard of them (F5). */
    STILL,
    /** What I cannot do, and what I can (F6). */
    LIMIT,
    /** Putting it right (F7). */
    REPAIR,
    /** A request for an ear or for advice, whichever it is (F8). */
    HELP,
    /** A request for practical help (F8). */
    HAND,
    /** A request for company (F8). */
    COMPANY,
    /** From a fact to a need, a step at a time (F9). */
    NEARER,
    /** What I heard, and whether that is right (F10). */
    CHECK,
    /** To oneself: when this happens, I will do that. */
    PLAN,
    /** To oneself: what one would say to a friend. */
    FRIEND;

    /** Its text key; with {@code .words} how it goes, and with {@code .from} whose it is. */
    public String key() {
        return "techniques.shape." + name().toLowerCase(Locale.ROOT);
    }
}
