package tombolo.continuity;

/** What was found in a copy that was brought back: how many rows, how many sealed words that opened, how many looks. */
public record Outcome(long rows, int opened, long looks) {
    @Override
    public String toString() {
        return "%,d rows, %,d sealed words opened, %,d entries in the record of who looked"
                .formatted(rows, opened, looks);
    }
}
