package tombolo.inventory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tombolo.vault.Confidential;

/** Then and now: what changed between two pictures of the same circles, as sentences before it is a picture. */
public record Comparison(List<Difference> differences) {

    /** What sort of change, in the order in which they are told. */
    public enum Kind {
        NEW,
        MET,
        BACK,
        CLOSER,
        FURTHER,
        HEARD_MORE,
        SAFER,
        HOPES_MET,
        EASIER,
        LEFT,
        DIED,
        GONE,
        HEARD_LESS,
        LESS_SAFE,
        HOPES_UNMET,
        HARDER
    }

    /** One change with one person; {@code from} and {@code to} name the words for it, and are empty where there are none. */
    public record Difference(Kind kind, RelationshipId relationship, Confidential name, String from, String to) {}

    public Comparison {
        differences = List.copyOf(differences);
    }

    public static Comparison between(List<Kept> then, List<Kept> now) {
        Map<RelationshipId, Kept> before = byRelationship(then);
        Map<RelationshipId, Kept> after = byRelationship(now);
        List<Difference> differences = new ArrayList<>();
        after.forEach((id, kept) -> compare(before.get(id), kept, differences));
        before.forEach((id, kept) -> {
            if (!after.containsKey(id)) {
                differences.add(new Difference(Kind.GONE, id, kept.name(), position(kept), ""));
            }
        });
        differences.sort(Comparator.comparing(Difference::kind));
        return new Comparison(differences);
    }

    private static Map<RelationshipId, Kept> byRelationship(List<Kept> people) {
        Map<RelationshipId, Kept> by = new LinkedHashMap<>();
        people.forEach(kept -> by.put(kept.relationship(), kept));
        return by;
    }

    private static void compare(@Nullable Kept then, Kept now, List<Difference> differences) {
        if (then == null) {
            differences.add(new Difference(Kind.NEW, now.relationship(), now.name(), "", position(now)));
            return;
        }
        Kind moved = moved(then.standing().now(), now.standing().now());
        if (moved != null) {
            differences.add(new Difference(moved, now.relationship(), now.name(), position(then), position(now)));
        }
        step(then.heard().now(), now.heard().now(), Kind.HEARD_MORE, Kind.HEARD_LESS, "heard.", then, now, differences);
        step(then.honest().now(), now.honest().now(), Kind.SAFER, Kind.LESS_SAFE, "honest.", then, now, differences);
        step(rank(then.strain()), rank(now.strain()), Kind.HARDER, Kind.EASIER, "amount.", then, now, differences);
        step(met(then.mineMet()), met(now.mineMet()), Kind.HOPES_MET, Kind.HOPES_UNMET, "met.", then, now, differences);
    }

    private static @Nullable Kind moved(Position from, Position to) {
        if (from == to) {
            return null;
        }
        return switch (to) {
            case Ring ring ->
                switch (from) {
                    case Ring before -> ring.isCloserThan(before) ? Kind.CLOSER : Kind.FURTHER;
                    case Apart.NOT_YET_MET -> Kind.MET;
                    case Apart.NOT_PLACED -> Kind.NEW;
                    case Apart.LEFT, Apart.DIED -> Kind.BACK;
                };
            case Apart.DIED -> Kind.DIED;
            case Apart.LEFT, Apart.NOT_PLACED, Apart.NOT_YET_MET -> Kind.LEFT;
        };
    }

    /** Nothing is said to have changed where one of the two was not said. */
    private static void step(
            @Nullable Integer from,
            @Nullable Integer to,
            Kind up,
            Kind down,
            String words,
            Kept then,
            Kept now,
            List<Difference> differences) {
        if (from != null && to != null && !from.equals(to)) {
            Kind kind = to > from ? up : down;
            differences.add(new Difference(kind, then.relationship(), now.name(), words + from, words + to));
        }
    }

    private static @Nullable Integer rank(@Nullable Amount amount) {
        return amount == null ? null : amount.ordinal();
    }

    /** From no (0) to yes (2). */
    private static @Nullable Integer met(@Nullable Met met) {
        return met == null ? null : Met.values().length - 1 - met.ordinal();
    }

    private static String position(Kept kept) {
        return "position." + kept.standing().now().key();
    }

    /** The differences of one kind. */
    public List<Difference> of(Kind kind) {
        return differences.stream()
                .filter(difference -> difference.kind() == kind)
                .toList();
    }
}
