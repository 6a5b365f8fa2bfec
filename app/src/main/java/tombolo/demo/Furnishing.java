package tombolo.demo;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tombolo.accounts.Account;
import tombolo.accounts.Accounts;
import tombolo.database.CurrentPractice;
import tombolo.database.Ids;
import tombolo.database.PracticeRegistry;
import tombolo.people.Consents;
import tombolo.people.People;
import tombolo.people.Person;
import tombolo.people.Purpose;
import tombolo.people.SafeContact;
import tombolo.time.MovableTime;
import tombolo.vault.Confidential;
import tombolo.vault.PracticeId;
import tombolo.vault.Vault;

/** Opens the demo's two practices the first time, by walking the same ways as real use, from six weeks ago until today. */
@Component
@Profile("demo")
class Furnishing implements ApplicationRunner {
    private static final Duration ANNA_LOOKS_AGAIN = Duration.ofDays(-7);
    private static final Logger LOG = LoggerFactory.getLogger(Furnishing.class);

    private final DemoPractices practices;
    private final PracticeRegistry registry;
    private final Vault vault;
    private final Accounts accounts;
    private final People people;
    private final Consents consents;
    private final CastCircles circles;
    private final MovableTime time;
    private final TransactionTemplate transaction;

    Furnishing(
            DemoPractices practices,
            PracticeRegistry registry,
            Vault vault,
            Accounts accounts,
            People people,
            Consents consents,
            CastCircles circles,
            MovableTime time,
            PlatformTransactionManager transactions) {
        this.practices = practices;
        this.registry = registry;
        this.vault = vault;
        this.accounts = accounts;
        this.people = people;
        this.consents = consents;
        this.circles = circles;
        this.time = time;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (practices.areEmpty()) {
            Arrays.stream(Cast.Home.values()).forEach(this::open);
        }
        Arrays.stream(Cast.Home.values()).forEach(practices::of);
        while (time.ahead().isNegative()) {
            Duration week = Duration.ofDays(7);
            time.moveOn(
                    time.ahead().plus(week).isNegative() ? week : time.ahead().negated());
            if (time.ahead().equals(ANNA_LOOKS_AGAIN)) {
                annaLooksAgain();
            }
        }
    }

    private void annaLooksAgain() {
        CurrentPractice.within(practices.of(Cast.Home.LOCHSIDE), () -> {
            transaction.executeWithoutResult(status -> {
                Account anna = accounts.get(practices.accountOf(Cast.ANNA));
                circles.someWeeksLater(anna.person().orElseThrow(), anna.viewer());
            });
        });
    }

    private void open(Cast.Home home) {
        UUID id = Ids.next();
        registry.add(id, home.host());
        CurrentPractice.within(id, () -> {
            vault.createKeys(new PracticeId(id));
            transaction.executeWithoutResult(status -> {
                Arrays.stream(Cast.values()).filter(who -> who.home() == home).forEach(this::comesIn);
            });
        });
        LOG.info("{} is open", home.practice());
    }

    private void comesIn(Cast who) {
        if (who.isPerson()) {
            enrols(who);
        } else {
            accounts.openForStaff(who.address(), who.firstName(), who.roles(), Optional.empty());
        }
    }

    private void enrols(Cast who) {
        Person person = Person.met(Optional.of(Confidential.of(who.firstName())), SafeContact.inPerson(), time.now());
        if (who != Cast.SAM) {
            person.walksWith(practices.accountHere(Cast.ISHBEL), time.now());
        }
        people.add(person);
        Account account = accounts.openForPerson(person.id(), Optional.of(who.address()));
        Person known = people.find(person.id()).orElseThrow();
        known.enrols(account.id(), time.now());
        people.save(known);
        for (Purpose purpose : Purpose.values()) {
            consents.give(person.id(), purpose, "en");
        }
        circles.layOut(who, person.id(), account.viewer());
    }
}
