package tombolo.course;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A session that took place: its number in the course, when, and the appointment it was, where there was one. */
public record HeldSession(int number, Instant at, Optional<UUID> appointment, Signature recorded) {}
