package tombolo.safety;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tombolo.vault.AccountId;

/** Who is told, one after another, until somebody answers: whoever answers for it, the cover, and who runs the practice. */
record Ladder(List<Set<AccountId>> rungs) {

    /** Nobody stands on it twice, and a rung on which nobody is left is not there. */
    static Ladder of(AccountId owner, Set<AccountId> cover, Set<AccountId> managers) {
        List<Set<AccountId>> rungs = new ArrayList<>();
        Set<AccountId> already = new LinkedHashSet<>();
        for (Set<AccountId> rung : List.of(Set.of(owner), cover, managers)) {
            Set<AccountId> fresh = new LinkedHashSet<>(rung);
            fresh.removeAll(already);
            if (!fresh.isEmpty()) {
                rungs.add(fresh);
                already.addAll(fresh);
            }
        }
        return new Ladder(rungs);
    }

    boolean has(int rung) {
        return rung < rungs.size();
    }

    /** Who is told there; above the last rung everybody once more. */
    Set<AccountId> toTell(int rung) {
        return has(rung)
                ? rungs.get(rung)
                : rungs.stream().flatMap(Set::stream).collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
