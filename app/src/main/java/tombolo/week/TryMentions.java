package tombolo.week;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tombolo.inventory.MentionOf;
import tombolo.inventory.RelationshipId;
import tombolo.people.PartOfRecord;
import tombolo.ui.Frame;
import tombolo.vault.PersonId;
import tombolo.vault.Viewer;

/** What was to be tried with somebody on the circles. */
@Component
@Order(50)
class TryMentions implements MentionOf {
    private final Tries tries;
    private final WeekPart part;

    TryMentions(Tries tries, WeekPart part) {
        this.tries = tries;
        this.part = part;
    }

    @Override
    public PartOfRecord part() {
        return part;
    }

    @Override
    public String title() {
        return "week.mention.title";
    }

    @Override
    public List<Mention> of(PersonId person, RelationshipId who, Viewer viewer, Frame frame) {
        String base = viewer.person().isPresent() ? "/my/week" : "/desk/people/" + person + "/week";
        return tries.visibleTo(viewer).with(person, who).stream()
                .map(one -> new Mention(one.words().what(), base + "/tries/" + one.id()))
                .toList();
    }
}
