package tombolo.inventory;

import java.util.List;
import java.util.stream.Stream;

/** The circles as they are now, to be looked at beside something else: the picture, and as a table everybody who is there. */
public record CirclesNow(ClosenessCircles circles, List<Relationship> people) {
    public CirclesNow {
        people = List.copyOf(people);
    }

    /** From the middle outwards, then those apart. */
    public static CirclesNow of(Inventory inventory) {
        return new CirclesNow(
                ClosenessCircles.of(inventory.people().stream()
                        .flatMap(who -> who.standing().now() instanceof Ring ring
                                ? Stream.of(new Someone(
                                        who.id(),
                                        who.name().words(),
                                        ring,
                                        who.standing().sector(),
                                        who.standing().wished(),
                                        who.description().isStrained()))
                                : Stream.empty())
                        .toList()),
                Position.all()
                        .flatMap(position -> inventory.at(position).stream())
                        .toList());
    }

    public boolean isEmpty() {
        return people.isEmpty();
    }

    /** Whether anybody is wished to stand somewhere else. */
    public boolean isWished() {
        return people.stream().anyMatch(who -> who.standing().wished() != null);
    }
}
