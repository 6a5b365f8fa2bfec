package tombolo.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tombolo.accounts.TestPasskey.Saying;
import tombolo.ui.Area;

/** A passkey opens its own door to its own device, once for each question, and to nobody who has copied or overheard it. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class PasskeyModuleTests {
    private static final Pattern CHALLENGE = Pattern.compile("\"challenge\":\"([^\"]+)\"");

    private final ApplicationContext context;
    private final Accounts accounts;
    private final Passkeys passkeys;

    @LocalServerPort
    private int port;

    private TestPractice practice;
    private Account anna;
    private TestPasskey device;
    private TestBrowser browser;

    PasskeyModuleTests(ApplicationContext context, Accounts accounts, Passkeys passkeys) {
        this.context = context;
        this.accounts = accounts;
        this.passkeys = passkeys;
    }

    @BeforeEach
    void aPersonWithAPasskey() throws Exception {
        practice = new TestPractice(context);
        anna = practice.person("anna@example.org");
        browser = new TestBrowser(port, practice.host());
        device = new TestPasskey(practice.host(), practice.within(() -> accounts.handleOf(anna.id())));
        keep(device);
    }

    @Test
    void comesInWithAPasskey() throws Exception {
        HttpResponse<String> answer = enter(device.answer(question(), honestly()));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(browser.get("/my/sign-ins").statusCode()).isEqualTo(200);
    }

    @Test
    void aQuestionIsAnsweredOnce() throws Exception {
        String overheard = device.answer(question(), honestly());
        assertThat(enter(overheard).statusCode()).isEqualTo(200);
        assertRefused(overheard);
    }

    @Test
    void aQuestionThatWasNeverPutHasNoAnswer() throws Exception {
        assertRefused(device.answer("bm90IGEgcXVlc3Rpb24gb2Ygb3Vycw", honestly()));
    }

    @Test
    void theAnswerAtOneDoorOpensNoOther() throws Exception {
        String asked = question("/sign-in/desk/passkey/question");
        assertRefused(device.answer(asked, honestly()));
        String again = question();
        assertThat(browser.postJson("/sign-in/desk/passkey", device.answer(again, honestly()))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void aCopiedKeyIsNoticedByItsCount() throws Exception {
        assertThat(enter(device.answer(question(), honestly().counting(5))).statusCode())
                .isEqualTo(200);
        assertRefused(device.answer(question(), honestly().counting(5)));
        assertRefused(device.answer(question(), honestly().counting(4)));
        assertRefused(device.answer(question(), honestly().counting(0)));
        assertThat(enter(device.answer(question(), honestly().counting(6))).statusCode())
                .isEqualTo(200);
    }

    static Stream<Arguments> lies() {
        return Stream.of(
                lie("another site", saying -> saying.from("https://evil.example")),
                lie("another port", saying -> saying.from(saying.origin() + "1")),
                lie("another scheme", saying -> saying.from(saying.origin().replace("http:", "https:"))),
                lie("a key bound to another site", saying -> saying.forSite("evil.example")),
                lie("nobody has shown themselves to the device", saying -> saying.withFlags(0x01)),
                lie("nobody is there", saying -> saying.withFlags(0x04)),
                lie("somebody else's name", Saying::asSomebodyElse));
    }

    private static Arguments lie(String what, UnaryOperator<Saying> told) {
        return Arguments.of(what, told);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lies")
    void isRefusedWhen(String what, UnaryOperator<Saying> told) throws Exception {
        assertRefused(device.answer(question(), told.apply(honestly())));
    }

    @Test
    void aDeviceNobodyKnowsIsRefused() throws Exception {
        TestPasskey other = new TestPasskey(practice.host(), practice.within(() -> accounts.handleOf(anna.id())));
        assertRefused(other.answer(question(), honestly()));
    }

    @Test
    void whatAnotherDeviceHasSignedIsRefused() throws Exception {
        TestPasskey other = new TestPasskey(practice.host(), practice.within(() -> accounts.handleOf(anna.id())));
        String asked = question();
        Pattern signature = Pattern.compile("\"signature\":\"[^\"]+\"");
        Matcher signed = signature.matcher(other.answer(asked, honestly()));
        assertThat(signed.find()).isTrue();
        assertRefused(signature.matcher(device.answer(asked, honestly())).replaceFirst(signed.group()));
    }

    @Test
    void aClosedAccountIsRefused() throws Exception {
        practice.run(() -> accounts.disable(anna.id()));
        assertRefused(device.answer(question(), honestly()));
    }

    @Test
    void aQuestionGetsOldInFiveMinutes() {
        AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-22T21:00:00Z"));
        Challenges challenges = new Challenges(now::get);
        Bytes early = new Bytes(new byte[] {1});
        Bytes late = new Bytes(new byte[] {2});
        challenges.put(early, "door", "one");
        challenges.put(late, "door", "two");
        now.updateAndGet(moment -> moment.plus(Duration.ofMinutes(5)).minusMillis(1));
        assertThat(challenges.take(early, "door", String.class)).contains("one");
        now.updateAndGet(moment -> moment.plusMillis(1));
        assertThat(challenges.take(late, "door", String.class)).isEmpty();
    }

    private Saying honestly() {
        return device.honestly("http://" + practice.host() + ":" + port);
    }

    private String question() {
        return question("/sign-in/passkey/question");
    }

    private String question(String path) {
        Matcher found = CHALLENGE.matcher(browser.postJson(path, "{}").body());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private HttpResponse<String> enter(String answer) {
        return browser.postJson("/sign-in/passkey", answer);
    }

    private void assertRefused(String answer) {
        TestBrowser other = new TestBrowser(port, practice.host());
        HttpResponse<String> refused = other.postJson("/sign-in/passkey", answer);
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.body()).isEmpty();
        assertThat(other.cookieNamed("__Host-my")).isEmpty();
    }

    private void keep(TestPasskey made) {
        practice.run(() -> new TransactionTemplate(context.getBean(PlatformTransactionManager.class))
                .executeWithoutResult(status -> {
                    try {
                        passkeys.in(Area.MY).save(made.record());
                    } catch (java.security.GeneralSecurityException e) {
                        throw new IllegalStateException(e);
                    }
                }));
    }
}
