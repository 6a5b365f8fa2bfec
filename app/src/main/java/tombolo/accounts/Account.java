package tombolo.accounts;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import tombolo.ui.Area;
import tombolo.vault.AccountId;
import tombolo.vault.PersonId;
import tombolo.vault.PracticeId;
import tombolo.vault.Role;
import tombolo.vault.Viewer;

/**
 * Somebody who may sign in to one practice: a person in their own area, or a member of staff at the desk.
 *
 * @param person whose account it is, in the person's area
 * @param invitedBy the colleague who asked a member of staff to join
 */
public record Account(
        PracticeId practice,
        AccountId id,
        Area area,
        Standing standing,
        Set<Role> roles,
        Optional<PersonId> person,
        Optional<AccountId> invitedBy,
        Instant openedAt) {

    public Account {
        roles = Set.copyOf(roles);
    }

    /** How far an account has come. */
    public enum Standing {
        /** Invited, and choosing how to sign in. */
        ENROLLING,
        /** In use. */
        ACTIVE,
        /** In use, and on the way back after a loss: let in by a proof, and choosing anew how to sign in. */
        RETURNING,
        /** Closed: nothing opens it, and whoever was signed in is not any more. */
        DISABLED;

        /** Whether somebody was all the way in once and has not left. */
        public boolean isInUse() {
            return this == ACTIVE || this == RETURNING;
        }

        /** Whether choosing how to sign in comes before anything else. */
        boolean isChoosing() {
            return this == ENROLLING || this == RETURNING;
        }
    }

    /** The account as somebody who looks. */
    public Viewer viewer() {
        return new Viewer(practice, id, roles, person);
    }
}
