package tombolo.inventory;

/** What somebody is to the person, in the kinds everyone has a word for. */
public enum Tie {
    PARTNER(Sector.FAMILY),
    FORMER_PARTNER(Sector.FAMILY),
    PARENT(Sector.FAMILY),
    CHILD(Sector.FAMILY),
    SIBLING(Sector.FAMILY),
    OTHER_FAMILY(Sector.FAMILY),
    FRIEND(Sector.FRIENDS),
    NEIGHBOUR(Sector.FRIENDS),
    GROUP(Sector.FRIENDS),
    WORKMATE(Sector.WORK),
    HELPER(Sector.OTHERS),
    OTHER(Sector.OTHERS);

    private final Sector sector;

    Tie(Sector sector) {
        this.sector = sector;
    }

    /** Where somebody of this kind stands until the person says otherwise. */
    public Sector sector() {
        return sector;
    }
}
