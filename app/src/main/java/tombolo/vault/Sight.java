package tombolo.vault;

/**
 * The condition under which a viewer may see a row. Every query that loads through a viewer passes the part of its
 * condition that decides this through here, practice included. It is what it was given, except in the tests that widen
 * every viewer to all, to show that row-level security alone keeps one practice from another.
 */
@FunctionalInterface
public interface Sight {
    String of(String granted);
}
