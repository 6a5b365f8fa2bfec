package tombolo.enquiries;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What somebody who reaches out now is told about those who answer.
 *
 * @param practice the practice's name
 * @param who the name of the human who reads what is sent
 * @param by the day by which they answer
 * @param away whether they are away now and nobody reads it until they are back, which the day already says
 * @param phone where they can be rung, if they can
 * @param country in whose way numbers are written, ISO 3166
 * @param remembered true while the database is away and this is told from memory
 */
public record Answering(
        String practice,
        String who,
        LocalDate by,
        boolean away,
        Optional<String> phone,
        String country,
        boolean remembered) {}
