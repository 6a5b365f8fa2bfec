package tombolo.inventory;

import org.jspecify.annotations.Nullable;

/** What a relationship is like for the person; every part may be left unsaid. */
public record Description(
        @Nullable Tie tie,
        Sense heard,
        Sense honest,
        Contact contact,
        Exchange exchange,
        @Nullable Amount strain,
        @Nullable Boolean confidant,
        @Nullable Met mineMet,
        @Nullable Met theirsMet,
        Words words) {
    /** As safe as "hardly", from 0 to {@link Sense#MOST}. */
    static final int HARDLY = 1;

    public static final Description UNSAID = new Description(
            null, Sense.UNSAID, Sense.UNSAID, Contact.UNSAID, Exchange.UNSAID, null, null, null, null, Words.NONE);

    /** With what comes and goes between them. */
    public Description exchanging(Exchange exchange) {
        return new Description(tie, heard, honest, contact, exchange, strain, confidant, mineMet, theirsMet, words);
    }

    /** Whether it says that it is hardly or not at all safe to be honest with them. */
    public boolean saysNotSafe() {
        Integer now = honest.now();
        return now != null && now <= HARDLY;
    }

    public boolean isStrained() {
        return strain != null && strain.isMuch();
    }
}
