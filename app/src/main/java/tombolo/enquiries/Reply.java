package tombolo.enquiries;

import java.time.Instant;
import java.util.UUID;
import tombolo.vault.AccountId;
import tombolo.vault.Confidential;

/**
 * One time somebody here tried to answer.
 *
 * @param reached false for ringing out, a message left, no one home: the promise is not kept by trying
 * @param said what was said, in short; may be empty
 * @param next what was agreed to happen next; may be empty
 */
public record Reply(UUID id, AccountId by, Instant at, How how, boolean reached, Confidential said, Confidential next) {

    /** How it was tried. */
    public enum How {
        RANG,
        THEY_RANG,
        TEXTED,
        EMAILED,
        LETTER,
        MET
    }
}
