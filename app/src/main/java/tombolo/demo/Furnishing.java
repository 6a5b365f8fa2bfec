package tombolo.demo;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tombolo.accounts.Account;
import tombolo.accounts.Accounts;
import tombolo.database.CurrentPractice;
import tombolo.database.Ids;
import tombolo.database.Job;
import tombolo.database.PracticeRegistry;
import tombolo.enquiries.Letter;
import tombolo.enquiries.ReachOut;
import tombolo.people.Consents;
import tombolo.people.People;
import tombolo.people.Person;
import tombolo.people.Purpose;
import tombolo.people.SafeContact;
import tombolo.practice.Practice;
import tombolo.practice.Practices;
import tombolo.time.MovableTime;
import tombolo.vault.Confidential;
import tombolo.vault.PracticeId;
import tombolo.vault.Vault;

/** Opens the demo's two practices the first time, by walking the same ways as real use, from some months ago until today. */
@Component
@Profile("demo")
class Furnishing implements SmartInitializingSingleton {
    private static final int LAST_WEEK = 1;
    private static final Duration WEEK = Duration.ofDays(7);

    /** Often enough that in any ten hours of the day there is one. */
    private static final Duration LOOK_ROUND = Duration.ofHours(8);

    private static final Set<String> DELIVERY = Set.of("deliver-messages", "deliver-to-staff");
    private static final Logger LOG = LoggerFactory.getLogger(Furnishing.class);

    private final DemoPractices practices;
    private final PracticeRegistry registry;
    private final Practices houses;
    private final Vault vault;
    private final Accounts accounts;
    private final People people;
    private final Consents consents;
    private final CastCircles circles;
    private final ReachOut reachOut;
    private final MovableTime time;
    private final Told told;
    private final List<Story> stories;
    private final ObjectProvider<Job> jobs;
    private final TransactionTemplate transaction;

    Furnishing(
            DemoPractices practices,
            PracticeRegistry registry,
            Practices houses,
            Vault vault,
            Accounts accounts,
            People people,
            Consents consents,
            CastCircles circles,
            ReachOut reachOut,
            MovableTime time,
            Told told,
            ObjectProvider<Story> stories,
            ObjectProvider<Job> jobs,
            PlatformTransactionManager transactions) {
        this.practices = practices;
        this.registry = registry;
        this.houses = houses;
        this.vault = vault;
        this.accounts = accounts;
        this.people = people;
        this.consents = consents;
        this.circles = circles;
        this.reachOut = reachOut;
        this.time = time;
        this.told = told;
        this.stories = stories.orderedStream().toList();
        this.jobs = jobs;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Before the first page can be opened, so that nobody walks into a half-furnished house. */
    @Override
    public void afterSingletonsInstantiated() {
        if (practices.areEmpty()) {
            Arrays.stream(Cast.Home.values()).forEach(this::open);
            for (int ago = Cast.WEEKS - 1; ago >= 0; ago--) {
                time.moveOn(time.ahead().plus(WEEK.multipliedBy(ago)).negated());
                tell(ago);
                if (ago > 0) {
                    theWeekPasses();
                }
            }
        }
        Arrays.stream(Cast.Home.values()).forEach(practices::of);
        if (time.ahead().isNegative()) {
            throw DemoPractices.halfFurnished();
        }
    }

    private void tell(int ago) {
        CurrentPractice.within(
                practices.of(Cast.Home.LOCHSIDE),
                () -> transaction.executeWithoutResult(status -> {
                    cast(Cast.Home.LOCHSIDE)
                            .filter(who -> who.isPerson() && who.arrives() == ago)
                            .forEach(this::enrols);
                    if (ago == LAST_WEEK) {
                        circles.someWeeksLater(told.person(Cast.ANNA), told.viewer(Cast.ANNA));
                    }
                    stories.forEach(story -> story.week(ago, told));
                }));
        if (ago == 0) {
            moragWrites();
        }
    }

    /** Messages go out on the days on which they are due, as they do in life. */
    private void theWeekPasses() {
        List<Job> delivery =
                jobs.stream().filter(job -> DELIVERY.contains(job.name())).toList();
        for (Duration past = LOOK_ROUND; past.compareTo(WEEK) < 0; past = past.plus(LOOK_ROUND)) {
            time.moveOn(LOOK_ROUND);
            CurrentPractice.within(practices.of(Cast.Home.LOCHSIDE), () -> delivery.forEach(Job::run));
        }
    }

    /** She found the practice at night, and has had no answer yet. */
    private void moragWrites() {
        CurrentPractice.within(
                practices.of(Cast.Home.LOCHSIDE),
                () -> reachOut.send(
                        Ids.next(),
                        new Letter(
                                Optional.of(Confidential.of("Morag")),
                                new SafeContact(
                                        SafeContact.Way.PHONE,
                                        Optional.of(Confidential.of("+447700900123")),
                                        Set.of(SafeContact.Trace.VOICE_MESSAGE),
                                        Optional.of(Confidential.of("After ten in the morning"))),
                                Optional.of(
                                        Confidential.of(
                                                "I stopped teaching two years ago and the days are long. Is this for someone like me?")),
                                Optional.empty())));
    }

    private void open(Cast.Home home) {
        UUID id = Ids.next();
        registry.add(id, home.host());
        CurrentPractice.within(id, () -> {
            vault.createKeys(new PracticeId(id));
            transaction.executeWithoutResult(status -> {
                cast(home).filter(who -> !who.isPerson()).forEach(this::joins);
                found(new PracticeId(id), home);
            });
        });
        LOG.info("{} is open", home.practice());
    }

    private static Stream<Cast> cast(Cast.Home home) {
        return Arrays.stream(Cast.values()).filter(who -> who.home() == home);
    }

    private void joins(Cast who) {
        Account account = accounts.openForStaff(who.address(), who.firstName(), who.roles(), Optional.empty());
        accounts.enable(account.id());
    }

    /** Ishbel reads what comes in, and Priya does while Ishbel is away; Callum has nobody, and his practice says so. */
    private void found(PracticeId id, Cast.Home home) {
        boolean lochside = home == Cast.Home.LOCHSIDE;
        houses.add(new Practice(
                id,
                home.practice(),
                "person",
                Optional.empty(),
                ZoneId.of("Europe/London"),
                "GB",
                EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                Set.of(),
                Practice.ANSWER_DAYS,
                practices.accountHere(lochside ? Cast.ISHBEL : Cast.CALLUM),
                lochside ? Optional.of(practices.accountHere(Cast.PRIYA)) : Optional.empty(),
                1));
    }

    private void enrols(Cast who) {
        Person person = Person.met(Optional.of(Confidential.of(who.firstName())), SafeContact.inPerson(), time.now());
        if (who != Cast.SAM) {
            person.walksWith(practices.accountHere(Cast.ISHBEL), time.now());
        }
        people.add(person);
        Account account = accounts.openForPerson(person.id(), Optional.of(who.address()));
        accounts.enable(account.id());
        Person known = people.find(person.id()).orElseThrow();
        known.enrols(account.id(), time.now());
        people.save(known);
        for (Purpose purpose : Purpose.atTheDoor()) {
            consents.give(person.id(), purpose, "en");
        }
        circles.layOut(who, person.id(), account.viewer());
    }
}
