package tombolo.safety;

import java.time.Duration;
import java.util.Optional;
import org.springframework.context.ApplicationContext;
import tombolo.accounts.Account;
import tombolo.accounts.Accounts;
import tombolo.accounts.TestClock;
import tombolo.people.TestHouse;
import tombolo.practice.Practice;
import tombolo.practice.Practices;
import tombolo.vault.AccountId;
import tombolo.vault.PersonId;

/** What the tests of concerns need of a practice: a cover, and time going by. */
public final class ConcernHouse {
    private ConcernHouse() {}

    /** Names who reads what comes in when the first is away. */
    public static void cover(TestHouse house, ApplicationContext context, Optional<AccountId> cover) {
        house.within(() -> {
            Practices practices = context.getBean(Practices.class);
            Practice now = practices.current();
            return practices.save(new Practice(
                    now.id(),
                    now.name(),
                    now.word(),
                    now.phone(),
                    now.zone(),
                    now.country(),
                    now.openDays(),
                    now.closedDays(),
                    now.answerDays(),
                    now.answeredBy(),
                    cover,
                    now.version()));
        });
    }

    /** Everybody but Ishbel leaves, so that she works alone. */
    public static void ishbelAlone(TestHouse house, ApplicationContext context) {
        house.within(() -> {
            Accounts accounts = context.getBean(Accounts.class);
            accounts.staff().stream()
                    .map(Account::id)
                    .filter(one -> !one.equals(house.ishbel().id()))
                    .forEach(accounts::disable);
            return house;
        });
    }

    /** Moves the clock to just after the time of somebody's open concern, and lets the job come round. */
    public static void letItsTimeGoBy(TestHouse house, ApplicationContext context, PersonId person) {
        TestClock.Moved time = context.getBean(TestClock.Moved.class);
        Concern open = house.within(
                () -> context.getBean(ConcernRows.class).openToChange(person).orElseThrow());
        time.on(Duration.between(time.now(), open.due()).plusSeconds(1));
        house.job("pass-concerns-on");
    }
}
