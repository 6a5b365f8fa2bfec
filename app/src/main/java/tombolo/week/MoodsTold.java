package tombolo.week;

import java.time.LocalDate;
import java.util.List;
import tombolo.people.Glance;

/** Moods that were told elsewhere in the record; a module offers them as a bean, and the week shows them too. */
public interface MoodsTold {

    /** Those of this day and later, in any order, save that of two on one day the later comes first. */
    Glance<List<MoodTold>> since(LocalDate day);
}
