package tombolo.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tombolo.database.CurrentPractice;
import tombolo.database.Ids;
import tombolo.database.TestCluster;

/** The record of who looked cannot be changed quietly, not even by the administrator of the database. */
class AuditTests {
    private static final TestCluster.Fresh DATABASE = TestCluster.fresh();
    private static final TestCluster.Work WORK = DATABASE.work();
    private static final TransactionTemplate TRANSACTION = new TransactionTemplate(WORK.transactions());
    private static final JdbcClient SUPERUSER = JdbcClient.create(DATABASE.admin());

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-22T21:00:00.123456Z"));
    private final AuditChain audit = new AuditChain(WORK.jdbc(), TRANSACTION, now::get);
    private final UUID practice = Ids.next();
    private final PersonId nell = new PersonId(Ids.next());
    private final Viewer ishbel =
            new Viewer(new PracticeId(practice), new AccountId(Ids.next()), Set.of(Role.THERAPIST), Optional.empty());
    private final short chain = Link.bucketOf(nell.value());

    @TempDir
    private Path folder;

    private Checkpoints checkpoints;

    @BeforeEach
    void tenReadingsOfWhichTheFirstSixAreSigned() throws Exception {
        SUPERUSER.sql("truncate audit_entry, audit_head, practice_registry").update();
        WORK.practices().add(practice, practice + ".example");
        checkpoints = checkpoints();
        read(6);
        checkpoints.write();
        read(4);
    }

    @Test
    void isSoundButForATailThatIsNotSignedYet() {
        Verdict verdict = verify();
        assertThat(verdict.findings()).isEmpty();
        assertThat(verdict.entries()).isEqualTo(10);
        assertThat(verdict.notProvableSince()).isPresent();
        assertThat(verdict.exitStatus()).isEqualTo(2);
    }

    @Test
    void isProvedToTheEndOnceSigned() {
        checkpoints.write();
        assertThat(verify().exitStatus()).isZero();
    }

    @Test
    void saysSinceWhenNothingIsProvableWhereNobodyHasSigned() {
        Verdict verdict = AuditVerifier.verify(DATABASE.app(), folder.resolve("nowhere"));
        assertThat(verdict.exitStatus()).isEqualTo(2);
        assertThat(verdict.notProvableSince()).contains(Instant.parse("2026-11-22T21:00:01.123456Z"));
    }

    /** The first entry that cannot be trusted, for each thing somebody with all rights could do to entries 1 to 10. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a reader put in another's place | update audit_entry set actor = gen_random_uuid() where seq = 3 | 3
            a reading made a writing        | update audit_entry set act = 'WROTE' where seq = 4             | 4
            a moment changed                | update audit_entry set at = at - interval '1 day' where seq = 5| 5
            a hash changed                  | update audit_entry set hash = sha256(hash) where seq = 7       | 7
            one taken out                   | delete from audit_entry where seq = 4                          | 4
            the first taken out             | delete from audit_entry where seq = 1                          | 1
            the tail cut off                | delete from audit_entry where seq > 7                          | 8
            the signed tail cut off         | delete from audit_entry where seq > 4                          | 5
            the head put back               | update audit_head set seq = 6                                  | 11
            all taken out                   | delete from audit_entry; delete from audit_head                | 1
            """)
    void namesTheFirstEntryThatCannotBeTrusted(String what, String tampering, long first) {
        for (String statement : tampering.split(";")) {
            SUPERUSER.sql(statement).update();
        }
        assertThat(verify().findings())
                .as(what)
                .hasSize(1)
                .first()
                .extracting(Verdict.Finding::seq)
                .isEqualTo(first);
        assertThat(verify().exitStatus()).isEqualTo(1);
    }

    @Test
    void noticesAnEntryPutBetweenTwoOthers() {
        SUPERUSER.sql("update audit_entry set seq = seq + 100 where seq > 3").update();
        SUPERUSER
                .sql(
                        "insert into audit_entry select practice_id, bucket, 4, at, actor, roles, 'WROTE', about, what, hash"
                                + " from audit_entry where seq = 3")
                .update();
        SUPERUSER.sql("update audit_entry set seq = seq - 99 where seq > 100").update();
        SUPERUSER.sql("update audit_head set seq = 11").update();
        assertThat(firstBad()).isEqualTo(4);
    }

    @Test
    void noticesTwoEntriesThatChangedPlaces() {
        SUPERUSER
                .sql("update audit_entry set seq = case seq when 2 then 50 else 2 end where seq in (2, 5)")
                .update();
        SUPERUSER.sql("update audit_entry set seq = 5 where seq = 50").update();
        assertThat(firstBad()).isEqualTo(2);
    }

    @Test
    void noticesATailCutOffAndWrittenAnew() {
        SUPERUSER.sql("delete from audit_entry where seq > 5").update();
        SUPERUSER
                .sql("update audit_head set seq = 5, hash = (select hash from audit_entry where seq = 5)")
                .update();
        read(5);
        assertThat(firstBad()).as("entry 6 was signed as another").isEqualTo(1);
        assertThat(verify().findings().getFirst().words())
                .contains("to entry 6")
                .contains("not what was signed");
    }

    @Test
    void noticesAChainMadeAnewFromItsFirstEntry() {
        SUPERUSER.sql("delete from audit_entry").update();
        SUPERUSER
                .sql("update audit_head set seq = 0, hash = decode(repeat('00', 32), 'hex')")
                .update();
        now.set(Instant.parse("2026-11-22T21:00:00.123456Z"));
        read(10, Act.WROTE);
        assertThat(firstBad()).isEqualTo(1);
    }

    @Test
    void noticesAnEntryWrittenWithTheClockPutBack() {
        now.updateAndGet(time -> time.minusSeconds(86_400));
        read(1);
        assertThat(firstBad()).isEqualTo(11);
        assertThat(verify().findings().getFirst().words()).contains("earlier");
    }

    @Test
    void noticesAnOlderDatabasePutInThePlaceOfThisOneWithoutSayingSo() throws Exception {
        checkpoints.write();
        cutBackTo(6);
        checkpoints().write();
        read(4);
        assertThat(verify().exitStatus()).isEqualTo(1);
    }

    @Test
    void acceptsAnOlderDatabaseWhenTheRestoreIsSigned() throws Exception {
        checkpoints.write();
        cutBackTo(6);
        Checkpoints afterwards = checkpoints();
        afterwards.writeRestored();
        read(4);
        afterwards.write();
        assertThat(verify().findings()).isEmpty();
        assertThat(verify().exitStatus()).isZero();
    }

    @Test
    void knowsAtTheStartThatTheDatabaseIsOlderThanWhatWasSigned() throws Exception {
        checkpoints.write();
        assertThat(checkpoints().olderThanSigned()).isEmpty();
        cutBackTo(6);
        assertThat(checkpoints().olderThanSigned()).isPresent();
        read(9);
        assertThat(checkpoints().olderThanSigned())
                .as("written on from an older database, past what was signed")
                .isEmpty();
    }

    @Test
    void knowsAtTheStartThatTheDatabaseIsAnother() throws Exception {
        SUPERUSER.sql("truncate audit_entry, audit_head, practice_registry").update();
        assertThat(checkpoints().olderThanSigned()).isPresent();
    }

    @Test
    void isContentOnceTheOlderDatabaseIsSignedFor() throws Exception {
        SUPERUSER.sql("truncate audit_entry, audit_head, practice_registry").update();
        checkpoints().writeRestored();
        assertThat(checkpoints().olderThanSigned()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1, taken away", "0, taken away"})
    void noticesACheckpointTakenAway(int line, String words) throws Exception {
        checkpoints.write();
        read(1);
        checkpoints.write();
        Path file = checkpointFile();
        List<String> lines = new java.util.ArrayList<>(Files.readAllLines(file));
        lines.remove(line);
        Files.write(file, lines);
        assertThat(verify().findings()).anyMatch(finding -> finding.words().contains(words));
    }

    @Test
    void noticesAChangedCheckpoint() throws Exception {
        Path file = checkpointFile();
        Files.writeString(file, Files.readString(file).replace("/6/", "/7/"));
        assertThat(verify().findings()).anyMatch(finding -> finding.words().contains("not as it was signed"));
    }

    @Test
    void isNotUpsetByACheckpointThatAPowerCutLeftHalfWritten() throws Exception {
        Files.writeString(checkpointFile(), "2 2026-11-22T21:01", java.nio.file.StandardOpenOption.APPEND);
        assertThat(verify().findings()).isEmpty();
        Checkpoints afterwards = checkpoints();
        afterwards.write();
        assertThat(verify().exitStatus()).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            insert into audit_entry select practice_id, bucket, seq + 100, at, actor, roles, act, about, what, hash from audit_entry
            update audit_entry set act = 'WROTE'
            delete from audit_entry
            truncate audit_entry
            update audit_head set seq = 1
            delete from audit_head
            alter table audit_entry disable row level security
            drop function audit_append
            set role tombolo_owner
            """)
    void theApplicationItselfCanOnlyAppend(String tampering) {
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> within(() -> WORK.jdbc().sql(tampering).update()))
                .withStackTraceContaining("permission denied|must be owner"
                        .split("\\|")[tampering.startsWith("alter") || tampering.startsWith("drop") ? 1 : 0]);
    }

    @Test
    void nobodyCanAppendForAnotherPractice() {
        UUID other = Ids.next();
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> within(() -> WORK.jdbc()
                        .sql(
                                "select audit_append(:other, 0::smallint, array[now()], array[null::uuid], array[''], '{READ}', array[null::uuid], '{x}')")
                        .param("other", other)
                        .query((row, number) -> row.getLong(1))
                        .single()))
                .withStackTraceContaining("row-level security");
    }

    @Test
    void theAppendFunctionIsNotLedAstrayByAnotherSearchPath() {
        SUPERUSER
                .sql("grant temporary on database " + DATABASE.name() + " to tombolo_app")
                .update();
        within(() -> {
            WORK.jdbc()
                    .sql("create temporary table audit_head (practice_id uuid, bucket smallint, seq bigint, hash bytea)"
                            + " on commit drop")
                    .update();
            WORK.jdbc().sql("set local search_path = pg_temp, public").update();
            audit.record(ishbel, Act.READ, nell, "inventory");
        });
        SUPERUSER
                .sql("revoke temporary on database " + DATABASE.name() + " from tombolo_app")
                .update();
        assertThat(verify().entries()).isEqualTo(11);
    }

    @Test
    void isWrittenWithWhatItRecordsAndNotWithoutIt() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> within(() -> {
                    audit.record(ishbel, Act.WROTE, nell, "inventory");
                    throw new IllegalArgumentException("the write did not happen");
                }));
        assertThat(verify().entries()).isEqualTo(10);
    }

    @Test
    void remembersARefusalAlsoWhenItUndoesTheTransaction() throws Exception {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> within(() -> {
                    audit.record(ishbel, Act.DENIED, nell, "inventory");
                    throw new IllegalArgumentException("not theirs to see");
                }));
        for (int wait = 0; verify().entries() < 11 && wait < 100; wait++) {
            Thread.sleep(20);
        }
        assertThat(looks().getFirst().act()).isEqualTo(Act.DENIED);
    }

    /** Two versions are shown side by side, and nothing is written: whoever opened it has looked. */
    @Test
    void remembersALookAlsoWhenNothingWasWritten() throws Exception {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> within(() -> {
                    audit.record(ishbel, Act.READ, nell, "inventory");
                    audit.record(ishbel, Act.WROTE, nell, "inventory");
                    throw new IllegalArgumentException("somebody else was first");
                }));
        for (int wait = 0; verify().entries() < 11 && wait < 100; wait++) {
            Thread.sleep(20);
        }
        assertThat(looks().getFirst().act()).isEqualTo(Act.READ);
        assertThat(verify().entries()).isEqualTo(11);
    }

    /** A page that shows many parts leaves a line for each, and may be about more than one record. */
    @Test
    void whatOneActLeavesStandsWholeAndInItsOrder() {
        within(() -> {
            audit.record(ishbel, Act.READ, nell, "diary");
            audit.record(Act.CHANGED_ACCESS, "practice");
            audit.record(ishbel, Act.WROTE, nell, "inventory");
            audit.record(Act.READ, nell, "measures");
        });
        checkpoints.write();
        assertThat(looks().subList(0, 3)).extracting(Entry::what).containsExactly("measures", "inventory", "diary");
        assertThat(looks().getFirst().actor()).isEmpty();
        assertThat(looks().get(1).act()).isEqualTo(Act.WROTE);
        assertThat(verify().entries()).isEqualTo(14);
        assertThat(verify().exitStatus()).isZero();
    }

    @Test
    void tellsThePersonWhoHasLookedNewestFirst() {
        assertThat(looks()).hasSize(10).allSatisfy(entry -> {
            assertThat(entry.actor()).contains(ishbel.account());
            assertThat(entry.roles()).containsExactly(Role.THERAPIST);
            assertThat(entry.what()).isEqualTo("inventory");
        });
        assertThat(looks()).extracting(Entry::seq).isSortedAccordingTo(java.util.Comparator.reverseOrder());
    }

    /** Two people opened in opposite orders by many at once: neither waits for the other for ever. */
    @Test
    void manyAtOnceMakeOneUnbrokenChainEach() throws Exception {
        List<PersonId> people =
                Stream.generate(() -> new PersonId(Ids.next())).limit(8).toList();
        try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
            IntStream.range(0, 60)
                    .forEach(turn -> threads.submit(() -> within(() -> {
                        List<PersonId> order = turn % 2 == 0 ? people : people.reversed();
                        order.forEach(person -> audit.record(ishbel, Act.READ, person, "inventory"));
                    })));
            threads.shutdown();
            assertThat(threads.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        }
        checkpoints.write();
        Verdict verdict = verify();
        assertThat(verdict.entries()).isEqualTo(10 + 60 * 8);
        assertThat(verdict.exitStatus()).isZero();
    }

    /** Pinned, so that nobody changes what is hashed without noticing that old chains would no longer check. */
    @Test
    void hashesExactlyTheseBytes() {
        Link link = new Link(
                new UUID(1, 2),
                (short) 3,
                4,
                Instant.parse("2026-11-22T21:00:00.123456Z"),
                null,
                "THERAPIST",
                "READ",
                new UUID(5, 6),
                "inventory");
        assertThat(java.util.HexFormat.of().formatHex(link.hash(Link.GENESIS)))
                .isEqualTo("6ef026e44e414a4ba5dc1c7536fea8f3e0f9de57f3a8a8cae2c62eebd088322b");
    }

    private Checkpoints checkpoints() throws Exception {
        Path keys = Files.createDirectories(folder.resolve("keys"));
        RootKey root = RootKey.isIn(keys) ? RootKey.in(keys) : RootKey.madeIn(keys);
        return new Checkpoints(
                new CheckpointFolder(folder), keys, root, WORK.jdbc(), TRANSACTION, WORK.practices(), now::get);
    }

    private Path checkpointFile() {
        return folder.resolve("2026-11.checkpoints");
    }

    private void read(int times) {
        read(times, Act.READ);
    }

    private void read(int times, Act act) {
        for (int i = 0; i < times; i++) {
            now.updateAndGet(time -> time.plusSeconds(1));
            CurrentPractice.within(practice, () -> audit.record(ishbel, act, nell, "inventory"));
        }
    }

    private void cutBackTo(long seq) {
        SUPERUSER
                .sql("delete from audit_entry where seq > :seq")
                .param("seq", seq)
                .update();
        SUPERUSER
                .sql("update audit_head set seq = :seq, hash = (select hash from audit_entry where seq = :seq)"
                        + " where bucket = :chain")
                .param("seq", seq)
                .param("chain", chain, java.sql.Types.SMALLINT)
                .update();
    }

    private Verdict verify() {
        return AuditVerifier.verify(DATABASE.app(), folder);
    }

    private long firstBad() {
        return verify().findings().getFirst().seq();
    }

    private List<Entry> looks() {
        return CurrentPractice.within(
                practice, () -> java.util.Objects.requireNonNull(TRANSACTION.execute(status -> audit.about(nell))));
    }

    private void within(Runnable work) {
        CurrentPractice.within(practice, () -> TRANSACTION.executeWithoutResult(status -> work.run()));
    }
}
