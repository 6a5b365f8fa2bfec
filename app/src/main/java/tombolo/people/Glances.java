package tombolo.people;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tombolo.vault.Act;
import tombolo.vault.AuditChain;
import tombolo.vault.PersonId;
import tombolo.vault.PracticeId;
import tombolo.vault.Viewer;

/** Looks at several parts of one record in one statement, as far as the viewer may open every one of them. */
@Component
public class Glances {
    private final JdbcClient jdbc;
    private final People people;
    private final AuditChain audit;

    Glances(JdbcClient jdbc, People people, AuditChain audit) {
        this.jdbc = jdbc;
        this.people = people;
        this.audit = audit;
    }

    /** What was seen: the person, and what each glance made of its part. */
    public record Seen(Person person, Map<Glance<?>, Object> found) {

        @SuppressWarnings("unchecked")
        public <T> T of(Glance<T> glance) {
            Object seen = found.get(glance);
            if (seen == null) {
                throw new IllegalArgumentException(
                        "Nobody glanced at that: " + glance.part().name());
            }
            return (T) seen;
        }

        /** Shows nothing of it. */
        @Override
        public String toString() {
            return "a glance";
        }
    }

    /** Whoever may not open one of the parts sees none of them: it looks as if there were nobody. */
    public Seen at(Viewer viewer, PersonId id, List<Glance<?>> glances) {
        Person person = admitted(viewer, id, glances);
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("practice", PracticeId.current().value());
        parameters.put("person", id.value());
        glances.forEach(glance -> parameters.putAll(glance.parameters()));
        String columns = glances.stream()
                .map(glance -> "(" + glance.select() + ")::text")
                .collect(Collectors.joining(", "));
        String[] values = jdbc.sql("select " + columns)
                .params(parameters)
                .query((row, number) -> {
                    String[] all = new String[glances.size()];
                    for (int i = 0; i < all.length; i++) {
                        String value = row.getString(i + 1);
                        all[i] = value == null ? "null" : value;
                    }
                    return all;
                })
                .single();
        Map<Glance<?>, Object> found = new IdentityHashMap<>();
        for (int i = 0; i < values.length; i++) {
            found.put(glances.get(i), glances.get(i).read().apply(id, values[i]));
        }
        return new Seen(person, found);
    }

    private Person admitted(Viewer viewer, PersonId id, List<Glance<?>> glances) {
        List<PartOfRecord> parts = glances.stream().map(Glance::part).distinct().toList();
        Person person = people.visibleTo(viewer).get(id, parts);
        parts.forEach(part -> audit.record(viewer, Act.READ, id, part.name()));
        return person;
    }
}
