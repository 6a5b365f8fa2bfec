package tombolo.inventory.web;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tombolo.inventory.Apart;
import tombolo.inventory.Position;
import tombolo.inventory.Relationship;
import tombolo.inventory.Ring;
import tombolo.inventory.Sector;
import tombolo.inventory.Standing;

/** Somebody on the circles as a page shows them: the name, a sentence to read out, and what each way of moving them sends. */
public record Row(Relationship who, String about, String sentence) {
    private static final String FIRST_STRONG_ISOLATE = "\u2068";
    private static final String POP_ISOLATE = "\u2069";

    public String id() {
        return who.id().value().toString();
    }

    /** The name kept apart from the words around it: whichever way it is written, they stay in order. */
    public String name() {
        return isolated(who.name().words());
    }

    static String isolated(String name) {
        return FIRST_STRONG_ISOLATE + name + POP_ISOLATE;
    }

    public Standing standing() {
        return who.standing();
    }

    public boolean isStrained() {
        return who.description().isStrained();
    }

    /** For somebody who has died nothing is wished any more. */
    public boolean canBeWished() {
        return standing().now() != Apart.DIED;
    }

    public boolean isWished() {
        return standing().wished() != null;
    }

    public boolean isAt(Position position) {
        return standing().now() == position;
    }

    public boolean isWishedAt(@Nullable Position position) {
        return standing().wished() == position;
    }

    public boolean isAmong(Sector sector) {
        return standing().sector() == sector;
    }

    /** As it is now, for the script to change. */
    public String still() {
        return Placement.of(who, standing()).sent();
    }

    public String to(Position now) {
        return Placement.of(who, standing().movedTo(now)).sent();
    }

    public String wishing(@Nullable Position wished) {
        return Placement.of(who, standing().wishedAt(wished)).sent();
    }

    public String among(Sector sector) {
        return Placement.of(who, standing().among(sector)).sent();
    }

    public Optional<String> closer() {
        return ring().flatMap(Ring::closer).map(this::to);
    }

    public Optional<String> out() {
        return ring().flatMap(Ring::further).map(this::to);
    }

    private Optional<Ring> ring() {
        return standing().now() instanceof Ring ring ? Optional.of(ring) : Optional.empty();
    }
}
