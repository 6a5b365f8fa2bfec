package tombolo.time;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** What time it is in the therapy: the only clock anything in Tombolo reads. */
@FunctionalInterface
public interface ProgrammeTime {

    /** To the microsecond, which is what the database keeps. */
    Instant now();

    /** The clock of the record kept in this folder, for the verbs that work on it from outside. */
    static ProgrammeTime of(Path data) {
        Path memory = MovableTime.memory(data);
        return Files.exists(memory) ? new MovableTime(memory) : real();
    }

    /** The clock on the wall. */
    static ProgrammeTime real() {
        return () -> Instant.now().truncatedTo(ChronoUnit.MICROS);
    }

    default LocalDate today(ZoneId zone) {
        return LocalDate.ofInstant(now(), zone);
    }
}
