package tombolo.inventory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The closeness circles as a picture: "me" in the middle, three rings, a direction for each part of life. The ring is what
 * was said, the direction the part of life, and the place within both is worked out: always the same for the same
 * people, never one over another. Lengths are in the units of the picture, which is {@link #SIZE} wide and high, with
 * the middle at (0, 0); at its smallest, on a screen 320 px wide, two units are about one pixel.
 */
public final class ClosenessCircles {
    /** The radius of the outermost ring. */
    public static final int EDGE = 300;

    /** Width and height of the whole, with room for the names of the parts of life around the rings. */
    public static final int SIZE = 2 * EDGE + 52;

    private final Plan plan;
    private final List<Dot> dots;

    private ClosenessCircles(Plan plan, List<Dot> dots) {
        this.plan = plan;
        this.dots = List.copyOf(dots);
    }

    public static ClosenessCircles of(List<Someone> people) {
        return drawn(Plan.seating(Plan.count(people)), people);
    }

    /** Two pictures to put side by side: whoever has not moved stands in the same direction at the same size. */
    public static List<ClosenessCircles> sideBySide(List<Someone> then, List<Someone> now) {
        int[][] most = Plan.count(then);
        int[][] other = Plan.count(now);
        for (int ring = 0; ring < most.length; ring++) {
            for (int sector = 0; sector < most[ring].length; sector++) {
                most[ring][sector] = Math.max(most[ring][sector], other[ring][sector]);
            }
        }
        Plan plan = Plan.seating(most);
        return List.of(drawn(plan, then), drawn(plan, now));
    }

    private static ClosenessCircles drawn(Plan plan, List<Someone> people) {
        List<Dot> placed = new ArrayList<>();
        for (Ring ring : Ring.values()) {
            for (Sector sector : Sector.values()) {
                List<Someone> group = people.stream()
                        .filter(someone -> someone.ring() == ring && someone.sector() == sector)
                        .toList();
                List<Plan.Seat> seats = plan.seats(ring, sector, group.size());
                for (int i = 0; i < group.size(); i++) {
                    Plan.Seat seat = seats.get(i);
                    placed.add(new Dot(group.get(i), seat.x(), seat.y(), plan.radius(), Label.NONE, Label.NONE, null));
                }
            }
        }
        Map<RelationshipId, Label> little = Labels.fitting(people, plan.radius(), Labels.LITTLE);
        Map<RelationshipId, Label> large = Labels.fitting(people, plan.radius(), Labels.LARGE);
        List<Dot> dots = new ArrayList<>();
        for (Dot dot : placed) {
            RelationshipId id = dot.who().id();
            Label shorter = little.getOrDefault(id, Label.NONE);
            Label longer = large.getOrDefault(id, Label.NONE);
            Arrow arrow = Arrow.of(dot, plan, placed);
            dots.add(new Dot(dot.who(), dot.x(), dot.y(), dot.radius(), shorter, longer, arrow));
        }
        return new ClosenessCircles(plan, dots);
    }

    /** Everybody on a ring, from the inside outwards and clockwise, which is also the order of the Tab key. */
    public List<Dot> dots() {
        return dots;
    }

    /** The lines that close the rings. */
    public List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        for (Ring ring : Ring.values()) {
            lines.add(new Line(ring, plan.line(ring)));
        }
        return lines;
    }

    /** The directions of the parts of life. */
    public List<Wedge> wedges() {
        List<Wedge> wedges = new ArrayList<>();
        for (Sector sector : Sector.values()) {
            wedges.add(new Wedge(sector, plan.from(sector), plan.span(sector)));
        }
        return wedges;
    }

    /** The radii of the lines, for the script that lets people be dragged. */
    public String linesForScript() {
        return lines().stream().map(line -> String.valueOf(line.radius())).collect(Collectors.joining(" "));
    }

    /** The degrees at which the parts of life begin. */
    public String wedgesForScript() {
        return wedges().stream()
                .map(wedge -> String.valueOf(Math.round(wedge.from())))
                .collect(Collectors.joining(" "));
    }

    /** Somebody's circle: where, how large, and the name as it fits into it, once for small screens and once for large. */
    public record Dot(
            Someone who,
            int x,
            int y,
            int radius,
            Label little,
            Label label,
            @Nullable Arrow wish) {}

    /** A name as it stands in its circle: on one line or two, and whether in the smaller letters. */
    public record Label(List<String> lines, boolean tight) {
        private static final Label NONE = new Label(List.of(""), false);
    }

    /** The line that closes a ring. */
    public record Line(Ring ring, int radius) {
        /** The upper half of the line, for its name to stand on. */
        public String path() {
            return Wedge.arc(radius - 5, -170, -10);
        }
    }

    /** A part of life: degrees clockwise from three o'clock. */
    public record Wedge(Sector sector, double from, double span) {
        /** Where its name stands, outside the rings; on the lower half it runs the other way, not to stand on its head. */
        public String path() {
            double middle = from + span / 2;
            boolean below = Math.sin(Math.toRadians(middle)) > 0.1;
            return below ? arc(EDGE + 19, middle + 60, middle - 60) : arc(EDGE + 8, middle - 60, middle + 60);
        }

        /** The line where it begins. */
        public String edge() {
            return "M%s %sL%s %s"
                    .formatted(at(50, from, true), at(50, from, false), at(EDGE, from, true), at(EDGE, from, false));
        }

        private static String arc(int radius, double begin, double end) {
            return "M%s %sA%s %s 0 0 %s %s %s"
                    .formatted(
                            at(radius, begin, true),
                            at(radius, begin, false),
                            radius,
                            radius,
                            end > begin ? 1 : 0,
                            at(radius, end, true),
                            at(radius, end, false));
        }

        private static long at(int radius, double degrees, boolean across) {
            double angle = Math.toRadians(degrees);
            return Math.round(radius * (across ? Math.cos(angle) : Math.sin(angle)));
        }
    }

    /** The wish: from somebody's circle towards where the person would like them to be. */
    public record Arrow(int fromX, int fromY, int toX, int toY) {
        private static final int HEAD = 11;

        static @Nullable Arrow of(Dot dot, Plan plan, List<Dot> all) {
            Position wished = dot.who().wished();
            if (wished == null || wished == dot.who().ring()) {
                return null;
            }
            double goal = wished instanceof Ring ring ? plan.middle(ring) : EDGE + 14;
            double angle = Math.atan2(dot.y(), dot.x());
            Arrow best = null;
            double most = -1;
            for (int turn = 0; turn <= 40 && most < dot.radius() + HEAD; turn += 4) {
                for (int side = -1; side <= 1; side += 2) {
                    double there = angle + Math.toRadians(side * turn);
                    double x = goal * Math.cos(there);
                    double y = goal * Math.sin(there);
                    double room = room(x, y, dot, all);
                    if (room > most && room - most > 1) {
                        most = room;
                        best = leaving(dot, x, y);
                    }
                }
            }
            return best;
        }

        /** How far the nearest other circle's middle is. */
        private static double room(double x, double y, Dot own, List<Dot> all) {
            double nearest = 1000;
            for (Dot other : all) {
                if (other != own) {
                    nearest = Math.min(nearest, Math.hypot(other.x() - x, other.y() - y));
                }
            }
            return nearest;
        }

        private static Arrow leaving(Dot dot, double x, double y) {
            double length = Math.max(1, Math.hypot(x - dot.x(), y - dot.y()));
            double begin = (dot.radius() + 2) / length;
            return new Arrow(
                    (int) Math.round(dot.x() + begin * (x - dot.x())),
                    (int) Math.round(dot.y() + begin * (y - dot.y())),
                    (int) Math.round(x),
                    (int) Math.round(y));
        }

        /** The line and the two strokes of its head. */
        public String path() {
            double angle = Math.atan2(toY - fromY, toX - fromX);
            StringBuilder path = new StringBuilder("M%d %dL%d %d".formatted(fromX, fromY, toX, toY));
            for (double side : new double[] {-0.55, 0.55}) {
                path.append("M%d %dL%d %d"
                        .formatted(
                                Math.round(toX - HEAD * Math.cos(angle + side)),
                                Math.round(toY - HEAD * Math.sin(angle + side)),
                                toX,
                                toY));
            }
            return path.toString();
        }
    }

    /** By whom a circle is found. */
    public Map<RelationshipId, Dot> byRelationship() {
        Map<RelationshipId, Dot> by = new HashMap<>();
        dots.forEach(dot -> by.put(dot.who().id(), dot));
        return by;
    }
}
