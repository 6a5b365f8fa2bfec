package tombolo.vault;

import java.util.Optional;
import java.util.Set;

/** Whoever is looking: their practice, their account, what they are in it, and the person they are, if they are one. */
public record Viewer(PracticeId practice, AccountId account, Set<Role> roles, Optional<PersonId> person) {
    public Viewer {
        roles = Set.copyOf(roles);
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }
}
