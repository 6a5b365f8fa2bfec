package tombolo.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tombolo.database.CurrentPractice;
import tombolo.database.Ids;

/** Words sealed for one person and one place open there and nowhere else, and not at all when a single bit is changed. */
class SealUnitTests {
    private static final String WORDS = "Dan does not know that I write this. Grüße, 祖母";

    private final PracticeId practice = new PracticeId(Ids.next());
    private final PersonId anna = new PersonId(Ids.next());
    private final PersonId joan = new PersonId(Ids.next());
    private final Place place = new Place("relationship", "name", Ids.next());
    private final AtomicLong nanos = new AtomicLong();

    @TempDir
    private Path folder;

    private Set<Readiness.Missing> missing = Set.of();

    private Keys keys;
    private Vault vault;

    @BeforeEach
    void keysForTwoPeople() throws Exception {
        keys = new Keys(folder, RootKey.madeIn(folder), nanos::get);
        vault = new Vault(keys, SealUnitTests::nobodyToForget, () -> missing);
        vault.createKeys(practice);
        within(() -> {
            vault.createKeys(anna);
            vault.createKeys(joan);
        });
    }

    @Test
    void opensWhatItSealed() {
        within(() -> assertThat(
                        vault.open(anna, place, vault.seal(anna, place, WORDS)).words())
                .isEqualTo(WORDS));
        byte[] staff = vault.seal(practice, place, WORDS);
        assertThat(vault.open(practice, place, staff).words()).isEqualTo(WORDS);
    }

    @Test
    void sealsTheSameWordsDifferentlyEachTime() {
        within(() -> assertThat(vault.seal(anna, place, WORDS)).isNotEqualTo(vault.seal(anna, place, WORDS)));
    }

    @Test
    void everySingleChangedBitKeepsItShutWithTheSameError() {
        within(() -> {
            byte[] sealed = vault.seal(anna, place, WORDS);
            Set<String> errors = new HashSet<>();
            for (int bit = 0; bit < sealed.length * 8; bit++) {
                byte[] changed = sealed.clone();
                changed[bit / 8] ^= (byte) (1 << bit % 8);
                assertThatExceptionOfType(SealBroken.class)
                        .isThrownBy(() -> vault.open(anna, place, changed))
                        .satisfies(error -> errors.add(error.getMessage() + error.getCause()));
            }
            assertThat(errors).hasSize(1);
        });
    }

    @Test
    void cutShortOrLengthenedItStaysShut() {
        within(() -> {
            byte[] sealed = vault.seal(anna, place, WORDS);
            for (int length = 0; length < sealed.length; length++) {
                byte[] cut = java.util.Arrays.copyOf(sealed, length);
                assertThatExceptionOfType(SealBroken.class).isThrownBy(() -> vault.open(anna, place, cut));
            }
            byte[] longer = java.util.Arrays.copyOf(sealed, sealed.length + 1);
            assertThatExceptionOfType(SealBroken.class).isThrownBy(() -> vault.open(anna, place, longer));
        });
    }

    static Stream<Place> otherPlaces() {
        UUID row = new UUID(1, 1);
        return Stream.of(
                new Place("relationship", "name", new UUID(1, 2)),
                new Place("relationship", "notes", row),
                new Place("person", "name", row),
                new Place("relationshipn", "ame", row));
    }

    @ParameterizedTest
    @MethodSource("otherPlaces")
    void doesNotOpenInAnotherPlace(Place other) {
        Place own = new Place("relationship", "name", new UUID(1, 1));
        within(() -> {
            byte[] sealed = vault.seal(anna, own, WORDS);
            assertThatExceptionOfType(SealBroken.class).isThrownBy(() -> vault.open(anna, other, sealed));
        });
    }

    @Test
    void doesNotOpenForAnotherPersonNorForThePractice() {
        within(() -> {
            byte[] sealed = vault.seal(anna, place, WORDS);
            assertThatExceptionOfType(SealBroken.class).isThrownBy(() -> vault.open(joan, place, sealed));
            assertThatExceptionOfType(SealBroken.class).isThrownBy(() -> vault.open(practice, place, sealed));
        });
    }

    @Test
    void oneWrappedKeyDoesNotServeAnotherPerson() throws Exception {
        byte[] sealed = CurrentPractice.within(practice.value(), () -> vault.seal(anna, place, WORDS));
        Path joans = folder.resolve(KeyName.of(practice, joan).file());
        Files.delete(joans);
        Files.copy(folder.resolve(KeyName.of(practice, anna).file()), joans);
        within(() -> assertThatExceptionOfType(SealBroken.class).isThrownBy(() -> vault.open(joan, place, sealed)));
    }

    @Test
    void aChangedKeyFileShutsOnePersonsWordsOnly() throws Exception {
        Path file = folder.resolve(KeyName.of(practice, anna).file());
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.delete(file);
        Files.write(file, bytes);
        within(() -> {
            assertThatExceptionOfType(SealBroken.class).isThrownBy(() -> vault.seal(anna, place, WORDS));
            assertThat(vault.open(joan, place, vault.seal(joan, place, WORDS)).words())
                    .isEqualTo(WORDS);
        });
    }

    @Test
    void makingAKeyTwiceKeepsTheFirst() {
        within(() -> {
            byte[] sealed = vault.seal(anna, place, WORDS);
            vault.createKeys(anna);
            nanos.addAndGet(Duration.ofHours(1).toNanos());
            assertThat(vault.open(anna, place, sealed).words()).isEqualTo(WORDS);
        });
    }

    @Test
    void anUnwrappedKeyIsForgottenAfterTenMinutes() throws Exception {
        byte[] sealed = CurrentPractice.within(practice.value(), () -> vault.seal(anna, place, WORDS));
        Files.delete(folder.resolve(KeyName.of(practice, anna).file()));
        within(() -> {
            nanos.addAndGet(Duration.ofMinutes(9).toNanos());
            assertThat(vault.open(anna, place, sealed).words()).isEqualTo(WORDS);
            nanos.addAndGet(Duration.ofMinutes(2).toNanos());
            assertThatExceptionOfType(KeyDestroyed.class).isThrownBy(() -> vault.open(anna, place, sealed));
        });
    }

    @Test
    void aDestroyedKeyLeavesNothingOfItselfBehind() throws Exception {
        byte[] sealed = CurrentPractice.within(practice.value(), () -> vault.seal(anna, place, WORDS));
        keys.destroy(KeyName.of(practice, anna));
        within(() -> assertThatExceptionOfType(KeyDestroyed.class).isThrownBy(() -> vault.open(anna, place, sealed)));
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.map(Path::toString).filter(name -> name.contains(anna.toString())))
                    .isEmpty();
        }
    }

    @Test
    void keyFilesAreForThisUserOnlyAndHoldNoKeyInTheClear() throws Exception {
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile))
                    .hasSize(5)
                    .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .isEqualTo("r--------"));
        }
    }

    /** 4 bytes say how long the words are; 34 are the seal itself. */
    @ParameterizedTest
    @CsvSource({
        "0, 64",
        "1, 64",
        "60, 64",
        "61, 256",
        "252, 256",
        "253, 1024",
        "1020, 1024",
        "1021, 4096",
        "4093, 16384",
        "16381, 65536"
    })
    void doesNotTellHowLongTheWordsAre(int length, int bucket) {
        within(() -> {
            byte[] sealed = vault.seal(anna, place, "x".repeat(length));
            assertThat(sealed).hasSize(bucket + 34);
            assertThat(vault.open(anna, place, sealed).words()).hasSize(length);
        });
    }

    @Test
    void findsEqualWordsAgainWithinOnePracticeOnly() {
        PracticeId other = new PracticeId(Ids.next());
        vault.createKeys(other);
        byte[] mark = vault.blindIndex(practice, "email:ewa@example.org");
        assertThat(mark).hasSize(32).isEqualTo(vault.blindIndex(practice, "email:ewa@example.org"));
        assertThat(mark).isNotEqualTo(vault.blindIndex(practice, "email:eva@example.org"));
        assertThat(mark).isNotEqualTo(vault.blindIndex(other, "email:ewa@example.org"));
    }

    @Test
    void confidentialWordsDoNotShowByAccident() {
        Confidential words = Confidential.of(WORDS);
        assertThat(words.toString()).doesNotContain("Dan");
        assertThat("" + java.util.List.of(words)).doesNotContain("Dan");
    }

    @Test
    void takesNobodyInBeforeTheirWordsCouldBeBroughtBack() {
        missing = Set.of(Readiness.Missing.BACKUP);
        within(() -> assertThatExceptionOfType(NotReady.class)
                .isThrownBy(() -> vault.createKeys(new PersonId(Ids.next())))
                .satisfies(refusal -> assertThat(refusal.missing()).containsExactly(Readiness.Missing.BACKUP)));
    }

    @Test
    void anotherRootKeyOpensNothing() throws Exception {
        Files.delete(folder.resolve(RootKey.FILE));
        Keys stranger = new Keys(folder, RootKey.madeIn(folder), nanos::get);
        assertThat(keys.opens(practice.value())).isTrue();
        assertThat(stranger.opens(practice.value())).isFalse();
    }

    private void within(Runnable work) {
        CurrentPractice.within(practice.value(), work);
    }

    private static void nobodyToForget(PersonId who) {
        throw new IllegalStateException("Nobody is forgotten here");
    }
}
