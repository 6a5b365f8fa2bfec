package tombolo.timeline;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tombolo.inventory.MentionOf;
import tombolo.inventory.RelationshipId;
import tombolo.people.PartOfRecord;
import tombolo.ui.Frame;
import tombolo.vault.PersonId;
import tombolo.vault.Viewer;

/** What on the timeline is about somebody on the circles. */
@Component
@Order(30)
class TimelineMentions implements MentionOf {
    private final Timelines timelines;
    private final TimelinePart part;

    TimelineMentions(Timelines timelines, TimelinePart part) {
        this.timelines = timelines;
        this.part = part;
    }

    @Override
    public PartOfRecord part() {
        return part;
    }

    @Override
    public String title() {
        return "timeline.mention.title";
    }

    @Override
    public List<Mention> of(PersonId person, RelationshipId who, Viewer viewer, Frame frame) {
        String base = viewer.person().isPresent() ? "/my/timeline" : "/desk/people/" + person + "/timeline";
        return timelines.visibleTo(viewer).of(person).about(who).stream()
                .map(entry -> new Mention(
                        frame.t(
                                "timeline.mention.line",
                                entry.when().in(frame),
                                entry.words().what()),
                        base + "#entry-" + entry.id().value()))
                .toList();
    }
}
