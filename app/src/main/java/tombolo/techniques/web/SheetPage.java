package tombolo.techniques.web;

import java.util.List;

/**
 * A technique on paper, to be filled in by hand.
 *
 * @param parts the steps that are enough
 * @param further those for whoever wants to go further
 */
public record SheetPage(Place place, String how, List<PiecePage.Part> parts, List<PiecePage.Part> further) {}
