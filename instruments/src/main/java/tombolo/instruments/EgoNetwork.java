package tombolo.instruments;

import java.util.OptionalDouble;

/**
 * The figures of the network around one person, after Burt (1992) and Borgatti (1997).
 *
 * <p>They describe a shape and judge nothing: a small dense network is strong and has few bridges, a sparse one reaches
 * far and its people do not know each other. What is not defined for so few people is empty, never zero.
 *
 * @param ego the person in the middle
 * @param size how many people they are tied to
 * @param ties how many ties there are among those people
 * @param density the share of possible ties among those people that exist; the person in the middle does not count
 * @param effectiveSize how many people remain when those who say the same are counted once
 * @param efficiency effective size as a share of size
 * @param constraint how far all roads lead back to the same few people; high with few, or with people all tied together
 */
public record EgoNetwork(
        String ego,
        int size,
        long ties,
        OptionalDouble density,
        OptionalDouble effectiveSize,
        OptionalDouble efficiency,
        OptionalDouble constraint) {}
