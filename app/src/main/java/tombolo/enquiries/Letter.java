package tombolo.enquiries;

import java.util.Optional;
import tombolo.people.SafeContact;
import tombolo.vault.Confidential;

/** What somebody sends when they reach out: everything in it but the way to be reached is theirs to leave out. */
public record Letter(
        Optional<Confidential> name,
        SafeContact contact,
        Optional<Confidential> words,
        Optional<Confidential> marked) {}
