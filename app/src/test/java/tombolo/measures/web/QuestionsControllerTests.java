package tombolo.measures.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import tombolo.accounts.Account;
import tombolo.accounts.TestBrowser;
import tombolo.database.CountedStatements;
import tombolo.instruments.RiskAnswer;
import tombolo.measures.Alerts;
import tombolo.measures.Answered;
import tombolo.measures.Askings;
import tombolo.measures.OwnWords;
import tombolo.measures.SaidHowSafe;
import tombolo.measures.Series;
import tombolo.measures.WhoReads;
import tombolo.people.Person;
import tombolo.people.TestHouse;
import tombolo.time.ProgrammeTime;
import tombolo.ui.HalfTyped;
import tombolo.vault.PersonId;
import tombolo.vault.PracticeId;
import tombolo.vault.Vault;

/** Every way questions are answered, as a browser without scripts sees it. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import({QuestionsControllerTests.Around.class, CountedStatements.class})
class QuestionsControllerTests {
    private static final Pattern PASS = Pattern.compile("name=\"pass\" value=\"([^\"]+)\"");

    private final ApplicationContext context;
    private final TestHouse house;
    private final Series series;
    private final Askings askings;
    private final OwnWords words;
    private final Around around;
    private final CountedStatements statements;
    private final ProgrammeTime time;
    private final Person anna;
    private final Account annasAccount;
    private final UUID course = UUID.randomUUID();

    @LocalServerPort
    private int port;

    QuestionsControllerTests(
            ApplicationContext context,
            Series series,
            Askings askings,
            OwnWords words,
            Around around,
            CountedStatements statements,
            ProgrammeTime time) {
        this.context = context;
        this.house = new TestHouse(context, "Lochside Practice", Optional.empty());
        this.series = series;
        this.askings = askings;
        this.words = words;
        this.around = around;
        this.statements = statements;
        this.time = time;
        this.anna = house.known("Anna", house.ishbel());
        this.annasAccount = house.practice().person(anna.id(), "anna@example.org");
        house.within(() -> {
            series.begin(anna.id(), course, 16);
            words.choose(anna.id(), "Heron 7");
            return "";
        });
        around.read.add(anna.id());
    }

    /** Somebody reads what the people in this set answer; and what is told is heard. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Around {
        private final java.util.Set<PersonId> read = ConcurrentHashMap.newKeySet();
        private final List<Answered> answered = new java.util.concurrent.CopyOnWriteArrayList<>();
        private final List<SaidHowSafe> safe = new java.util.concurrent.CopyOnWriteArrayList<>();

        @Bean
        WhoReads somebody() {
            return (person, appointment, at) -> read.contains(person);
        }

        @EventListener
        void on(Answered one) {
            answered.add(one);
        }

        @EventListener
        void on(SaidHowSafe one) {
            safe.add(one);
        }
    }

    private UUID ask(String... instruments) {
        Instant now = time.now();
        return house.within(() -> askings.ask(
                anna.id(),
                List.of(instruments),
                Optional.empty(),
                Optional.of(1),
                now.minusSeconds(10),
                now.plus(Duration.ofDays(1))));
    }

    private String link(UUID asking) {
        return "/q/" + house.within(() -> askings.link(asking).orElseThrow().text());
    }

    private static Map<String, String> phq9(int each, int ninth) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("asked", "phq-9");
        for (int item = 1; item <= 8; item++) {
            fields.put("phq-9-" + item, String.valueOf(each));
        }
        fields.put("phq-9-9", ninth < 0 ? "unsaid" : String.valueOf(ninth));
        return fields;
    }

    private static Map<String, String> with(Map<String, String> fields, String... more) {
        Map<String, String> all = new LinkedHashMap<>(fields);
        for (int i = 0; i < more.length; i += 2) {
            all.put(more[i], more[i + 1]);
        }
        return all;
    }

    private static String pass(HttpResponse<String> page) {
        Matcher found = PASS.matcher(page.body());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private TestBrowser visitor() {
        return house.visitor(port);
    }

    private String opened(String link) {
        HttpResponse<String> page = visitor().post(link, Map.of("word", "heron7"));
        assertThat(page.statusCode()).isEqualTo(200);
        return pass(page);
    }

    @Test
    void lookingAtALinkTellsNothingAndUsesNothingUp() {
        String link = link(ask("phq-9"));
        for (int look = 0; look < 3; look++) {
            HttpResponse<String> door = visitor().get(link);
            assertThat(door.statusCode()).isEqualTo(200);
            assertThat(door.body())
                    .contains("Your own word or number")
                    .doesNotContain("Anna", "Ishbel", "Lochside", "PHQ", "interest or pleasure");
            assertThat(door.headers().firstValue("Cache-Control")).hasValue("no-store");
        }
        assertThat(visitor().post(link, Map.of("word", "Heron 7")).body()).contains("Little interest or pleasure");
        assertThat(house.count("response")).isZero();
    }

    @Test
    void aLinkAndAWordOpenTheQuestionsAndTheAnswersAreKeptOnce() {
        String link = link(ask("phq-9", "gad-7"));
        HttpResponse<String> page = visitor().post(link, Map.of("word", " HERON7 "));
        assertThat(page.body())
                .contains("Little interest or pleasure", "Feeling nervous", "I’d rather not say")
                .contains("name=\"phq-9-9\"");
        Map<String, String> answers = with(phq9(1, 0), "pass", pass(page));
        HttpResponse<String> thanks = visitor().post(link + "/answers", answers);
        assertThat(thanks.statusCode()).isEqualTo(200);
        assertThat(thanks.body()).contains("Your answers are kept").doesNotContain("Are you safe");
        assertThat(house.value("way || total from response where practice_id = :practice"))
                .isEqualTo("LINK8.00");
        assertThat(visitor().post(link + "/answers", answers).statusCode()).isEqualTo(404);
        assertThat(visitor().get(link).statusCode()).isEqualTo(404);
        assertThat(house.count("response")).isEqualTo(1);
    }

    @Test
    void theSamePressTwiceIsToldTheSameAndKeptOnce() {
        String link = link(ask("phq-9"));
        Map<String, String> answers = with(
                phq9(1, 2), "pass", opened(link), "_idem", UUID.randomUUID().toString());
        HttpResponse<String> first = visitor().post(link + "/answers", answers);
        HttpResponse<String> second = visitor().post(link + "/answers", answers);
        assertThat(TestBrowser.steadyBody(second)).isEqualTo(TestBrowser.steadyBody(first));
        assertThat(house.count("response")).isEqualTo(1);
        assertThat(heard()).hasSize(1);
    }

    /** Presses at the same moment: each has looked at the questions before the first of them is kept. */
    private List<HttpResponse<String>> atOnce(UUID asking, List<Callable<HttpResponse<String>>> presses)
            throws Exception {
        try (ExecutorService hands = Executors.newFixedThreadPool(presses.size())) {
            List<Future<HttpResponse<String>>> told = house.within(() -> {
                context.getBean(JdbcClient.class)
                        .sql("select id from asking where practice_id = :practice and id = :id for update")
                        .param("practice", house.practice().id().value())
                        .param("id", asking)
                        .query((row, number) -> row.getString(1))
                        .single();
                List<Future<HttpResponse<String>>> sent =
                        presses.stream().map(hands::submit).toList();
                pause();
                return sent;
            });
            List<HttpResponse<String>> pages = new ArrayList<>();
            for (Future<HttpResponse<String>> one : told) {
                pages.add(one.get());
            }
            return pages;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(Duration.ofMillis(600));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aDoubleTapOnALinkMeetsTheHelpTheFirstTapMeets() throws Exception {
        UUID asking = ask("phq-9");
        String link = link(asking);
        Map<String, String> answers = with(
                phq9(1, 2), "pass", opened(link), "_idem", UUID.randomUUID().toString());
        Callable<HttpResponse<String>> tap = () -> visitor().post(link + "/answers", answers);
        List<HttpResponse<String>> told = atOnce(asking, List.of(tap, tap));
        assertThat(told).allSatisfy(page -> {
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body()).contains("Are you safe right now?");
        });
        assertThat(TestBrowser.steadyBody(told.getFirst())).isEqualTo(TestBrowser.steadyBody(told.getLast()));
        assertThat(house.count("response")).isEqualTo(1);
        assertThat(heard()).hasSize(1);
    }

    @Test
    void aDoubleTapOfSomebodySignedInIsLedToTheSamePage() throws Exception {
        UUID asking = ask("phq-9");
        TestBrowser mine = house.browser(port, annasAccount);
        mine.get("/my/questions/" + asking);
        Map<String, String> answers =
                with(phq9(1, 2), "_idem", UUID.randomUUID().toString());
        Callable<HttpResponse<String>> tap = () -> mine.post("/my/questions/" + asking, answers);
        assertThat(atOnce(asking, List.of(tap, tap)))
                .extracting(TestBrowser::location)
                .containsOnly("/my/questions/" + asking + "/thanks");
        assertThat(house.count("response")).isEqualTo(1);
    }

    @Test
    void ofManyAtTheSameMomentOneIsKept() throws Exception {
        String link = link(ask("phq-9"));
        String pass = opened(link);
        try (ExecutorService hands = Executors.newFixedThreadPool(6)) {
            List<Callable<Integer>> tries = new ArrayList<>();
            for (int hand = 0; hand < 6; hand++) {
                tries.add(() -> visitor()
                        .post(link + "/answers", with(phq9(1, 0), "pass", pass))
                        .statusCode());
            }
            List<Integer> codes = new ArrayList<>();
            for (var one : hands.invokeAll(tries)) {
                codes.add(one.get());
            }
            assertThat(codes).containsOnlyOnce(200).contains(404);
        }
        assertThat(house.count("response")).isEqualTo(1);
        assertThat(house.value("scores from series_measure where practice_id = :practice"))
                .isEqualTo("1");
    }

    @Test
    void afterFiveWrongWordsTheLinkIsDeadForTheRightOneToo() {
        String link = link(ask("phq-9"));
        for (int guess = 1; guess <= 4; guess++) {
            HttpResponse<String> wrong = visitor().post(link, Map.of("word", "gull " + guess));
            assertThat(wrong.statusCode()).isEqualTo(422);
            assertThat(wrong.body()).contains("That is not it");
        }
        assertThat(visitor().post(link, Map.of("word", "gull 5")).statusCode()).isEqualTo(404);
        HttpResponse<String> dead = visitor().post(link, Map.of("word", "heron7"));
        assertThat(dead.statusCode()).isEqualTo(404);
        assertThat(TestBrowser.steadyBody(dead))
                .isEqualTo(TestBrowser.steadyBody(visitor().get("/q/" + "A".repeat(43))));
        assertThat(dead.body()).contains("sign in", "tell your therapist");
    }

    @Test
    void usedTooOldTakenBackAndNeverMadeLookTheSame() {
        UUID closed = ask("phq-9");
        String old = link(closed);
        house.within(() -> context.getBean(JdbcClient.class)
                .sql("update asking set closes_at = :now where practice_id = :practice and id = :id")
                .param("now", java.sql.Timestamp.from(time.now()))
                .param("practice", house.practice().id().value())
                .param("id", closed)
                .update());
        UUID asking = ask("phq-9");
        String withdrawn = link(asking);
        house.within(() -> {
            askings.withdraw(asking);
            return "";
        });
        UUID again = ask("phq-9");
        String replaced = link(again);
        link(again);
        String expected = TestBrowser.steadyBody(visitor().get("/q/" + "A".repeat(43)));
        for (String one : List.of(old, withdrawn, replaced, "/q/short")) {
            HttpResponse<String> page = visitor().get(one);
            assertThat(page.statusCode()).as(one).isEqualTo(404);
            assertThat(TestBrowser.steadyBody(page)).isEqualTo(expected);
            assertThat(visitor()
                            .post(one + "/answers", with(phq9(1, 0), "pass", "1.00"))
                            .statusCode())
                    .isEqualTo(404);
        }
        assertThat(house.count("response")).isZero();
    }

    @Test
    void withoutTheWordNoAnswerIsTaken() {
        String link = link(ask("phq-9"));
        String other = link(ask("gad-7"));
        for (String pass : List.of("", "1.00", "1764060000." + "0".repeat(64), opened(other))) {
            HttpResponse<String> door = visitor().post(link + "/answers", with(phq9(1, 0), "pass", pass));
            assertThat(door.body()).contains("Please type your word once more");
        }
        assertThat(house.count("response")).isZero();
    }

    /** The telephone rang, the children came in, and the page lay open until the evening. */
    @Test
    void whatWasChosenOnAPageThatLayOpenTooLongIsThereAgainBehindTheDoor() {
        String link = link(ask("phq-9"));
        Map<String, String> chosen = with(phq9(1, 0), "pass", "1.00");
        HttpResponse<String> door = visitor().post(link + "/answers", chosen);
        assertThat(door.body())
                .contains("What you chose will be there again")
                .contains("<input type=\"hidden\" name=\"phq-9-1\" value=\"1\">")
                .doesNotContain("value=\"1.00\"");
        HttpResponse<String> wrong = visitor().post(link, with(chosen, "word", "gull 7"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("<input type=\"hidden\" name=\"phq-9-1\" value=\"1\">");
        HttpResponse<String> questions = visitor().post(link, with(chosen, "word", "heron7"));
        assertThat(questions.body()).containsPattern("name=\"phq-9-1\"[^>]*value=\"1\"[^>]* checked");
        assertThat(house.count("response")).isZero();
        visitor().post(link + "/answers", with(chosen, "pass", pass(questions)));
        assertThat(house.count("response")).isEqualTo(1);
    }

    @Test
    void helpComesFirstWhereItMayBeNeededAndNoScoreBeforeIt() {
        String link = link(ask("phq-9"));
        String pass = opened(link);
        HttpResponse<String> page = visitor().post(link + "/answers", with(phq9(2, 1), "pass", pass));
        assertThat(page.body())
                .contains("Are you safe right now?", "No, or I am not sure", "116 123")
                .doesNotContain("moderately severe", "/my/progress");
        assertThat(page.body().replaceAll("<[^>]*>", " "))
                .as("the score, as every page writes it")
                .doesNotContainPattern("\\b17\\b");
        assertThat(house.browser(port, house.ishbel())
                        .get("/desk/people/" + anna.id() + "/progress")
                        .body()
                        .replaceAll("<[^>]*>", " "))
                .containsPattern("\\b17\\b");
        assertThat(heard())
                .singleElement()
                .satisfies(one -> assertThat(one.risk()).isEqualTo(RiskAnswer.ABOVE_NOT_AT_ALL));
        HttpResponse<String> unsafe = visitor().post(link + "/safe", Map.of("pass", pass, "safe", "no"));
        assertThat(unsafe.body()).contains("Get help now", "Call 999");
        assertThat(around.safe)
                .filteredOn(one -> one.person().equals(anna.id()))
                .singleElement()
                .satisfies(one -> assertThat(one.safe()).isFalse())
                .satisfies(one ->
                        assertThat(one.response()).isEqualTo(heard().getFirst().response()));
    }

    @Test
    void theEmergencyCardComesAlsoWhenThePageLayOpenTooLong() {
        String link = link(ask("phq-9"));
        HttpResponse<String> unsafe = visitor().post(link + "/safe", Map.of("pass", "1.00", "safe", "no"));
        assertThat(unsafe.body())
                .contains("Get help now", "Call 999", "nobody here is told")
                .doesNotContain("Your therapist is told");
        assertThat(around.safe).noneMatch(one -> one.person().equals(anna.id()));
    }

    @Test
    void notBeingSafeIsHeardAlsoFromAPageThatLayOpenOverNight() {
        UUID asking = ask("phq-9");
        String link = link(asking);
        visitor().post(link + "/answers", with(phq9(2, 1), "pass", opened(link)));
        long seconds = time.now().minus(Duration.ofHours(9)).getEpochSecond();
        String old = house.within(() -> seconds + "."
                + HexFormat.of()
                        .formatHex(context.getBean(Vault.class)
                                .blindIndex(PracticeId.current(), "answering:" + asking + ":" + seconds)));
        assertThat(visitor().post(link + "/thanks", Map.of("pass", old)).statusCode())
                .as("what was answered is not shown any more")
                .isEqualTo(404);
        HttpResponse<String> unsafe = visitor().post(link + "/safe", Map.of("pass", old, "safe", "no"));
        assertThat(unsafe.body()).contains("Call 999", "Your therapist is told");
        assertThat(around.safe)
                .filteredOn(one -> one.person().equals(anna.id()))
                .singleElement()
                .satisfies(one -> assertThat(one.safe()).isFalse());
    }

    /** The hour was called off, or somebody typed the wrong word, while the page lay open. */
    @Test
    void whatIsSaidWhereItCannotBeKeptAnyMoreLeadsToHelpAndSaysThatNobodyHasSeenIt() {
        UUID asking = ask("phq-9");
        String link = link(asking);
        String pass = opened(link);
        house.within(() -> context.getBean(Askings.class).withdraw(asking));
        HttpResponse<String> late = visitor().post(link + "/answers", with(phq9(1, 2), "pass", pass));
        assertThat(late.body())
                .contains("You are not alone with it", "Nobody here has seen them", "call 999", "116 123")
                .doesNotContain("Your answers are kept");
        assertThat(visitor()
                        .post(link + "/answers", with(phq9(1, 0), "pass", pass))
                        .body())
                .doesNotContain("Nobody here has seen them");
        TestBrowser mine = house.browser(port, annasAccount);
        mine.get("/my/questions");
        assertThat(mine.post("/my/questions/" + asking, phq9(1, 2)).body())
                .contains("Nobody here has seen them", "href=\"/my/questions\"");
        assertThat(house.count("response")).isZero();
    }

    /** Part of what was asked was entered on the telephone meanwhile. */
    @Test
    void whatIsLeftOutBecauseItWasAnsweredTogetherMeanwhileIsNotCalledKept() {
        UUID asking = ask("phq-9", "gad-7");
        String link = link(asking);
        String pass = opened(link);
        house.within(() -> context.getBean(JdbcClient.class)
                .sql("update asking set instruments = array['gad-7'] where practice_id = :practice")
                .param("practice", house.practice().id().value())
                .update());
        Map<String, String> both = with(phq9(1, 2), "pass", pass);
        HttpResponse<String> sent = visitor().post(link + "/answers", both);
        assertThat(sent.body()).contains("Nobody here has seen them").doesNotContain("Your answers are kept");
    }

    @Test
    void ratherNotSayingIsNoZeroAndIsToldAsLeftOpen() {
        String link = link(ask("phq-9"));
        HttpResponse<String> page = visitor().post(link + "/answers", with(phq9(1, -1), "pass", opened(link)));
        assertThat(page.body()).contains("You left one question open", "Are you safe right now?");
        assertThat(heard())
                .singleElement()
                .satisfies(one -> assertThat(one.risk()).isEqualTo(RiskAnswer.UNANSWERED));
        assertThat(house.value("total || answers::text from response where practice_id = :practice"))
                .isEqualTo("9.00{1,1,1,1,1,1,1,1,NULL,NULL}");
    }

    @Test
    void whatWasPassedOverIsAskedForOnceAndThenLeftInPeace() {
        String link = link(ask("phq-9"));
        Map<String, String> answers = with(phq9(1, 0), "pass", opened(link));
        answers.remove("phq-9-3");
        HttpResponse<String> asked = visitor().post(link + "/answers", answers);
        assertThat(asked.statusCode()).isEqualTo(422);
        assertThat(asked.body())
                .contains("You left this one open", "name=\"again\" value=\"yes\"", "value=\"1\" checked");
        assertThat(house.count("response")).isZero();
        assertThat(visitor()
                        .post(link + "/answers", with(answers, "again", "yes"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(house.value("answers::text from response where practice_id = :practice"))
                .isEqualTo("{1,1,NULL,1,1,1,1,1,0,NULL}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"4", "-1", "1e309", "NaN", "1,5", "01", "٣", "on", ""})
    void whatTheFormDoesNotOfferIsNoAnswerAndIsAskedForOnce(String sent) {
        String link = link(ask("phq-9"));
        Map<String, String> answers = with(phq9(1, 0), "pass", opened(link), "phq-9-3", sent);
        HttpResponse<String> asked = visitor().post(link + "/answers", answers);
        assertThat(asked.statusCode()).isEqualTo(422);
        assertThat(asked.body()).contains("You left this one open");
        assertThat(house.count("response")).isZero();
        visitor().post(link + "/answers", with(answers, "again", "yes"));
        assertThat(house.value("answers::text from response where practice_id = :practice"))
                .isEqualTo("{1,1,NULL,1,1,1,1,1,0,NULL}");
    }

    @Test
    void ofTwoAnswersToOneQuestionNeitherIsTaken() {
        String link = link(ask("phq-9"));
        String fields = "asked=phq-9&pass=" + opened(link) + "&_idem=" + UUID.randomUUID();
        for (int item = 1; item <= 8; item++) {
            fields += "&phq-9-" + item + "=1";
        }
        String twice = fields + "&phq-9-9=0&phq-9-9=3";
        HttpResponse<String> asked = sent(link + "/answers", twice);
        assertThat(asked.statusCode()).isEqualTo(422);
        assertThat(asked.body()).contains("You left this one open");
        assertThat(sent(link + "/answers?phq-9-9=0", fields + "&phq-9-9=3").statusCode())
                .as("one of them in the address")
                .isEqualTo(422);
        assertThat(house.count("response")).isZero();
        sent(link + "/answers", twice + "&again=yes");
        assertThat(heard())
                .singleElement()
                .satisfies(one -> assertThat(one.risk()).isEqualTo(RiskAnswer.UNANSWERED));
    }

    private HttpResponse<String> sent(String path, String fields) {
        return visitor()
                .send(
                        "POST",
                        path,
                        BodyPublishers.ofString(fields),
                        Map.of("Content-Type", "application/x-www-form-urlencoded"));
    }

    @Test
    void anAddressCannotFillInAnAnswer() {
        String link = link(ask("phq-9"));
        assertThat(visitor()
                        .post(link + "?asked=phq-9&phq-9-9=3", Map.of("word", "heron7"))
                        .body())
                .contains("name=\"phq-9-9\"")
                .doesNotContain("\" checked");
    }

    @Test
    void whereNobodyReadsTheNinthQuestionIsNotAsked() {
        around.read.remove(anna.id());
        UUID asking = ask("phq-9");
        HttpResponse<String> page = visitor().post(link(asking), Map.of("word", "heron7"));
        assertThat(page.body()).contains("name=\"phq-8-8\"").doesNotContain("name=\"phq-9", "better off dead");
        assertThat(house.browser(port, annasAccount)
                        .get("/my/questions/" + asking)
                        .body())
                .contains("name=\"phq-8-8\"")
                .doesNotContain("name=\"phq-9");
    }

    private static Map<String, String> phq8(String pass, String ending) {
        Map<String, String> answers = new LinkedHashMap<>(Map.of("asked", "phq-8", "pass", pass));
        for (int item = 1; item <= 8; item++) {
            answers.put("phq-8-" + item, "1");
        }
        if (!ending.isEmpty()) {
            answers.put("ending", ending);
        }
        return answers;
    }

    @Test
    void whereNobodyReadsAPlainQuestionLeadsToHelpBeforeTheThanksAndIsKeptNowhere() {
        around.read.remove(anna.id());
        Set<String> kept = new HashSet<>();
        for (String ending : List.of("yes", "no", "unsaid", "")) {
            String link = link(ask("phq-9"));
            HttpResponse<String> page = visitor().post(link, Map.of("word", "heron7"));
            assertThat(page.body()).contains("Have you been thinking about ending your life?", "name=\"ending\"");
            HttpResponse<String> after = visitor().post(link + "/answers", phq8(pass(page), ending));
            assertThat(after.statusCode()).isEqualTo(200);
            HttpResponse<String> thanks = after;
            if (ending.equals("yes")) {
                assertThat(after.body())
                        .contains(
                                "Thank you for being honest",
                                "href=\"tel:999\"",
                                "/help-now",
                                "Nobody is told by this",
                                "Your other answers are kept")
                        .doesNotContain("Your answers are kept.", "Your therapist is told");
                thanks = visitor().post(link + "/thanks", Map.of("pass", pass(after)));
            }
            assertThat(thanks.body())
                    .as(ending)
                    .contains("Your answers are kept", "Nobody reads them before then")
                    .doesNotContain("Nobody is told by this");
            kept.add(house.value(
                    "string_agg(r.instrument || r.answers::text || r.risk || r.answered || coalesce(r.reason::text,"
                            + " ''), ';') from (select distinct instrument, answers, risk, answered, reason from response"
                            + " where practice_id = :practice) r"));
        }
        assertThat(kept).as("what is kept is the same whatever was said").hasSize(1);
        assertThat(house.count("response")).isEqualTo(4);
        assertThat(house.count("concern")).isZero();
        assertThat(house.count("left_open")).isZero();
        assertThat(around.safe).noneMatch(one -> one.person().equals(anna.id()));
    }

    @Test
    void whoSaysYesMeetsHelpBeforeBeingAskedForWhatWasLeftOpenAlsoOnAPageThatLayTooLong() {
        around.read.remove(anna.id());
        UUID asking = ask("phq-9", "gad-7");
        TestBrowser mine = house.browser(port, annasAccount);
        assertThat(mine.get("/my/questions/" + asking).body()).contains("name=\"ending\"");
        Map<String, String> some = new LinkedHashMap<>(Map.of("asked", "phq-8", "phq-8-1", "2", "ending", "yes"));
        HttpResponse<String> help = mine.post("/my/questions/" + asking, some);
        assertThat(help.statusCode()).isEqualTo(200);
        assertThat(help.body())
                .contains("Nobody is told by this", "/my/safety-plan", "/my/questions/" + asking + "/thanks")
                .doesNotContain("You left this one open");
        assertThat(house.count("response")).as("and what was answered is kept").isEqualTo(1);
        assertThat(mine.get("/my/questions/" + asking + "/thanks").body()).contains("Your answers are kept");
        String link = link(ask("phq-9"));
        HttpResponse<String> late = visitor().post(link + "/answers", phq8("1.0", "yes"));
        assertThat(late.body())
                .contains("Nobody is told by this", "href=\"tel:999\"")
                .doesNotContain("Your other answers are kept");
        assertThat(house.count("response")).isEqualTo(1);
    }

    @Test
    void thePlainQuestionStandsOnlyWhereTheOtherWasLeftOut() {
        assertThat(visitor().post(link(ask("phq-9")), Map.of("word", "heron7")).body())
                .doesNotContain("name=\"ending\"");
        around.read.remove(anna.id());
        assertThat(visitor().post(link(ask("gad-7")), Map.of("word", "heron7")).body())
                .doesNotContain("name=\"ending\"");
        String room = "/q/"
                + house.within(() -> askings.visibleTo(house.ishbel().viewer())
                        .inRoom(anna.id(), List.of("phq-9"), Optional.of(1))
                        .text());
        assertThat(visitor().get(room).body()).contains("name=\"phq-9-9\"").doesNotContain("name=\"ending\"");
    }

    @Test
    void whatWasPutInTheRoomIsNotAnsweredOnOnesOwnPhoneWhereNobodyReads() {
        around.read.remove(anna.id());
        house.within(
                () -> askings.visibleTo(house.ishbel().viewer()).inRoom(anna.id(), List.of("phq-9"), Optional.of(1)));
        String asking = house.value("id from asking where practice_id = :practice");
        TestBrowser mine = house.browser(port, annasAccount);
        assertThat(mine.get("/my").body()).doesNotContain("/my/questions\"");
        assertThat(mine.get("/my/questions").body()).doesNotContain(asking);
        assertThat(TestBrowser.location(mine.get("/my/questions/" + asking))).isEqualTo("/my/questions");
        assertThat(TestBrowser.location(mine.post("/my/questions/" + asking, phq9(1, 0))))
                .isEqualTo("/my/questions");
        assertThat(mine.post("/my/questions/" + asking, phq9(1, 2)).body()).contains("Nobody here has seen them");
        assertThat(house.count("response")).isZero();
    }

    @Test
    void everyPageAroundTheQuestionsSaysWhenTheyAreRead() {
        String link = link(ask("gad-7"));
        assertThat(visitor().get(link).body()).contains("read before you meet").doesNotContain("Nobody reads it");
        HttpResponse<String> page = visitor().post(link, Map.of("word", "heron7"));
        assertThat(page.body()).contains("Your therapist reads this before you meet");
        around.read.remove(anna.id());
        String unread = link(ask("phq-9"));
        assertThat(visitor().get(unread).body())
                .contains("Nobody reads it before then")
                .doesNotContain("read before you meet", "left out");
        HttpResponse<String> asked = visitor().post(unread, Map.of("word", "heron7"));
        assertThat(asked.body())
                .contains("Nobody reads it before then", "see who to call")
                .doesNotContain("reads this before you meet", "PHQ-8", "left out");
        Map<String, String> answers = new LinkedHashMap<>(Map.of("asked", "phq-8", "pass", pass(asked)));
        for (int item = 1; item <= 8; item++) {
            answers.put("phq-8-" + item, "1");
        }
        assertThat(visitor().post(unread + "/answers", answers).body())
                .contains("Your answers are kept", "Nobody reads them before then", "see who to call")
                .doesNotContain("reads them before you meet");
        UUID again = ask("gad-7");
        TestBrowser mine = house.browser(port, annasAccount);
        assertThat(mine.get("/my/questions/" + again).body())
                .contains("Nobody reads it before then")
                .doesNotContain("reads this before you meet");
    }

    @Test
    void somebodySignedInAnswersWithoutALinkAndInTwoStatements() {
        UUID asking = ask("phq-9", "gad-7");
        TestBrowser mine = house.browser(port, annasAccount);
        assertThat(mine.get("/my/questions").body()).contains("/my/questions/" + asking);
        mine.get("/my/questions/" + asking);
        Map<String, String> answers = phq9(1, 0);
        statements.begin();
        HttpResponse<String> kept = mine.post("/my/questions/" + asking, answers);
        assertThat(statements.counted()).as("%s", statements.counted()).hasSizeLessThanOrEqualTo(2);
        assertThat(TestBrowser.location(kept)).isEqualTo("/my/questions/" + asking + "/thanks");
        assertThat(mine.get("/my/questions/" + asking + "/thanks").body()).contains("Your answers are kept");
        assertThat(mine.get("/my/questions").body()).contains("nothing to answer now");
        assertThat(TestBrowser.location(mine.post("/my/questions/" + asking, answers)))
                .isEqualTo("/my/questions");
        assertThat(house.count("response")).isEqualTo(1);
    }

    @Test
    void nobodyAnswersForAnybodyElse() {
        UUID asking = ask("phq-9");
        Person joan = house.known("Joan", house.idris());
        TestBrowser hers = house.browser(port, house.practice().person(joan.id(), "joan@example.org"));
        hers.get("/my/questions");
        assertThat(TestBrowser.location(hers.get("/my/questions/" + asking))).isEqualTo("/my/questions");
        assertThat(TestBrowser.location(hers.post("/my/questions/" + asking, phq9(1, 0))))
                .isEqualTo("/my/questions");
        assertThat(hers.get("/my/questions/" + asking + "/thanks").statusCode()).isEqualTo(404);
        assertThat(house.count("response")).isZero();
        String desk = "/desk/people/" + anna.id();
        TestHouse elsewhere = new TestHouse(context, "Harbour Practice", Optional.empty());
        for (TestBrowser other : List.of(
                house.browser(port, house.idris()),
                house.browser(port, house.priya()),
                elsewhere.browser(port, elsewhere.ishbel()))) {
            for (String page : List.of("/questions", "/answers", "/progress", "/look-again", "/questions/word")) {
                assertThat(other.get(desk + page).statusCode()).as(page).isEqualTo(404);
            }
        }
        assertThat(elsewhere.visitor(port).get(link(asking)).statusCode()).isEqualTo(404);
    }

    @Test
    void aPaperFormIsTypedInWithTheDayItWasFilledIn() {
        TestBrowser desk = house.browser(port, house.ishbel());
        String base = "/desk/people/" + anna.id();
        assertThat(desk.get(base + "/questions").body()).contains("On paper");
        HttpResponse<String> on =
                desk.post(base + "/questions", Map.of("measure", "phq-9", "session", "1", "way", "paper"));
        assertThat(TestBrowser.location(on)).isEqualTo(base + "/answers?way=paper&measure=phq-9&session=1");
        assertThat(desk.get(TestBrowser.location(on)).body()).contains("Little interest", "ninth question");
        assertThat(desk.post(base + "/answers", with(phq9(2, 0), "way", "paper", "day", "2999-01-01"))
                        .statusCode())
                .isEqualTo(422);
        desk.post(base + "/answers", with(phq9(2, 0), "way", "paper", "day", "2026-01-07", "session", "1"));
        assertThat(house.value("way || session || (taken_at::date) || (kept_by is not null) from response"
                        + " where practice_id = :practice"))
                .isEqualTo("PAPER12026-01-07true");
    }

    @Test
    void aBlankFormIsPrintedWithItsOwnersLineAndIsAboutNobody() {
        TestBrowser desk = house.browser(port, house.ishbel());
        String base = "/desk/people/" + anna.id();
        assertThat(desk.get(base + "/questions").body()).contains("href=\"/desk/questions-on-paper\"");
        assertThat(desk.get(base + "/answers?measure=ucla-3&measure=gad-7").body())
                .contains("href=\"/desk/questions-on-paper?measure=gad-7&amp;measure=ucla-3\"");
        String usual = desk.get("/desk/questions-on-paper").body();
        assertThat(usual)
                .contains(
                        "<title>Questions on paper",
                        "Patient Health Questionnaire (PHQ-9)",
                        "<li value=\"9\"><p>Thoughts that you would be better off dead",
                        "<li>Nearly every day</li>",
                        "No permission required to reproduce, translate, display or distribute",
                        "developed by Robert L. Spitzer",
                        "J Gen Intern Med 16:606-613",
                        "Have the form filled in here",
                        "Worrying too much about different things")
                .doesNotContain("Anna", "type=\"radio\"", "rather not say", "left out");
        String lonely = desk.get("/desk/questions-on-paper?measure=ucla-3").body();
        assertThat(lonely)
                .contains("How often do you feel left out?", "Open Government Licence v3.0", "Daniel W. Russell")
                .doesNotContain("ninth question", "Little interest");
    }

    @Test
    void whatMayNotBeShownIsNotPrintedAndOnlyStaffPrint() {
        TestBrowser desk = house.browser(port, house.ishbel());
        for (String withoutWords : List.of("epds", "wsas", "djg-6", "no-such", "phq-9&measure=epds")) {
            assertThat(desk.get("/desk/questions-on-paper?measure=" + withoutWords)
                            .statusCode())
                    .as(withoutWords)
                    .isEqualTo(404);
        }
        assertThat(house.browser(port, house.priya())
                        .get("/desk/questions-on-paper")
                        .statusCode())
                .isEqualTo(200);
        assertThat(house.visitor(port).get("/desk/questions-on-paper").statusCode())
                .isNotEqualTo(200);
    }

    @Test
    void questionsThatWerePutCanBePrintedAsTheyWerePut() {
        ask("phq-9", "ons-loneliness");
        assertThat(house.browser(port, house.ishbel())
                        .get("/desk/people/" + anna.id() + "/questions")
                        .body())
                .contains("href=\"/desk/questions-on-paper?measure=phq-9&amp;measure=ons-loneliness\"");
    }

    @Test
    void whatIsEnteredForSomebodySaysWhyAndTheReasonIsSealed() {
        TestBrowser desk = house.browser(port, house.ishbel());
        String base = "/desk/people/" + anna.id();
        desk.get(base + "/questions");
        String today = time.today(java.time.ZoneId.of("Europe/London")).toString();
        HttpResponse<String> without = desk.post(base + "/answers", with(phq9(2, 0), "way", "entered", "day", today));
        assertThat(without.statusCode()).isEqualTo(422);
        desk.post(base + "/answers", with(phq9(2, 0), "way", "entered", "day", today, "why", "Her hand is in plaster"));
        assertThat(desk.get(base + "/progress").body()).contains("entered for them: Her hand is in plaster");
        assertThat(house.rows("response")).doesNotContain("plaster", TestHouse.hex("plaster"));
    }

    @Test
    void inTheRoomThePageShowsOnlyTheQuestionsAndTheDeskIsShut() {
        TestBrowser device = house.browser(port, house.ishbel());
        String base = "/desk/people/" + anna.id();
        device.get(base + "/questions");
        around.read.remove(anna.id());
        HttpResponse<String> over =
                device.post(base + "/questions", Map.of("measure", "phq-9", "session", "2", "way", "room"));
        String link = TestBrowser.location(over);
        assertThat(link).startsWith("/q/");
        assertThat(TestBrowser.location(device.get(base + "/questions"))).isEqualTo("/sign-in/desk");
        HttpResponse<String> page = device.get(link);
        assertThat(page.body())
                .contains("name=\"phq-9-9\"", "You look at this together today")
                .doesNotContain("/desk/people", "before you meet");
        HttpResponse<String> thanks = device.post(link + "/answers", with(phq9(1, 0), "pass", pass(page)));
        assertThat(thanks.body()).contains("Please give the device back now").doesNotContain("/desk/people");
        assertThat(house.value("way || session from response where practice_id = :practice"))
                .isEqualTo("IN_ROOM2");
        assertThat(device.get(link).statusCode()).isEqualTo(404);
    }

    @Test
    void whatWillBeDoneAboutAnAlertIsThereAgainHalfTyped() {
        house.within(() -> {
            house.context().getBean(Alerts.class).missed(anna.id(), course, time.now());
            return "";
        });
        String alert = house.value("id from alert where practice_id = :practice");
        String page = "/desk/people/" + anna.id() + "/look-again";
        HalfTyped decision =
                new HalfTyped(() -> house.browser(port, house.ishbel()), page, "measures.look-again:" + alert);
        decision.isThereAgain(Map.of("words-" + alert, "Bluebell, on Monday", "action-" + alert, "ALLIANCE"));
        assertThat(house.rows("draft")).doesNotContain(TestHouse.hex("Bluebell"), "Bluebell");
        assertThat(house.value("person_id from draft where practice_id = :practice"))
                .isEqualTo(anna.id().toString());
        house.browser(port, house.ishbel()).open(page, page + "/" + alert, Map.of("action-" + alert, "ALLIANCE"));
        assertThat(house.count("draft")).isZero();
    }

    @Test
    void aWordIsChosenTwiceAndKeptOnlyAsAHash() {
        TestBrowser mine = house.browser(port, annasAccount);
        mine.get("/my/questions/word");
        assertThat(mine.post("/my/questions/word", Map.of("word", "1234", "again", "1234"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(mine.post("/my/questions/word", Map.of("word", "oystercatcher", "again", "puffin"))
                        .body())
                .contains("The two are not the same");
        mine.post("/my/questions/word", Map.of("word", "oystercatcher", "again", "Oystercatcher"));
        assertThat(house.rows("own_word")).contains("argon2id").doesNotContain("oystercatcher");
        String link = link(ask("phq-9"));
        assertThat(visitor().post(link, Map.of("word", "heron7")).statusCode()).isEqualTo(422);
        assertThat(visitor().post(link, Map.of("word", "oystercatcher")).statusCode())
                .isEqualTo(200);
    }

    @Test
    void aLinkIsOnlyMadeForWhoeverCanOpenItAndComesWithTheWayThatIsSafe() {
        PersonId joan = house.known("Joan", house.ishbel()).id();
        UUID asking = house.within(() -> askings.ask(
                joan,
                List.of("phq-9"),
                Optional.empty(),
                Optional.empty(),
                time.now(),
                time.now().plus(Duration.ofDays(2))));
        TestBrowser desk = house.browser(port, house.ishbel());
        String questions = "/desk/people/" + joan + "/questions";
        desk.get(questions);
        HttpResponse<String> refused = desk.post(questions + "/" + asking + "/link", Map.of());
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("<title>Error: ", "They have chosen no word of their own yet", questions + "/word")
                .doesNotContain("/q/");
        house.within(() -> {
            words.choose(joan, "Puffin 9");
            return "";
        });
        assertThat(desk.post(questions + "/" + asking + "/link", Map.of()).body())
                .contains("/q/", "Send it by the way that is safe", "How to reach");
    }

    @Test
    void noSecretOfALinkLiesInARow() {
        UUID asking = ask("phq-9");
        String secret = link(asking).substring("/q/".length());
        TestBrowser desk = house.browser(port, house.ishbel());
        desk.get("/desk/people/" + anna.id() + "/questions");
        String shown = desk.post("/desk/people/" + anna.id() + "/questions/" + asking + "/link", Map.of())
                .body();
        assertThat(shown).contains("/q/");
        for (String table : List.of("asking", "form_receipt", "response")) {
            assertThat(house.rows(table)).doesNotContain(secret, TestHouse.hex(secret));
        }
    }

    private List<Answered> heard() {
        return around.answered.stream()
                .filter(one -> one.person().equals(anna.id()))
                .toList();
    }
}
