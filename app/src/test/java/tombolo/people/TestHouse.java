package tombolo.people;

import java.net.http.HttpResponse;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tombolo.accounts.Account;
import tombolo.accounts.TestBrowser;
import tombolo.accounts.TestPractice;
import tombolo.database.Job;
import tombolo.practice.Practice;
import tombolo.practice.Practices;
import tombolo.time.ProgrammeTime;
import tombolo.vault.AuditChain;
import tombolo.vault.Confidential;
import tombolo.vault.Entry;
import tombolo.vault.PersonId;
import tombolo.vault.Readiness;
import tombolo.vault.Role;

/** A practice as the cast knows it, with its promise: Ishbel and Idris are therapists, Priya runs it. */
public final class TestHouse {
    private final ApplicationContext context;
    private final TestPractice practice;
    private final Account ishbel;
    private final Account idris;
    private final Account priya;

    public TestHouse(ApplicationContext context, String name, Optional<String> phone) {
        this.context = context;
        this.practice = new TestPractice(context);
        this.ishbel = practice.colleague("ishbel@practice.example", "Ishbel", Set.of(Role.THERAPIST));
        this.idris = practice.colleague("idris@practice.example", "Idris", Set.of(Role.THERAPIST));
        this.priya = practice.colleague("priya@practice.example", "Priya", Set.of(Role.MANAGER));
        within(() -> {
            context.getBean(Practices.class)
                    .add(new Practice(
                            practice.id(),
                            name,
                            "person",
                            phone,
                            ZoneId.of("Europe/London"),
                            "GB",
                            EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                            Set.of(),
                            2,
                            ishbel.id(),
                            Optional.empty(),
                            0));
            return name;
        });
    }

    /** Lets a test say that the practice may not keep anybody's words yet. */
    @TestConfiguration(proxyBeanMethods = false)
    public static class Ready {
        @Bean
        @Primary
        Switch readySwitch() {
            return new Switch();
        }
    }

    /** On, unless a test turns it off. */
    public static final class Switch implements Readiness {
        private volatile Set<Missing> missing = Set.of();

        public void miss(Set<Missing> what) {
            missing = what;
        }

        @Override
        public Set<Missing> missing() {
            return missing;
        }
    }

    /** Where everything lives, for a second house in it. */
    public ApplicationContext context() {
        return context;
    }

    public TestPractice practice() {
        return practice;
    }

    public Account ishbel() {
        return ishbel;
    }

    public Account idris() {
        return idris;
    }

    public Account priya() {
        return priya;
    }

    /** Work in the practice's name, in one transaction. */
    public <T> T within(Supplier<T> work) {
        TransactionTemplate transaction = new TransactionTemplate(context.getBean(PlatformTransactionManager.class));
        return practice.within(() -> transaction.execute(status -> work.get()));
    }

    /** Somebody this therapist walks with. */
    public Person known(String name, Account therapist) {
        ProgrammeTime time = context.getBean(ProgrammeTime.class);
        Person person = Person.met(Optional.of(Confidential.of(name)), SafeContact.inPerson(), time.now());
        person.walksWith(therapist.id(), time.now());
        within(() -> {
            context.getBean(People.class).add(person);
            return name;
        });
        return person;
    }

    /** Asks somebody in; answers the path of the link. */
    public String invite(PersonId person, Account therapist) {
        return within(() -> "/invitation/"
                + context.getBean(Invitations.class)
                        .make(person, therapist.id())
                        .text());
    }

    public List<Entry> looked(PersonId person) {
        return within(() -> context.getBean(AuditChain.class).about(person));
    }

    /** A browser nobody is signed in with. */
    public TestBrowser visitor(int port) {
        return new TestBrowser(port, practice.host());
    }

    /** A browser somebody is signed in with. */
    public TestBrowser browser(int port, Account account) {
        return visitor(port).cookie(practice.cookie(account.id()));
    }

    /** Does at once what the practice's job of that name does when it comes round. */
    public void job(String name) {
        Job job = context.getBeansOfType(Job.class).values().stream()
                .filter(it -> it.name().equals(name))
                .findFirst()
                .orElseThrow();
        practice.run(job::run);
    }

    /** Presses a button of a form on a page somebody opens, with what they typed: a name, its value, and so on. */
    public HttpResponse<String> press(int port, Account who, String page, String to, String... typed) {
        Map<String, String> form = new HashMap<>();
        form.put("_idem", UUID.randomUUID().toString());
        for (int i = 0; i < typed.length; i += 2) {
            form.put(typed[i], typed[i + 1]);
        }
        return browser(port, who).open(page, to, form);
    }

    /** One value of one row, as text; {@code what} is everything after {@code select}. */
    public String value(String what) {
        return within(() -> context.getBean(JdbcClient.class)
                .sql("select " + what)
                .param("practice", practice.id().value())
                .query((row, number) -> String.valueOf(row.getString(1)))
                .single());
    }

    /** Every row of a table of this practice, as text. */
    public String rows(String table) {
        return within(() -> context.getBean(JdbcClient.class)
                .sql("select coalesce(string_agg(t::text, E'\\n'), '') from " + table
                        + " t where practice_id = :practice")
                .param("practice", practice.id().value())
                .query((row, number) -> row.getString(1))
                .single());
    }

    public int count(String table) {
        return within(() -> context.getBean(JdbcClient.class)
                .sql("select count(*) from " + table + " where practice_id = :practice")
                .param("practice", practice.id().value())
                .query((row, number) -> row.getInt(1))
                .single());
    }

    /** As PostgreSQL would show the bytes of a word that was not sealed. */
    public static String hex(String words) {
        return HexFormat.of().formatHex(words.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
