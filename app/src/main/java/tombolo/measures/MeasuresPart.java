package tombolo.measures;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tombolo.people.Eyes;
import tombolo.people.PartOfRecord;
import tombolo.vault.PersonId;
import tombolo.vault.PracticeId;

/** Answers and scores as a part of the record: the person and whoever walks with them see the same picture. */
@Component
@Order(30)
public final class MeasuresPart implements PartOfRecord {
    private final JdbcClient jdbc;

    MeasuresPart(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "measures";
    }

    @Override
    public String title() {
        return "measures.part";
    }

    @Override
    public String titleForStaff() {
        return "measures.desk.part";
    }

    @Override
    public String about() {
        return "measures.about";
    }

    @Override
    public Set<Eyes> openTo() {
        return EnumSet.of(Eyes.THEMSELF, Eyes.THERAPIST);
    }

    @Override
    public Optional<String> pageForThem() {
        return Optional.of("/my/progress");
    }

    @Override
    public Optional<String> pageForStaff(PersonId person) {
        return Optional.of("/desk/people/" + person + "/progress");
    }

    @Override
    public void forget(PersonId person) {
        jdbc.sql("delete from series_measure m using series s where m.practice_id = :practice"
                        + " and s.practice_id = m.practice_id and s.id = m.series_id and s.person_id = :person")
                .param("practice", PracticeId.current().value())
                .param("person", person.value())
                .update();
        for (String table : List.of("alert", "response", "asking", "series", "own_word")) {
            jdbc.sql("delete from " + table + " where practice_id = :practice and person_id = :person")
                    .param("practice", PracticeId.current().value())
                    .param("person", person.value())
                    .update();
        }
    }
}
