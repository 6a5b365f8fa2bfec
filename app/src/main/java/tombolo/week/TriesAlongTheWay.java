package tombolo.week;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.springframework.stereotype.Component;
import tombolo.people.PartOfRecord;
import tombolo.practice.Practices;
import tombolo.timeline.AlongTheWay;
import tombolo.ui.Frame;
import tombolo.vault.PersonId;
import tombolo.vault.Viewer;
import tombolo.week.Try.How;

/** What was tried, on the day it was told, as far as it was done at all. */
@Component
class TriesAlongTheWay implements AlongTheWay {
    private final Tries tries;
    private final WeekPart part;
    private final Practices practices;

    TriesAlongTheWay(Tries tries, WeekPart part, Practices practices) {
        this.tries = tries;
        this.part = part;
        this.practices = practices;
    }

    @Override
    public PartOfRecord part() {
        return part;
    }

    @Override
    public List<Moment> of(PersonId person, Viewer viewer, Frame frame) {
        String base = viewer.person().isPresent() ? "/my/week" : "/desk/people/" + person + "/week";
        ZoneId zone = practices.current().zone();
        return tries.visibleTo(viewer).of(person).stream()
                .flatMap(one -> one.outcome().stream()
                        .filter(went -> went.how() == How.DID || went.how() == How.PARTLY)
                        .map(went -> new Moment(
                                LocalDate.ofInstant(went.at(), zone),
                                frame.t("week.along", one.words().what()),
                                base + "/tries/" + one.id(),
                                false)))
                .toList();
    }
}
