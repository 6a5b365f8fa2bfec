package tombolo.vault;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** One line in the record of who looked: who, as what, did what to which part of whose record, and when. */
public record Entry(
        long seq,
        Instant at,
        Optional<AccountId> actor,
        Set<Role> roles,
        Act act,
        Optional<PersonId> about,
        String what) {}
