package tombolo.vault;

import com.google.crypto.tink.PublicKeyVerify;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** All that the signed checkpoints vouch for: which hash each chain had at which entry. */
final class Anchors {
    private final Map<Head.Chain, NavigableMap<Long, String>> chains = new HashMap<>();
    private final List<Verdict.Finding> findings = new ArrayList<>();

    static Anchors in(CheckpointFolder folder) {
        Anchors anchors = new Anchors();
        List<String> lines = folder.lines();
        if (folder.hasPublicKey()) {
            try {
                anchors.read(lines, folder.publicKey());
            } catch (IOException | GeneralSecurityException | RuntimeException e) {
                anchors.bad(1, "the public key of the checkpoints cannot be read");
            }
        } else if (!lines.isEmpty()) {
            anchors.bad(1, "the public key of the checkpoints is missing");
        }
        return anchors;
    }

    List<Verdict.Finding> findings() {
        return findings;
    }

    NavigableMap<Long, String> of(Head.Chain chain) {
        return chains.getOrDefault(chain, new TreeMap<>());
    }

    Set<Head.Chain> chains() {
        return chains.keySet();
    }

    Set<UUID> practices() {
        return chains.keySet().stream().map(Head.Chain::practice).collect(Collectors.toCollection(HashSet::new));
    }

    private void read(List<String> lines, PublicKeyVerify key) {
        long number = 0;
        String before = Checkpoint.NONE_BEFORE;
        for (String line : lines) {
            number++;
            Optional<Checkpoint> read = Checkpoint.read(line, key);
            if (read.isEmpty()) {
                bad(number, "this checkpoint is not as it was signed");
                return;
            }
            if (read.get().number() != number || !read.get().before().equals(before)) {
                bad(number, "a checkpoint before this one was taken away or put in");
                return;
            }
            take(read.get());
            before = Checkpoint.hash(line);
        }
    }

    private void take(Checkpoint checkpoint) {
        if (checkpoint.kind() == Checkpoint.Kind.RESTORED) {
            Map<Head.Chain, Long> left = checkpoint.heads().stream().collect(Collectors.toMap(Head::chain, Head::seq));
            chains.forEach((chain, known) ->
                    known.tailMap(left.getOrDefault(chain, 0L), false).clear());
            chains.values().removeIf(Map::isEmpty);
        }
        checkpoint
                .heads()
                .forEach(head -> chains.computeIfAbsent(head.chain(), chain -> new TreeMap<>())
                        .putIfAbsent(head.seq(), head.hash()));
    }

    private void bad(long number, String words) {
        findings.add(new Verdict.Finding("checkpoints", number, words));
    }
}
