package tombolo.ending;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tombolo.inventory.MentionOf;
import tombolo.inventory.RelationshipId;
import tombolo.people.PartOfRecord;
import tombolo.ui.Frame;
import tombolo.vault.PersonId;
import tombolo.vault.Viewer;

/** Somebody on the circles to whom the person would turn if it came back. */
@Component
@Order(90)
class EndingMentions implements MentionOf {
    private final EndingReviews reviews;
    private final EndingPart part;

    EndingMentions(EndingReviews reviews, EndingPart part) {
        this.reviews = reviews;
        this.part = part;
    }

    @Override
    public PartOfRecord part() {
        return part;
    }

    @Override
    public String title() {
        return "ending.mention";
    }

    @Override
    public List<Mention> of(PersonId person, RelationshipId who, Viewer viewer, Frame frame) {
        String page = viewer.person().isPresent() ? "/my/ending" : "/desk/people/" + person + "/ending";
        return reviews.visibleTo(viewer).of(person).stream()
                .filter(review -> review.parts().people().stream()
                        .anyMatch(one -> one.who().equals(who)))
                .map(review -> new Mention(frame.t("ending.people"), page))
                .toList();
    }
}
