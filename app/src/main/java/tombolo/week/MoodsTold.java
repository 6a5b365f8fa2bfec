package tombolo.week;

import java.util.List;
import tombolo.people.Glance;

/** Moods of the last weeks that were told elsewhere in the record; a module offers them as a bean, and the week shows them too. */
public interface MoodsTold {

    /** In any order, save that of two on one day the later comes first. */
    Glance<List<MoodTold>> glance();
}
