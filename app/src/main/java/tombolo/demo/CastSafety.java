package tombolo.demo;

import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tombolo.inventory.Inventories;
import tombolo.inventory.Relationship;
import tombolo.inventory.Ring;
import tombolo.safety.SafetyPlan.Ally;
import tombolo.safety.SafetyPlan.Parts;
import tombolo.safety.SafetyPlans;
import tombolo.vault.Viewer;

/** The safety plans of the cast: Nell has made one with Ishbel, and added to it herself. */
@Component
@Profile("demo")
@Order(80)
class CastSafety implements Story {
    private static final int MADE = 3;
    private static final int CHANGED = 1;

    private final SafetyPlans plans;
    private final Inventories inventories;

    CastSafety(SafetyPlans plans, Inventories inventories) {
        this.plans = plans;
        this.inventories = inventories;
    }

    @Override
    public void week(int ago, Told told) {
        if (ago == MADE) {
            write(told, told.viewer(Cast.ISHBEL), 0, List.of("A walk round the loch", "The radio in the kitchen"));
        } else if (ago == CHANGED) {
            write(
                    told,
                    told.viewer(Cast.NELL),
                    1,
                    List.of("A walk round the loch", "The radio in the kitchen", "Colouring in, with a hot drink"));
        }
    }

    private void write(Told told, Viewer hand, int seen, List<String> alone) {
        List<Relationship> circles =
                inventories.visibleTo(hand).toCompare(told.person(Cast.NELL)).people();
        List<Ally> ask = circles.stream()
                .filter(one -> one.standing().now() == Ring.VERY_CLOSE)
                .map(one -> new Ally(one.id(), one.name().words(), "She keeps her phone on at night", true))
                .toList();
        plans.visibleTo(hand)
                .write(
                        told.person(Cast.NELL),
                        seen,
                        new Parts(
                                List.of("I stop answering messages", "I lie awake and go over what I said"),
                                alone,
                                List.of("The library on the square"),
                                List.of(),
                                ask,
                                List.of("The practice, weekdays from nine to five"),
                                List.of("My tablets stay with my friend"),
                                List.of("My niece", "The garden in spring"),
                                Optional.of(1),
                                "I may think I should not bother anyone. The plan is there so that I can."));
    }
}
