package tombolo.techniques.web;

import java.util.List;

/** A technique on paper, to be filled in by hand. */
public record SheetPage(Place place, String how, List<PiecePage.Part> parts) {}
