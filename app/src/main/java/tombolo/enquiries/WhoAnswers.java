package tombolo.enquiries;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import tombolo.accounts.Accounts;
import tombolo.database.CurrentPractice;
import tombolo.database.NoPractice;
import tombolo.practice.Practice;
import tombolo.practice.Practices;
import tombolo.practice.Staff;
import tombolo.safety.Watch;
import tombolo.time.ProgrammeTime;
import tombolo.vault.AccountId;
import tombolo.vault.Readiness;

/** Who answers here and how soon; remembered for the time when the database is away, so that the page can still say it. */
@Component
class WhoAnswers {
    private static final Logger LOG = LoggerFactory.getLogger(WhoAnswers.class);

    private final Practices practices;
    private final Accounts accounts;
    private final Staff staff;
    private final Watch watch;
    private final ObjectProvider<Readiness> readiness;
    private final ProgrammeTime time;
    private final Map<UUID, Known> remembered = new ConcurrentHashMap<>();

    WhoAnswers(
            Practices practices,
            Accounts accounts,
            Staff staff,
            Watch watch,
            ObjectProvider<Readiness> readiness,
            ProgrammeTime time) {
        this.practices = practices;
        this.accounts = accounts;
        this.staff = staff;
        this.watch = watch;
        this.readiness = readiness;
        this.time = time;
    }

    /** Nothing where there is no practice yet, or where nobody remembers it. */
    Optional<Answering> now() {
        try {
            return asked().map(it -> told(it, false));
        } catch (NoPractice e) {
            return Optional.empty();
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("The database does not answer: who answers enquiries is told from memory");
            return recalled().map(it -> told(it, true));
        }
    }

    private Answering told(Known known, boolean remembered) {
        Instant now = time.now();
        boolean away = known.from().isAfter(now);
        return new Answering(
                known.practice().name(),
                known.who(),
                known.practice().promise().answerBy(away ? known.from() : now),
                away,
                known.practice().phone(),
                known.practice().country(),
                remembered);
    }

    /** The day by which what arrives now is answered, never from memory: it is about to be promised. */
    LocalDate answerBy(Instant now) {
        Practice practice = practices.current();
        return practice.promise().answerBy(watch.isThereFrom(reads(practice), now));
    }

    boolean mayKeepWords() {
        return readiness.orderedStream().allMatch(Readiness::isOpen);
    }

    private Optional<Known> asked() {
        UUID id = CurrentPractice.id();
        Optional<Known> fresh = practices.find().map(this::known);
        fresh.ifPresent(it -> remembered.put(id, it));
        return fresh;
    }

    private Known known(Practice practice) {
        AccountId reads = reads(practice);
        return new Known(practice, accounts.nameOf(reads), watch.isThereFrom(reads, time.now()));
    }

    /** Whoever is there instead while the one who answers is away, as long as they may read the words too. */
    private AccountId reads(Practice practice) {
        return watch.standsIn(practice.answeredBy(), time.now())
                .filter(staff::isTherapist)
                .orElse(practice.answeredBy());
    }

    /** The host's name is looked up in the database too, so where there is one practice it is that one. */
    private Optional<Known> recalled() {
        if (remembered.size() == 1) {
            return remembered.values().stream().findFirst();
        }
        try {
            return Optional.ofNullable(remembered.get(CurrentPractice.id()));
        } catch (DataAccessException | TransactionException e) {
            return Optional.empty();
        }
    }

    /** @param from when on whoever reads it is there */
    private record Known(Practice practice, String who, Instant from) {}
}
