package tombolo.techniques;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tombolo.people.Eyes;
import tombolo.people.PartOfRecord;
import tombolo.vault.PersonId;
import tombolo.vault.PracticeId;

/** Pieces of work as a part of the record: open to the person and to whoever walks with them. */
@Component
@Order(45)
public final class PiecesPart implements PartOfRecord {
    private final JdbcClient jdbc;

    PiecesPart(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "techniques";
    }

    @Override
    public String title() {
        return "techniques.part";
    }

    @Override
    public String titleForStaff() {
        return "techniques.desk.part";
    }

    @Override
    public String about() {
        return "techniques.part.about";
    }

    @Override
    public Set<Eyes> openTo() {
        return EnumSet.of(Eyes.THEMSELF, Eyes.THERAPIST);
    }

    @Override
    public Optional<String> pageForThem() {
        return Optional.of("/my/techniques");
    }

    @Override
    public Optional<String> pageForStaff(PersonId person) {
        return Optional.of("/desk/people/" + person + "/techniques");
    }

    @Override
    public void forget(PersonId person) {
        for (String table : new String[] {"piece_of_work", "safe_to_say"}) {
            jdbc.sql("delete from " + table + " where practice_id = :practice and person_id = :person")
                    .param("practice", PracticeId.current().value())
                    .param("person", person.value())
                    .update();
        }
    }
}
