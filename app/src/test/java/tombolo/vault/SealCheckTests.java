package tombolo.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tombolo.database.CurrentPractice;
import tombolo.database.Ids;
import tombolo.database.TestCluster;

/** Whoever's words they are, and wherever they have been copied, a backup is held against the keys. */
class SealCheckTests {
    private static final int OF_EACH_KIND = 100;

    private final TestCluster.Fresh database = TestCluster.fresh();
    private final JdbcClient admin = JdbcClient.create(database.admin());
    private final PracticeId practice = new PracticeId(Ids.next());
    private final PersonId anna = new PersonId(Ids.next());

    @TempDir
    private Path folder;

    private Vault vault;

    SealCheckTests() {
        admin.sql("create table letter (practice_id uuid, id uuid, person_id uuid, body bytea,"
                        + " primary key (practice_id, id))")
                .update();
        admin.sql("create table letter_past (like letter)").update();
        admin.sql("create table answer (practice_id uuid, id uuid primary key, letter_id uuid, body bytea,"
                        + " foreign key (practice_id, letter_id) references letter (practice_id, id))")
                .update();
        admin.sql("create table notice (practice_id uuid, id uuid, body bytea)").update();
    }

    @BeforeEach
    void twoKeys() throws Exception {
        Files.createDirectories(folder);
        vault = new Vault(new Keys(folder, RootKey.madeIn(folder), System::nanoTime), person -> {}, Set::of);
        vault.createKeys(practice);
        CurrentPractice.within(practice.value(), () -> vault.createKeys(anna));
    }

    @Test
    void opensAPersonsWordsTheirEarlierVersionsAndWhatPointsToThemAndThePracticesOwn() throws Exception {
        UUID letter = Ids.next();
        insert("letter", letter, ", person_id", ", '" + anna.value() + "'", anna("letter", letter));
        insert("letter_past", letter, ", person_id", ", '" + anna.value() + "'", anna("letter", letter));
        UUID answer = Ids.next();
        insert("answer", answer, ", letter_id", ", '" + letter + "'", anna("answer", answer));
        UUID notice = Ids.next();
        insert("notice", notice, "", "", vault.seal(practice, new Place("notice", "body", notice), "Closed today."));
        SealCheck.Outcome outcome = SealCheck.tried(database.admin(), folder, OF_EACH_KIND);
        assertThat(outcome.shut()).isEmpty();
        assertThat(outcome.opened()).isEqualTo(4);
    }

    @Test
    void namesWhatLiesInAnothersPlace() throws Exception {
        UUID letter = Ids.next();
        insert("letter", letter, ", person_id", ", '" + anna.value() + "'", anna("letter", Ids.next()));
        UUID answer = Ids.next();
        insert("answer", answer, ", letter_id", ", '" + letter + "'", anna("letter", letter));
        assertThat(SealCheck.tried(database.admin(), folder, OF_EACH_KIND).shut())
                .containsExactlyInAnyOrder("letter.body of row " + letter, "answer.body of row " + answer);
    }

    @Test
    void tellsWhoWasForgottenFromWhatIsBroken() throws Exception {
        UUID letter = Ids.next();
        insert("letter", letter, ", person_id", ", '" + anna.value() + "'", anna("letter", letter));
        UUID notice = Ids.next();
        insert("notice", notice, "", "", vault.seal(practice, new Place("notice", "body", notice), "Closed today."));
        Files.delete(folder.resolve(KeyName.of(practice, anna).file()));
        SealCheck.Outcome forgotten = SealCheck.tried(database.admin(), folder, OF_EACH_KIND);
        assertThat(forgotten.shut()).isEmpty();
        assertThat(forgotten.keyless()).isEqualTo(1);
        assertThat(forgotten.opened()).isEqualTo(1);
        Files.delete(folder.resolve(KeyName.of(practice).file()));
        assertThat(SealCheck.tried(database.admin(), folder, OF_EACH_KIND).shut())
                .as("without the practice's key nothing is a matter of forgetting")
                .hasSize(2);
    }

    private byte[] anna(String table, UUID row) {
        return CurrentPractice.within(
                practice.value(), () -> vault.seal(anna, new Place(table, "body", row), "I told Isla about the move."));
    }

    private void insert(String table, UUID id, String column, String value, byte[] body) {
        admin.sql("insert into " + table + " (practice_id, id, body" + column + ") values (:practice, :id, :body"
                        + value + ")")
                .param("practice", practice.value())
                .param("id", id)
                .param("body", body)
                .update();
    }
}
