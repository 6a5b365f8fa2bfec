package tombolo.people.web;

/** Nobody may be written down here yet: it is not proved that their words could be brought back. */
public record NotYetPage() {}
