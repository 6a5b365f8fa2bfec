package tombolo.techniques;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tombolo.course.Phase;

/** All the techniques there are, in the order in which they are offered. */
@Component
public class Techniques {
    private final List<Technique> all;

    Techniques(List<Technique> all) {
        this.all = List.copyOf(all);
        long ids = all.stream().map(Technique::id).distinct().count();
        if (ids != all.size()) {
            throw new IllegalStateException("Two techniques have one id");
        }
    }

    public List<Technique> all() {
        return all;
    }

    /** Those for this part of the course, the ones made for its focus first. */
    public List<Technique> fitting(Phase phase, List<String> focus) {
        return all.stream()
                .filter(one -> one.offered().fits(phase, focus))
                .sorted(Comparator.comparing(one -> !one.offered().isMadeFor(focus)))
                .toList();
    }

    public Optional<Technique> find(String id) {
        return all.stream().filter(one -> one.id().equals(id)).findFirst();
    }
}
