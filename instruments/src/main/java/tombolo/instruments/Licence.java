package tombolo.instruments;

/**
 * On what terms a questionnaire's words may be shown.
 *
 * @param owner who holds the rights
 * @param terms what the owner allows, in a sentence
 * @param notice the line that must stand beside the words wherever they are shown
 * @param bundled whether the words may come with Tombolo; where not, a service loads its own licensed copy
 */
public record Licence(String owner, String terms, String notice, boolean bundled) {}
