package tombolo.continuity;

/** What was found in a copy that was brought back: how many rows, how many sealed words that opened, how many looks. */
public record Outcome(long rows, int opened, int keyless, long looks) {
    @Override
    public String toString() {
        String whole = "%,d rows, %,d sealed words opened, %,d entries in the record of who looked"
                .formatted(rows, opened, looks);
        return keyless == 0 ? whole : whole + ", " + keyless(keyless);
    }

    static String keyless(int words) {
        return "%,d sealed words without a key: whoever they were about was forgotten since, or their key is lost"
                .formatted(words);
    }
}
