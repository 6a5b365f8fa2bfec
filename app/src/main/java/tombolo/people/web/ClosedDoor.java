package tombolo.people.web;

/** A link that opens nothing: used, taken back, too old or never made. Which of these is not told. */
public record ClosedDoor() {}
