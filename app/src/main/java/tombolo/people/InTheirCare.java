package tombolo.people;

import org.springframework.stereotype.Component;
import tombolo.practice.InCare;
import tombolo.vault.AccountId;

/** Tells the practice with how many people a colleague walks, so that nobody who leaves leaves them with no one. */
@Component
class InTheirCare implements InCare {
    private final People people;

    InTheirCare(People people) {
        this.people = people;
    }

    @Override
    public int with(AccountId colleague) {
        return people.walkedWith(colleague).size();
    }
}
