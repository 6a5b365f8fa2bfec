package tombolo.messages;

import java.util.UUID;

/** Takes a message out of the house, by one way. */
interface Carrier {

    Way way();

    /** Whether anything leaves the house by it. */
    boolean leaves();

    /** Hands the message on, and says what came of it. It never throws: what goes wrong is an answer. */
    Carried carry(Letter letter);

    /**
     * A message as it is handed on.
     *
     * @param id the same at every try, so that a mail server can know a message again
     * @param sender the neutral name the practice has chosen; may be empty
     */
    record Letter(UUID id, String sender, String to, Words words) {
        @Override
        public String toString() {
            return "Letter[…]";
        }
    }

    /** What came of it. */
    enum Carried {
        /** It was taken on by whoever delivers it. */
        SENT,
        /** It surely was not taken, and may be later. */
        NOT_NOW,
        /** It surely was not taken, and never will be. */
        REFUSED,
        /** It may or may not have been taken; nobody can say. */
        UNKNOWN,
        /** This practice does not send by this way: it stands in the list and nowhere else. */
        ONLY_KEPT
    }
}
