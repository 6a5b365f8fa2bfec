package tombolo.week;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tombolo.inventory.MentionOf;
import tombolo.inventory.RelationshipId;
import tombolo.people.People;
import tombolo.ui.Frame;
import tombolo.vault.PersonId;
import tombolo.vault.Viewer;

/** What was to be tried with somebody on the circles. */
@Component
@Order(50)
class TryMentions implements MentionOf {
    private final Tries tries;
    private final People people;
    private final WeekPart part;

    TryMentions(Tries tries, People people, WeekPart part) {
        this.tries = tries;
        this.people = people;
        this.part = part;
    }

    @Override
    public String title() {
        return "week.mention.title";
    }

    @Override
    public List<Mention> of(PersonId person, RelationshipId who, Viewer viewer, Frame frame) {
        if (people.visibleTo(viewer).among(List.of(person), part).isEmpty()) {
            return List.of();
        }
        String base = viewer.person().isPresent() ? "/my/week" : "/desk/people/" + person + "/week";
        return tries.visibleTo(viewer).of(person).reversed().stream()
                .filter(one -> one.words()
                        .with()
                        .filter(with -> with.who().equals(who))
                        .isPresent())
                .map(one -> new Mention(one.words().what(), base + "/tries/" + one.id()))
                .toList();
    }
}
