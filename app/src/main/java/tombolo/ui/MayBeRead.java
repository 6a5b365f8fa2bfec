package tombolo.ui;

import tombolo.vault.PersonId;

/** Whether anybody may read what a person writes. The module that knows people offers it as a bean, so that a page says it truly. */
@FunctionalInterface
public interface MayBeRead {
    /** False where nobody walks with them, and nobody stands in. */
    boolean mayBeRead(PersonId writer);
}
