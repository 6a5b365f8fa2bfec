package tombolo.people;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import tombolo.database.JsonRow;
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
        PartOfRecord part, String select, Map<String, ?> parameters, BiFunction<PersonId, String, T> read) {

    /** A look at moments alone, for a select of one column that is called {@code at}. */
    public static Glance<List<Instant>> moments(PartOfRecord part, String select, Map<String, ?> parameters) {
        return new Glance<>(
                part, JsonRow.all(select), parameters, (person, found) -> JsonRow.read(found, row -> row.moment("at")));
    }

    /** The same look, of which something else is made. */
    public <R> Glance<R> map(Function<? super T, ? extends R> then) {
        return new Glance<>(part, select, parameters, (person, found) -> then.apply(read.apply(person, found)));
    }
}
