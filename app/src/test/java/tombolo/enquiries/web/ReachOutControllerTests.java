package tombolo.enquiries.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import tombolo.accounts.Account;
import tombolo.accounts.TestBrowser;
import tombolo.accounts.TestClock;
import tombolo.cover.Absences;
import tombolo.people.TestHouse;
import tombolo.practice.Practices;
import tombolo.vault.PracticeId;
import tombolo.vault.Readiness.Missing;

/** Reaching out as a browser without scripts does it. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import({TestClock.class, TestHouse.Ready.class})
class ReachOutControllerTests {
    private static final Map<String, String> MORAG = Map.of(
            "name", "Morag",
            "way", "PHONE",
            "phone", "07700 900123",
            "safe", "TEXT",
            "hours", "weekdays before noon",
            "words", "It has been a long winter.\nI do not know where to begin.");

    private final ApplicationContext context;
    private final TestHouse house;
    private final TestHouse.Switch ready;
    private final TestClock.Moved clock;
    private final Environment environment;

    @LocalServerPort
    private int port;

    ReachOutControllerTests(
            ApplicationContext context, TestHouse.Switch ready, TestClock.Moved clock, Environment environment) {
        this.context = context;
        this.house = new TestHouse(context, "Lochside Practice", Optional.of("01632 960001"));
        this.ready = ready;
        this.clock = clock;
        this.environment = environment;
    }

    @AfterEach
    void isReadyAgain() {
        ready.miss(Set.of());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/how-it-helps", "/about-privacy", "/safe-browsing", "/help-now", "/check-in", "/sign-in"})
    void isOnePressFromEveryPublicPage(String page) {
        assertThat(visitor().get(page).body())
                .contains("<a href=\"/reach-out\"")
                .as("and so is the door, for whoever has pages of their own")
                .contains("<a href=\"/sign-in\"");
    }

    @Test
    void saysWhoAnswersAndByWhichDayBeforeAnythingIsAsked() {
        HttpResponse<String> page = visitor().get("/reach-out");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("Ishbel reads this and answers you", "Lochside Practice", promisedDay())
                .contains("tel:999", "tel:116123", "/help-now");
        assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(page.headers().allValues("Set-Cookie")).isEmpty();
    }

    @Test
    void namesWhoeverIsThereInsteadWhileTheOneWhoAnswersIsAway() {
        away(house.idris());
        assertThat(visitor().get("/reach-out").body())
                .contains("Idris reads this and answers you")
                .doesNotContain("Ishbel");
        assertThat(visitor().post("/reach-out/check-answers", MORAG).body()).contains("Send it to Idris");
        clock.on(Duration.ofDays(3));
        assertThat(visitor().get("/reach-out").body()).contains("Ishbel reads this and answers you");
    }

    /** Only a therapist can read the words: whoever else is there is not named as reading them. */
    @Test
    void namesNobodyWhoMayNotReadTheWords() {
        away(house.priya());
        assertThat(visitor().get("/reach-out").body()).doesNotContain("Priya");
    }

    /** Whoever waits longer knows it before they write, and is not forgotten: the day that is promised is one that can be kept. */
    @Test
    void whereNobodyReadsItMeanwhileTheDayIsCountedFromWhenTheyAreBack() {
        String usual = promisedDay();
        away(house.priya(), Duration.ofDays(9));
        String page = visitor().get("/reach-out").body();
        assertThat(page)
                .contains("Ishbel is away just now, so it takes a little longer")
                .doesNotContain(usual);
        visitor().post("/reach-out/enquiry", MORAG);
        assertThat(house.value("count(*) from enquiry where practice_id = :practice and answer_by - sent_at::date > 8"))
                .isEqualTo("1");
        clock.on(Duration.ofDays(10));
        assertThat(visitor().get("/reach-out").body()).doesNotContain("is away just now");
    }

    private void away(Account instead) {
        away(instead, Duration.ofDays(2));
    }

    private void away(Account instead, Duration how) {
        house.within(() -> context.getBean(Absences.class)
                .visibleTo(house.priya().viewer())
                .plan(
                        house.ishbel().id(),
                        Optional.of(instead.id()),
                        clock.now(),
                        clock.now().plus(how)));
    }

    @Test
    void whatWasTypedIsLookedAtOnceMoreBeforeItIsSent() {
        String check = visitor().post("/reach-out/check-answers", MORAG).body();
        assertThat(check)
                .contains("Is this right?", "Morag", "07700 900123", "A text", "weekdays before noon")
                .contains("I do not know where to begin.", "Send it to Ishbel", promisedDay())
                .contains("formaction=\"/reach-out#phone\"")
                .doesNotContain("A voice message");
        assertThat(house.count("enquiry")).isZero();
    }

    @Test
    void changeAndBackKeepEverything() {
        String form = visitor().post("/reach-out", MORAG).body();
        assertThat(form)
                .contains("value=\"Morag\"", "value=\"07700 900123\"", "value=\"weekdays before noon\"")
                .contains("value=\"PHONE\" checked", "value=\"TEXT\" checked", "It has been a long winter.");
    }

    @Test
    void itIsSentAndThePageAfterwardsSaysTheDayTheNameAndACode() {
        HttpResponse<String> answer = visitor().post("/reach-out/enquiry", MORAG);
        String sent = TestBrowser.location(answer);
        assertThat(sent).matches("/reach-out/sent/[2-9A-Z]{4}-[2-9A-Z]{4}");
        assertThat(visitor().get(sent).body())
                .contains("It is with Ishbel now", promisedDay(), sent.substring(sent.length() - 9), "01632 960001")
                .contains("If it cannot wait")
                .doesNotContain("Morag", "07700", "winter");
        assertThat(house.count("enquiry")).isEqualTo(1);
    }

    @Test
    void thePageAfterwardsClosesAfterADay() {
        String sent = TestBrowser.location(visitor().post("/reach-out/enquiry", MORAG));
        clock.on(Duration.ofHours(25));
        assertThat(visitor().get(sent).statusCode()).isEqualTo(404);
        assertThat(visitor().get("/reach-out/sent/K7MP-4QX2").statusCode()).isEqualTo(404);
        assertThat(visitor().get("/reach-out/sent/nonsense").statusCode()).isEqualTo(404);
    }

    @Test
    void tenPressesAtOnceSendItOnce() throws Exception {
        Map<String, String> form = new HashMap<>(MORAG);
        form.put("_idem", UUID.randomUUID().toString());
        CountDownLatch go = new CountDownLatch(1);
        try (var presses = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<String>> all = IntStream.range(0, 10)
                    .mapToObj(i -> presses.submit((Callable<String>) () -> {
                        go.await();
                        return TestBrowser.location(visitor().post("/reach-out/enquiry", form));
                    }))
                    .toList();
            go.countDown();
            Set<String> led = new java.util.HashSet<>();
            for (Future<String> one : all) {
                led.add(one.get());
            }
            assertThat(led).hasSize(1);
        }
        assertThat(house.count("enquiry")).isEqualTo(1);
        assertThat(house.count("person")).isEqualTo(1);
    }

    @Test
    void nothingIsFilledInFromAnAddressSomebodyWasSent() {
        String page = visitor()
                .get("/reach-out?name=Mallory&way=PHONE&phone=07700900999&words=planted&marked=planted&pass-on=true")
                .body();
        assertThat(page).doesNotContain("Mallory", "07700900999", "planted", "checked");
    }

    @Test
    void nothingComesAlongFromTheCheckInUnlessItIsTicked() {
        Map<String, String> passed = Map.of("marked", "I stay away.", "pass-on", "true");
        assertThat(visitor().post("/reach-out", passed).body()).contains("I stay away.", "You chose to pass this on");
        assertThat(visitor()
                        .post("/reach-out", Map.of("marked", "I stay away."))
                        .body())
                .doesNotContain("I stay away.");
    }

    @Test
    void whatComesAlongFromTheCheckInIsSeenChangedAndSentAsItStands() {
        Map<String, String> ticked = Map.of("signs", "guard", "low1", "3", "ending", "yes");
        String result = visitor().post("/check-in", ticked).body();
        String marked = result.replaceAll("(?s).*name=\"marked\" value=\"([^\"]*)\".*", "$1");
        Map<String, String> along = new HashMap<>(Map.of("marked", marked, "pass-on", "true"));
        assertThat(visitor().post("/reach-out", along).body())
                .contains("id=\"marked\"", "Nearly every day", "Have you been thinking about ending your life?");

        along.putAll(Map.of("way", "EMAIL", "email", "morag@home.example", "email-safe", "true"));
        assertThat(visitor().post("/reach-out/check-answers", along).body())
                .as("all of it, and the phone for whoever cannot wait")
                .contains("Nearly every day", "Have you been thinking about ending your life?", "tel:999");
        along.put("marked", "Only this: I keep my guard up.");
        assertThat(visitor().post("/reach-out/check-answers", along).body())
                .contains("What you marked in the check-in", "Only this: I keep my guard up.")
                .doesNotContain("Have you been thinking");
        assertThat(visitor().post("/reach-out/enquiry", along).statusCode()).isEqualTo(302);
        String page = house.browser(port, house.ishbel())
                .get("/desk/enquiries/" + house.value("id::text from enquiry where practice_id = :practice"))
                .body();
        assertThat(page).contains("Only this: I keep my guard up.").doesNotContain("Have you been thinking");
    }

    @Test
    void whatWasEmptiedDoesNotComeAlong() {
        Map<String, String> form = new HashMap<>(MORAG);
        form.putAll(Map.of("marked", " ", "pass-on", "true"));
        assertThat(visitor().post("/reach-out/check-answers", form).body()).doesNotContain("What you marked");
        assertThat(visitor().post("/reach-out/enquiry", form).statusCode()).isEqualTo(302);
        assertThat(house.value("marked::text from enquiry where practice_id = :practice"))
                .isEqualTo("null");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            way   | CARRIER_PIGEON | way        | Choose how
            phone | ''             | phone      | Write the number
            phone | 12             | phone      | looks too short
            phone | ask my sister  | phone      | Write a phone number
            """)
    void whatIsWrongIsSaidBesideTheFieldAndInTheSummary(String field, String typed, String at, String said) {
        Map<String, String> form = new HashMap<>(MORAG);
        form.put(field, typed);
        HttpResponse<String> answer = visitor().post("/reach-out/check-answers", form);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("<title>Error: ", "href=\"#" + at + "\"", "id=\"" + at + "-error\"", said)
                .contains("value=\"Morag\"", "It has been a long winter.");
        assertThat(visitor().post("/reach-out/enquiry", form).statusCode()).isEqualTo(422);
        assertThat(house.count("person")).isZero();
    }

    @Test
    void anEmailOthersReadIsNotAWayToReachSomebody() {
        Map<String, String> form = new HashMap<>(Map.of("way", "EMAIL", "email", "morag@home.example"));
        assertThat(visitor().post("/reach-out/check-answers", form).body())
                .contains("Tick this if nobody else reads it");
        form.put("email-safe", "true");
        assertThat(visitor().post("/reach-out/check-answers", form).statusCode())
                .isEqualTo(200);
        form.put("email", "morag@home.example,\r\nBcc: everyone@else.example");
        assertThat(visitor().post("/reach-out/check-answers", form).statusCode())
                .isEqualTo(422);
    }

    @Test
    void whoeverRingsUsLeavesNothingBehindButACode() {
        HttpResponse<String> answer = visitor().post("/reach-out/enquiry", Map.of("way", "THEY_RING"));
        assertThat(TestBrowser.location(answer)).startsWith("/reach-out/sent/");
        TestHouse silent = new TestHouse(context, "Harbour Practice", Optional.empty());
        assertThat(silent.visitor(port).get("/reach-out").body()).doesNotContain("THEY_RING");
        assertThat(silent.visitor(port)
                        .post("/reach-out/enquiry", Map.of("way", "THEY_RING"))
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void whetherWeHaveHeardOfSomebodyBeforeCannotBeSeen() {
        HttpResponse<String> first = visitor().post("/reach-out/enquiry", MORAG);
        HttpResponse<String> again = visitor().post("/reach-out/enquiry", MORAG);
        assertThat(again.statusCode()).isEqualTo(first.statusCode());
        assertThat(again.headers().map().keySet())
                .isEqualTo(first.headers().map().keySet());
        assertThat(sameFor(first)).isEqualTo(sameFor(again));
        assertThat(house.count("person")).isEqualTo(2);
    }

    /** The page afterwards without its code. */
    private String sameFor(HttpResponse<String> answer) {
        String sent = TestBrowser.location(answer);
        return visitor().get(sent).body().replace(sent.substring(sent.length() - 9), "");
    }

    @Test
    void aNetworkThatWritesTooOftenIsAskedToWaitAndLosesNothing() {
        Map<String, String> sent = new HashMap<>(MORAG);
        sent.put("_idem", UUID.randomUUID().toString());
        String arrived = TestBrowser.location(visitor().post("/reach-out/enquiry", sent));
        Networks networks = context.getBean(Networks.class);
        while (networks.mayWrite(house.practice().id(), "127.0.0.1")) {
            assertThat(house.count("enquiry")).isEqualTo(1);
        }
        HttpResponse<String> answer = visitor().post("/reach-out/enquiry", MORAG);
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Retry-After")).contains("3600");
        assertThat(answer.body()).contains("not sent yet", "It has been a long winter.", "value=\"07700 900123\"");
        assertThat(house.count("enquiry")).isEqualTo(1);
        assertThat(house.count("form_receipt")).isEqualTo(1);
        assertThat(TestBrowser.location(visitor().post("/reach-out/enquiry", sent)))
                .as("what has arrived is not said to wait")
                .isEqualTo(arrived);
        assertThat(house.browser(port, house.ishbel()).get("/desk/enquiries").statusCode())
                .as("the desk of the same house goes on")
                .isEqualTo(200);
        TestHouse other = new TestHouse(context, "Harbour Practice", Optional.empty());
        assertThat(other.visitor(port).post("/reach-out/enquiry", MORAG).statusCode())
                .as("another practice is another count")
                .isEqualTo(302);
        clock.on(Duration.ofHours(1));
        assertThat(visitor().post("/reach-out/enquiry", MORAG).statusCode()).isEqualTo(302);
    }

    @Test
    void aCornerOfTheNetworkIsForgottenWithinAnHour() {
        Networks networks = new Networks(clock);
        for (int i = 0; i < 20; i++) {
            assertThat(networks.mayWrite(house.practice().id(), "203.0.113." + i))
                    .isTrue();
        }
        assertThat(networks.mayWrite(house.practice().id(), "203.0.113.99")).isFalse();
        assertThat(networks.mayWrite(house.practice().id(), "203.0.114.1")).isTrue();
        assertThat(networks.mayWrite(new PracticeId(UUID.randomUUID()), "203.0.113.1"))
                .isTrue();
        assertThat(networks.remembered()).isEqualTo(3);
        clock.on(Duration.ofMinutes(3));
        assertThat(networks.mayWrite(house.practice().id(), "203.0.113.1")).isTrue();
        assertThat(networks.mayWrite(house.practice().id(), "203.0.113.1")).isFalse();
        clock.on(Duration.ofHours(1));
        assertThat(networks.remembered()).isZero();
        IntStream.range(0, 30_000)
                .forEach(i -> networks.mayWrite(house.practice().id(), "10." + i / 250 % 250 + "." + i % 250 + ".1"));
        assertThat(networks.remembered()).isLessThanOrEqualTo(10_000);
    }

    @Test
    void networksAreCornersNotDevices() {
        assertThat(Networks.network("203.0.113.7")).isEqualTo(Networks.network("203.0.113.200"));
        assertThat(Networks.network("203.0.113.7")).isNotEqualTo(Networks.network("203.0.114.7"));
        assertThat(Networks.network("2001:db8:0:1200::1")).isEqualTo(Networks.network("2001:db8:0:12ff::9"));
        assertThat(Networks.network("2001:db8:0:1200::1")).isNotEqualTo(Networks.network("2001:db8:0:1300::1"));
        assertThat(Networks.network("whatever")).isEqualTo("unknown");
    }

    @Test
    void aFormFromElsewhereIsRefused() {
        assertThat(visitor()
                        .header("Sec-Fetch-Site", "cross-site")
                        .post("/reach-out/enquiry", MORAG)
                        .statusCode())
                .isEqualTo(403);
        assertThat(house.count("person")).isZero();
    }

    @Test
    void aPracticeThatMayNotKeepWordsYetSaysSoAndTakesNone() {
        ready.miss(EnumSet.of(Missing.BACKUP));
        assertThat(visitor().get("/reach-out").body())
                .contains("We cannot take messages here yet", "01632 960001", "tel:999")
                .doesNotContain("<textarea");
        assertThat(visitor().post("/reach-out/enquiry", MORAG).body()).contains("We cannot take messages here yet");
        assertThat(house.count("person")).isZero();
    }

    @Test
    void aDatabaseThatIsAwayLosesNobodysWords() throws SQLException {
        visitor().get("/reach-out");
        allowConnections(false);
        try {
            HttpResponse<String> answer = visitor().post("/reach-out/enquiry", MORAG);
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            assertThat(answer.body())
                    .contains("not sent yet", "It has been a long winter.", "value=\"Morag\"", "tel:116123");
        } finally {
            allowConnections(true);
        }
        assertThat(sentInTheEnd()).isEqualTo(302);
        assertThat(house.count("enquiry")).isEqualTo(1);
    }

    /** A connection that died may be met once more before fresh ones are made. */
    private int sentInTheEnd() {
        long patience = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        int answer = visitor().post("/reach-out/enquiry", MORAG).statusCode();
        while (answer == 503 && System.nanoTime() < patience) {
            answer = visitor().post("/reach-out/enquiry", MORAG).statusCode();
        }
        return answer;
    }

    private void allowConnections(boolean allowed) throws SQLException {
        String url = environment.getRequiredProperty("tombolo.db.admin-url");
        String name = url.replaceAll(".*/([a-z_0-9]+)\\?.*", "$1");
        try (Connection connection = DriverManager.getConnection(url.replace("/" + name + "?", "/postgres?"));
                Statement statement = connection.createStatement()) {
            statement.execute("alter database " + name + " allow_connections " + allowed);
            if (!allowed) {
                statement.execute(
                        "select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + name + "'");
            }
        }
    }

    private String promisedDay() {
        LocalDate by = house.within(
                () -> context.getBean(Practices.class).current().promise().answerBy(clock.now()));
        return DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", Locale.UK).format(by);
    }

    private TestBrowser visitor() {
        return house.visitor(port);
    }
}
