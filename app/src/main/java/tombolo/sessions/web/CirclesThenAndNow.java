package tombolo.sessions.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tombolo.inventory.Inventory;
import tombolo.inventory.Kept;
import tombolo.inventory.Position;
import tombolo.inventory.Relationship;
import tombolo.inventory.RelationshipId;
import tombolo.inventory.Ring;
import tombolo.inventory.Snapshot;
import tombolo.sessions.web.ThreadSheetPage.Dot;

/** The circles as they are drawn on the thread sheet: where somebody stands, and where they stood at first. */
final class CirclesThenAndNow {
    private static final int MOST_PEOPLE = 10;
    private static final double MIDDLE = 130;
    private static final double STEP = 34;

    private CirclesThenAndNow() {}

    /** Those nearest to the middle, each on a ray of their own; whoever is apart is not drawn. */
    static List<Dot> dots(Inventory inventory, Optional<Snapshot> then, Function<Relationship, String> label) {
        List<Relationship> drawn = inventory.people().stream()
                .filter(Relationship::isOnARing)
                .sorted(Comparator.comparing(one -> ((Ring) one.standing().now()).ordinal()))
                .limit(MOST_PEOPLE)
                .toList();
        List<Dot> dots = new ArrayList<>();
        for (int i = 0; i < drawn.size(); i++) {
            Relationship one = drawn.get(i);
            double angle = 2 * Math.PI * ray(i, drawn.size()) / drawn.size() - Math.PI / 2;
            double now = radius(one.standing().now());
            Position was = before(then, one.id()).orElse(one.standing().now());
            double then0 = radius(was);
            dots.add(new Dot(
                    label.apply(one),
                    at(Math.cos(angle), now),
                    at(Math.sin(angle), now),
                    was instanceof Ring && was != one.standing().now(),
                    at(Math.cos(angle), then0),
                    at(Math.sin(angle), then0),
                    Math.cos(angle) < -0.01 ? "end" : "start"));
        }
        return dots;
    }

    private static Optional<Position> before(Optional<Snapshot> then, RelationshipId who) {
        return then.stream()
                .flatMap(it -> it.people().stream())
                .filter(kept -> kept.relationship().equals(who))
                .map(Kept::standing)
                .map(standing -> standing.now())
                .findFirst();
    }

    /** Neighbours in closeness stand on opposite sides, so that the names of those in the middle do not meet. */
    private static int ray(int place, int all) {
        return place % 2 == 0 ? place / 2 : (all + 1) / 2 + place / 2;
    }

    private static double radius(Position position) {
        return position instanceof Ring ring ? STEP * (ring.ordinal() + 1) - STEP / 4 : STEP * 3;
    }

    private static double at(double part, double radius) {
        return Math.round((MIDDLE + part * radius) * 10) / 10.0;
    }
}
