package tombolo.checkin.web;

/** An answer on its way back to the questions, in the form itself, since nothing is stored. */
public record Carried(String name, String value) {}
