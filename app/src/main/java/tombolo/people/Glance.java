package tombolo.people;

import java.util.Map;
import java.util.function.BiFunction;
import tombolo.vault.PersonId;

/**
 * A short look at one part of somebody's record, worded so that several of them make one statement: a page that shows a
 * little of many parts asks the database once (see {@link Glances}).
 *
 * @param part whose rule admits or refuses
 * @param select a select of one value, as JSON where it is more than a word; it may use {@code :practice}, {@code :person}
 *     and its own parameters
 * @param parameters its own, under names nobody else uses
 * @param read makes of the value (as text; "null" where there is none) what the page shows
 */
public record Glance<T>(
        PartOfRecord part, String select, Map<String, ?> parameters, BiFunction<PersonId, String, T> read) {}
