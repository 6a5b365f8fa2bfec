package tombolo.week;

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

/** What somebody tries, and their mood, as a part of the record: open to the person and to whoever walks with them. */
@Component
@Order(70)
public final class WeekPart implements PartOfRecord {
    private final JdbcClient jdbc;

    WeekPart(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "week";
    }

    @Override
    public String title() {
        return "week.part";
    }

    @Override
    public String titleForStaff() {
        return "week.desk.part";
    }

    @Override
    public String about() {
        return "week.part.about";
    }

    @Override
    public Set<Eyes> openTo() {
        return EnumSet.of(Eyes.THEMSELF, Eyes.THERAPIST);
    }

    @Override
    public Optional<String> pageForThem() {
        return Optional.of("/my");
    }

    @Override
    public Optional<String> pageForStaff(PersonId person) {
        return Optional.of("/desk/people/" + person + "/week");
    }

    @Override
    public void forget(PersonId person) {
        for (String table : new String[] {"try", "mood_entry"}) {
            jdbc.sql("delete from " + table + " where practice_id = :practice and person_id = :person")
                    .param("practice", PracticeId.current().value())
                    .param("person", person.value())
                    .update();
        }
    }
}
