package tombolo.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** What time it is in the therapy: the only clock anything in Tombolo reads. */
@FunctionalInterface
public interface ProgrammeTime {

    /** To the microsecond, which is what the database keeps. */
    Instant now();

    default LocalDate today(ZoneId zone) {
        return LocalDate.ofInstant(now(), zone);
    }
}
