package tombolo.diary;

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

/** The appointments, as a part of the record: open to the person and to whoever walks with them. */
@Component
@Order(20)
public final class AppointmentsPart implements PartOfRecord {
    private final JdbcClient jdbc;

    AppointmentsPart(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "appointments";
    }

    @Override
    public String title() {
        return "diary.part";
    }

    @Override
    public String titleForStaff() {
        return "diary.desk.part";
    }

    @Override
    public String about() {
        return "diary.part.about";
    }

    @Override
    public Set<Eyes> openTo() {
        return EnumSet.of(Eyes.THEMSELF, Eyes.THERAPIST);
    }

    @Override
    public Optional<String> pageForThem() {
        return Optional.of("/my/appointments");
    }

    @Override
    public Optional<String> pageForStaff(PersonId person) {
        return Optional.of("/desk/people/" + person + "/appointments");
    }

    @Override
    public void forget(PersonId person) {
        for (String table : List.of("appointment_in_doubt", "appointment")) {
            jdbc.sql("delete from " + table + " where practice_id = :practice and person_id = :person")
                    .param("practice", PracticeId.current().value())
                    .param("person", person.value())
                    .update();
        }
    }
}
