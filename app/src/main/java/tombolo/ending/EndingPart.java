package tombolo.ending;

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

/** The ending's review, as a part of the record: open to the person and to whoever walks with them. */
@Component
@Order(95)
public final class EndingPart implements PartOfRecord {
    private final JdbcClient jdbc;

    EndingPart(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "ending";
    }

    @Override
    public String title() {
        return "ending.part";
    }

    @Override
    public String titleForStaff() {
        return "ending.desk.part";
    }

    @Override
    public String about() {
        return "ending.part.about";
    }

    @Override
    public Set<Eyes> openTo() {
        return EnumSet.of(Eyes.THEMSELF, Eyes.THERAPIST);
    }

    @Override
    public Optional<String> pageForThem() {
        return Optional.of("/my/ending");
    }

    @Override
    public Optional<String> pageForStaff(PersonId person) {
        return Optional.of("/desk/people/" + person + "/ending");
    }

    @Override
    public void forget(PersonId person) {
        jdbc.sql("delete from ending_review where practice_id = :practice and person_id = :person")
                .param("practice", PracticeId.current().value())
                .param("person", person.value())
                .update();
    }
}
