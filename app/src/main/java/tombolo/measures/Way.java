package tombolo.measures;

/** How answers came to us. */
public enum Way {
    /** By a link and a word only the person knows. */
    LINK,
    /** By the person, signed in. */
    SIGNED_IN,
    /** By the person, on the therapist's device. */
    IN_ROOM,
    /** On paper; a colleague typed them in. */
    PAPER,
    /** Said to a colleague, who wrote them down for the person and says why. */
    ENTERED;

    /** Whether whoever reads the answers is there when they are given. */
    public boolean isTogether() {
        return switch (this) {
            case IN_ROOM, PAPER, ENTERED -> true;
            case LINK, SIGNED_IN -> false;
        };
    }
}
