package tombolo.techniques;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A day that comes round each year ({@link Yearly}), when it comes next.
 *
 * @param words it is told in; may be empty
 */
public record Comes(LocalDate day, Yearly of, String words) {
    static List<Comes> eachDayOnce(Stream<Comes> some) {
        Map<LocalDate, Comes> days = new TreeMap<>();
        some.forEach(comes -> days.putIfAbsent(comes.day(), comes));
        return List.copyOf(days.values());
    }

    /** Shows no word of it. */
    @Override
    public String toString() {
        return "a day that comes round";
    }
}
