package tombolo.inventory.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tombolo.inventory.Apart;
import tombolo.inventory.ClosenessCircles;
import tombolo.inventory.Position;
import tombolo.inventory.Ring;
import tombolo.inventory.Sector;
import tombolo.ui.Errors;

/** The circles: the picture, whoever is chosen, the list by rings, and the form to add people. */
public record CirclesPage(
        Place place,
        ClosenessCircles circles,
        List<Seen> seen,
        List<Group> groups,
        List<Row> removed,
        @Nullable Panel panel,
        @Nullable Last last,
        QuickAdd add,
        List<SupportPage.Kind> giving,
        Errors errors) {

    /** Whose circles, in which area: the address every link and form of the page begins with. */
    public record Place(String person, String base, boolean desk, String called) {
        /** Whom a draft written here is about; empty for the person themself, whose own key seals it anyway. */
        public String about() {
            return desk ? person : "";
        }
    }

    /** Somebody in the picture. */
    public record Seen(ClosenessCircles.Dot dot, Row row) {}

    /** Everyone on one ring, or in one place apart. */
    public record Group(Position position, List<Row> rows) {
        public boolean isRing() {
            return position instanceof Ring;
        }
    }

    /** Whoever is chosen, and what has been said about them. */
    public record Panel(Row row, List<Fact> facts) {}

    /** What was done last, in a sentence, and the number to take it back by. */
    public record Last(int number, String said) {}

    /** What was typed into the form to add people. */
    public record QuickAdd(String names, String place, String sector) {
        static final QuickAdd EMPTY = new QuickAdd("", Apart.NOT_PLACED.key(), Sector.OTHERS.key());
    }

    public boolean isEmpty() {
        return groups.stream().allMatch(group -> group.rows().isEmpty());
    }

    /** Those who wait to be placed. */
    public List<Row> waiting() {
        return groups.stream()
                .filter(group -> group.position() == Apart.NOT_PLACED)
                .flatMap(group -> group.rows().stream())
                .toList();
    }

    public String chosen() {
        return panel == null ? "" : panel.row().id();
    }

    public List<Ring> rings() {
        return List.of(Ring.values());
    }

    /** The places apart that are for good; waiting to be placed is none. */
    public List<Apart> apart() {
        return List.of(Apart.NOT_YET_MET, Apart.LEFT, Apart.DIED);
    }

    public List<Sector> sectors() {
        return List.of(Sector.values());
    }
}
