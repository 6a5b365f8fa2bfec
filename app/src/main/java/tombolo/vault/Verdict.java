package tombolo.vault;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What checking the record of who looked has shown: how much was read, what is wrong, and what cannot be proved. */
public record Verdict(long entries, List<Finding> findings, Optional<Instant> notProvableSince) {

    /** Something that is not as it was written. {@code seq} is the first entry of the chain that cannot be trusted. */
    public record Finding(String chain, long seq, String words) {
        @Override
        public String toString() {
            return chain + " entry " + seq + ": " + words;
        }
    }

    public boolean isSound() {
        return findings.isEmpty();
    }

    /** 0 sound and proved to the end, 1 tampered with, 2 sound but for a tail that nothing signed vouches for. */
    public int exitStatus() {
        return isSound() ? notProvableSince.isEmpty() ? 0 : 2 : 1;
    }
}
