package tombolo.places.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import tombolo.places.PlaceToBelong;
import tombolo.ui.Errors;

/**
 * The places, all of them or those in which words were found, and at the desk how they came here.
 *
 * @param address where the list is looked through
 * @param about at whose record it is looked through together, and what they are called; nothing where it is about nobody
 * @param step where a small step towards a place is planned; empty where it is about nobody
 * @param since the day the list was brought in; nothing where there is none, or nothing in it
 * @param brought what came in the last time; nothing at the person's page and where nothing ever did
 * @param before the address of the page before; empty on the first
 * @param after the address of the page after; empty on the last
 */
public record PlacesPage(
        String address,
        Optional<About> about,
        String step,
        Optional<LocalDate> since,
        String q,
        int count,
        List<Line> places,
        String before,
        String after,
        boolean mayBring,
        Optional<Brought> brought,
        Errors errors) {

    /** A place, with the hours that still hold; {@code open} is nothing where nobody says when. */
    public record Line(PlaceToBelong place, List<tombolo.places.Hours> open) {}

    /** With whom it is looked through. */
    public record About(String base, String name) {}

    /** What came in, and on which day. */
    public record Brought(LocalDate day, int cameIn, int leftOut, boolean whole) {}
}
