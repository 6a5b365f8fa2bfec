package tombolo.course;

import java.util.List;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tombolo.people.ComesNext;
import tombolo.people.Glance;

/** A contract that waits for the person's yes, for their first page: nobody has to know where to look for it. */
@Component
@Order(30)
class ContractToRead implements ComesNext {
    private final CoursePart part;

    ContractToRead(CoursePart part) {
        this.part = part;
    }

    @Override
    public Glance<List<Line>> glance() {
        return Line.at(
                Glance.moments(
                        part,
                        "select p.proposed_at as at from course_contract p join course k"
                                + " on k.practice_id = p.practice_id and k.id = p.course_id and k.state <> 'ENDED'"
                                + " where p.practice_id = :practice and p.person_id = :person and p.agreed_at is null"
                                + " and not exists (select from course_contract later"
                                + " where later.practice_id = p.practice_id and later.course_id = p.course_id"
                                + " and later.version > p.version) order by p.proposed_at desc limit 1",
                        Map.of()),
                "course.next-line",
                "/my/course");
    }
}
