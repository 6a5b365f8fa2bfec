package tombolo.techniques;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Shapes that are offered where something is to be said.
 *
 * @param fitting those that fit what was said so far, the best first
 * @param others the rest, behind a press
 */
public record Shapes(List<Shape> fitting, List<Shape> others) {
    private static final Set<Shape> OWN = EnumSet.of(Shape.PLAN, Shape.FRIEND);

    /** Where nothing is known of what would fit. */
    public static final Shapes ANY = first(List.of());

    /** For what is said to oneself: nobody is asked for it. */
    public static final Shapes TO_ONESELF = new Shapes(List.copyOf(OWN), List.of());

    public Shapes {
        fitting = List.copyOf(fitting);
        others = List.copyOf(others);
    }

    /** These first, and all others that are said to somebody else after them. */
    public static Shapes first(List<Shape> fitting) {
        return new Shapes(
                fitting,
                Stream.of(Shape.values())
                        .filter(shape -> !OWN.contains(shape) && !fitting.contains(shape))
                        .toList());
    }
}
