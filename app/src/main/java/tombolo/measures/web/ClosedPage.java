package tombolo.measures.web;

/** A link that leads to no questions; used, too old and never made look the same. */
public record ClosedPage() {}
