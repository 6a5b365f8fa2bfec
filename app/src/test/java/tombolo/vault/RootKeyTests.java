package tombolo.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tombolo.database.Ids;
import tombolo.database.TestCluster;
import tombolo.database.UnsafeStart;

/** Without the right root key nothing could be read, so Tombolo does not start, says so, and changes nothing. */
class RootKeyTests {
    private static final TestCluster.Work WORK = TestCluster.fresh().work();
    private static final UUID PRACTICE = Ids.next();

    private final VaultConfiguration vault = new VaultConfiguration();

    @TempDir
    private Path home;

    private Path keys;

    @BeforeEach
    void aPracticeWithItsKeys() throws Exception {
        keys = home.resolve("keys");
        if (WORK.practices().all().isEmpty()) {
            assertThat(RootKey.isIn(keys)).isFalse();
            rootKey();
            WORK.practices().add(PRACTICE, "practice.example");
        }
        Files.createDirectories(keys);
        RootKey root = RootKey.isIn(keys) ? rootKey() : RootKey.madeIn(keys);
        new Keys(keys, root, System::nanoTime).create(KeyName.of(new PracticeId(PRACTICE)));
    }

    @Test
    void theRightOneOpensThePractice() throws Exception {
        assertThat(vault.keys(rootKey(), WORK.practices(), keys.toString()).opens(PRACTICE))
                .isTrue();
    }

    @Test
    void aMissingOneIsNotMadeAnew() throws Exception {
        Files.delete(keys.resolve(RootKey.FILE));
        assertThatExceptionOfType(UnsafeStart.class)
                .isThrownBy(this::rootKey)
                .withMessageContaining("is not in")
                .withMessageContaining("./tombolo restore --keys");
        assertThat(keys.resolve(RootKey.FILE)).doesNotExist();
    }

    @Test
    void anothersIsRefused() throws Exception {
        Files.delete(keys.resolve(RootKey.FILE));
        RootKey another = RootKey.madeIn(keys);
        assertThatExceptionOfType(UnsafeStart.class)
                .isThrownBy(() -> vault.keys(another, WORK.practices(), keys.toString()))
                .withMessageContaining("does not open the keys of this database");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0011",
                "not a key at all",
                "zz11223344556677001122334455667700112233445566770011223344556677"
            })
    void whatIsNoKeyIsSaidToBeNone(String text) throws Exception {
        Files.delete(keys.resolve(RootKey.FILE));
        Files.writeString(keys.resolve(RootKey.FILE), text);
        assertThatExceptionOfType(UnsafeStart.class)
                .isThrownBy(this::rootKey)
                .withMessageContaining("is not a root key");
        assertThat(keys.resolve(RootKey.FILE)).hasContent(text);
    }

    private RootKey rootKey() throws Exception {
        return vault.rootKey(WORK.practices(), keys.toString(), home.toString());
    }
}
