package tombolo.timeline;

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

/** The timeline as a part of the record: open to the person and to whoever walks with them. */
@Component
@Order(50)
public final class TimelinePart implements PartOfRecord {
    private final JdbcClient jdbc;

    TimelinePart(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "timeline";
    }

    @Override
    public String title() {
        return "timeline.part";
    }

    @Override
    public String titleForStaff() {
        return "timeline.desk.part";
    }

    @Override
    public String about() {
        return "timeline.part.about";
    }

    @Override
    public Set<Eyes> openTo() {
        return EnumSet.of(Eyes.THEMSELF, Eyes.THERAPIST);
    }

    @Override
    public Optional<String> pageForThem() {
        return Optional.of("/my/timeline");
    }

    @Override
    public Optional<String> pageForStaff(PersonId person) {
        return Optional.of("/desk/people/" + person + "/timeline");
    }

    @Override
    public void forget(PersonId person) {
        jdbc.sql("delete from timeline_entry where practice_id = :practice and person_id = :person")
                .param("practice", PracticeId.current().value())
                .param("person", person.value())
                .update();
    }
}
