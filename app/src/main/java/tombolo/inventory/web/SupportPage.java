package tombolo.inventory.web;

import java.util.List;
import java.util.Locale;
import tombolo.inventory.SupportNetwork.Coverage;

/** Support over everyone on the circles: in words kind by kind, and drawn person by person. */
public record SupportPage(CirclesPage.Place place, List<Kind> kinds, List<Line> lines) {

    /** One kind of support, and from whom it comes. */
    public record Kind(String support, Coverage coverage, List<String> names) {
        /** The key of its sentence. */
        public String words() {
            return "inventory.gives." + coverage.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Somebody, and what goes between them and the person. */
    public record Line(Row row, List<Cell> cells) {}

    /**
     * One kind of support between two people.
     *
     * @param received how much comes from them, 0 to 3, or -1 where it was not said; {@code given} likewise goes to them
     * @param said both in words
     */
    public record Cell(int received, int given, String said) {}

    /** Where one of them could be asked for something. */
    public String asking() {
        return place.base().replace("/circles", "/techniques/new/support-map");
    }
}
