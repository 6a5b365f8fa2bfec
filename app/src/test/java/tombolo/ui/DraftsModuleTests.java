package tombolo.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tombolo.accounts.Account;
import tombolo.accounts.TestBrowser;
import tombolo.accounts.TestPractice;
import tombolo.database.Ids;
import tombolo.vault.PersonId;
import tombolo.vault.Vault;
import tombolo.vault.Viewer;

/** Anna types on her phone, the baby wakes, the browser is killed: what she wrote is there, for her and for nobody else. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class DraftsModuleTests {
    private static final String FORM = "inventory.description:1";
    private static final Map<String, String> WORDS = Map.of("hard", "The night he did not come", "good", "tea");

    private final ApplicationContext context;
    private final Drafts drafts;
    private final Vault vault;
    private final JdbcClient jdbc;
    private final TransactionTemplate inTransaction;

    @LocalServerPort
    private int port;

    private TestPractice practice;
    private Account anna;
    private Account sam;

    DraftsModuleTests(
            ApplicationContext context,
            Drafts drafts,
            Vault vault,
            JdbcClient jdbc,
            TransactionTemplate inTransaction) {
        this.context = context;
        this.drafts = drafts;
        this.vault = vault;
        this.jdbc = jdbc;
        this.inTransaction = inTransaction;
    }

    @BeforeEach
    void aPracticeWithTwoPeople() {
        practice = new TestPractice(context);
        anna = practice.person("anna@example.org");
        sam = practice.person("sam@example.org");
    }

    @Test
    void wordsAreThereForTheirWriterAndNobodyElse() {
        practice.run(() -> drafts.keep(anna.viewer(), FORM, WORDS, Optional.empty()));
        assertThat(draft(anna.viewer())).map(Draft::words).contains(WORDS);
        assertThat(draft(sam.viewer())).isEmpty();
    }

    @Test
    void theyLieSealed() {
        practice.run(() -> drafts.keep(anna.viewer(), FORM, WORDS, Optional.empty()));
        List<byte[]> rows = practice.within(() -> inTransaction.execute(status ->
                jdbc.sql("select words from draft").query(byte[].class).list()));
        assertThat(rows).hasSize(1);
        assertThat(new String(rows.getFirst(), StandardCharsets.ISO_8859_1)).doesNotContain("night", "tea", "hard");
    }

    @Test
    void theNewestWordsStandAndAFinishedFormLeavesNone() {
        practice.run(() -> drafts.keep(anna.viewer(), FORM, WORDS, Optional.empty()));
        practice.run(() -> drafts.keep(anna.viewer(), FORM, Map.of("hard", "The morning"), Optional.empty()));
        assertThat(draft(anna.viewer()).orElseThrow().words()).containsExactly(Map.entry("hard", "The morning"));
        practice.run(() -> drafts.done(anna.viewer(), FORM));
        assertThat(draft(anna.viewer())).isEmpty();
    }

    @Test
    void wordsTakenBackLeaveNothing() {
        practice.run(() -> drafts.keep(anna.viewer(), FORM, WORDS, Optional.empty()));
        practice.run(() -> drafts.keep(anna.viewer(), FORM, Map.of("hard", " "), Optional.empty()));
        assertThat(draft(anna.viewer())).isEmpty();
    }

    @Test
    void aColleaguesDraftAboutSomeoneGoesWithThatPersonsKey() {
        Viewer ishbel = practice.ishbel().viewer();
        PersonId about = new PersonId(Ids.next());
        practice.run(() -> vault.createKeys(about));
        practice.run(() -> drafts.keep(ishbel, FORM, WORDS, Optional.of(about)));
        assertThat(draft(ishbel)).isPresent();
        practice.run(() -> vault.destroyKeys(about));
        assertThat(draft(ishbel)).isEmpty();
    }

    @Test
    void aPageKeepsWhatIsTypedAndAnotherDeviceFindsIt() {
        TestBrowser phone = new TestBrowser(port, practice.host()).cookie(practice.cookie(anna.id()));
        HttpResponse<String> kept =
                phone.open("/my/sign-ins", "/my/drafts", Map.of("_form", FORM, "_about", "", "hard", "The night"));
        assertThat(kept.statusCode()).isEqualTo(204);
        assertThat(draft(anna.viewer()).orElseThrow().words()).containsExactly(Map.entry("hard", "The night"));

        TestBrowser laptop = new TestBrowser(port, practice.host()).cookie(practice.cookie(anna.id()));
        HttpResponse<String> gone = laptop.open(
                "/my/sign-ins", "/my/drafts/removal", Map.of("_form", FORM, "_back", "/my/sign-ins", "hard", "x"));
        assertThat(TestBrowser.location(gone)).isEqualTo("/my/sign-ins");
        assertThat(draft(anna.viewer())).isEmpty();
    }

    @Test
    void nobodyElseCanKeepOrSendAnyoneAway() {
        TestBrowser stranger = new TestBrowser(port, practice.host());
        assertThat(stranger.post("/my/drafts", Map.of("_form", FORM, "hard", "x"))
                        .statusCode())
                .isIn(302, 303, 401);
        TestBrowser phone = new TestBrowser(port, practice.host()).cookie(practice.cookie(anna.id()));
        assertThat(phone.post("/my/drafts", Map.of("_form", FORM, "hard", "x")).statusCode())
                .as("without the page's token")
                .isEqualTo(403);
        for (String away : List.of("https://elsewhere.example", "//elsewhere.example", "/my//x", "/leave", "")) {
            assertThat(phone.open("/my/sign-ins", "/my/drafts/removal", Map.of("_form", FORM, "_back", away))
                            .statusCode())
                    .as(away)
                    .isEqualTo(404);
        }
        assertThat(phone.open("/my/sign-ins", "/my/drafts", Map.of("_form", "../x", "hard", "x"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(draft(anna.viewer())).isEmpty();
    }

    private Optional<Draft> draft(Viewer viewer) {
        return practice.within(() -> drafts.of(viewer, FORM));
    }
}
