package tombolo.inventory.web;

import java.util.List;

/** The circles as a table: the same facts as the picture, for reading, reading out and printing. */
public record TablePage(CirclesPage.Place place, List<Line> lines) {

    /** Somebody, where they stand, and everything that was said of them. */
    public record Line(Row row, String now, String wished, List<Fact> facts) {}
}
