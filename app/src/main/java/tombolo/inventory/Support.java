package tombolo.inventory;

/** What people give each other: House's four kinds (1981), and company. */
public enum Support {
    EMOTIONAL,
    PRACTICAL,
    ADVICE,
    /** Being told honestly what one does well. */
    APPRAISAL,
    COMPANY
}
