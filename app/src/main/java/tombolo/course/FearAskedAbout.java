package tombolo.course;

import tombolo.vault.PersonId;

/** Whether there is fear or control from somebody near was asked at a start. What was found is not told. Told in the same transaction. */
public record FearAskedAbout(PersonId person) {}
