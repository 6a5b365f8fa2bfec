package tombolo.practice;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import tombolo.vault.AccountId;
import tombolo.vault.Role;

/** A colleague asked to join: by whom, as what, and until when their link is good. */
public record StaffInvitation(
        UUID id, String name, Set<Role> roles, AccountId invitedBy, Instant madeAt, Instant endsAt) {
    public StaffInvitation {
        roles = Set.copyOf(roles);
    }
}
