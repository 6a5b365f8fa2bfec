package tombolo.diary;

import java.util.Optional;
import tombolo.vault.PersonId;

/** How the next hour with somebody is booked as a rule. The course offers this as a bean. */
public interface UsualHour {

    /** Empty where no course runs. */
    Optional<Rule> next(PersonId person);

    /** How long the hour is, and how many weeks lie between it and the one after. */
    record Rule(int minutes, int everyWeeks) {}
}
