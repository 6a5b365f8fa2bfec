package tombolo.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tombolo.accounts.Secret;
import tombolo.database.CurrentPractice;
import tombolo.database.Ids;
import tombolo.database.PracticeRegistry;
import tombolo.people.SafeContact.Trace;
import tombolo.people.SafeContact.Way;
import tombolo.time.ProgrammeTime;
import tombolo.ui.NotFound;
import tombolo.vault.AccountId;
import tombolo.vault.Act;
import tombolo.vault.AuditChain;
import tombolo.vault.Confidential;
import tombolo.vault.Entry;
import tombolo.vault.PersonId;
import tombolo.vault.PracticeId;
import tombolo.vault.Role;
import tombolo.vault.Vault;
import tombolo.vault.Viewer;

/** Who may see whom, what is sealed, and that an invitation opens one door once. */
@SpringBootTest
class PeopleModuleTests {
    private final People people;
    private final Consents consents;
    private final Invitations invitations;
    private final ForgetPerson forgetPerson;
    private final ContactPart contact;
    private final AuditChain audit;
    private final Vault vault;
    private final PracticeRegistry registry;
    private final JdbcClient jdbc;
    private final ProgrammeTime time;
    private final TransactionTemplate transaction;

    private final PracticeId practice = new PracticeId(Ids.next());
    private final Viewer ishbel = staff(practice, Role.THERAPIST);
    private final Viewer idris = staff(practice, Role.THERAPIST);
    private final Viewer priya = staff(practice, Role.MANAGER);

    PeopleModuleTests(
            People people,
            Consents consents,
            Invitations invitations,
            ForgetPerson forgetPerson,
            ContactPart contact,
            AuditChain audit,
            Vault vault,
            PracticeRegistry registry,
            JdbcClient jdbc,
            ProgrammeTime time,
            PlatformTransactionManager transactions) {
        this.people = people;
        this.consents = consents;
        this.invitations = invitations;
        this.forgetPerson = forgetPerson;
        this.contact = contact;
        this.audit = audit;
        this.vault = vault;
        this.registry = registry;
        this.jdbc = jdbc;
        this.time = time;
        this.transaction = new TransactionTemplate(transactions);
    }

    @BeforeEach
    void aPractice() {
        house(practice);
    }

    @Test
    void aPersonSeesThemselfAndNobodyElse() {
        PersonId anna = known("Anna", ishbel);
        PersonId joan = known("Joan", ishbel);
        Viewer herself = themself(anna);
        assertThat(seen(herself, anna).name()).contains(Confidential.of("Anna"));
        assertHidden(herself, joan);
        assertThat(within(() -> people.visibleTo(herself).all()))
                .extracting(Person::id)
                .containsExactly(anna);
    }

    @Test
    void aTherapistSeesWhomTheyWalkWithAndNobodyElse() {
        PersonId anna = known("Anna", ishbel);
        PersonId ravi = known("Ravi", idris);
        assertThat(seen(ishbel, anna).id()).isEqualTo(anna);
        assertHidden(ishbel, ravi);
        assertHidden(ishbel, new PersonId(Ids.next()));
        assertThat(within(() -> people.visibleTo(ishbel).all()))
                .extracting(Person::id)
                .containsExactly(anna);
    }

    @Test
    void aRightEndsWithTheCare() {
        PersonId ewa = known("Ewa", ishbel);
        Person known = seen(ishbel, ewa);
        known.partsFrom(ishbel.account(), time.now());
        assertThat(within(() -> people.save(known))).isTrue();
        assertHidden(ishbel, ewa);
    }

    @Test
    void aManagerSeesContactAndNothingElse() {
        PersonId tom = known("Tom", ishbel);
        assertThat(within(() -> people.visibleTo(priya).get(tom, contact)).id()).isEqualTo(tom);
        assertHidden(priya, tom);
        assertThat(within(() -> people.visibleTo(priya).all())).isEmpty();
        assertThat(within(() -> people.visibleTo(priya).all(contact)))
                .extracting(Person::id)
                .containsExactly(tom);
    }

    @Test
    void anotherPracticeFindsNothing() {
        PersonId anna = known("Anna", ishbel);
        PracticeId other = new PracticeId(Ids.next());
        house(other);
        Viewer callum = staff(other, Role.THERAPIST, Role.MANAGER);
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> in(other, () -> people.visibleTo(callum).get(anna)));
        assertThat(in(other, () -> people.visibleTo(callum).all(contact))).isEmpty();
        Viewer astray = new Viewer(practice, callum.account(), callum.roles(), Optional.empty());
        assertHidden(astray, anna);
    }

    @Test
    void aRefusalIsRemembered() throws InterruptedException {
        PersonId anna = known("Anna", ishbel);
        assertHidden(idris, anna);
        for (int i = 0; i < 50 && entries(anna).isEmpty(); i++) {
            Thread.sleep(20);
        }
        assertThat(entries(anna)).extracting(Entry::act).containsExactly(Act.DENIED);
    }

    @Test
    void noNameNumberOrWordLiesInTheTables() {
        Person anna = Person.met(
                Optional.of(Confidential.of("Anna")),
                new SafeContact(
                        Way.PHONE,
                        Optional.of(Confidential.of("+447700900123")),
                        Set.of(Trace.TEXT),
                        Optional.of(Confidential.of("when Finn sleeps"))),
                time.now());
        within(() -> {
            people.add(anna);
            return anna;
        });
        String row = within(() -> jdbc.sql("select p::text from person p where practice_id = :p and id = :id")
                .param("p", practice.value())
                .param("id", anna.id().value())
                .query((r, n) -> r.getString(1))
                .single());
        assertThat(row).doesNotContain("Anna", hex("Anna"), "7700900123", hex("7700900123"), "Finn", hex("Finn"));
        Person again = within(() -> people.find(anna.id()).orElseThrow());
        assertThat(again.contact()).isEqualTo(anna.contact());
        assertThat(again.contact().isSafe(Trace.VOICE_MESSAGE)).isFalse();
    }

    @Test
    void theSecondOfTwoChangesIsToldSo() {
        PersonId anna = known("Anna", ishbel);
        Person mine = seen(ishbel, anna);
        Person theirs = seen(ishbel, anna);
        mine.calledNow(Optional.of(Confidential.of("Annie")));
        theirs.calledNow(Optional.of(Confidential.of("Ann")));
        assertThat(within(() -> people.save(mine))).isTrue();
        assertThat(within(() -> people.save(theirs))).isFalse();
        assertThat(seen(ishbel, anna).name()).contains(Confidential.of("Annie"));
    }

    @Test
    void consentIsGivenAndTakenBackAndBothAreKept() {
        PersonId anna = known("Anna", ishbel);
        within(() -> {
            consents.give(anna, Purpose.SUPERVISION, "en");
            consents.give(anna, Purpose.SUPERVISION, "en");
            return anna;
        });
        assertThat(within(() -> consents.stands(anna, Purpose.SUPERVISION))).isTrue();
        assertThat(within(() -> consents.stands(anna, Purpose.FIGURES))).isFalse();
        within(() -> {
            consents.withdraw(anna, Purpose.SUPERVISION);
            return anna;
        });
        assertThat(within(() -> consents.stands(anna, Purpose.SUPERVISION))).isFalse();
        assertThat(within(() -> consents.of(anna)))
                .hasSize(1)
                .allMatch(it -> it.withdrawn().isPresent());
    }

    @Test
    void whoeverAgreesToNewerWordsHasAgreedToBothAndTheNewerStand() {
        PersonId anna = known("Anna", ishbel);
        int older = 99;
        within(() -> {
            consents.give(anna, Purpose.SUPERVISION, "en");
            consents.give(anna, Purpose.FIGURES, "en");
            return jdbc.sql("update consent set text_version = :older where practice_id = :practice"
                            + " and person_id = :anna and purpose = 'SUPERVISION'")
                    .param("older", older)
                    .param("practice", practice.value())
                    .param("anna", anna.value())
                    .update();
        });
        assertThat(within(() -> consents.of(anna)))
                .filteredOn(Consent::isToOtherWords)
                .extracting(Consent::purpose)
                .containsExactly(Purpose.SUPERVISION);
        assertThat(within(() -> consents.stands(anna, Purpose.SUPERVISION)))
                .as("what was agreed to holds until the newer words are read")
                .isTrue();
        within(() -> {
            consents.give(anna, Purpose.SUPERVISION, "en");
            consents.give(anna, Purpose.SUPERVISION, "en");
            return anna;
        });
        List<Consent> both = within(() -> consents.of(anna)).stream()
                .filter(consent -> consent.purpose() == Purpose.SUPERVISION)
                .toList();
        assertThat(both).extracting(Consent::textVersion).containsExactly(Purpose.SUPERVISION.version(), older);
        assertThat(both).extracting(Consent::stands).containsExactly(true, false);
        assertThat(both).noneMatch(Consent::isToOtherWords);
        assertThat(both.getLast().withdrawn())
                .as("the earlier ended when the newer was given")
                .contains(both.getFirst().given());
    }

    @Test
    void ofTenWhoTryOneInvitationOneGetsIn() throws Exception {
        PersonId anna = known("Anna", ishbel);
        Secret secret = within(() -> invitations.make(anna, ishbel.account()));
        CountDownLatch go = new CountDownLatch(1);
        try (var tries = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Boolean>> outcomes = IntStream.range(0, 10)
                    .mapToObj(i -> tries.submit((Callable<Boolean>) () -> {
                        go.await();
                        return within(() -> invitations.use(secret)).isPresent();
                    }))
                    .toList();
            go.countDown();
            int in = 0;
            for (Future<Boolean> outcome : outcomes) {
                in += outcome.get() ? 1 : 0;
            }
            assertThat(in).isEqualTo(1);
        }
        assertThat(within(() -> invitations.open(secret))).isEmpty();
    }

    @Test
    void aNewInvitationClosesTheOlderOneAndAnyCanBeTakenBack() {
        PersonId anna = known("Anna", ishbel);
        Secret first = within(() -> invitations.make(anna, ishbel.account()));
        Secret second = within(() -> invitations.make(anna, ishbel.account()));
        assertThat(within(() -> invitations.open(first))).isEmpty();
        assertThat(within(() -> invitations.open(second))).isPresent();
        within(() -> {
            invitations.revoke(anna);
            return anna;
        });
        assertThat(within(() -> invitations.open(second))).isEmpty();
        assertThat(within(() -> invitations.use(second))).isEmpty();
    }

    @Test
    void anInvitationLiesHashed() {
        PersonId anna = known("Anna", ishbel);
        Secret secret = within(() -> invitations.make(anna, ishbel.account()));
        String rows = within(() -> jdbc.sql("select string_agg(i::text, ' ') from invitation i where practice_id = :p")
                .param("p", practice.value())
                .query((r, n) -> r.getString(1))
                .single());
        assertThat(rows).doesNotContain(secret.text(), hex(secret.text()));
    }

    @Test
    void whoIsForgottenLeavesNoRowAndNoKey() {
        PersonId tom = known("Tom", ishbel);
        within(() -> {
            consents.give(tom, Purpose.RECORD, "en");
            invitations.make(tom, ishbel.account());
            return tom;
        });
        CurrentPractice.within(practice.value(), () -> forgetPerson.forget(tom, ishbel));
        assertHidden(ishbel, tom);
        for (String table : List.of("person where id", "care where person_id", "consent where person_id")) {
            assertThat(count(table, tom)).isZero();
        }
        assertThat(entries(tom)).extracting(Entry::act).contains(Act.ERASED);
        CurrentPractice.within(practice.value(), () -> forgetPerson.forget(tom));
        assertThat(entries(tom)).extracting(Entry::act).containsOnlyOnce(Act.ERASED);
    }

    private int count(String tableAndColumn, PersonId person) {
        return within(() -> jdbc.sql("select count(*) from " + tableAndColumn + " = :id")
                .param("id", person.value())
                .query((r, n) -> r.getInt(1))
                .single());
    }

    private List<Entry> entries(PersonId person) {
        return within(() -> audit.about(person));
    }

    private PersonId known(String name, Viewer therapist) {
        Person person = Person.met(Optional.of(Confidential.of(name)), SafeContact.inPerson(), time.now());
        person.walksWith(therapist.account(), time.now());
        within(() -> {
            people.add(person);
            return person;
        });
        return person.id();
    }

    private Person seen(Viewer viewer, PersonId id) {
        return within(() -> people.visibleTo(viewer).get(id));
    }

    private void assertHidden(Viewer viewer, PersonId id) {
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> seen(viewer, id));
    }

    private <T> T within(Supplier<T> work) {
        return in(practice, work);
    }

    private <T> T in(PracticeId where, Supplier<T> work) {
        return CurrentPractice.within(where.value(), () -> transaction.execute(status -> work.get()));
    }

    private void house(PracticeId id) {
        registry.add(id.value(), id + ".example");
        CurrentPractice.within(id.value(), () -> vault.createKeys(id));
    }

    private static Viewer staff(PracticeId practice, Role... roles) {
        return new Viewer(practice, new AccountId(Ids.next()), Set.of(roles), Optional.empty());
    }

    private Viewer themself(PersonId person) {
        return new Viewer(practice, new AccountId(Ids.next()), Set.of(Role.PERSON), Optional.of(person));
    }

    private static String hex(String words) {
        return java.util.HexFormat.of().formatHex(words.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
