package tombolo.messages;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tombolo.vault.Confidential;
import tombolo.vault.Place;
import tombolo.vault.PracticeId;
import tombolo.vault.Vault;

/** The neutral name a practice has chosen for its messages to come from. */
@Repository
public class Senders {
    private final JdbcClient jdbc;
    private final Vault vault;
    private final List<Carrier> carriers;

    Senders(JdbcClient jdbc, Vault vault, List<Carrier> carriers) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.carriers = List.copyOf(carriers);
    }

    /** Whether anything leaves the house by this way. */
    public boolean sends(Way way) {
        return carriers.stream().anyMatch(carrier -> carrier.way() == way && carrier.leaves());
    }

    /** Empty while none is chosen: then only the address is seen. */
    public String name() {
        return jdbc.sql("select name from message_sender where practice_id = :practice")
                .param("practice", PracticeId.current().value())
                .query((row, number) -> row.getBytes("name"))
                .optional()
                .map(bytes -> vault.open(PracticeId.current(), place(), bytes))
                .map(Confidential::words)
                .orElse("");
    }

    public void choose(String name) {
        jdbc.sql("insert into message_sender (practice_id, name) values (:practice, :name)"
                        + " on conflict (practice_id) do update set name = excluded.name")
                .param("practice", PracticeId.current().value())
                .param("name", vault.seal(PracticeId.current(), place(), name))
                .update();
    }

    private static Place place() {
        return new Place("message_sender", "name", PracticeId.current().value());
    }
}
