package tombolo.safety;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tombolo.inventory.MentionOf;
import tombolo.inventory.RelationshipId;
import tombolo.people.PartOfRecord;
import tombolo.ui.Frame;
import tombolo.vault.PersonId;
import tombolo.vault.Viewer;

/** Whether somebody on the circles has a part in the safety plan. */
@Component
@Order(70)
class SafetyPlanMentions implements MentionOf {
    private final SafetyPlans plans;
    private final SafetyPlanPart part;

    SafetyPlanMentions(SafetyPlans plans, SafetyPlanPart part) {
        this.plans = plans;
        this.part = part;
    }

    @Override
    public PartOfRecord part() {
        return part;
    }

    @Override
    public String title() {
        return "safety.plan.nav";
    }

    @Override
    public List<Mention> of(PersonId person, RelationshipId who, Viewer viewer, Frame frame) {
        String base = viewer.person().isPresent() ? "/my/safety-plan" : "/desk/people/" + person + "/safety-plan";
        return plans.visibleTo(viewer).of(person).stream()
                .map(SafetyPlan::parts)
                .flatMap(parts -> Stream.of(
                                parts.company().stream()
                                                .anyMatch(ally -> ally.who().equals(who))
                                        ? "company"
                                        : "",
                                parts.ask().stream().anyMatch(ally -> ally.who().equals(who)) ? "ask" : "")
                        .filter(place -> !place.isEmpty()))
                .map(place -> new Mention(frame.t("safety.plan." + place), base))
                .toList();
    }
}
