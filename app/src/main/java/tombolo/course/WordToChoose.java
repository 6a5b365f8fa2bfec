package tombolo.course;

import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tombolo.measures.OwnWords;
import tombolo.people.ComesNext;
import tombolo.people.Glance;
import tombolo.time.ProgrammeTime;

/**
 * While somebody has chosen no word of their own, no link can open their questions: their first page offers to choose one. It
 * can wait, and they can say that it is not for them, so it stands below everything that has a day.
 */
@Component
@Order(90)
class WordToChoose implements ComesNext {
    private static final Duration CAN_WAIT = Duration.ofDays(365);

    private final CoursePart part;
    private final ProgrammeTime time;

    WordToChoose(CoursePart part, ProgrammeTime time) {
        this.part = part;
        this.time = time;
    }

    @Override
    public Glance<List<Line>> glance() {
        return Line.at(
                Glance.moments(
                        part,
                        "select cast(:wordAt as timestamptz) as at from course k where k.practice_id = :practice"
                                + " and k.person_id = :person and k.state in ('INTAKE', 'UNDERWAY')"
                                + " and not exists (" + OwnWords.SAID + ") limit 1",
                        Map.of("wordAt", Timestamp.from(time.now().plus(CAN_WAIT)))),
                "course.my.word",
                "/my/questions/word");
    }
}
