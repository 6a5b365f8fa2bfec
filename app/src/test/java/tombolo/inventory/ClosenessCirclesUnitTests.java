package tombolo.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The picture holds everyone, nobody over another, every name inside it, and always the same way. */
class ClosenessCirclesUnitTests {
    private static final String LONG = "Grandmother Wilhelmina Featherstonehaugh of the Northern Isles and her sister ";

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 7, 12, 25, 40, 60, 90, 120})
    void nobodyLiesOverAnotherInOneRing(int people) {
        for (Ring ring : Ring.values()) {
            for (Sector sector : Sector.values()) {
                assertNobodyOverlaps(crowd(people, ring, sector));
            }
        }
    }

    static Stream<List<Someone>> anyCrowd() {
        SplittableRandom chance = new SplittableRandom(20261122);
        return IntStream.range(0, 120).mapToObj(i -> {
            int people = 1 + chance.nextInt(Inventory.MOST);
            return IntStream.range(0, people)
                    .mapToObj(n -> someone(
                            "Someone " + n,
                            Ring.values()[chance.nextInt(3)],
                            Sector.values()[chance.nextInt(4)],
                            chance.nextBoolean() ? Ring.values()[chance.nextInt(3)] : null))
                    .toList();
        });
    }

    @ParameterizedTest
    @MethodSource("anyCrowd")
    void nobodyLiesOverAnotherHoweverTheyAreSpread(List<Someone> people) {
        assertNobodyOverlaps(people);
    }

    private static void assertNobodyOverlaps(List<Someone> people) {
        ClosenessCircles circles = ClosenessCircles.of(people);
        List<ClosenessCircles.Dot> dots = circles.dots();
        assertThat(dots).hasSameSizeAs(people);
        for (int i = 0; i < dots.size(); i++) {
            ClosenessCircles.Dot one = dots.get(i);
            assertThat(Math.hypot(one.x(), one.y())).isGreaterThan(one.radius() + 26);
            for (int j = i + 1; j < dots.size(); j++) {
                ClosenessCircles.Dot other = dots.get(j);
                assertThat(Math.hypot(one.x() - other.x(), one.y() - other.y()))
                        .as("%s and %s", one, other)
                        .isGreaterThan(one.radius() + other.radius());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("anyCrowd")
    void everyoneStandsBetweenTheLinesOfTheirRingAndInTheirDirection(List<Someone> people) {
        ClosenessCircles circles = ClosenessCircles.of(people);
        for (ClosenessCircles.Dot dot : circles.dots()) {
            int ring = dot.who().ring().ordinal();
            double distance = Math.hypot(dot.x(), dot.y());
            assertThat(distance + dot.radius())
                    .isLessThan(circles.lines().get(ring).radius());
            if (ring > 0) {
                assertThat(distance - dot.radius())
                        .isGreaterThan(circles.lines().get(ring - 1).radius());
            }
            ClosenessCircles.Wedge wedge =
                    circles.wedges().get(dot.who().sector().ordinal());
            double angle = Math.toDegrees(Math.atan2(dot.y(), dot.x()));
            double within = ((angle - wedge.from()) % 360 + 360) % 360;
            assertThat(within).isBetween(0.0, wedge.span());
        }
    }

    @Test
    void twentyFiveInOneRingCanBeTouchedOnASmallScreen() {
        for (Ring ring : Ring.values()) {
            ClosenessCircles circles = ClosenessCircles.of(crowd(25, ring, Sector.FAMILY));
            double pixels = 320.0 / ClosenessCircles.SIZE;
            for (ClosenessCircles.Dot one : circles.dots()) {
                for (ClosenessCircles.Dot other : circles.dots()) {
                    if (one != other) {
                        assertThat(pixels * Math.hypot(one.x() - other.x(), one.y() - other.y()))
                                .as("24 CSS pixels between the middles of targets (WCAG 2.5.8)")
                                .isGreaterThanOrEqualTo(24);
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                LONG,
                "WWWWWWWWWWWWWWWWWWWWWWWW",
                "👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦",
                "عائلتي العزيزة جدا من بعيد",
                "山田太郎山田太郎山田太郎",
                "<script>alert(1)</script>"
            })
    void noNameLeavesItsCircleNorThePicture(String name) {
        List<Someone> people = IntStream.range(0, 25)
                .mapToObj(i -> someone(name + i, Ring.VERY_CLOSE, Sector.OTHERS, null))
                .toList();
        for (ClosenessCircles.Dot dot : ClosenessCircles.of(people).dots()) {
            assertInside(dot, dot.little(), Labels.LITTLE);
            assertInside(dot, dot.label(), Labels.LARGE);
            assertThat(Math.abs(dot.x()) + dot.radius()).isLessThan(ClosenessCircles.SIZE / 2);
            assertThat(Math.abs(dot.y()) + dot.radius()).isLessThan(ClosenessCircles.SIZE / 2);
        }
    }

    /** The corners of the lines lie in the circle. */
    private static void assertInside(ClosenessCircles.Dot dot, ClosenessCircles.Label label, List<Integer> sizes) {
        int size = label.tight() ? sizes.getLast() : sizes.getFirst();
        assertThat(label.lines()).hasSizeBetween(1, 2);
        double down = label.lines().size() == 1 ? Labels.EDGE_OF_ONE * size : Labels.EDGE_OF_TWO * size;
        for (String line : label.lines()) {
            assertThat(line).isNotBlank();
            assertThat(Math.hypot(Lettering.width(line) * size / 2, down))
                    .as("%s in %s", line, dot)
                    .isLessThan(dot.radius());
        }
    }

    @Test
    void aNameOfTwoWordsStandsOnTwoLines() {
        assertThat(labels("Next door", "Old team", "Ewa"))
                .containsExactly(List.of("Next", "door"), List.of("Old", "team"), List.of("Ewa"));
    }

    /** The seven of the demo, on a small screen. */
    @Test
    void shortNamesStandWhole() {
        String[] names = {"Isla", "Mum", "Finn", "Dan", "Ewa", "Choir", "Tom"};
        ClosenessCircles seven = circles(names);
        assertThat(seven.dots()).allSatisfy(dot -> {
            assertThat(dot.label().lines()).containsExactly(dot.who().name());
            assertThat(dot.little().lines()).containsExactly(dot.who().name());
        });
    }

    static Stream<Arguments> alike() {
        return Stream.of(
                arguments(
                        List.of("Grandmother Margaret", "Grandmother Beatrice"),
                        List.of(List.of("Grand.", "Marg."), List.of("Grand.", "Beatr."))),
                arguments(
                        List.of("Wilhelminahof", "Wilhelminaheim"),
                        List.of(List.of("Wilhe.", "…of"), List.of("Wilhe.", "…eim"))),
                arguments(
                        List.of("Person from the choir", "Person from the shop"),
                        List.of(List.of("Perso.", "choir"), List.of("Perso.", "shop"))));
    }

    @ParameterizedTest
    @MethodSource("alike")
    void namesThatBeginAlikeShowWhereTheyDiffer(List<String> names, List<List<String>> shown) {
        assertThat(labels(names.toArray(String[]::new))).isEqualTo(shown);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Person %d",
                "Person number %d",
                "Colleague %d from the old team",
                "WWWWWWWWWWWWWWWWWWWW%d",
                "山田太郎山田太郎山田太郎%d"
            })
    void twentyFiveNamesThatBeginAlikeAllLookDifferent(String pattern) {
        for (Ring ring : Ring.values()) {
            List<Someone> people = IntStream.rangeClosed(1, 25)
                    .mapToObj(i -> someone(pattern.formatted(i), ring, Sector.FRIENDS, null))
                    .toList();
            List<ClosenessCircles.Dot> dots = ClosenessCircles.of(people).dots();
            assertThat(dots).extracting(ClosenessCircles.Dot::little).doesNotHaveDuplicates();
            assertThat(dots).extracting(ClosenessCircles.Dot::label).doesNotHaveDuplicates();
        }
    }

    private static List<List<String>> labels(String... names) {
        return circles(names).dots().stream().map(dot -> dot.little().lines()).toList();
    }

    private static ClosenessCircles circles(String... names) {
        return ClosenessCircles.of(Stream.of(names)
                .map(name -> someone(name, Ring.CLOSE, Sector.FAMILY, null))
                .toList());
    }

    @Test
    void theSamePeopleAlwaysStandTheSame() {
        List<Someone> people = crowd(17, Ring.CLOSE, Sector.WORK);
        assertThat(ClosenessCircles.of(people).dots())
                .isEqualTo(ClosenessCircles.of(new ArrayList<>(people)).dots());
    }

    @Test
    void aWishPointsToItsRing() {
        ClosenessCircles circles = ClosenessCircles.of(List.of(
                someone("Mum", Ring.FURTHER_OUT, Sector.FAMILY, Ring.VERY_CLOSE),
                someone("Ewa", Ring.CLOSE, Sector.FRIENDS, Apart.LEFT),
                someone("Isla", Ring.CLOSE, Sector.FAMILY, null)));
        ClosenessCircles.Arrow mum = wish(circles, "Mum").orElseThrow();
        assertThat(Math.hypot(mum.toX(), mum.toY()))
                .isLessThan(circles.lines().getFirst().radius());
        ClosenessCircles.Arrow ewa = wish(circles, "Ewa").orElseThrow();
        assertThat(Math.hypot(ewa.toX(), ewa.toY())).isGreaterThan(ClosenessCircles.EDGE);
        assertThat(wish(circles, "Isla")).isEmpty();
    }

    private static Optional<ClosenessCircles.Arrow> wish(ClosenessCircles circles, String name) {
        return circles.dots().stream()
                .filter(dot -> dot.who().name().equals(name))
                .findFirst()
                .map(ClosenessCircles.Dot::wish);
    }

    @Test
    void sideBySideWhoeverDidNotMoveStandsInTheSamePlace() {
        Someone isla = someone("Isla", Ring.VERY_CLOSE, Sector.FAMILY, null);
        Someone dan = someone("Dan", Ring.VERY_CLOSE, Sector.OTHERS, null);
        Someone closer = new Someone(dan.id(), "Dan", Ring.FURTHER_OUT, Sector.OTHERS, null, false);
        List<ClosenessCircles> pair = ClosenessCircles.sideBySide(List.of(isla, dan), List.of(isla, closer));
        assertThat(pair.getFirst().byRelationship().get(isla.id()))
                .isEqualTo(pair.getLast().byRelationship().get(isla.id()));
        assertThat(pair.getFirst().lines()).isEqualTo(pair.getLast().lines());
    }

    private static List<Someone> crowd(int people, Ring ring, Sector sector) {
        return IntStream.range(0, people)
                .mapToObj(i -> someone(LONG + i, ring, sector, null))
                .toList();
    }

    private static Someone someone(String name, Ring ring, Sector sector, @Nullable Position wished) {
        return new Someone(new RelationshipId(UUID.randomUUID()), name, ring, sector, wished, false);
    }
}
