package tombolo.safety;

import java.time.Instant;
import java.util.UUID;
import tombolo.people.Person;

/** Somebody was asked in a questionnaire and left the question open: ask them at the next contact. */
public record LeftOpen(UUID id, Person who, Instant at) {}
