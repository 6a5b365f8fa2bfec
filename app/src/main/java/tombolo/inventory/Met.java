package tombolo.inventory;

/** Whether what one hopes for from the other comes true. */
public enum Met {
    YES,
    PARTLY,
    NO
}
