package tombolo.ending.web;

/**
 * Whose review a page shows.
 *
 * @param base the address of the review
 * @param desk whether staff read it
 * @param name what the person is called, for staff; may be empty
 */
public record Whose(String base, boolean desk, String person, String name) {}
