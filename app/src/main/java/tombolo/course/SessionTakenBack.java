package tombolo.course;

import java.util.UUID;
import tombolo.vault.PersonId;

/** What had been put down as a session was none: they did not meet. Its number is free again. */
public record SessionTakenBack(PersonId person, UUID course, int number) {}
