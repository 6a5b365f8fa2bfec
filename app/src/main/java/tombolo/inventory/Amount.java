package tombolo.inventory;

/** How much of something there is between two people, from 0 to 3, in words. */
public enum Amount {
    NONE,
    A_LITTLE,
    QUITE_A_LOT,
    A_GREAT_DEAL;

    public boolean isMuch() {
        return compareTo(QUITE_A_LOT) >= 0;
    }
}
