package tombolo.accounts;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tombolo.vault.PersonId;
import tombolo.vault.Place;
import tombolo.vault.PracticeId;
import tombolo.vault.Vault;

/** Seals what an account holds in words: a person's with the person's own key, a colleague's with the practice's. */
@Component
class Words {
    private final Vault vault;

    Words(Vault vault) {
        this.vault = vault;
    }

    byte[] seal(Optional<PersonId> person, String table, String column, UUID row, String words) {
        Place place = new Place(table, column, row);
        return person.map(who -> vault.seal(who, place, words))
                .orElseGet(() -> vault.seal(PracticeId.current(), place, words));
    }

    String open(Optional<PersonId> person, String table, String column, UUID row, byte[] sealed) {
        Place place = new Place(table, column, row);
        return person.map(who -> vault.open(who, place, sealed))
                .orElseGet(() -> vault.open(PracticeId.current(), place, sealed))
                .words();
    }

    byte[] index(String text) {
        return vault.blindIndex(PracticeId.current(), text);
    }
}
