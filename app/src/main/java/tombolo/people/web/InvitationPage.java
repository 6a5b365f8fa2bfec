package tombolo.people.web;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import tombolo.people.PartOfRecord;
import tombolo.people.Purpose;
import tombolo.ui.Errors;

/**
 * What somebody reads before they come in.
 *
 * @param token what the link carries, to send it back with the answer
 * @param therapist who invited them
 * @param shared the parts of the record the therapist will see
 * @param agreed what is ticked
 */
public record InvitationPage(
        String token,
        String practice,
        String therapist,
        Instant expires,
        ZoneId zone,
        List<PartOfRecord> shared,
        Set<Purpose> agreed,
        Errors errors) {

    public List<Purpose> purposes() {
        return Purpose.atTheDoor();
    }
}
