package tombolo.people;

/**
 * How somebody wants to be spoken of ("she", "they"), in their words; empty where nobody has asked. The module that asks offers
 * it as a bean, so that whoever opens the record later speaks of them in the same way and does not ask again.
 */
@FunctionalInterface
public interface SpokenOf {
    Glance<String> glance();
}
