package tombolo.inventory;

import java.util.Arrays;
import java.util.List;

/**
 * Support over everyone on the rings (E.5): for each of House's kinds and for company, who gives it. A kind that comes from
 * one person alone hangs on them, one that comes from nobody is a gap; what was not said of somebody is neither.
 *
 * @param people everyone on a ring, in the order in which they were named
 * @param kinds in the order of {@link Support}
 */
public record SupportNetwork(List<Relationship> people, List<Kind> kinds) {

    /** How many give a kind of support. */
    public enum Coverage {
        /** Nobody of those of whom it was said, and of others it was not said. */
        NOT_SAID,
        NOBODY,
        /** One alone of all. */
        ONE,
        /** One of those of whom it was said, and of others it was not said. */
        ONE_SO_FAR,
        SEVERAL
    }

    /**
     * One kind of support.
     *
     * @param givers those from whom at least a little of it comes
     * @param saidOfAll whether it was said of everyone how much of it comes from them
     */
    public record Kind(Support support, List<Relationship> givers, boolean saidOfAll) {
        public Coverage coverage() {
            return switch (givers.size()) {
                case 0 -> saidOfAll ? Coverage.NOBODY : Coverage.NOT_SAID;
                case 1 -> saidOfAll ? Coverage.ONE : Coverage.ONE_SO_FAR;
                default -> Coverage.SEVERAL;
            };
        }
    }

    public SupportNetwork {
        people = List.copyOf(people);
        kinds = List.copyOf(kinds);
    }

    public static SupportNetwork of(Inventory inventory) {
        List<Relationship> people =
                inventory.people().stream().filter(Relationship::isOnARing).toList();
        return new SupportNetwork(
                people,
                Arrays.stream(Support.values())
                        .map(support -> kind(support, people))
                        .toList());
    }

    private static Kind kind(Support support, List<Relationship> people) {
        return new Kind(
                support,
                people.stream()
                        .filter(who -> who.description().exchange().received().getOrDefault(support, Amount.NONE)
                                != Amount.NONE)
                        .toList(),
                !people.isEmpty()
                        && people.stream()
                                .allMatch(who ->
                                        who.description().exchange().received().containsKey(support)));
    }

    /** Whether it was said of anybody what comes from them. */
    public boolean isSaid() {
        return people.stream()
                .anyMatch(who -> !who.description().exchange().received().isEmpty());
    }
}
