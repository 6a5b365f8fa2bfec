package tombolo.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tombolo.database.CurrentPractice;
import tombolo.database.Ids;
import tombolo.database.PracticeRegistry;
import tombolo.people.ForgetPerson;
import tombolo.people.People;
import tombolo.people.Person;
import tombolo.people.SafeContact;
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

/** The circles as they are kept: sealed, signed, undone, compared, and forgotten. */
@SpringBootTest
class InventoryModuleTests {
    private static final Standing CLOSE = Standing.at(Ring.CLOSE, Sector.FAMILY);

    private final Inventories inventories;
    private final Snapshots snapshots;
    private final People people;
    private final ForgetPerson forget;
    private final AuditChain audit;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Vault vault;
    private final ProgrammeTime time;
    private final PracticeRegistry registry;

    private final PracticeId practice = new PracticeId(Ids.next());
    private final AccountId ishbelsAccount = new AccountId(Ids.next());
    private final Person anna =
            Person.met(Optional.of(Confidential.of("Anna")), SafeContact.inPerson(), java.time.Instant.EPOCH);
    private final Viewer ishbel = new Viewer(practice, ishbelsAccount, Set.of(Role.THERAPIST), Optional.empty());
    private final Viewer callum =
            new Viewer(practice, new AccountId(Ids.next()), Set.of(Role.THERAPIST), Optional.empty());
    private final Viewer annaHerself =
            new Viewer(practice, new AccountId(Ids.next()), Set.of(Role.PERSON), Optional.of(anna.id()));

    InventoryModuleTests(
            Inventories inventories,
            Snapshots snapshots,
            People people,
            ForgetPerson forget,
            AuditChain audit,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            Vault vault,
            ProgrammeTime time,
            PracticeRegistry registry) {
        this.inventories = inventories;
        this.snapshots = snapshots;
        this.people = people;
        this.forget = forget;
        this.audit = audit;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.vault = vault;
        this.time = time;
        this.registry = registry;
    }

    @BeforeEach
    void annaWhomIshbelWalksWith() {
        registry.add(practice.value(), practice + ".example");
        CurrentPractice.within(practice.value(), () -> {
            vault.createKeys(practice);
            anna.walksWith(ishbelsAccount, time.now());
            transaction.executeWithoutResult(status -> people.add(anna));
        });
    }

    @Test
    void keepsEverythingThatWasSaid() {
        Relationship isla = add("Isla", CLOSE).getFirst();
        Description description = new Description(
                Tie.SIBLING,
                new Sense(1, 3),
                new Sense(0, null),
                new Contact(Contact.Often.WEEKLY, EnumSet.of(Contact.Way.CALLING, Contact.Way.WRITING)),
                new Exchange(
                        Map.of(Support.EMOTIONAL, Amount.A_LITTLE, Support.COMPANY, Amount.NONE),
                        Map.of(Support.ADVICE, Amount.A_GREAT_DEAL)),
                Amount.QUITE_A_LOT,
                false,
                Met.PARTLY,
                Met.NO,
                new Words("my little sister", "she rings", "she is far away", "to be asked", "time for Finn", "more"));
        Standing wished = CLOSE.wishedAt(Ring.VERY_CLOSE);
        change(ishbel, inventory -> inventory.describe(isla.id(), 0, "Isla 🌊 עיילה", wished, description, by(ishbel)));
        Relationship kept = look(annaHerself).find(isla.id()).orElseThrow();
        assertThat(kept.name().words()).isEqualTo("Isla 🌊 עיילה");
        assertThat(kept.standing()).isEqualTo(wished);
        assertThat(kept.description()).isEqualTo(description);
        assertThat(kept.version()).isEqualTo(1);
    }

    @Test
    void noNameAndNoWordLiesInARow() {
        Relationship isla = add("Zebedee-canary", CLOSE).getFirst();
        Words words = new Words("canary-sister", "canary-good", "", "", "", "");
        change(ishbel, inventory -> inventory.describe(isla.id(), 0, "Zebedee-canary", CLOSE, with(words), by(ishbel)));
        change(ishbel, inventory -> inventory.place(isla.id(), 1, CLOSE.movedTo(Ring.VERY_CLOSE), by(ishbel)));
        keep(Snapshot.Moment.DAY, "canary-title");
        for (String table : List.of(
                "inventory",
                "relationship",
                "relationship_past",
                "inventory_change",
                "inventory_snapshot",
                "inventory_snapshot_relationship")) {
            String all = inPractice(() -> jdbc.sql("select coalesce(string_agg(t::text, '|'), '') from " + table
                            + " t where practice_id = :practice")
                    .param("practice", practice.value())
                    .query((row, number) -> row.getString(1))
                    .single());
            for (String canary : List.of("Zebedee", "canary")) {
                String hex = java.util.HexFormat.of().formatHex(canary.getBytes(StandardCharsets.UTF_8));
                assertThat(all).as(table).doesNotContain(canary).doesNotContain(hex);
            }
        }
    }

    @Test
    void everyMoveIsKeptWithWhoAndWhen() {
        Relationship dan = add("Dan", CLOSE).getFirst();
        change(
                annaHerself,
                inventory -> inventory.place(dan.id(), 0, CLOSE.movedTo(Ring.FURTHER_OUT), by(annaHerself)));
        List<String> kept = inPractice(() -> jdbc.sql("select c.kind || ' ' || coalesce(p.stands, '') || ' '"
                        + " || c.changed_by from inventory_change c left join relationship_past p"
                        + " on p.practice_id = c.practice_id and p.id = c.relationship_id and p.version = c.before"
                        + " where c.practice_id = :practice order by c.step")
                .param("practice", practice.value())
                .query((row, number) -> row.getString(1))
                .list());
        assertThat(kept)
                .containsExactly(
                        "ADDED  " + ishbelsAccount.value(),
                        "MOVED CLOSE " + annaHerself.account().value());
    }

    @Test
    void stepsAreTakenBackOneByOne() {
        List<Relationship> two = add("Isla, Dan", CLOSE);
        RelationshipId isla = two.getFirst().id();
        change(ishbel, inventory -> inventory.place(isla, 0, CLOSE.movedTo(Ring.VERY_CLOSE), by(ishbel)));
        change(ishbel, inventory -> inventory.describe(isla, 1, "Isla W", CLOSE, with(Words.NONE), by(ishbel)));
        change(ishbel, inventory -> inventory.remove(isla, 2, by(ishbel)));
        assertThat(look(ishbel).find(isla)).isEmpty();

        undo();
        assertThat(look(ishbel).find(isla).orElseThrow().name().words()).isEqualTo("Isla W");
        undo();
        Relationship moved = look(ishbel).find(isla).orElseThrow();
        assertThat(moved.name().words()).isEqualTo("Isla");
        assertThat(moved.standing().now()).isEqualTo(Ring.VERY_CLOSE);
        undo();
        assertThat(look(ishbel).find(isla).orElseThrow().standing()).isEqualTo(CLOSE);
        undo();
        assertThat(look(ishbel).people()).isEmpty();
        assertThat(look(ishbel).last()).isEmpty();
        assertThat(look(ishbel).removed()).as("still there to be put back").hasSize(2);
    }

    @Test
    void anotherStepInBetweenKeepsUndoFromTakingBackTheWrongOne() {
        add("Isla", CLOSE);
        int number = look(ishbel).last().orElseThrow().number();
        add("Dan", CLOSE);
        boolean[] undone = {true};
        change(ishbel, inventory -> undone[0] = inventory.undo(number, by(ishbel)));
        assertThat(undone[0]).isFalse();
        assertThat(look(ishbel).people()).hasSize(2);
    }

    @Test
    void twoWhoChangeTheSamePersonAtOnceBothLearnOfIt() throws Exception {
        RelationshipId dan = add("Dan", CLOSE).getFirst().id();
        CountDownLatch first = new CountDownLatch(1);
        CountDownLatch second = new CountDownLatch(1);
        Thread slow = Thread.ofVirtual()
                .start(() -> change(ishbel, inventory -> {
                    first.countDown();
                    await(second);
                    inventory.place(dan, 0, CLOSE.movedTo(Ring.FURTHER_OUT), by(ishbel));
                }));
        first.await(10, TimeUnit.SECONDS);
        Thread.ofVirtual().start(() -> {
            sleep();
            second.countDown();
        });
        assertThatExceptionOfType(ChangedMeanwhile.class)
                .isThrownBy(() -> change(
                        annaHerself,
                        inventory -> inventory.place(dan, 0, CLOSE.movedTo(Ring.VERY_CLOSE), by(annaHerself))))
                .satisfies(changed ->
                        assertThat(changed.current().standing().now()).isEqualTo(Ring.FURTHER_OUT));
        slow.join();
        assertThat(look(ishbel).find(dan).orElseThrow().standing().now()).isEqualTo(Ring.FURTHER_OUT);
    }

    @Test
    void whoDoesNotWalkWithHerFindsNothing() {
        add("Isla", CLOSE);
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> look(callum));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> change(callum, inventory -> {}));
        Viewer somebodyElse = new Viewer(
                practice, new AccountId(Ids.next()), Set.of(Role.PERSON), Optional.of(new PersonId(Ids.next())));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> look(somebodyElse));
    }

    @Test
    void readingAndWritingAreRemembered() {
        add("Isla", CLOSE);
        look(annaHerself);
        assertThat(inPractice(() -> audit.about(anna.id())))
                .filteredOn(entry -> entry.what().equals("inventory"))
                .extracting(Entry::act)
                .containsExactly(Act.READ, Act.WROTE);
    }

    @Test
    void aKeptPictureStaysAsItWas() {
        List<Relationship> two = add("Isla, Dan", CLOSE);
        RelationshipId isla = two.getFirst().id();
        change(ishbel, inventory -> inventory.describe(isla, 0, "Isla", CLOSE, heard(1), by(ishbel)));
        SnapshotId start = keep(Snapshot.Moment.START, "");
        change(
                ishbel,
                inventory -> inventory.describe(isla, 1, "Isla", CLOSE.movedTo(Ring.VERY_CLOSE), heard(3), by(ishbel)));
        change(ishbel, inventory -> inventory.remove(two.getLast().id(), 0, by(ishbel)));
        add("Choir", Standing.at(Ring.FURTHER_OUT, Sector.FRIENDS));

        List<Snapshot> kept = inPractice(() -> snapshots.of(toCompare(), List.of(start)));
        assertThat(kept).hasSize(1);
        List<Kept> now = look(ishbel).people().stream().map(Kept::of).toList();
        assertThat(Comparison.between(kept.getFirst().people(), now).differences())
                .extracting(difference ->
                        difference.kind() + " " + difference.name().words())
                .containsExactly("NEW Choir", "CLOSER Isla", "HEARD_MORE Isla", "GONE Dan");
        assertThat(inPractice(() -> snapshots.of(toCompare(), List.of()))
                        .getFirst()
                        .people())
                .isEmpty();

        inPractice(() -> {
            snapshots.letGo(toCompare(), start, ishbel);
            return "";
        });
        assertThat(inPractice(() -> snapshots.of(toCompare(), List.of()))).isEmpty();
    }

    @Test
    void twentyFiveComeBackInTheOrderTheyWereNamed() {
        String names = String.join(
                "\n",
                java.util.stream.IntStream.range(0, 25)
                        .mapToObj(i -> "Someone " + i)
                        .toList());
        add(names, CLOSE);
        assertThat(look(ishbel).people()).extracting(who -> who.name().words()).isEqualTo(Names.typed(names));
    }

    @Test
    void nothingIsLeftOfSomebodyForgotten() {
        RelationshipId isla = add("Isla", CLOSE).getFirst().id();
        change(ishbel, inventory -> inventory.place(isla, 0, CLOSE.movedTo(Ring.VERY_CLOSE), by(ishbel)));
        keep(Snapshot.Moment.START, "");
        CurrentPractice.within(practice.value(), () -> forget.forget(anna.id()));
        for (String table : List.of(
                "inventory",
                "relationship",
                "relationship_past",
                "inventory_change",
                "inventory_snapshot",
                "inventory_snapshot_relationship")) {
            int left = inPractice(() -> jdbc.sql("select count(*) from " + table + " where practice_id = :practice")
                    .param("practice", practice.value())
                    .query((row, number) -> row.getInt(1))
                    .single());
            assertThat(left).as(table).isZero();
        }
    }

    private static Description with(Words words) {
        Description unsaid = Description.UNSAID;
        return new Description(
                Tie.SIBLING,
                unsaid.heard(),
                unsaid.honest(),
                unsaid.contact(),
                unsaid.exchange(),
                null,
                null,
                null,
                null,
                words);
    }

    private static Description heard(int step) {
        return new Description(
                null,
                new Sense(step, null),
                Sense.UNSAID,
                Contact.UNSAID,
                Exchange.UNSAID,
                null,
                null,
                null,
                null,
                Words.NONE);
    }

    private List<Relationship> add(String names, Standing standing) {
        return inPractice(() -> {
            Inventory inventory = inventories.visibleTo(ishbel).toChange(anna.id());
            List<Relationship> added = inventory.add(Names.typed(names), standing, by(ishbel));
            inventories.save(inventory, ishbel);
            return added;
        });
    }

    private void change(Viewer viewer, Consumer<Inventory> change) {
        inPractice(() -> {
            Inventory inventory = inventories.visibleTo(viewer).toChange(anna.id());
            change.accept(inventory);
            inventories.save(inventory, viewer);
            return inventory;
        });
    }

    private void undo() {
        change(
                ishbel,
                inventory -> assertThat(
                                inventory.undo(inventory.last().orElseThrow().number(), by(ishbel)))
                        .isTrue());
    }

    private SnapshotId keep(Snapshot.Moment moment, String title) {
        return inPractice(() ->
                snapshots.keep(inventories.visibleTo(ishbel).toChange(anna.id()), moment, title, by(ishbel), ishbel));
    }

    private Inventory look(Viewer viewer) {
        return inPractice(() -> inventories.visibleTo(viewer).of(anna.id()));
    }

    private Inventory toCompare() {
        return inventories.visibleTo(ishbel).toCompare(anna.id());
    }

    private Signature by(Viewer viewer) {
        return new Signature(viewer.account(), time.now());
    }

    private <T> T inPractice(java.util.function.Supplier<T> work) {
        return CurrentPractice.within(
                practice.value(), () -> java.util.Objects.requireNonNull(transaction.execute(status -> work.get())));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void sleep() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
