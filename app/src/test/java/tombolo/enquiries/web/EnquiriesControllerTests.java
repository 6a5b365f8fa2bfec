package tombolo.enquiries.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import tombolo.accounts.Account;
import tombolo.accounts.TestBrowser;
import tombolo.accounts.TestClock;
import tombolo.people.TestHouse;
import tombolo.ui.HalfTyped;
import tombolo.vault.Act;
import tombolo.vault.Entry;
import tombolo.vault.PersonId;

/** The desk's side of reaching out: who sees what, one who answers, and an end that is kept or forgotten. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import({TestClock.class, TestHouse.Ready.class})
class EnquiriesControllerTests {
    private static final String LIST = "/desk/enquiries";
    private static final Map<String, String> MORAG = Map.of(
            "name", "Morag",
            "way", "PHONE",
            "phone", "07700 900123",
            "safe", "TEXT",
            "hours", "weekdays before noon",
            "words", "It has been a long winter.",
            "pass-on", "true",
            "marked", "I keep my guard up.");
    private static final List<String> WORDS = List.of("It has been a long winter.", "I keep my guard up.");

    private final ApplicationContext context;
    private final TestHouse house;
    private final TestClock.Moved clock;

    @LocalServerPort
    private int port;

    EnquiriesControllerTests(ApplicationContext context, TestClock.Moved clock) {
        this.context = context;
        this.house = new TestHouse(context, "Lochside Practice", Optional.empty());
        this.clock = clock;
    }

    @Test
    void aTherapistReadsTheWordsAndThatIsWrittenDown() {
        String path = written(MORAG);
        TestBrowser ishbel = desk(house.ishbel());
        assertThat(ishbel.get(LIST).body())
                .contains("Morag", path, "Nobody has it yet")
                .doesNotContain(WORDS);
        assertThat(looks()).isEmpty();
        assertThat(ishbel.get(path).body())
                .contains(WORDS)
                .contains(
                        "07700 900123", "weekdays before noon", "You may send a text.", "Do not leave a voice message");
        assertThat(looks()).containsExactly(house.ishbel().id() + " READ enquiries");
    }

    @Test
    void aManagerSeesWhoWaitsAndHowToReachThemButNoWord() {
        String path = written(MORAG);
        desk(house.ishbel()).open(path, path + "/replies", answer("no", "Rang, nobody home."));
        TestBrowser priya = desk(house.priya());
        assertThat(priya.get(LIST).body()).contains("Morag", path).doesNotContain(WORDS);
        assertThat(priya.get(path).body())
                .contains("Morag", "07700 900123", "Their words are for the therapists who answer.", "Tried once.")
                .doesNotContain(WORDS)
                .doesNotContain("nobody home", "/replies", "/taking", "/erasure");
        assertThat(looks()).contains(house.priya().id() + " READ contact");
        for (String act : List.of("/taking", "/replies", "/beginning", "/ending", "/erasure")) {
            assertThat(priya.post(path + act, answer("yes", "I should not.")).statusCode())
                    .as(act)
                    .isEqualTo(404);
        }
        assertThat(priya.get(path + "/ending").statusCode()).isEqualTo(404);
        assertThat(priya.get(path + "/erasure").statusCode()).isEqualTo(404);
        assertThat(desk(house.ishbel()).get(path).body()).doesNotContain("I should not.");
    }

    @Test
    void anotherPracticeFindsNothingThere() {
        String path = written(MORAG);
        TestHouse other = new TestHouse(context, "Harbour Practice", Optional.empty());
        TestBrowser callum = other.browser(port, other.ishbel());
        HttpResponse<String> theirs = callum.get(path);
        HttpResponse<String> none = callum.get(LIST + "/00000000-0000-7000-8000-000000000000");
        assertThat(theirs.statusCode()).isEqualTo(404);
        assertThat(theirs.body()).isEqualTo(none.body());
        assertThat(callum.get(LIST).body()).doesNotContain("Morag");
        for (String act : List.of("/taking", "/replies", "/beginning", "/ending", "/erasure")) {
            assertThat(callum.post(path + act, answer("yes", "")).statusCode())
                    .as(act)
                    .isEqualTo(404);
        }
        assertThat(house.visitor(port)
                        .cookie(other.practice().cookie(other.ishbel().id()))
                        .get(path)
                        .statusCode())
                .as("their cookie is worth nothing here")
                .isEqualTo(302);
    }

    @Test
    void whoComesSecondIsToldWhoHasItAndMayTakeItOverKnowingly() {
        String path = written(MORAG);
        TestBrowser ishbel = desk(house.ishbel());
        TestBrowser idris = desk(house.idris());
        ishbel.get(path);
        idris.get(path);
        assertThat(ishbel.post(path + "/taking", Map.of("holder", "")).statusCode())
                .isEqualTo(302);
        HttpResponse<String> second = idris.post(path + "/taking", Map.of("holder", ""));
        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(second.body()).contains("Who will answer", "Ishbel", "Idris", "href=\"" + path + "\"");
        assertThat(ishbel.get(path).body()).contains("Ishbel will answer");
        assertThat(idris.get(path).body()).contains("Take it over from Ishbel");
        assertThat(idris.post(
                                path + "/taking",
                                Map.of("holder", house.ishbel().id().toString()))
                        .statusCode())
                .isEqualTo(302);
        assertThat(ishbel.get(path).body()).contains("Idris will answer", "Take it over from Idris");
    }

    @Test
    void ofManyWhoTakeItAtOnceOneHasIt() throws Exception {
        String path = written(MORAG);
        List<Account> both = List.of(house.ishbel(), house.idris());
        CountDownLatch go = new CountDownLatch(1);
        try (var presses = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> all = both.stream()
                    .map(one -> {
                        TestBrowser desk = desk(one);
                        desk.get(path);
                        return presses.submit((Callable<Integer>) () -> {
                            go.await();
                            return desk.post(path + "/taking", Map.of("holder", ""))
                                    .statusCode();
                        });
                    })
                    .toList();
            go.countDown();
            List<Integer> told = new java.util.ArrayList<>();
            for (Future<Integer> one : all) {
                told.add(one.get());
            }
            assertThat(told).containsExactlyInAnyOrder(302, 409);
        }
    }

    @Test
    void twoAnswersAtTheSameMomentAreBothKept() throws Exception {
        String path = written(MORAG);
        CountDownLatch go = new CountDownLatch(1);
        try (var presses = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> all = Stream.of(house.ishbel(), house.idris(), house.ishbel(), house.idris())
                    .map(one -> {
                        TestBrowser desk = desk(one);
                        desk.get(path);
                        return presses.submit((Callable<Integer>) () -> {
                            go.await();
                            return desk.post(path + "/replies", answer("yes", "We spoke."))
                                    .statusCode();
                        });
                    })
                    .toList();
            go.countDown();
            for (Future<Integer> one : all) {
                assertThat(one.get()).isEqualTo(302);
            }
        }
        assertThat(house.count("reply")).isEqualTo(4);
    }

    @Test
    void tryingDoesNotKeepThePromiseAndReachingThemDoes() {
        String path = written(MORAG);
        TestBrowser ishbel = desk(house.ishbel());
        ishbel.open(path, path + "/replies", answer("no", "Rang out."));
        assertThat(ishbel.get("/desk").body()).contains("Waiting for an answer", path);
        assertThat(ishbel.get(path).body()).contains("Ishbel will answer", "Rang out.", "Not reached");
        ishbel.open(path, path + "/replies", answer("yes", "We spoke for ten minutes."));
        assertThat(ishbel.get(path).body()).contains("Answered, Ishbel has it", "We spoke for ten minutes.");
        assertThat(ishbel.get("/desk").body())
                .contains("Nobody is waiting for an answer.")
                .doesNotContain(path);
    }

    @Test
    void anOverdueEnquiryStandsFirstAndSaysSo() {
        String path = written(MORAG);
        clock.on(Duration.ofDays(8));
        TestBrowser ishbel = desk(house.ishbel());
        assertThat(ishbel.get("/desk").body()).contains("Was due on");
        assertThat(ishbel.get(LIST).body()).contains("Overdue: we promised an answer by");
        assertThat(desk(house.priya()).get(path).body()).contains("Overdue: we promised an answer by");
    }

    @Test
    void whatIsMissingInAnAnswerIsSaidAndWhatWasTypedStays() {
        String path = written(MORAG);
        TestBrowser ishbel = desk(house.ishbel());
        Map<String, String> form = new HashMap<>(answer("", "We spoke <about> Finn."));
        form.put("at", "2031-01-01T10:00");
        HttpResponse<String> refused = ishbel.open(path, path + "/replies", form);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("<title>Error: ", "Say whether you reached them", "This lies ahead of us")
                .contains("We spoke &lt;about&gt; Finn.");
        assertThat(house.count("reply")).isZero();
    }

    @Test
    void anAnswerHalfWrittenAndAReasonHalfGivenAreThereAgain() {
        String path = written(MORAG);
        String id = path.substring(LIST.length() + 1);
        HalfTyped answer = new HalfTyped(() -> desk(house.ishbel()), path, "enquiries.reply:" + id);
        HalfTyped ending = new HalfTyped(() -> desk(house.ishbel()), path + "/ending", "enquiries.ending:" + id);
        answer.isThereAgain(Map.of("said", "Bluebell on Thursday", "next", "She rings"));
        ending.isThereAgain(Map.of("note", "Her sister"));
        assertThat(house.rows("draft")).doesNotContain(TestHouse.hex("Bluebell"), "Bluebell");
        assertThat(house.value("count(*) from draft where practice_id = :practice and person_id = '" + person() + "'"))
                .as("what is typed about them goes with their key")
                .isEqualTo("2");
        new HalfTyped(() -> desk(house.idris()), path, "enquiries.reply:" + id).isEmpty();
        desk(house.ishbel()).open(path, path + "/replies", answer("yes", "We spoke for ten minutes."));
        answer.isEmpty();
        desk(house.ishbel())
                .open(path + "/ending", path + "/ending", Map.of("reason", "FOUND_OTHER_HELP", "note", "Her sister."));
        ending.isEmpty();
    }

    @Test
    void endingNeedsAReasonAndWhoeverWritesAfterwardsSeesBoth() {
        String path = written(MORAG);
        TestBrowser ishbel = desk(house.ishbel());
        TestBrowser idris = desk(house.idris());
        idris.get(path);
        HttpResponse<String> without = ishbel.open(path + "/ending", path + "/ending", Map.of("note", "Her sister."));
        assertThat(without.statusCode()).isEqualTo(422);
        assertThat(without.body()).contains("Choose why", "Her sister.");
        assertThat(ishbel.post(path + "/ending", Map.of("reason", "BEGAN")).statusCode())
                .isEqualTo(422);
        assertThat(ishbel.post(path + "/ending", Map.of("reason", "FOUND_OTHER_HELP", "note", "Her sister."))
                        .statusCode())
                .isEqualTo(302);
        HttpResponse<String> late = idris.post(path + "/replies", answer("yes", "We spoke at noon."));
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("It was ended meanwhile", "We spoke at noon.", "Her sister.");
        assertThat(idris.post(path + "/ending", Map.of("reason", "NOT_REACHED")).statusCode())
                .isEqualTo(409);
        assertThat(idris.post(path + "/taking", Map.of("holder", "")).statusCode())
                .as("taking on what a colleague has ended meanwhile")
                .isEqualTo(409);
        assertThat(ishbel.get(LIST).body()).contains("One has ended", "They have found other help");
        assertThat(ishbel.get(path).body())
                .contains("Her sister.", WORDS.getFirst())
                .doesNotContain("/replies");
    }

    @Test
    void endingClosesAnOpenInvitation() {
        String path = written(MORAG);
        TestBrowser ishbel = desk(house.ishbel());
        String link = invited(ishbel, path);
        assertThat(house.visitor(port).get(link).statusCode()).isEqualTo(200);
        ishbel.open(path + "/ending", path + "/ending", Map.of("reason", "CHANGED_THEIR_MIND"));
        assertThat(house.visitor(port).get(link).statusCode()).isEqualTo(404);
    }

    @Test
    void whoeverBeginsWithoutALinkIsWithOneTherapistFromThenOn() {
        String path = written(MORAG);
        TestBrowser ishbel = desk(house.ishbel());
        HttpResponse<String> began = ishbel.open(path, path + "/beginning", Map.of());
        assertThat(TestBrowser.location(began)).startsWith("/desk/people/");
        assertThat(ishbel.get(TestBrowser.location(began)).body()).contains("Morag", "Ishbel, since");
        assertThat(ishbel.get(path).body()).contains(WORDS).doesNotContain("/erasure", "/beginning");
        assertThat(ishbel.get(LIST).body()).doesNotContain("Morag");
        assertThat(desk(house.idris()).get(path).statusCode()).isEqualTo(404);
        assertThat(desk(house.idris()).get(LIST).body()).doesNotContain("Morag");
        assertThat(ishbel.post(path + "/erasure", Map.of()).statusCode())
                .as("a person in care is not erased in passing")
                .isEqualTo(404);
        assertThat(ishbel.post(path + "/beginning", Map.of()).statusCode()).isEqualTo(409);
    }

    @Test
    void whatSomebodyFirstWroteIsFoundAgainOnceTheyHaveBegun() {
        String path = written(MORAG);
        TestBrowser ishbel = desk(house.ishbel());
        ishbel.open(path, path + "/replies", answer("no", "Rang, nobody home."));
        String hers = "/desk/people/" + person().value();
        TestBrowser morag = house.visitor(port);
        morag.post(invited(ishbel, path), Map.of("agree", "RECORD"));
        Map<String, String> key =
                Map.of("address", "morag", "password", "two herons and a tide", "again", "two herons and a tide");
        morag.open("/my/first-steps", "/my/first-steps/password", key);
        morag.open("/my/first-steps", "/my/first-steps/phrase", Map.of("act", "later"));
        morag.open("/my/first-steps", "/my/first-steps/sheet", Map.of());
        morag.post("/my/first-steps/finish", Map.of());

        assertThat(ishbel.get(hers).body()).contains("href=\"" + path + "\"").contains("What they first wrote to us");
        assertThat(ishbel.get(path).body())
                .contains(WORDS)
                .as("the way back is to the person: no list holds it any more")
                .contains("href=\"" + hers + "\"");
        ishbel.open(hers + "/course", hers + "/course", Map.of("variant", "ipt-16"));
        assertThat(ishbel.get(hers + "/intake").body()).contains("href=\"" + path + "\"");
        assertThat(desk(house.priya()).get(hers).body()).doesNotContain(path);

        assertThat(morag.get("/my/what-my-therapist-sees").body()).contains("href=\"/my/first-words\"");
        assertThat(morag.get("/my").body()).doesNotContain("/my/first-words");
        assertThat(morag.get("/my/first-words").body())
                .contains(WORDS)
                .contains("Ishbel rang you on", "It did not reach you.")
                .doesNotContain("nobody home");
    }

    @Test
    void whoeverCameWithoutWritingHasNoFirstWords() {
        written(MORAG);
        PersonId joan = house.known("Joan", house.ishbel()).id();
        assertThat(desk(house.ishbel()).get("/desk/people/" + joan.value()).body())
                .contains("Joan")
                .doesNotContain("What they first wrote to us");
        TestBrowser joans = house.browser(port, house.practice().person(joan, "joan"));
        assertThat(joans.get("/my/first-words").body())
                .contains("You came here without writing to us first")
                .doesNotContain(WORDS);
    }

    @Test
    void erasingTakesEverythingAndTheKey() {
        String path = written(MORAG);
        TestBrowser ishbel = desk(house.ishbel());
        ishbel.open(path, path + "/replies", answer("yes", "She asked us to forget it."));
        String link = invited(ishbel, path);
        assertThat(ishbel.get(path + "/erasure").body()).contains("Morag", "This cannot be undone");
        Map<String, String> twice = Map.of("_idem", java.util.UUID.randomUUID().toString());
        String led = TestBrowser.location(ishbel.post(path + "/erasure", twice));
        assertThat(led).startsWith(LIST + "?done=");
        assertThat(TestBrowser.location(ishbel.post(path + "/erasure", twice))).isEqualTo(led);
        assertThat(ishbel.get(led).body()).contains("It is erased.").doesNotContain("Morag");
        assertThat(ishbel.get(path).statusCode()).isEqualTo(404);
        assertThat(house.visitor(port).get(link).statusCode()).isEqualTo(404);
        assertNobodyIsLeft();
    }

    @Test
    void noWordOfAnEnquiryOrAnAnswerLiesOpenInTheTables() {
        String path = written(MORAG);
        TestBrowser ishbel = desk(house.ishbel());
        ishbel.open(path, path + "/taking", Map.of("holder", ""));
        Map<String, String> reply = new HashMap<>(answer("yes", "Spoke about Finn."));
        reply.put("next", "Ring on Thursday.");
        ishbel.open(path, path + "/replies", reply);
        ishbel.open(
                path + "/ending", path + "/ending", Map.of("reason", "PASSED_ON", "note", "To the harbour clinic."));
        assertThat(ishbel.get(path).body())
                .contains("Spoke about Finn.", "Ring on Thursday.", "To the harbour clinic.");
        for (String table : List.of("enquiry", "reply", "person", "form_receipt", "audit_entry", "invitation")) {
            String rows = house.rows(table);
            for (String word : List.of(
                    "long winter",
                    "guard up",
                    "about Finn",
                    "on Thursday",
                    "harbour clinic",
                    "Morag",
                    "7700900123",
                    "7700 900123",
                    "before noon")) {
                assertThat(rows).as(table).doesNotContain(word).doesNotContain(TestHouse.hex(word));
            }
        }
        assertThat(house.rows("enquiry")).contains("PASSED_ON");
    }

    @Test
    void afterNinetyDaysOnlyWhoeverBeganIsStillKnown() {
        TestBrowser ishbel = desk(house.ishbel());
        String quiet = written(MORAG);
        ishbel.open(quiet, quiet + "/replies", answer("no", "Rang out."));
        String met = written(with(MORAG, "name", "Ewa"));
        ishbel.open(met, met + "/beginning", Map.of());
        String linked = written(with(MORAG, "name", "Sam"));
        TestBrowser sam = house.visitor(port);
        String link = invited(ishbel, linked);
        sam.get(link);
        assertThat(TestBrowser.location(sam.post(link, Map.of("agree", "RECORD"))))
                .isEqualTo("/my/first-steps");

        clock.on(Duration.ofDays(89).plusHours(23));
        house.job("forget-enquiries");
        assertThat(house.count("person")).isEqualTo(3);
        clock.on(Duration.ofHours(2));
        house.job("forget-enquiries");
        house.job("forget-enquiries");

        assertThat(house.count("person")).isEqualTo(2);
        assertThat(house.count("enquiry")).isEqualTo(2);
        assertThat(house.count("reply")).isZero();
        TestBrowser later = desk(house.ishbel());
        assertThat(later.get(quiet).statusCode()).isEqualTo(404);
        for (String kept : List.of(met, linked)) {
            assertThat(later.get(kept).body()).contains(WORDS);
        }
        assertThat(house.rows("audit_entry")).contains("ERASED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"not-a-uuid", "00000000-0000-7000-8000-000000000000"})
    void whatIsNotThereIsNotThere(String id) {
        assertThat(desk(house.ishbel()).get(LIST + "/" + id).statusCode()).isEqualTo(404);
    }

    /** Sends an enquiry as a visitor; answers where the desk finds it. */
    private String written(Map<String, String> letter) {
        Set<String> before = ids();
        assertThat(house.visitor(port).post("/reach-out/enquiry", letter).statusCode())
                .isEqualTo(302);
        Set<String> after = ids();
        after.removeAll(before);
        return LIST + "/" + after.iterator().next();
    }

    private Set<String> ids() {
        String all = house.value(
                "coalesce(string_agg(id::text, ' ' order by id), '') from enquiry where practice_id = :practice");
        return new HashSet<>(all.isEmpty() ? List.of() : List.of(all.split(" ")));
    }

    /** Asks the sender of an enquiry in; answers the path of the link. */
    private String invited(TestBrowser desk, String path) {
        String page = desk.get(path).body();
        String person = page.replaceAll("(?s).*/desk/people/([0-9a-f-]{36})/invitation.*", "$1");
        String shown =
                desk.post("/desk/people/" + person + "/invitation", Map.of()).body();
        return shown.replaceAll("(?s).*(/invitation/[A-Za-z0-9_-]{43}).*", "$1");
    }

    private List<String> looks() {
        return house.looked(person()).stream()
                .filter(entry -> entry.act() == Act.READ)
                .map(EnquiriesControllerTests::look)
                .toList();
    }

    private static String look(Entry entry) {
        return entry.actor().map(Object::toString).orElse("nobody") + " " + entry.act() + " " + entry.what();
    }

    private PersonId person() {
        return new PersonId(java.util.UUID.fromString(
                house.value("id::text from person where practice_id = :practice order by since desc limit 1")));
    }

    private void assertNobodyIsLeft() {
        for (String table : List.of("person", "enquiry", "reply", "invitation", "care", "consent")) {
            assertThat(house.count(table)).as(table).isZero();
        }
    }

    private Map<String, String> answer(String reached, String said) {
        return Map.of(
                "how",
                "RANG",
                "at",
                LocalDateTime.ofInstant(clock.now(), ZoneId.of("Europe/London"))
                        .truncatedTo(ChronoUnit.MINUTES)
                        .toString(),
                "reached",
                reached,
                "said",
                said);
    }

    private static Map<String, String> with(Map<String, String> form, String field, String typed) {
        Map<String, String> changed = new HashMap<>(form);
        changed.put(field, typed);
        return changed;
    }

    private TestBrowser desk(Account account) {
        return house.browser(port, account);
    }
}
