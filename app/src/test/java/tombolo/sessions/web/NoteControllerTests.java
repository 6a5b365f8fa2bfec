package tombolo.sessions.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.sql.Timestamp;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import tombolo.accounts.Account;
import tombolo.accounts.TestBrowser;
import tombolo.database.CountedStatements;
import tombolo.inventory.Inventories;
import tombolo.inventory.Inventory;
import tombolo.inventory.Ring;
import tombolo.inventory.Sector;
import tombolo.inventory.Signature;
import tombolo.inventory.Standing;
import tombolo.people.ForgetPerson;
import tombolo.people.Person;
import tombolo.people.TestHouse;
import tombolo.sessions.Hour;
import tombolo.sessions.SessionNote;
import tombolo.sessions.SessionNotes;
import tombolo.techniques.Techniques;
import tombolo.time.ProgrammeTime;
import tombolo.vault.PracticeId;
import tombolo.vault.Role;

/** The session note, as a browser without scripts sees it: written, signed, locked, and never somebody else's. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(CountedStatements.class)
class NoteControllerTests {
    private final ApplicationContext context;
    private final TestHouse house;
    private final JdbcClient jdbc;
    private final SessionNotes notes;
    private final Inventories inventories;
    private final ForgetPerson forget;
    private final ProgrammeTime time;
    private final CountedStatements statements;
    private final Account ishbel;
    private final Person anna;
    private final Person ravi;
    private final String dan;
    private final SessionNote annas;
    private final SessionNote ravis;

    @LocalServerPort
    private int port;

    NoteControllerTests(
            ApplicationContext context,
            SessionNotes notes,
            Inventories inventories,
            ForgetPerson forget,
            ProgrammeTime time,
            JdbcClient jdbc,
            CountedStatements statements) {
        this.context = context;
        this.house = new TestHouse(context, "Lochside Practice", Optional.empty());
        this.jdbc = jdbc;
        this.notes = notes;
        this.inventories = inventories;
        this.forget = forget;
        this.time = time;
        this.statements = statements;
        this.ishbel = house.ishbel();
        this.anna = house.known("Anna", ishbel);
        this.ravi = house.known("Ravi", ishbel);
        this.dan = add("Dan");
        this.annas = begun(anna, 6);
        this.ravis = begun(ravi, 15);
    }

    private String add(String name) {
        return house.within(() -> {
            Inventory inventory = inventories.visibleTo(ishbel.viewer()).toChange(anna.id());
            String id = inventory
                    .add(
                            List.of(name),
                            new Standing(Ring.CLOSE, null, Sector.FAMILY),
                            new Signature(ishbel.id(), time.now()))
                    .getFirst()
                    .id()
                    .value()
                    .toString();
            inventories.save(inventory, ishbel.viewer());
            return id;
        });
    }

    private SessionNote begun(Person person, int session) {
        SessionNote note =
                SessionNote.begun(new Hour(person.id(), UUID.randomUUID(), session), ishbel.id(), time.now());
        house.within(() -> {
            notes.visibleTo(ishbel.viewer()).save(note);
            return note;
        });
        return note;
    }

    private TestBrowser browser(Account account) {
        return house.browser(port, account);
    }

    private static String at(Person person, SessionNote note) {
        return "/desk/people/" + person.id() + "/session/notes/" + note.id();
    }

    private static Map<String, String> typed(Person person, int seen, String act, String... more) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("seen", String.valueOf(seen));
        fields.put("about", person.id().toString());
        fields.put("act", act);
        fields.put("_idem", UUID.randomUUID().toString());
        for (int i = 0; i < more.length; i += 2) {
            fields.put(more[i], more[i + 1]);
        }
        return fields;
    }

    private TestBrowser signed(String... more) {
        TestBrowser desk = browser(ishbel);
        desk.get(at(anna, annas));
        String[] whole = new String[more.length + 4];
        whole[0] = "since";
        whole[1] = "Heatherbell Saturday";
        whole[2] = "safety";
        whole[3] = "TALKED";
        System.arraycopy(more, 0, whole, 4, more.length);
        assertThat(TestBrowser.location(desk.post(at(anna, annas), typed(anna, 1, "sign", whole))))
                .isEqualTo(at(anna, annas) + "?done=sessions.done.signed");
        return desk;
    }

    @Test
    void everyTechniqueThereIsCanHaveBeenWorkedWithAndOldNotesStillSayWhatWas() {
        TestBrowser desk = browser(ishbel);
        String page = desk.get(at(anna, annas)).body();
        context.getBean(Techniques.class)
                .all()
                .forEach(how -> assertThat(page).contains("<option value=\"" + how.id() + "\""));
        house.within(() -> jdbc.sql("update session_note set techniques = array['COMMUNICATION_ANALYSIS']"
                        + " where practice_id = :practice and id = :id")
                .param("practice", PracticeId.current().value())
                .param("id", annas.id())
                .update());
        assertThat(desk.get(at(anna, annas)).body())
                .as("kept under its old name")
                .containsPattern("value=\"COMMUNICATION_ANALYSIS\" selected>Communication analysis<");
        desk.post(
                at(anna, annas),
                typed(
                        anna,
                        1,
                        "sign",
                        "since",
                        "Saturday",
                        "safety",
                        "TALKED",
                        "technique",
                        "COMMUNICATION_ANALYSIS",
                        "technique2",
                        "grief"));
        assertThat(desk.get(at(anna, annas)).body())
                .contains(">Communication analysis</span>", ">Missing somebody who died</span>");
    }

    @Test
    void nothingThatIsNotOfferedIsKeptAsWorkedWith() {
        TestBrowser desk = signed("technique", "magic", "technique2", "role-play");
        assertThat(desk.get(at(anna, annas)).body())
                .contains(">Try it out aloud</span>")
                .doesNotContain("magic");
    }

    @Test
    void theNameTheSessionAndTheTimeAreOnThePageOfTheNote() {
        String page = browser(ishbel).get(at(anna, annas)).body();
        assertThat(page)
                .contains("<strong><bdi>Anna</bdi></strong>", "Session 6", "Sign Anna’s note, session 6")
                .contains("<bdi>Dan</bdi>", "can still ask for it under data-protection law")
                .contains("data-draft=\"sessions.note:" + annas.id())
                .contains("data-about=\"" + anna.id());
    }

    @Test
    void aDraftIsKeptAndWaitsOnTheDeskUntilItIsSigned() {
        TestBrowser desk = browser(ishbel);
        desk.get(at(anna, annas));
        HttpResponse<String> kept = desk.post(
                at(anna, annas),
                typed(
                        anna,
                        1,
                        "keep",
                        "since",
                        "Asked Dan",
                        "who-" + dan,
                        "true",
                        "try0",
                        "Ask again",
                        "with0",
                        dan,
                        "when0",
                        "Sunday"));
        assertThat(TestBrowser.location(kept)).isEqualTo(at(anna, annas) + "?done=sessions.done.kept");
        assertThat(desk.get("/desk").body()).contains("Notes to sign", at(anna, annas), at(ravi, ravis));
        String page = desk.get(at(anna, annas)).body();
        assertThat(page).contains("Asked Dan", "value=\"Ask again\"", "value=\"Sunday\"");
        desk.post(at(anna, annas), typed(anna, 2, "sign", "since", "Asked Dan", "safety", "NOT_TODAY"));
        assertThat(desk.get("/desk").body()).doesNotContain(at(anna, annas)).contains(at(ravi, ravis));
    }

    @Test
    void signingAsksForSafetyAndKeepsWhatWasTyped() {
        TestBrowser desk = browser(ishbel);
        desk.get(at(anna, annas));
        HttpResponse<String> lacking = desk.post(at(anna, annas), typed(anna, 1, "sign", "focus", "The sigh"));
        assertThat(lacking.statusCode()).isEqualTo(422);
        assertThat(lacking.body()).contains("Error:", "Say whether safety was talked about", "The sigh");
        assertThat(house.count("signed_note")).isZero();
    }

    @Test
    void signedIsLockedAndOnlyTakesAddenda() {
        TestBrowser desk = signed();
        assertThat(desk.get(at(anna, annas)).body())
                .contains("Signed by Ishbel", "Heatherbell Saturday", "Add to this note")
                .doesNotContain("name=\"since\"");
        HttpResponse<String> late = desk.post(at(anna, annas), typed(anna, 2, "keep", "since", "Something else"));
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("Something else", "Heatherbell Saturday");
        HttpResponse<String> added =
                desk.post(at(anna, annas) + "/addenda", typed(anna, 0, "", "added", "It was Friday"));
        assertThat(TestBrowser.location(added)).endsWith("done=sessions.done.added");
        assertThat(desk.get(at(anna, annas)).body()).contains("Heatherbell Saturday", "Addendum", "It was Friday");
        HttpResponse<String> blank = desk.post(at(anna, annas) + "/addenda", typed(anna, 0, "", "added", "  "));
        assertThat(blank.statusCode()).isEqualTo(422);
        assertThat(house.count("note_addendum")).isEqualTo(1);
    }

    @Test
    void whatNeedsDoingAboutSafetyLeadsToWhereSomebodyAnswersForIt() {
        String door = "/desk/people/" + anna.id() + "/concerns";
        TestBrowser desk = signed("safety", "NEEDS_DOING", "safetyWords", "Ring her on Tuesday");
        assertThat(desk.get(at(anna, annas)).body()).contains("Ring her on Tuesday", "Write down what was said", door);
        assertThat(desk.get(door).statusCode()).isEqualTo(200);
    }

    @Test
    void theDatabaseItselfRefusesToChangeWhatIsSigned() {
        signed();
        assertThatThrownBy(() -> house.within(
                        () -> jdbc.sql("update signed_note set safety = 'NOT_TODAY' where practice_id = :practice")
                                .param("practice", house.practice().id().value())
                                .update()))
                .isInstanceOf(DataAccessException.class)
                .hasStackTraceContaining("permission denied");
        desk().post(at(anna, annas) + "/addenda", typed(anna, 0, "", "added", "It was Friday"));
        assertThatThrownBy(() -> house.within(
                        () -> jdbc.sql("update note_addendum set written_at = now() where practice_id = :practice")
                                .param("practice", house.practice().id().value())
                                .update()))
                .isInstanceOf(DataAccessException.class)
                .hasStackTraceContaining("permission denied");
        assertThat(house.value("safety from signed_note where practice_id = :practice"))
                .isEqualTo("TALKED");
    }

    private TestBrowser desk() {
        TestBrowser desk = browser(ishbel);
        desk.get(at(anna, annas));
        return desk;
    }

    @Test
    void signedTwiceAtOnceItIsSignedOnceAndNothingIsLost() {
        TestBrowser one = desk();
        TestBrowser two = desk();
        one.post(at(anna, annas), typed(anna, 1, "sign", "since", "First", "safety", "TALKED"));
        HttpResponse<String> second =
                two.post(at(anna, annas), typed(anna, 1, "sign", "since", "Second", "safety", "TALKED"));
        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(second.body()).contains("First", "Second");
        assertThat(house.count("signed_note")).isEqualTo(1);
        assertThat(house.count("session_note")).as("Ravi’s alone").isEqualTo(1);
    }

    @Test
    void thePressThatSignedAsksForTheSameAgainAndIsLedToTheSamePlace() {
        TestBrowser desk = browser(ishbel);
        desk.get(at(anna, annas));
        Map<String, String> press =
                typed(anna, 1, "sign", "since", "Heatherbell Saturday", "safety", "TALKED", "timeLeft", "true");
        String signed = TestBrowser.location(desk.post(at(anna, annas), press));
        assertThat(signed).endsWith("done=sessions.done.signed");
        assertThat(TestBrowser.location(desk.post(at(anna, annas), press)))
                .as("the answer had been lost on the way")
                .isEqualTo(signed);
    }

    @Test
    void anotherRecordOpenedSinceIsAskedAboutAndNothingIsKeptUntilItIsSaid() {
        TestBrowser desk = desk();
        desk.get("/desk/people/" + ravi.id());
        Map<String, String> form =
                typed(anna, 1, "sign", "since", "His brother rang", "safety", "TALKED", "privately", "Tired myself");
        HttpResponse<String> asked = desk.post(at(anna, annas), form);
        assertThat(asked.statusCode()).isEqualTo(409);
        assertThat(asked.body())
                .contains("Whose note is this?", "His brother rang", "Tired myself")
                .contains("It is Anna’s, session 6", "It is Ravi’s: take it to their note");
        assertThat(house.count("signed_note")).isZero();
        assertThat(house.value("version from session_note where practice_id = :practice and id = '" + annas.id() + "'"))
                .isEqualTo("1");
        form.put("whose", anna.id().toString());
        assertThat(TestBrowser.location(desk.post(at(anna, annas), form))).endsWith("done=sessions.done.signed");
    }

    @Test
    void wordsTypedIntoTheWrongNoteAreTakenToTheRightOneAndLeaveTheWrongOne() {
        TestBrowser desk = desk();
        desk.post(
                "/desk/drafts",
                Map.of(
                        "_form",
                        "sessions.note:" + annas.id(),
                        "_about",
                        anna.id().toString(),
                        "since",
                        "His brother rang"));
        desk.get(at(ravi, ravis));
        desk.post(at(ravi, ravis), typed(ravi, 1, "keep", "since", "Begun already"));
        desk.get("/desk/people/" + ravi.id());
        HttpResponse<String> asked =
                desk.post(at(anna, annas), typed(anna, 1, "keep", "since", "His brother rang", "try0", "Ring back"));
        assertThat(asked.statusCode()).isEqualTo(409);
        Map<String, String> carried = typed(
                anna,
                1,
                "keep",
                "since",
                "His brother rang",
                "try0",
                "Ring back",
                "from",
                annas.id().toString());
        assertThat(TestBrowser.location(desk.post(at(ravi, ravis) + "/words", carried)))
                .isEqualTo(at(ravi, ravis) + "?done=sessions.done.taken");
        assertThat(desk.get(at(ravi, ravis)).body()).contains("Begun already\nHis brother rang", "Ring back");
        assertThat(desk.get(at(anna, annas)).body()).doesNotContain("His brother rang");
    }

    private void typing(TestBrowser desk, String form, Person person, String... words) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("_form", form);
        fields.put("_about", person.id().toString());
        for (int i = 0; i < words.length; i += 2) {
            fields.put(words[i], words[i + 1]);
        }
        assertThat(desk.post("/desk/drafts", fields).statusCode()).isBetween(200, 299);
    }

    @Test
    void aWordForOneselfDuringTheHourLeavesTheNoteThatIsBeingTyped() {
        TestBrowser desk = desk();
        typing(desk, "sessions.note:" + annas.id(), anna, "since", "Half a sentence", "privately", "Begun here");
        typing(desk, "sessions.private:" + annas.id(), anna, "privately", "Slow down");
        Map<String, String> press = typed(anna, 1, "", "privately", "Slow down");
        for (int times = 0; times < 2; times++) {
            assertThat(TestBrowser.location(desk.post(at(anna, annas) + "/jottings", press)))
                    .endsWith("done=sessions.done.jotted");
        }
        assertThat(desk.get(at(anna, annas)).body())
                .as("what was typed is put back whole, with that word in it")
                .contains("data-field=\"since\">Half a sentence<")
                .contains("data-field=\"privately\">Begun here\nSlow down<");
        assertThat(house.value("count(*) from draft where practice_id = :practice and form like 'sessions.private:%'"))
                .isEqualTo("0");
        desk.post(at(anna, annas) + "/jottings", typed(anna, 2, "", "privately", "Slow down\nAsk again"));
        assertThat(desk.get(at(anna, annas)).body())
                .contains("data-field=\"privately\">Begun here\nSlow down\nAsk again<");
    }

    @Test
    void aWordJottedDownWhileTheNoteIsOpenElsewhereIsKeptWithItAndOneCrossedOutStaysOut() {
        TestBrowser desk = desk();
        String open = desk.get(at(anna, annas)).body();
        assertThat(jottedIn(open)).isEmpty();
        typing(desk, "sessions.private:" + annas.id(), anna, "privately", "Thistledown");
        desk.post(at(anna, annas), typed(anna, 1, "keep", "since", "Lower", "jotted", jottedIn(open)));
        String kept = desk.get(at(anna, annas)).body();
        assertThat(kept).contains("Lower", "Thistledown</textarea>");

        typing(desk, "sessions.private:" + annas.id(), anna, "privately", "Foxglove");
        String shown = desk.get(at(anna, annas)).body();
        assertThat(shown).contains("Thistledown\nFoxglove</textarea>");
        desk.post(
                at(anna, annas),
                typed(anna, 2, "keep", "since", "Lower", "privately", "Thistledown", "jotted", jottedIn(shown)));
        assertThat(desk.get(at(anna, annas)).body())
                .contains("Thistledown</textarea>")
                .doesNotContain("Foxglove");
    }

    private static String jottedIn(String page) {
        Matcher field =
                Pattern.compile("name=\"jotted\"(?: value=\"([^\"]*)\")?").matcher(page);
        assertThat(field.find()).isTrue();
        return field.group(1) == null ? "" : field.group(1);
    }

    @Test
    void aWordForOneselfIsNotPutOverAPrivatePartThatWasWrittenMeanwhile() {
        TestBrowser desk = desk();
        desk.post(at(anna, annas), typed(anna, 1, "keep", "since", "Lower", "privately", "Foxglove doubt"));
        HttpResponse<String> late =
                desk.post(at(anna, annas) + "/jottings", typed(anna, 1, "", "privately", "Slow down"));
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("Foxglove doubt", "Slow down");
        assertThat(desk.get(at(anna, annas)).body()).contains("Foxglove doubt").doesNotContain("Slow down");
    }

    @Test
    void wordsThatAreTakenToANoteLeaveWhatIsBeingTypedThere() {
        TestBrowser desk = desk();
        typing(desk, "sessions.note:" + annas.id(), anna, "since", "Hers, half typed");
        desk.get(at(ravi, ravis));
        typing(desk, "sessions.note:" + ravis.id(), ravi, "since", "His, half typed");
        Map<String, String> jotted = typed(
                anna, 1, "jot", "privately", "He was late", "from", annas.id().toString());
        assertThat(TestBrowser.location(desk.post(at(ravi, ravis) + "/words", jotted)))
                .endsWith("done=sessions.done.taken");
        assertThat(desk.get(at(ravi, ravis)).body())
                .contains("He was late", "data-field=\"since\">His, half typed<")
                .contains("data-field=\"privately\">He was late<");
        assertThat(desk.get(at(anna, annas)).body())
                .as("only what was jotted down went over")
                .contains("data-field=\"since\">Hers, half typed<");
    }

    @Test
    void openingTheNoteAgainSaysWhoseItIs() {
        TestBrowser desk = desk();
        desk.get("/desk/people/" + ravi.id());
        desk.get(at(anna, annas));
        HttpResponse<String> kept = desk.post(at(anna, annas), typed(anna, 1, "keep", "since", "Asked Dan"));
        assertThat(TestBrowser.location(kept)).endsWith("done=sessions.done.kept");
    }

    @Test
    void aFormThatSaysItIsAboutSomebodyElseIsNotTaken() {
        HttpResponse<String> asked = desk().post(at(anna, annas), typed(ravi, 1, "keep", "since", "His brother rang"));
        assertThat(asked.statusCode()).isEqualTo(409);
        assertThat(desk().post(at(ravi, annas), typed(ravi, 1, "keep", "since", "x"))
                        .statusCode())
                .as("a note is found only under the person it is about")
                .isEqualTo(404);
    }

    @Test
    void theMarkOfTheOpenRecordIsGoneAfterSigningOutAndAfterLeaving() {
        TestBrowser desk = desk();
        assertThat(desk.cookieNamed(OpenRecord.COOKIE)).isEqualTo(anna.id().toString());
        desk.post("/desk/sign-out", Map.of());
        assertThat(desk.cookieNamed(OpenRecord.COOKIE)).isEmpty();
        TestBrowser leaving = desk();
        leaving.get("/leave");
        assertThat(leaving.cookieNamed(OpenRecord.COOKIE)).isEmpty();
    }

    @Test
    void whatWasTypedIsThereAfterSigningOutAndIn() {
        TestBrowser desk = desk();
        desk.post(
                "/desk/drafts",
                Map.of(
                        "_form",
                        "sessions.note:" + annas.id(),
                        "_about",
                        anna.id().toString(),
                        "focus",
                        "Bluebell sigh",
                        "who-" + dan,
                        "true"));
        assertThat(house.rows("draft")).doesNotContain(TestHouse.hex("Bluebell"));
        desk.post("/desk/sign-out", Map.of());
        assertThat(desk.get(at(anna, annas)).statusCode()).isNotEqualTo(200);
        assertThat(desk().get(at(anna, annas)).body()).contains("Bluebell sigh", "data-field=\"who-" + dan);
    }

    @Test
    void aWordForOneselfThatIsTooLongIsShownWholeAndNothingOfItIsCutAway() {
        String words = "doubt ".repeat(700) + "and thistledown at the end";
        HttpResponse<String> refused =
                desk().post(at(anna, annas) + "/jottings", typed(anna, 1, "", "privately", words));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("and thistledown at the end", "href=\"#privately\"");
        assertThat(desk().get(at(anna, annas)).body()).doesNotContain("doubt doubt");
    }

    @Test
    void thePrivatePartIsForWhoeverWroteItAlone() {
        TestBrowser desk = desk();
        desk.post(at(anna, annas) + "/jottings", typed(anna, 1, "", "privately", "Foxglove doubt"));
        assertThat(desk.get(at(anna, annas)).body()).contains("Foxglove doubt");
        house.within(() -> {
            return jdbc.sql("insert into care (practice_id, id, person_id, therapist_id, began_at) values (:practice,"
                            + " :id, :person, :idris, :at)")
                    .param("practice", house.practice().id().value())
                    .param("id", UUID.randomUUID())
                    .param("person", anna.id().value())
                    .param("idris", house.idris().id().value())
                    .param("at", Timestamp.from(time.now()))
                    .update();
        });
        TestBrowser his = browser(house.idris());
        assertThat(his.get(at(anna, annas)).body())
                .contains("Ishbel is writing it")
                .doesNotContain("Foxglove", "Private part");
        assertThat(his.post(at(anna, annas), typed(anna, 2, "keep", "since", "x"))
                        .statusCode())
                .isEqualTo(404);
        signed2(2);
        assertThat(his.get(at(anna, annas)).body())
                .contains("Signed by Ishbel")
                .doesNotContain("Foxglove", "Private part");
        assertThat(desk.get(at(anna, annas)).body()).contains("Foxglove doubt");
    }

    private void signed2(int seen) {
        desk().post(
                        at(anna, annas),
                        typed(anna, seen, "sign", "since", "Lower", "safety", "TALKED", "privately", "Foxglove doubt"));
    }

    @Test
    void nobodyElseOpensItAndItLooksLikeNothing() {
        Account annasOwn = house.practice().person(anna.id(), "anna@example.org");
        Account grace = house.practice().colleague("grace@practice.example", "Grace", EnumSet.of(Role.SUPERVISOR));
        signed();
        for (Account one : List.of(house.idris(), house.priya(), grace)) {
            HttpResponse<String> denied = browser(one).get(at(anna, annas));
            HttpResponse<String> nothing =
                    browser(one).get("/desk/people/" + UUID.randomUUID() + "/session/notes/" + UUID.randomUUID());
            assertThat(denied.statusCode()).isEqualTo(404);
            assertThat(TestBrowser.steadyBody(denied)).isEqualTo(TestBrowser.steadyBody(nothing));
            assertThat(denied.headers().allValues("Set-Cookie").toString()).doesNotContain(OpenRecord.COOKIE);
        }
        assertThat(browser(annasOwn).get(at(anna, annas)).statusCode()).isNotEqualTo(200);
        TestHouse harbour = new TestHouse(context, "Harbour Practice", Optional.empty());
        Account callum = harbour.practice().colleague("callum@harbour.example", "Callum", EnumSet.of(Role.THERAPIST));
        assertThat(harbour.browser(port, callum).get(at(anna, annas)).statusCode())
                .isEqualTo(404);
    }

    @Test
    void onDiskItHasNoWordAndForgettingLeavesNoRow() {
        TestBrowser desk = signed("privately", "Foxglove doubt", "try0", "Bluebell call", "decided", "Larkspur");
        desk.post(at(anna, annas) + "/addenda", typed(anna, 0, "", "added", "Campion later"));
        desk.get(at(ravi, ravis));
        desk.post(at(ravi, ravis), typed(ravi, 1, "keep", "focus", "Speedwell"));
        String disk = house.rows("signed_note") + house.rows("session_note") + house.rows("note_addendum");
        for (String word : List.of("Heatherbell", "Foxglove", "Bluebell", "Larkspur", "Campion", "Speedwell")) {
            assertThat(disk).doesNotContain(word).doesNotContain(TestHouse.hex(word));
        }
        house.within(() -> {
            forget.forget(anna.id(), ishbel.viewer());
            return "";
        });
        assertThat(house.count("signed_note")).isZero();
        assertThat(house.count("note_addendum")).isZero();
        assertThat(house.count("session_note")).isEqualTo(1);
    }

    @Test
    void aNoteIsOpenedInFewStatements() {
        TestBrowser desk = desk();
        statements.begin();
        desk.get(at(anna, annas));
        assertThat(statements.counted()).hasSizeLessThanOrEqualTo(14);
    }
}
