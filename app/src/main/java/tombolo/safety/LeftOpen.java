package tombolo.safety;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import tombolo.people.Person;

/**
 * Somebody was asked in a questionnaire and left the question open: ask them at the next contact.
 *
 * @param howSafe what they said when asked right after it whether they are safe right now, the first first
 */
public record LeftOpen(UUID id, Person who, Instant at, List<HowSafe> howSafe) {}
