package tombolo.inventory.web;

/** Something the person has said about somebody: a text key for what it is about, and the words. */
public record Fact(String label, String words) {}
