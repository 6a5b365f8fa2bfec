package tombolo.cover.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import tombolo.accounts.Account;
import tombolo.accounts.TestBrowser;
import tombolo.accounts.TestClock;
import tombolo.cover.Absences;
import tombolo.cover.Transfers;
import tombolo.diary.Appointment;
import tombolo.diary.Diary;
import tombolo.diary.Side;
import tombolo.measures.WhoReads;
import tombolo.people.ForgetPerson;
import tombolo.people.People;
import tombolo.people.Person;
import tombolo.people.SafeContact;
import tombolo.people.TestHouse;
import tombolo.safety.ConcernHouse;
import tombolo.ui.HalfTyped;
import tombolo.ui.NotFound;
import tombolo.vault.AccountId;
import tombolo.vault.Act;
import tombolo.vault.Confidential;
import tombolo.vault.PersonId;
import tombolo.vault.Role;

/** Away, handed on, and the clinical will, as each of those it concerns sees it. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(TestClock.class)
class CoverControllerTests {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private final ApplicationContext context;
    private final People people;
    private final Absences absences;
    private final Transfers transfers;
    private final ForgetPerson forget;
    private final Diary diary;
    private final TestClock.Moved time;
    private final TestHouse house;
    private final Account supervisor;
    private final Account nellsAccount;
    private final PersonId nell;

    @LocalServerPort
    private int port;

    CoverControllerTests(
            ApplicationContext context,
            People people,
            Absences absences,
            Transfers transfers,
            ForgetPerson forget,
            Diary diary,
            TestClock.Moved time) {
        this.context = context;
        this.people = people;
        this.absences = absences;
        this.transfers = transfers;
        this.forget = forget;
        this.diary = diary;
        this.time = time;
        this.house = new TestHouse(context, "Lochside Practice", Optional.empty());
        this.supervisor = house.practice().colleague("grace@practice.example", "Grace", Set.of(Role.SUPERVISOR));
        Person person = Person.met(Optional.of(Confidential.of("Nell")), SafeContact.inPerson(), time.now());
        this.nell = person.id();
        this.nellsAccount = house.practice().person(nell, "nell@example.org");
        person.walksWith(house.ishbel().id(), time.now());
        house.within(() -> {
            people.add(person);
            return nell;
        });
    }

    private TestBrowser as(Account account) {
        return house.browser(port, account);
    }

    private String record() {
        return "/desk/people/" + nell + "/safety-plan";
    }

    private String contact() {
        return "/desk/people/" + nell;
    }

    private static Map<String, String> form(String... fields) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("_idem", UUID.randomUUID().toString());
        for (int i = 0; i < fields.length; i += 2) {
            form.put(fields[i], fields[i + 1]);
        }
        return form;
    }

    private static String wall(Instant when) {
        return LocalDateTime.ofInstant(when, LONDON)
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
    }

    private HttpResponse<String> away(Account who, Account therapist, Instant from, Instant until, String cover) {
        return as(who).open(
                        "/desk/away",
                        "/desk/away",
                        form(
                                "therapist",
                                therapist.id().toString(),
                                "from",
                                wall(from),
                                "until",
                                wall(until),
                                "cover",
                                cover));
    }

    /** Ishbel is away from now on for six days, and Idris is there instead. */
    private void idrisCovers() {
        Instant now = time.now();
        away(
                house.ishbel(),
                house.ishbel(),
                now.minusSeconds(60),
                now.plus(Duration.ofDays(6)),
                house.idris().id().toString());
    }

    private void idrisTakes(Appointment hour) {
        as(house.idris()).open("/desk/away", "/desk/away/" + absence() + "/hours/" + hour.id(), form());
    }

    private String absence() {
        return house.value("id from absence where practice_id = :practice");
    }

    private boolean opens(Account who) {
        return opens(who, nell);
    }

    private boolean opens(Account who, PersonId person) {
        return house.within(() -> {
            try {
                people.visibleTo(who.viewer()).get(person);
                return true;
            } catch (NotFound e) {
                return false;
            }
        });
    }

    @Test
    void theCoversRightBeginsAndEndsToTheSecondByItself() {
        Instant from = time.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(600);
        Instant until = from.plus(Duration.ofHours(5));
        house.within(() -> absences.visibleTo(house.ishbel().viewer())
                .plan(house.ishbel().id(), Optional.of(house.idris().id()), from, until));
        assertThat(opens(house.idris())).isFalse();
        standAt(from.minusMillis(300));
        assertThat(opens(house.idris())).as("just before").isFalse();
        standAt(from);
        assertThat(opens(house.idris())).as("at once").isTrue();
        standAt(until.minusMillis(300));
        assertThat(opens(house.idris())).as("until the last moment").isTrue();
        standAt(until);
        assertThat(opens(house.idris())).as("and not a moment longer").isFalse();
        assertThat(opens(house.ishbel())).isTrue();
    }

    /** The moment itself, or a little later: the clock goes on. */
    private void standAt(Instant moment) {
        time.on(Duration.between(time.now(), moment));
    }

    @Test
    void awayIsOnePressAndThePersonSeesWhoStandsInAndWhoHasLooked() {
        Instant now = time.now();
        HttpResponse<String> done = away(
                house.ishbel(),
                house.ishbel(),
                now.minusSeconds(60),
                now.plus(Duration.ofDays(2)),
                house.idris().id().toString());
        assertThat(TestBrowser.location(done)).isEqualTo("/desk/away?done=cover.done.away");
        assertThat(as(house.idris()).get(record()).statusCode()).isEqualTo(200);
        assertThat(as(house.idris()).get("/desk").body()).contains("Nell");
        assertThat(as(nellsAccount).get("/my/what-my-therapist-sees").body())
                .contains("Idris stands in for Ishbel", "They can open what your therapist can open.");
        assertThat(as(nellsAccount).get("/my/who-has-looked").body())
                .contains("Idris", "Opened: ", "Changed who may open: ");
        String id = house.value("id from absence where practice_id = :practice");
        assertThat(as(house.ishbel())
                        .open("/desk/away", "/desk/away/" + id + "/end", form())
                        .statusCode())
                .isEqualTo(302);
        assertThat(as(house.idris()).get(record()).statusCode())
                .as("back early ends it at once")
                .isEqualTo(404);
    }

    @Test
    void whoeverIsNoTherapistMayReachThePeopleAndOpenNothing() {
        Instant now = time.now();
        away(
                house.ishbel(),
                house.ishbel(),
                now.minusSeconds(60),
                now.plus(Duration.ofDays(2)),
                supervisor.id().toString());
        assertThat(as(supervisor).get(contact()).body()).contains("Nell");
        assertThat(as(supervisor).get(record()).statusCode()).isEqualTo(404);
        assertThat(as(nellsAccount).get("/my/what-my-therapist-sees").body())
                .contains("Grace stands in for Ishbel", "They can open your name and how to reach you.");
    }

    @Test
    void whoeverRunsThePracticeSaysItForATherapistWhoIsIllAndNobodyElseDoes() {
        Instant now = time.now();
        String cover = house.idris().id().toString();
        assertThat(away(supervisor, house.ishbel(), now, now.plus(Duration.ofDays(1)), cover)
                        .statusCode())
                .isNotEqualTo(302);
        assertThat(away(house.idris(), house.ishbel(), now, now.plus(Duration.ofDays(1)), cover)
                        .statusCode())
                .isEqualTo(422);
        assertThat(house.count("absence")).isZero();
        assertThat(away(house.priya(), house.ishbel(), now.minusSeconds(60), now.plus(Duration.ofDays(1)), cover)
                        .statusCode())
                .isEqualTo(302);
        assertThat(opens(house.idris())).isTrue();
        assertThat(opens(house.priya())).isFalse();
    }

    @Test
    void whatCannotBeIsSaid() {
        Instant now = time.now();
        HttpResponse<String> backwards = away(house.ishbel(), house.ishbel(), now, now.minusSeconds(3600), "");
        assertThat(backwards.statusCode()).isEqualTo(422);
        assertThat(backwards.body()).contains("after the beginning", "Choose who is there instead, or nobody");
        HttpResponse<String> self = away(
                house.ishbel(),
                house.ishbel(),
                now,
                now.plusSeconds(3600),
                house.ishbel().id().toString());
        assertThat(self.body()).contains("Nobody covers for themself");
        assertThat(house.count("absence")).isZero();
    }

    @Test
    void whatWaitsForTheOneWhoIsAwayWaitsForTheCover() {
        String theirs = "/desk/people/" + nell + "/concerns";
        String concern = TestBrowser.location(as(house.ishbel())
                        .open(theirs, theirs, form("source", "MESSAGE", "said", "She wrote at night")))
                .replaceFirst("\\?.*", "");
        Instant now = time.now();
        away(
                house.ishbel(),
                house.ishbel(),
                now.minusSeconds(60),
                now.plus(Duration.ofDays(2)),
                house.idris().id().toString());
        assertThat(as(house.idris()).get(concern).body()).contains("From here on Idris answers for it.");
        String before = house.rows("concern_step");
        house.job("pass-concerns-on");
        assertThat(house.rows("concern_step")).as("and is not handed on again").isEqualTo(before);
    }

    @Test
    void whatTheCoverStillHasWhenTheirTimeIsOverGoesBackToWhoeverWalksWithThePerson() {
        String theirs = "/desk/people/" + nell + "/concerns";
        String concern = TestBrowser.location(as(house.ishbel())
                        .open(theirs, theirs, form("source", "MESSAGE", "said", "She wrote at night")))
                .replaceFirst("\\?.*", "");
        Instant now = time.now();
        away(
                house.ishbel(),
                house.ishbel(),
                now.minusSeconds(60),
                now.plus(Duration.ofDays(2)),
                house.idris().id().toString());
        String version =
                as(house.idris()).get(concern).body().replaceFirst("(?s).*name=\"_v\" value=\"(\\d+)\".*", "$1");
        as(house.idris()).open(concern, concern + "/taking", form("_v", version));
        assertThat(house.value("taken_by from concern where practice_id = :practice"))
                .isEqualTo(house.idris().id().toString());
        String absence = absence();
        as(house.ishbel()).open("/desk/away", "/desk/away/" + absence + "/end", form());
        assertThat(opens(house.idris())).isFalse();
        house.job("pass-concerns-on");
        assertThat(house.value("owner_id || ' ' || state from concern where practice_id = :practice"))
                .isEqualTo(house.ishbel().id() + " OPEN");
        assertThat(as(house.ishbel()).get(concern).body()).contains("From here on Ishbel answers for it.");
        String before = house.rows("concern_step");
        house.job("pass-concerns-on");
        assertThat(house.rows("concern_step")).as("once").isEqualTo(before);
    }

    @Test
    void nobodysTimeIsWaitedForWhoIsAwayThemself() {
        ConcernHouse.cover(house, context, Optional.of(house.idris().id()));
        String theirs = "/desk/people/" + nell + "/concerns";
        as(house.ishbel()).open(theirs, theirs, form("source", "MESSAGE", "said", "She wrote at night"));
        Instant now = time.now();
        away(house.idris(), house.idris(), now.minusSeconds(60), now.plus(Duration.ofDays(14)), "nobody");
        ConcernHouse.letItsTimeGoBy(house, context, nell);
        assertThat(house.value("string_agg(to_id::text, ' ' order by at) from concern_step"
                        + " where practice_id = :practice and kind = 'TOLD'"))
                .as("the cover is away, so whoever runs the practice is next")
                .isEqualTo(house.ishbel().id() + " " + house.priya().id());
    }

    @Test
    void whatIsSaidWhileTheyAreAwayComesToTheCoverEvenWithNobodyNamed() {
        ConcernHouse.cover(house, context, Optional.of(house.idris().id()));
        Instant now = time.now();
        away(house.priya(), house.ishbel(), now.minusSeconds(60), now.plus(Duration.ofDays(2)), "nobody");
        String theirs = "/desk/people/" + nell + "/concerns";
        as(house.ishbel()).open(theirs, theirs, form("source", "MESSAGE", "said", "She wrote at night"));
        assertThat(house.value("owner_id from concern where practice_id = :practice"))
                .isEqualTo(house.idris().id().toString());
        assertThat(as(house.idris()).get("/desk/concerns").body()).contains("Nell");
    }

    @Test
    void aPersonIsHandedOnOnlyOnceTheyAgreedAndWhatIsOpenGoesWithThem() {
        String page = "/desk/people/" + nell + "/transfer";
        String theirs = "/desk/people/" + nell + "/concerns";
        as(house.ishbel()).open(theirs, theirs, form("source", "ROOM", "said", "She said it today"));
        String shown = as(house.ishbel()).get(page).body();
        assertThat(shown).contains("Something was said that must be answered", "Idris");
        String version = shown.replaceFirst("(?s).*name=\"_v\" value=\"(\\d+)\".*", "$1");
        String today = LocalDate.ofInstant(time.now(), LONDON).toString();
        String to = house.idris().id().toString();
        HttpResponse<String> unasked = as(house.ishbel())
                .open(
                        page,
                        page,
                        form("to", to, "agreedOn", today, "words", "Heatherbell would rather", "_v", version));
        assertThat(unasked.statusCode()).isEqualTo(422);
        assertThat(unasked.body()).contains("Ask them first", "Heatherbell would rather");
        assertThat(opens(house.idris())).isFalse();

        Map<String, String> agreed =
                form("to", to, "agreed", "true", "agreedOn", today, "words", "Heatherbell would rather", "_v", version);
        assertThat(as(house.ishbel()).open(page, page, agreed).statusCode()).isEqualTo(302);
        assertThat(opens(house.idris())).isTrue();
        assertThat(opens(house.ishbel())).isFalse();
        assertThat(as(house.idris()).get("/desk/concerns").body()).contains("Nell", "Idris has been told");
        assertThat(house.rows("transfer")).doesNotContain("Heatherbell").doesNotContain(TestHouse.hex("Heatherbell"));
        assertThat(house.looked(nell))
                .anyMatch(entry ->
                        entry.act() == Act.CHANGED_ACCESS && entry.what().equals("cover"));
        assertThat(house.count("transfer")).isEqualTo(1);
        house.within(() -> {
            forget.forget(nell, house.idris().viewer());
            return nell;
        });
        assertThat(house.count("transfer") + house.count("stand_in")).isZero();
    }

    private Map<String, String> agreedTo(Account to, PersonId person) {
        return form(
                "to",
                to.id().toString(),
                "agreed",
                "true",
                "agreedOn",
                LocalDate.ofInstant(time.now(), LONDON).toString(),
                "_v",
                house.value("version from person where practice_id = :practice and id = '" + person + "'"));
    }

    private void handOn(Account from, Account to, PersonId person) {
        String page = "/desk/people/" + person + "/transfer";
        assertThat(as(from).open(page, page, agreedTo(to, person)).statusCode()).isEqualTo(302);
    }

    private List<AccountId> therapists(PersonId person) {
        return house.within(() -> people.find(person).orElseThrow().therapists());
    }

    @Test
    void aLinkThatIsStillAboutLetsNobodyBackInWhoHasHandedThePersonOn() {
        PersonId joan = house.known("Joan", house.ishbel()).id();
        String link = house.invite(joan, house.ishbel());
        handOn(house.ishbel(), house.idris(), joan);
        assertThat(house.visitor(port).get(link).body())
                .contains("Idris of Lochside Practice")
                .doesNotContain("Ishbel");
        assertThat(house.visitor(port).post(link, Map.of("agree", "RECORD")).statusCode())
                .as("the link is not lost to her")
                .isEqualTo(302);
        assertThat(therapists(joan)).containsExactly(house.idris().id());
        assertThat(opens(house.ishbel(), joan)).isFalse();
    }

    @Test
    void aCoverWhoAsksSomebodyInStaysNoLongerThanTheyCover() {
        PersonId joan = house.known("Joan", house.ishbel()).id();
        Instant now = time.now();
        away(
                house.ishbel(),
                house.ishbel(),
                now.minusSeconds(60),
                now.plus(Duration.ofDays(2)),
                house.idris().id().toString());
        String link = as(house.idris())
                .open("/desk/people/" + joan, "/desk/people/" + joan + "/invitation", form())
                .body()
                .replaceAll("(?s).*(/invitation/[A-Za-z0-9_-]{43}).*", "$1");
        assertThat(house.visitor(port).post(link, Map.of("agree", "RECORD")).statusCode())
                .isEqualTo(302);
        assertThat(therapists(joan)).containsExactly(house.ishbel().id());
        time.on(Duration.ofDays(3));
        assertThat(opens(house.idris(), joan)).isFalse();
    }

    @Test
    void whoeverStoodInForTheTherapistBeforeStandsInNoMore() {
        Account callum = house.practice().colleague("callum@practice.example", "Callum", Set.of(Role.THERAPIST));
        Instant later = time.now().plus(Duration.ofDays(10)).truncatedTo(ChronoUnit.MINUTES);
        away(
                house.ishbel(),
                house.ishbel(),
                time.now().minusSeconds(60),
                later,
                callum.id().toString());
        away(
                house.idris(),
                house.idris(),
                later,
                later.plus(Duration.ofDays(1)),
                callum.id().toString());
        Instant far = later.plus(Duration.ofDays(30));
        away(
                house.ishbel(),
                house.ishbel(),
                far,
                far.plus(Duration.ofDays(1)),
                supervisor.id().toString());
        assertThat(opens(callum)).isTrue();
        handOn(house.ishbel(), house.idris(), nell);
        assertThat(opens(callum)).isFalse();
        assertThat(as(nellsAccount).get("/my/what-my-therapist-sees").body()).doesNotContain("stands in for Ishbel");
        standAt(later.plusSeconds(60));
        assertThat(opens(callum)).as("Idris is away now, and has named him").isTrue();
    }

    @Test
    void pressedTwiceTheyAreHandedOnOnceAndNobodyReadsThatItFailed() {
        String page = "/desk/people/" + nell + "/transfer";
        Map<String, String> agreed = agreedTo(house.idris(), nell);
        TestBrowser ishbels = as(house.ishbel());
        HttpResponse<String> first = ishbels.open(page, page, agreed);
        HttpResponse<String> second = ishbels.post(page, agreed);
        assertThat(second.statusCode()).isEqualTo(302);
        assertThat(TestBrowser.location(second)).isEqualTo(TestBrowser.location(first));
        assertThat(house.count("transfer")).isEqualTo(1);
    }

    @Test
    void whoeverMayOnlyReachThePeopleTakesNoHour() {
        Instant ahead = time.now().plus(Duration.ofDays(1));
        Appointment hour =
                house.within(() -> diary.visibleTo(house.ishbel().viewer()).book(nell, ahead, 50));
        away(
                house.ishbel(),
                house.ishbel(),
                time.now().minusSeconds(60),
                time.now().plus(Duration.ofDays(3)),
                house.priya().id().toString());
        TestBrowser cover = as(house.priya());
        String absence = absence();
        String take = "/desk/away/" + absence + "/hours/" + hour.id();
        assertThat(cover.get("/desk/away").body()).contains("Nell").doesNotContain(take);
        assertThat(cover.post(take, form()).statusCode()).isEqualTo(404);
        assertThat(house.count("taken_over")).isZero();
        assertThat(inDoubt()).isEqualTo("1");
    }

    private boolean isRead(PersonId person) {
        return house.within(() -> context.getBean(WhoReads.class).somebodyReads(person, Optional.empty(), time.now()));
    }

    @Test
    void whileAllWhoMayAnswerAreAwayTheQuestionIsPutInTheRoomAndNothingIsPromised() {
        ConcernHouse.cover(house, context, Optional.of(house.idris().id()));
        String promise = "reads what you answer, on working days";
        assertThat(isRead(nell)).isTrue();
        Instant now = time.now();
        away(house.idris(), house.idris(), now.minusSeconds(60), now.plus(Duration.ofDays(2)), "nobody");
        assertThat(isRead(nell)).as("Ishbel is there").isTrue();
        assertThat(as(nellsAccount).get("/my/passed-on").body())
                .contains("Ishbel " + promise)
                .doesNotContain("If they cannot, Idris does");
        away(house.ishbel(), house.ishbel(), now.minusSeconds(60), now.plus(Duration.ofDays(2)), "nobody");
        assertThat(isRead(nell)).isFalse();
        assertThat(as(nellsAccount).get("/my/passed-on").body())
                .contains("Nobody here reads your answers between your meetings")
                .doesNotContain(promise);
        time.on(Duration.ofDays(3));
        assertThat(isRead(nell)).as("both are back").isTrue();
    }

    @Test
    void aCoverWhoWalksWithThePersonThemselfIsNoSecond() {
        ConcernHouse.cover(house, context, Optional.of(house.idris().id()));
        PersonId joan = house.known("Joan", house.idris()).id();
        assertThat(isRead(joan)).isFalse();
        assertThat(isRead(nell)).isTrue();
    }

    @Test
    void anAccountIsNotClosedWithoutAWordWhilePeopleAreInItsCare() {
        house.known("Joan", house.idris());
        String closing = "/desk/practice/staff/" + house.idris().id() + "/closing";
        HttpResponse<String> refused = as(house.priya()).open("/desk/practice/staff", closing, form());
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("They see one person, who is to be handed on first", "name=\"anyway\"");
        TestBrowser his = as(house.idris());
        assertThat(his.get("/desk").statusCode()).isEqualTo(200);
        assertThat(as(house.priya())
                        .open("/desk/practice/staff", closing, form("anyway", "true"))
                        .statusCode())
                .as("some must be out at once")
                .isEqualTo(302);
        assertThat(his.get("/desk").statusCode()).isNotEqualTo(200);
    }

    @Test
    void nobodyIsMadeNoTherapistWithoutAWordWhilePeopleAreInTheirCare() {
        house.known("Joan", house.idris());
        String roles = "/desk/practice/staff/" + house.idris().id() + "/roles";
        HttpResponse<String> refused =
                as(house.priya()).open("/desk/practice/staff", roles, form("roles", "RESEARCHER"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("They see one person, who is to be handed on first")
                .containsOnlyOnce("name=\"anyway\"")
                .as("what was ticked is still ticked")
                .containsPattern("value=\"RESEARCHER\" checked");
        assertThat(as(house.idris()).get("/desk/people").body()).contains("Joan");
        assertThat(as(house.priya())
                        .open("/desk/practice/staff", roles, form("roles", "RESEARCHER", "anyway", "true"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(as(house.idris()).get("/desk/people").body()).doesNotContain("Joan");
        assertThat(as(house.priya())
                        .open("/desk/practice/staff", roles, form("roles", "SUPERVISOR"))
                        .statusCode())
                .as("nothing is taken that they did not have")
                .isEqualTo(302);
    }

    @Test
    void hoursThatAreBookedGoAlongAndWhatOnlyTheOneCanDoIsSaidBefore() {
        Instant soon = time.now().plus(Duration.ofDays(2));
        house.within(() -> diary.visibleTo(house.ishbel().viewer()).series(nell, soon, 1, 3, 50));
        String course = "/desk/people/" + nell + "/course";
        assertThat(as(house.ishbel())
                        .open(course, course, form("variant", "ipt-16"))
                        .statusCode())
                .isEqualTo(302);
        String session = "/desk/people/" + nell + "/session";
        as(house.ishbel()).open(session, session + "/beginning", form("number", "1"));
        String page = "/desk/people/" + nell + "/transfer";
        String shown = as(house.ishbel()).get(page).body();
        assertThat(shown)
                .contains("3 hours are booked and still ahead. They go to the other", "A course is under way")
                .contains("The note of one session is not signed.");
        Map<String, String> agreed = form(
                "to",
                house.idris().id().toString(),
                "agreed",
                "true",
                "agreedOn",
                LocalDate.ofInstant(time.now(), LONDON).toString(),
                "_v",
                shown.replaceFirst("(?s).*name=\"_v\" value=\"(\\d+)\".*", "$1"));
        assertThat(as(house.ishbel()).open(page, page, agreed).statusCode()).isEqualTo(302);
        assertThat(house.within(() ->
                        diary.visibleTo(house.idris().viewer()).between(time.now(), soon.plus(Duration.ofDays(30)))))
                .hasSize(3)
                .allMatch(one -> one.start().isAfter(time.now()));
        assertThat(house.within(() ->
                        diary.visibleTo(house.ishbel().viewer()).between(time.now(), soon.plus(Duration.ofDays(30)))))
                .isEmpty();
    }

    @Test
    void anHourNobodySaidAnythingAboutWaitsForWhoeverWalksWithThemNow() {
        Instant soon = time.now().plus(Duration.ofDays(1));
        Appointment over =
                house.within(() -> diary.visibleTo(house.ishbel().viewer()).book(nell, soon, 50));
        String course = "/desk/people/" + nell + "/course";
        as(house.ishbel()).open(course, course, form("variant", "ipt-16"));
        time.on(Duration.ofDays(40));
        assertThat(as(house.ishbel()).get("/desk").body()).contains("what became of it on");
        assertThat(as(house.idris()).get("/desk").body()).doesNotContain("what became of it on");
        String page = "/desk/people/" + nell + "/transfer";
        String shown = as(house.ishbel()).get(page).body();
        assertThat(shown).contains("One hour is over, and nobody has said what became of it.");
        Map<String, String> agreed = form(
                "to",
                house.idris().id().toString(),
                "agreed",
                "true",
                "agreedOn",
                LocalDate.ofInstant(time.now(), LONDON).toString(),
                "_v",
                shown.replaceFirst("(?s).*name=\"_v\" value=\"(\\d+)\".*", "$1"));
        as(house.ishbel()).open(page, page, agreed);
        assertThat(as(house.ishbel()).get("/desk").body()).doesNotContain("Nell");
        assertThat(as(house.idris()).get("/desk").body()).contains("Nell", "It was with the therapist before you.");
        assertThat(as(house.priya()).get("/desk").body()).doesNotContain("It was with the therapist before you.");
        String hour = "/desk/people/" + nell + "/appointments/" + over.id();
        as(house.idris())
                .open(hour, hour + "/outcome", form("outcome", "HELD", "_v", String.valueOf(over.version() + 1)));
        assertThat(as(house.idris()).get("/desk").body()).doesNotContain("It was with the therapist before you.");
        assertThat(house.count("course_session"))
                .as("the session they had counts")
                .isEqualTo(1);
        assertThat(house.value("therapist_id from appointment where practice_id = :practice"))
                .as("whose hour it was stays true")
                .isEqualTo(house.ishbel().id().toString());
    }

    @Test
    void ofTwoWrittenDownAtOnceTheSecondIsBarredAndLetsNobodyIn() {
        Instant from = time.now().plus(Duration.ofHours(1));
        Instant until = from.plus(Duration.ofDays(2));
        assertThat(house.within(() -> absences.visibleTo(house.ishbel().viewer())
                        .plan(house.ishbel().id(), Optional.of(house.idris().id()), from, until)))
                .isPresent();
        assertThat(house.within(() -> absences.visibleTo(house.priya().viewer())
                        .plan(house.ishbel().id(), Optional.of(supervisor.id()), from.plusSeconds(60), until)))
                .as("no form has looked first")
                .isEmpty();
        assertThat(house.count("absence")).isEqualTo(1);
        assertThat(house.value("count(*) from stand_in where practice_id = :practice and account_id = '"
                        + supervisor.id() + "'"))
                .isEqualTo("0");
    }

    @Test
    void backEarlyLeavesTheNextTimeAwayCovered() {
        Instant now = time.now();
        Instant later = now.plus(Duration.ofDays(10)).truncatedTo(ChronoUnit.MINUTES);
        String idris = house.idris().id().toString();
        away(house.ishbel(), house.ishbel(), now.minusSeconds(60), now.plus(Duration.ofDays(1)), idris);
        away(house.ishbel(), house.ishbel(), later, later.plus(Duration.ofDays(1)), idris);
        assertThat(opens(house.idris())).isTrue();
        String first = house.value("id from absence where practice_id = :practice order by from_at limit 1");
        as(house.ishbel()).open("/desk/away", "/desk/away/" + first + "/end", form());
        assertThat(opens(house.idris())).isFalse();
        time.on(Duration.between(time.now(), later.plusSeconds(60)));
        assertThat(opens(house.idris())).isTrue();
    }

    @Test
    void whoeverComesWhileTheAbsenceIsPlannedIsCoveredToo() {
        Instant later = time.now().plus(Duration.ofDays(10)).truncatedTo(ChronoUnit.MINUTES);
        String idris = house.idris().id().toString();
        away(house.ishbel(), house.ishbel(), later, later.plus(Duration.ofDays(1)), idris);
        Person newcomer = Person.met(Optional.of(Confidential.of("Joan")), SafeContact.inPerson(), time.now());
        newcomer.walksWith(house.ishbel().id(), time.now());
        house.within(() -> {
            people.add(newcomer);
            return newcomer;
        });
        assertThat(opens(house.idris(), newcomer.id())).isFalse();
        time.on(Duration.between(time.now(), later.plusSeconds(60)));
        assertThat(opens(house.idris(), newcomer.id())).isTrue();
        time.on(Duration.ofDays(1));
        assertThat(opens(house.idris(), newcomer.id())).isFalse();
    }

    @Test
    void nobodyIsAwayTwiceAtTheSameTime() {
        Instant now = time.now();
        String idris = house.idris().id().toString();
        away(house.ishbel(), house.ishbel(), now.plus(Duration.ofDays(1)), now.plus(Duration.ofDays(3)), idris);
        Instant until = now.plus(Duration.ofDays(5));
        HttpResponse<String> again = away(house.ishbel(), house.ishbel(), now.plus(Duration.ofDays(2)), until, idris);
        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(again.body()).contains("They are away then already", wall(until));
        assertThat(house.count("absence")).isEqualTo(1);
        away(house.idris(), house.idris(), now.plus(Duration.ofDays(2)), until, "nobody");
        away(house.ishbel(), house.ishbel(), now.plus(Duration.ofDays(4)), until, idris);
        assertThat(house.count("absence")).as("another one, and another time").isEqualTo(3);
        String first = house.value("id from absence where practice_id = :practice order by from_at limit 1");
        as(house.ishbel()).open("/desk/away", "/desk/away/" + first + "/end", form());
        away(house.ishbel(), house.ishbel(), now.plus(Duration.ofDays(2)), now.plus(Duration.ofDays(3)), idris);
        assertThat(house.count("absence"))
                .as("not away after all, so free again")
                .isEqualTo(4);
    }

    /** To the end of the day and no further; a test that runs just before midnight waits for the next day. */
    @Test
    void thoseWhoWereToComeTodayAreToldAndEveryHourIsMarkedUntilItIsMovedOrTaken() {
        Instant soon = soonToday();
        List<Appointment> booked = house.within(() -> List.of(
                diary.visibleTo(house.ishbel().viewer()).book(nell, soon, 50),
                diary.visibleTo(house.ishbel().viewer()).book(nell, soon.plus(Duration.ofDays(1)), 50)));
        away(
                house.ishbel(),
                house.ishbel(),
                time.now().minusSeconds(60),
                time.now().plus(Duration.ofDays(3)),
                house.idris().id().toString());
        assertThat(house.value("string_agg(key, ' ') from message where practice_id = :practice"
                        + " and kind = 'THERAPIST_AWAY'"))
                .endsWith(booked.getFirst().id().toString())
                .doesNotContain(booked.getLast().id().toString());
        assertThat(house.value("count(*) from message where practice_id = :practice and kind = 'LOOK_IN'"
                        + " and account_id = '" + house.idris().id() + "'"))
                .isEqualTo("1");
        TestBrowser cover = as(house.idris());
        assertThat(cover.get("/desk/away").body()).contains("to be moved, or taken", "Nell");
        String absence = absence();
        String take = "/desk/away/" + absence + "/hours/" + booked.getLast().id();
        assertThat(as(house.priya()).open("/desk/away", take, form()).statusCode())
                .as("only the cover takes it")
                .isEqualTo(404);
        assertThat(cover.post(take, form()).statusCode()).isEqualTo(302);
        assertThat(cover.get("/desk/away").body()).contains("taken by Idris", "to be moved, or taken");
        assertThat(as(house.ishbel()).get("/desk/people/" + nell + "/transfer").body())
                .contains("2 hours are booked and still ahead");
    }

    /** That their hour is off has not gone out yet when the cover takes it, or moves it: it need not go any more. */
    @Test
    void nobodyIsToldThatAnHourIsOffWhichSomebodyHasTakenOrMoved() {
        time.toTheMorning();
        Instant soon = time.now().plus(Duration.ofHours(5));
        List<Appointment> booked = house.within(() -> List.of(
                diary.visibleTo(house.ishbel().viewer()).book(nell, soon, 50),
                diary.visibleTo(house.ishbel().viewer()).book(nell, soon.plus(Duration.ofHours(1)), 50)));
        idrisCovers();
        assertThat(toldThatItIsOff()).isEqualTo("WAITING WAITING");
        idrisTakes(booked.getFirst());
        house.within(() -> diary.visibleTo(house.idris().viewer())
                .move(booked.getLast().id(), 1, soon.plus(Duration.ofDays(9)), 50, false));
        assertThat(toldThatItIsOff()).isEqualTo("WITHDRAWN WITHDRAWN");
    }

    private String toldThatItIsOff() {
        return house.value("string_agg(state, ' ' order by key) from message where practice_id = :practice"
                + " and kind = 'THERAPIST_AWAY'");
    }

    /** A message calls them to the desk: there stands what for. */
    @Test
    void whoeverStandsInReadsItOnTheirFirstPage() {
        assertThat(as(house.idris()).get("/desk").body()).doesNotContain("When a colleague cannot be there");
        Instant now = time.now();
        idrisCovers();
        assertThat(as(house.idris()).get("/desk").body())
                .contains("When a colleague cannot be there", "href=\"/desk/away\"")
                .doesNotContain("hours wait to be taken");
        house.within(() -> diary.visibleTo(house.ishbel().viewer()).book(nell, now.plus(Duration.ofDays(2)), 50));
        assertThat(as(house.idris()).get("/desk").body()).contains("hours wait to be taken or moved");
        time.on(Duration.ofDays(7));
        assertThat(as(house.idris()).get("/desk").body()).doesNotContain("When a colleague cannot be there");
    }

    /** What became of an hour is asked of whoever was there. */
    @Test
    void whatBecameOfAnHourThatWasTakenIsAskedOfWhoeverTookIt() {
        Instant now = time.now();
        Appointment hour = house.within(
                () -> diary.visibleTo(house.ishbel().viewer()).book(nell, now.plus(Duration.ofDays(1)), 50));
        idrisCovers();
        idrisTakes(hour);
        time.on(Duration.ofDays(2));
        assertThat(as(house.idris()).get("/desk").body())
                .contains("what became of it on", "/appointments/" + hour.id())
                .doesNotContain("It was with the therapist before you");
    }

    @Test
    void nobodyIsRemindedOfAnHourInWhichTheirTherapistIsAwayUnlessItIsTakenOrTheyAreBack() {
        Instant ahead = time.now().plus(Duration.ofDays(3));
        List<Appointment> booked = house.within(() -> List.of(
                diary.visibleTo(house.ishbel().viewer()).book(nell, ahead, 50),
                diary.visibleTo(house.ishbel().viewer()).book(nell, ahead.plus(Duration.ofDays(1)), 50),
                diary.visibleTo(house.ishbel().viewer()).book(nell, ahead.plus(Duration.ofDays(9)), 50)));
        assertThat(reminders()).isEqualTo("WAITING WAITING WAITING");
        idrisCovers();
        assertThat(reminders()).as("the third is after they are back").isEqualTo("WITHDRAWN WITHDRAWN WAITING");
        TestBrowser nells = as(nellsAccount);
        assertThat(nells.get("/my").body()).contains("Your therapist is away on", "We meet on");
        assertThat(nells.get("/my/appointments").body().split("Your therapist is away then", -1))
                .hasSize(3);
        String absence = absence();
        idrisTakes(booked.getFirst());
        assertThat(reminders()).as("the first is taken").isEqualTo("WAITING WITHDRAWN WAITING");
        house.within(() -> diary.visibleTo(house.ishbel().viewer())
                .cancel(booked.getFirst().id(), 1, Side.THERAPIST, false));
        as(house.ishbel()).open("/desk/away", "/desk/away/" + absence + "/end", form());
        assertThat(reminders()).as("what was called off stays so").isEqualTo("WITHDRAWN WAITING WAITING");
        assertThat(nells.get("/my").body()).doesNotContain("Your therapist is away");
        assertThat(nells.get("/my/appointments").body()).doesNotContain("Your therapist is away");
    }

    @Test
    void anHourThatIsBookedOrMovedIntoAnAbsenceIsInDoubtToo() {
        idrisCovers();
        TestBrowser ishbels = as(house.ishbel());
        LocalDate day = LocalDate.ofInstant(time.now(), LONDON).plusDays(3);
        String appointments = "/desk/people/" + nell + "/appointments";
        assertThat(TestBrowser.location(ishbels.open(appointments, appointments, hour(day, "3"))))
                .as("she hears of it")
                .endsWith("done=diary.done.booked-away");
        assertThat(reminders()).as("the others are after she is back").isEqualTo("WITHDRAWN WAITING WAITING");
        assertThat(as(nellsAccount).get("/my/appointments").body().split("Your therapist is away then", -1))
                .hasSize(2);
        assertThat(ishbels.get(appointments).body()).contains("the therapist is away then");
        assertThat(ishbels.get("/desk/away").body()).contains("to be moved, or taken");
        String last = house.value("id from appointment where practice_id = :practice order by start_at desc limit 1");
        Map<String, String> sooner = hour(day.plusDays(1), "1");
        sooner.put("_v", "1");
        assertThat(TestBrowser.location(
                        ishbels.open(appointments + "/" + last, appointments + "/" + last + "/time", sooner)))
                .endsWith("done=diary.done.moved-away");
        assertThat(inDoubt()).isEqualTo("2");
        Map<String, String> later = hour(day.plusDays(30), "1");
        later.put("_v", "2");
        assertThat(TestBrowser.location(
                        ishbels.open(appointments + "/" + last, appointments + "/" + last + "/time", later)))
                .endsWith("done=diary.done.moved");
        assertThat(inDoubt()).as("nobody is away then").isEqualTo("1");
        String absence = absence();
        ishbels.open("/desk/away", "/desk/away/" + absence + "/end", form());
        assertThat(inDoubt()).as("she is back").isEqualTo("0");
    }

    @Test
    void whoeverIsHandedOnToSomebodyWhoIsAwayIsNotToldThatTheirHourTakesPlace() {
        Instant ahead = time.now().plus(Duration.ofDays(3));
        house.within(() -> diary.visibleTo(house.ishbel().viewer()).book(nell, ahead, 50));
        away(
                house.idris(),
                house.idris(),
                time.now().minusSeconds(60),
                time.now().plus(Duration.ofDays(6)),
                "nobody");
        assertThat(inDoubt()).isEqualTo("0");
        house.within(() -> transfers
                .visibleTo(house.ishbel().viewer())
                .handOn(
                        nell,
                        people.find(nell).orElseThrow().version(),
                        house.idris().id(),
                        LocalDate.ofInstant(time.now(), LONDON),
                        Optional.empty()));
        assertThat(inDoubt()).isEqualTo("1");
    }

    /** A cover books the next hours: the one in the absence is theirs, the one after it belongs to whoever walks with the person. */
    @Test
    void anHourTheCoverBooksIsWithTheCoverInTheAbsenceAndWithTheTherapistAfterIt() {
        Instant now = time.now();
        idrisCovers();
        List<Appointment> booked = house.within(
                () -> diary.visibleTo(house.idris().viewer()).series(nell, now.plus(Duration.ofDays(2)), 1, 2, 50));
        assertThat(booked)
                .extracting(Appointment::therapist)
                .containsExactly(house.idris().id(), house.ishbel().id());
        assertThat(inDiary(house.ishbel(), now))
                .containsExactly(booked.getLast().id());
        Appointment moved = house.within(() -> diary.visibleTo(house.idris().viewer())
                .move(booked.getFirst().id(), 1, now.plus(Duration.ofDays(8)), 50, false));
        assertThat(moved.therapist())
                .as("out of the absence")
                .isEqualTo(house.ishbel().id());
        Appointment meanwhile = house.within(
                () -> diary.visibleTo(house.idris().viewer()).book(nell, now.plus(Duration.ofDays(3)), 50));
        assertThat(meanwhile.therapist()).isEqualTo(house.idris().id());
        String absence = absence();
        as(house.ishbel()).open("/desk/away", "/desk/away/" + absence + "/end", form());
        assertThat(inDiary(house.ishbel(), now)).as("back early").contains(meanwhile.id());
    }

    /** Back early from the first of two times away: what the cover keeps in the second stays with the cover. */
    @Test
    void backEarlyTakesBackTheHoursOfThisTimeAwayAlone() {
        Instant now = time.now();
        Instant later = now.plus(Duration.ofDays(10)).truncatedTo(ChronoUnit.MINUTES);
        String idris = house.idris().id().toString();
        away(house.ishbel(), house.ishbel(), now.minusSeconds(60), now.plus(Duration.ofDays(6)), idris);
        away(house.ishbel(), house.ishbel(), later, later.plus(Duration.ofDays(4)), idris);
        Appointment soon = house.within(
                () -> diary.visibleTo(house.idris().viewer()).book(nell, now.plus(Duration.ofDays(2)), 50));
        Appointment then = house.within(
                () -> diary.visibleTo(house.idris().viewer()).book(nell, later.plus(Duration.ofDays(2)), 50));
        assertThat(inDiary(house.idris(), now)).containsExactly(soon.id(), then.id());
        String first = house.value("id from absence where practice_id = :practice order by from_at limit 1");
        as(house.ishbel()).open("/desk/away", "/desk/away/" + first + "/end", form());
        assertThat(inDiary(house.idris(), now)).isEmpty();
        assertThat(inDiary(house.ishbel(), now))
                .as("with the hour of the second time, which nobody else sees until it begins")
                .containsExactly(soon.id(), then.id());
        time.on(Duration.between(time.now(), later.plusSeconds(60)));
        assertThat(inDiary(house.idris(), now)).containsExactly(then.id());
        assertThat(inDiary(house.ishbel(), now)).containsExactly(soon.id());
    }

    /** Handed on while a cover keeps an hour: that hour goes to whoever walks with them now, and is not lost in the cover's diary. */
    @Test
    void anHourTheCoverKeepsGoesAlongWhenThePersonIsHandedOn() {
        Instant now = time.now();
        Account third = house.practice().colleague("callum@practice.example", "Callum", Set.of(Role.THERAPIST));
        idrisCovers();
        Appointment kept = house.within(
                () -> diary.visibleTo(house.idris().viewer()).book(nell, now.plus(Duration.ofDays(2)), 50));
        assertThat(inDiary(house.idris(), now)).containsExactly(kept.id());
        handOn(house.ishbel(), third, nell);
        assertThat(inDiary(third, now)).containsExactly(kept.id());
        assertThat(inDiary(house.idris(), now)).isEmpty();
    }

    @Test
    void anHourTheCoverHasTakenIsInTheirDiaryAndClashesThere() {
        Instant now = time.now();
        Appointment hour = house.within(
                () -> diary.visibleTo(house.ishbel().viewer()).book(nell, now.plus(Duration.ofDays(2)), 50));
        PersonId sam = house.known("Sam", house.idris()).id();
        Appointment same =
                house.within(() -> diary.visibleTo(house.idris().viewer()).book(sam, now.plus(Duration.ofDays(2)), 50));
        idrisCovers();
        assertThat(inDiary(house.idris(), now)).containsExactly(same.id());
        String absence = absence();
        idrisTakes(hour);
        assertThat(inDiary(house.idris(), now)).containsExactlyInAnyOrder(same.id(), hour.id());
        assertThat(house.within(() -> diary.visibleTo(house.idris().viewer()).clashing(same)))
                .extracting(Appointment::id)
                .containsExactly(hour.id());
        as(house.ishbel()).open("/desk/away", "/desk/away/" + absence + "/end", form());
        assertThat(inDiary(house.idris(), now)).containsExactly(same.id());
    }

    private List<UUID> inDiary(Account whose, Instant now) {
        return house.within(() -> diary.visibleTo(whose.viewer()).between(now, now.plus(Duration.ofDays(30)))).stream()
                .map(Appointment::id)
                .toList();
    }

    /** Ill from tomorrow morning, said tonight: those of tomorrow are told, and hear it too when they can come after all. */
    @Test
    void whoeverIsIllFromTomorrowTellsThoseOfTomorrowAndBackEarlyTheyHearThatToo() {
        Instant now = time.now();
        Instant tomorrow = LocalDate.ofInstant(now, LONDON)
                .plusDays(1)
                .atTime(7, 0)
                .atZone(LONDON)
                .toInstant();
        Appointment first = house.within(
                () -> diary.visibleTo(house.ishbel().viewer()).book(nell, tomorrow.plus(Duration.ofHours(4)), 50));
        Appointment later = house.within(
                () -> diary.visibleTo(house.ishbel().viewer()).book(nell, tomorrow.plus(Duration.ofDays(2)), 50));
        time.on(Duration.between(time.now(), tomorrow.minus(Duration.ofHours(9))));
        away(
                house.ishbel(),
                house.ishbel(),
                tomorrow,
                tomorrow.plus(Duration.ofDays(5)),
                house.idris().id().toString());
        assertThat(keys("THERAPIST_AWAY"))
                .endsWith(first.id().toString())
                .doesNotContain(later.id().toString());
        assertThat(as(house.ishbel()).get("/desk/away").body()).doesNotContain("Back early");
        time.on(Duration.ofHours(11));
        house.job("deliver-messages");
        String absence = absence();
        as(house.ishbel()).open("/desk/away", "/desk/away/" + absence + "/end", form());
        assertThat(keys("AFTER_ALL"))
                .endsWith(first.id().toString())
                .doesNotContain(later.id().toString());
        assertThat(as(house.ishbel()).get("/desk/away").body())
                .contains("Back early", "These hours can take place after all", "Nell");
    }

    @Test
    void whoeverWasNotToldYetHearsNothingOfIt() {
        Instant now = time.now();
        house.within(() -> diary.visibleTo(house.ishbel().viewer()).book(nell, now.plus(Duration.ofDays(2)), 50));
        idrisCovers();
        assertThat(keys("THERAPIST_AWAY")).as("the first day that has hours").isNotEmpty();
        String absence = absence();
        as(house.ishbel()).open("/desk/away", "/desk/away/" + absence + "/end", form());
        assertThat(keys("AFTER_ALL")).isEmpty();
        assertThat(as(house.ishbel()).get("/desk/away").body()).doesNotContain("Back early");
    }

    private String keys(String kind) {
        return house.value("coalesce(string_agg(key, ' '), '') from message where practice_id = :practice"
                + " and kind = '" + kind + "'");
    }

    private static Map<String, String> hour(LocalDate day, String count) {
        return form("day", day.toString(), "time", "11:00", "minutes", "50", "count", count, "every", "1");
    }

    private String inDoubt() {
        return house.value("count(*) from appointment_in_doubt where practice_id = :practice");
    }

    @Test
    void whoeverTookAnHourIsToldWhenThePersonCannotComeToIt() {
        Instant ahead = time.now().plus(Duration.ofDays(3));
        List<Appointment> booked = house.within(() -> List.of(
                diary.visibleTo(house.ishbel().viewer()).book(nell, ahead, 50),
                diary.visibleTo(house.ishbel().viewer()).book(nell, ahead.plus(Duration.ofDays(1)), 50)));
        idrisCovers();
        idrisTakes(booked.getFirst());
        for (Appointment one : booked.reversed()) {
            assertThat(house.value("count(*) from message where practice_id = :practice"
                            + " and key like 'taken-called-off:%'"))
                    .isEqualTo("0");
            assertThat(as(nellsAccount)
                            .open(
                                    "/my/appointments",
                                    "/my/appointments/" + one.id() + "/cannot-come",
                                    form(
                                            "_v",
                                            house.value("version from appointment where practice_id = :practice"
                                                    + " and id = '" + one.id() + "'")))
                            .body())
                    .isEmpty();
        }
        assertThat(house.value("account_id || ' ' || kind from message where practice_id = :practice"
                        + " and key = 'taken-called-off:" + booked.getFirst().id() + "'"))
                .isEqualTo(house.idris().id() + " LOOK_IN");
    }

    private String reminders() {
        return house.value("string_agg(state, ' ' order by not_before) from message where practice_id = :practice"
                + " and kind = 'REMINDER'");
    }

    @Test
    void whoeverCoversSeesWhomNoMessageHasReached() {
        Instant soon = soonToday();
        house.within(() -> diary.visibleTo(house.ishbel().viewer()).book(nell, soon, 50));
        away(
                house.ishbel(),
                house.ishbel(),
                time.now().minusSeconds(60),
                time.now().plus(Duration.ofDays(3)),
                house.priya().id().toString());
        TestBrowser cover = as(house.priya());
        String missed = "no message reached them: tell them in another way";
        assertThat(cover.get("/desk/away").body())
                .contains("Nell", "a message is on its way")
                .doesNotContain(missed);
        house.job("deliver-messages");
        assertThat(cover.get("/desk/away").body())
                .as("Nell has not agreed to get messages")
                .contains("Nell", missed);
    }

    /** In a quarter of an hour, which is still today. */
    private Instant soonToday() {
        Instant midnight = LocalDate.ofInstant(time.now(), LONDON)
                .plusDays(1)
                .atStartOfDay(LONDON)
                .toInstant();
        if (Duration.between(time.now(), midnight).toMinutes() < 30) {
            time.on(Duration.ofHours(1));
        }
        return time.now().plusSeconds(900);
    }

    @Test
    void whoeverStandsInCannotHandOn() {
        Instant now = time.now();
        Account callum = house.practice().colleague("callum@practice.example", "Callum", Set.of(Role.THERAPIST));
        away(
                house.ishbel(),
                house.ishbel(),
                now.minusSeconds(60),
                now.plus(Duration.ofDays(2)),
                house.idris().id().toString());
        String page = "/desk/people/" + nell + "/transfer";
        assertThat(as(house.idris()).get(page).body())
                .contains("Only whoever walks with them")
                .doesNotContain("name=\"to\"");
        Map<String, String> slipped = form(
                "to",
                callum.id().toString(),
                "agreed",
                "true",
                "agreedOn",
                LocalDate.ofInstant(time.now(), LONDON).toString(),
                "_v",
                "1");
        assertThat(as(house.idris()).open(page, page, slipped).statusCode()).isEqualTo(422);
        assertThat(opens(callum)).isFalse();
        assertThat(as(callum).get(page).statusCode()).isEqualTo(404);
    }

    private String will(Account executor, String scope) {
        as(house.ishbel())
                .open(
                        "/desk/clinical-wills",
                        "/desk/clinical-wills/mine",
                        form(
                                "executor",
                                executor.id().toString(),
                                "scope",
                                scope,
                                "words",
                                "Ring the Heatherbell first"));
        return "/desk/clinical-wills/"
                + house.value("id from clinical_will where practice_id = :practice and ended_at is null");
    }

    private HttpResponse<String> press(Account who, String path, String... fields) {
        return as(who).open("/desk/clinical-wills", path, form(fields));
    }

    @Test
    void aClinicalWillTakesTwoAndNeverTheTherapistAndEndsByItself() {
        String will = will(house.idris(), "RECORD");
        assertThat(house.rows("clinical_will"))
                .doesNotContain("Heatherbell")
                .doesNotContain(TestHouse.hex("Heatherbell"));
        assertThat(press(house.ishbel(), will + "/opening", "why", "I say so").statusCode())
                .isEqualTo(404);
        assertThat(press(house.priya(), will + "/opening").statusCode()).isEqualTo(422);
        assertThat(press(house.priya(), will + "/opening", "why", "She had an accident")
                        .statusCode())
                .isEqualTo(302);
        assertThat(opens(house.idris())).as("one is not enough").isFalse();
        assertThat(press(house.priya(), will + "/opening/confirmation").statusCode())
                .as("nor the same one twice")
                .isEqualTo(404);
        assertThat(press(house.ishbel(), will + "/opening/confirmation").statusCode())
                .isEqualTo(404);
        assertThat(opens(house.idris())).isFalse();
        assertThat(as(house.ishbel()).get("/desk/clinical-wills").body())
                .as("the therapist sees it")
                .contains("Priya has asked for it to be opened", "She had an accident");
        assertThat(as(house.ishbel()).get("/desk").body()).contains("to open your clinical will; you can stop it");

        assertThat(press(supervisor, will + "/opening/confirmation").statusCode())
                .isEqualTo(302);
        assertThat(house.value("count(*) from message where practice_id = :practice and account_id in ('"
                        + house.ishbel().id() + "', '" + house.idris().id() + "')"))
                .as("the therapist is told twice, whoever carries it out once")
                .isEqualTo("3");
        assertThat(house.value("kind from message where practice_id = :practice and person_id is not null"))
                .isEqualTo("SOMEBODY_ELSE");
        assertThat(opens(house.idris())).isTrue();
        assertThat(opens(supervisor)).isFalse();
        assertThat(as(house.idris()).get("/desk/clinical-wills").body()).contains("Ring the Heatherbell first");
        assertThat(as(supervisor).get("/desk/clinical-wills").body()).doesNotContain("Heatherbell");
        assertThat(as(nellsAccount).get("/my/what-my-therapist-sees").body())
                .contains("Ishbel cannot work just now. Idris stands in");
        assertThat(house.looked(nell)).anyMatch(entry -> entry.act() == Act.CHANGED_ACCESS);
        time.on(Duration.ofDays(14).plusSeconds(1));
        assertThat(opens(house.idris())).as("it ends by itself").isFalse();
    }

    /** "Away" would put the one therapist away whom whoever runs the practice did not think of. */
    @Test
    void whoeverRunsThePracticeSaysWhoIsAwayAlsoWhereThereIsOneTherapist() {
        press(house.priya(), "/desk/practice/staff/" + house.idris().id() + "/closing", "sure", "true");
        assertThat(as(house.ishbel()).get("/desk/away").body())
                .contains(">I am away<")
                .doesNotContain("type=\"radio\" id=\"therapist-");
        assertThat(as(house.priya()).get("/desk/away").body())
                .contains(
                        ">Somebody is away<",
                        ">Who is away?<",
                        "name=\"therapist\" value=\"" + house.ishbel().id())
                .doesNotContain(">I am away<", "type=\"hidden\" name=\"therapist\"");
        Instant now = time.now();
        HttpResponse<String> nobody = as(house.priya())
                .open(
                        "/desk/away",
                        "/desk/away",
                        form(
                                "from",
                                wall(now.plus(Duration.ofDays(1))),
                                "until",
                                wall(now.plus(Duration.ofDays(2))),
                                "cover",
                                "nobody"));
        assertThat(nobody.statusCode()).isEqualTo(422);
        assertThat(house.count("absence")).isZero();
    }

    /** Whoever puts a therapist away lets somebody into their records: the therapist hears of it, and can end it. */
    @Test
    void whoeverIsPutDownAsAwayByAnotherHearsOfIt() {
        Instant now = time.now();
        String none = house.idris().id().toString();
        away(house.ishbel(), house.ishbel(), now.plus(Duration.ofDays(2)), now.plus(Duration.ofDays(3)), none);
        String toHer = "count(*) from message where practice_id = :practice and kind = 'LOOK_IN' and account_id = '"
                + house.ishbel().id() + "'";
        assertThat(house.value(toHer)).as("she knows").isEqualTo("0");
        away(house.priya(), house.ishbel(), now.plus(Duration.ofDays(5)), now.plus(Duration.ofDays(6)), none);
        assertThat(house.value(toHer)).isEqualTo("1");
        assertThat(as(house.ishbel()).get("/desk").body())
                .containsPattern("Priya.*put you down as away until")
                .contains("you can end it");
    }

    /** Nobody waits at the door of somebody who cannot come any more. */
    @Test
    void whileAClinicalWillIsOpenTheHoursOfItsTherapistAreInDoubt() {
        house.within(() ->
                diary.visibleTo(house.ishbel().viewer()).book(nell, time.now().plus(Duration.ofDays(8)), 50));
        assertThat(reminders()).isEqualTo("WAITING");
        String will = will(house.idris(), "RECORD");
        press(house.priya(), will + "/opening", "why", "She had an accident");
        assertThat(reminders()).as("asked for alone").isEqualTo("WAITING");
        press(supervisor, will + "/opening/confirmation");
        assertThat(reminders()).isEqualTo("WITHDRAWN");
        assertThat(as(nellsAccount).get("/my/appointments").body()).contains("Your therapist is away then");
        press(house.priya(), will + "/opening/end");
        assertThat(reminders()).as("it was not so").isEqualTo("WAITING");
        assertThat(as(nellsAccount).get("/my/appointments").body()).doesNotContain("Your therapist is away then");
    }

    /** They were to be away for a day of it anyway: what was planned stays, and the days around it are filled. */
    @Test
    void aTimeAwayThatWasPlannedKeepsNoHourOutOfDoubtWhileAWillIsOpen() {
        Instant now = time.now();
        away(
                house.ishbel(),
                house.ishbel(),
                now.plus(Duration.ofDays(4)),
                now.plus(Duration.ofDays(5)),
                house.idris().id().toString());
        house.within(() -> List.of(
                diary.visibleTo(house.ishbel().viewer()).book(nell, now.plus(Duration.ofDays(2)), 50),
                diary.visibleTo(house.ishbel().viewer()).book(nell, now.plus(Duration.ofHours(108)), 50),
                diary.visibleTo(house.ishbel().viewer()).book(nell, now.plus(Duration.ofDays(8)), 50)));
        String will = opened(supervisor);
        assertThat(reminders()).isEqualTo("WITHDRAWN WITHDRAWN WITHDRAWN");
        assertThat(house.count("absence")).isEqualTo(3);
        press(house.priya(), will + "/opening/end");
        assertThat(reminders())
                .as("the door stays closed on the day that was planned")
                .isEqualTo("WAITING WITHDRAWN WAITING");
        assertThat(house.value("count(*) from absence where practice_id = :practice and ended_at is null"))
                .as("what was planned stays")
                .isEqualTo("1");
    }

    /** Nobody comes on a day of a leave that is taken back while somebody else sees to their people for good reason. */
    @Test
    void aLeaveThatIsTakenBackLeavesNoDayOpenWhileAWillIsOpen() {
        Instant now = time.now();
        away(
                house.ishbel(),
                house.ishbel(),
                now.plus(Duration.ofDays(4)),
                now.plus(Duration.ofDays(5)),
                house.idris().id().toString());
        house.within(() -> diary.visibleTo(house.ishbel().viewer()).book(nell, now.plus(Duration.ofHours(108)), 50));
        String will = opened(supervisor);
        String leave = house.value("id from absence where practice_id = :practice and cover_id is not null");
        press(house.priya(), "/desk/away/" + leave + "/end");
        assertThat(reminders()).as("the will is open on that day too").isEqualTo("WITHDRAWN");
        press(house.priya(), will + "/opening/end");
        assertThat(reminders()).isEqualTo("WAITING");
        assertThat(house.value("count(*) from absence where practice_id = :practice and ended_at is null"))
                .isEqualTo("0");
    }

    /** While the first time away is over and the next has not begun, only the therapist sees the person. */
    @Test
    void anHourTheCoverBooksForTheNextTimeAwayStandsInTheDiaryInBetween() {
        Instant now = time.now();
        Instant later = now.plus(Duration.ofDays(10)).truncatedTo(ChronoUnit.MINUTES);
        String idris = house.idris().id().toString();
        away(house.ishbel(), house.ishbel(), now.minusSeconds(60), now.plus(Duration.ofDays(1)), idris);
        away(house.ishbel(), house.ishbel(), later, later.plus(Duration.ofDays(1)), idris);
        house.within(() -> diary.visibleTo(house.idris().viewer()).book(nell, later.plus(Duration.ofHours(2)), 50));
        time.on(Duration.ofDays(3));
        assertThat(house.within(
                        () -> diary.visibleTo(house.ishbel().viewer()).between(later, later.plus(Duration.ofDays(1)))))
                .hasSize(1);
    }

    @Test
    void whatIsHalfSaidInAWillAndInAskingForItIsThereAgain() {
        HalfTyped mine = new HalfTyped(() -> as(house.ishbel()), "/desk/clinical-wills", "cover.will");
        mine.isThereAgain(Map.of("words", "Ring the Heatherbell"));
        assertThat(house.rows("draft")).doesNotContain(TestHouse.hex("Heatherbell"), "Heatherbell");
        new HalfTyped(() -> as(house.idris()), "/desk/clinical-wills", "cover.will").isEmpty();
        String will = will(house.idris(), "RECORD");
        mine.isEmpty();
        String asking = "cover.opening:" + will.substring(will.lastIndexOf('/') + 1);
        new HalfTyped(() -> as(house.priya()), "/desk/clinical-wills", asking)
                .isThereAgain(Map.of("why", "She had an accident"));
        press(house.priya(), will + "/opening", "why", "She had an accident");
        assertThat(house.count("draft")).isZero();
    }

    @Test
    void aClinicalWillOpensNoMoreThanItSaysAndTheTherapistClosesIt() {
        String will = will(supervisor, "CONTACT");
        press(house.priya(), will + "/opening", "why", "She does not answer");
        press(house.idris(), will + "/opening/confirmation");
        assertThat(as(supervisor).get(contact()).body()).contains("Nell");
        assertThat(as(supervisor).get(record()).statusCode()).isEqualTo(404);
        assertThat(press(house.ishbel(), will + "/opening/end").statusCode()).isEqualTo(302);
        assertThat(as(supervisor).get(contact()).statusCode()).isEqualTo(404);
    }

    private String opened(Account executor) {
        String will = will(executor, "CONTACT");
        press(house.priya(), will + "/opening", "why", "She does not answer");
        press(house.idris(), will + "/opening/confirmation");
        return will;
    }

    private HttpResponse<String> handOn(Account who, String will, PersonId person, Account to) {
        return press(
                who, will + "/people", "whom", person.toString(), "to", to.id().toString());
    }

    @Test
    void whoeverCarriesOutAnOpenedWillHandsThePeopleOnWithTheirHoursAndWhatWaits() {
        String theirs = "/desk/people/" + nell + "/concerns";
        as(house.ishbel()).open(theirs, theirs, form("source", "MESSAGE", "said", "She wrote at night"));
        house.within(() ->
                diary.visibleTo(house.ishbel().viewer()).book(nell, time.now().plus(Duration.ofDays(3)), 50));
        PersonId joan = house.known("Joan", house.idris()).id();
        String will = opened(supervisor);
        assertThat(as(supervisor).get("/desk/clinical-wills").body()).contains(will + "/people");
        assertThat(as(house.priya()).get("/desk/clinical-wills").body()).doesNotContain(will + "/people");
        assertThat(as(supervisor).get(will + "/people").body())
                .contains("Nell", "Idris")
                .doesNotContain("Joan");
        HttpResponse<String> nobody = press(supervisor, will + "/people", "whom", joan.toString());
        assertThat(nobody.statusCode()).isEqualTo(422);
        assertThat(nobody.body()).contains("Choose whom to hand on", "Choose to whom");
        HttpResponse<String> toNobody = press(supervisor, will + "/people", "whom", nell.toString());
        assertThat(toNobody.body()).containsPattern("value=\"" + nell + "\"[^>]*checked");

        assertThat(handOn(supervisor, will, nell, house.idris()).statusCode()).isEqualTo(302);
        assertThat(therapists(nell)).containsExactly(house.idris().id());
        assertThat(therapists(joan)).containsExactly(house.idris().id());
        assertThat(opens(house.ishbel())).isFalse();
        assertThat(as(supervisor).get(contact()).statusCode())
                .as("it was open for this alone")
                .isEqualTo(404);
        assertThat(house.value("therapist_id from appointment where practice_id = :practice"))
                .isEqualTo(house.idris().id().toString());
        assertThat(as(house.idris()).get("/desk/concerns").body()).contains("Nell", "Idris has been told");
        assertThat(house.value("from_id || ' ' || to_id || ' ' || by_id || ' ' || coalesce(agreed_on::text, 'unasked')"
                        + " from transfer where practice_id = :practice"))
                .isEqualTo(house.ishbel().id() + " " + house.idris().id() + " " + supervisor.id() + " unasked");
        assertThat(house.looked(nell))
                .anyMatch(entry ->
                        entry.act() == Act.CHANGED_ACCESS && entry.actor().equals(Optional.of(supervisor.id())));
        assertThat(keys("LOOK_IN")).contains(":" + house.idris().id());
        assertThat(keys("SOMEBODY_ELSE")).contains("handed-on:");
        assertThat(as(supervisor).get(will + "/people").body()).contains("Everybody is with another therapist.");
    }

    /** They read that their hour cannot take place; with whoever walks with them now it can. */
    @Test
    void whoeverReadThatTheirHourIsOffHearsThatItTakesPlaceWithTheOtherTherapist() {
        time.toTheMorning();
        house.within(() ->
                diary.visibleTo(house.ishbel().viewer()).book(nell, time.now().plus(Duration.ofHours(5)), 50));
        String will = opened(supervisor);
        assertThat(toldThatItIsOff()).isEqualTo("WAITING");
        house.within(() -> context.getBean(JdbcClient.class)
                .sql("update message set state = 'SENT', ended_at = made_at where practice_id = :practice"
                        + " and kind = 'THERAPIST_AWAY'")
                .param("practice", house.practice().id().value())
                .update());
        assertThat(handOn(supervisor, will, nell, house.idris()).statusCode()).isEqualTo(302);
        assertThat(keys("AFTER_ALL")).contains("back:");
        assertThat(as(nellsAccount).get("/my/appointments").body()).doesNotContain("Your therapist is away then");
    }

    @Test
    void nobodyHandsOnUnderAWillThatIsNotOpenOrThatNamesSomebodyElse() {
        String will = will(house.idris(), "RECORD");
        String page = will + "/people";
        assertThat(handOn(house.idris(), will, nell, house.idris()).statusCode())
                .as("nobody asked for it")
                .isEqualTo(404);
        press(house.priya(), will + "/opening", "why", "She does not answer");
        assertThat(as(house.idris()).get(page).statusCode())
                .as("one is not enough")
                .isEqualTo(404);
        assertThat(handOn(house.idris(), will, nell, house.idris()).statusCode())
                .isEqualTo(404);
        press(supervisor, will + "/opening/confirmation");
        for (Account other : List.of(house.priya(), supervisor, house.ishbel())) {
            assertThat(as(other).get(page).statusCode()).isEqualTo(404);
            assertThat(handOn(other, will, nell, house.idris()).statusCode()).isEqualTo(404);
        }
        TestHouse harbour = new TestHouse(context, "Harbour Practice", Optional.empty());
        assertThat(harbour.browser(port, harbour.ishbel()).get(page).statusCode())
                .isEqualTo(404);
        assertThat(as(house.idris()).get(page).statusCode()).isEqualTo(200);
        assertThat(handOn(house.idris(), will, nell, supervisor).statusCode())
                .as("no therapist")
                .isEqualTo(422);
        time.on(Duration.ofDays(14).plusSeconds(1));
        assertThat(as(house.idris()).get(page).statusCode()).as("it is over").isEqualTo(404);
        assertThat(handOn(house.idris(), will, nell, house.idris()).statusCode())
                .isEqualTo(404);
        assertThat(therapists(nell)).containsExactly(house.ishbel().id());
        assertThat(house.count("transfer")).isZero();
    }

    @Test
    void nobodyOfAnotherPracticeSeesAnyOfIt() {
        String will = will(house.idris(), "RECORD");
        TestHouse harbour = new TestHouse(context, "Harbour Practice", Optional.empty());
        assertThat(harbour.browser(port, harbour.ishbel())
                        .get("/desk/clinical-wills")
                        .body())
                .doesNotContain("Idris may then");
        assertThat(harbour.browser(port, harbour.priya())
                        .open("/desk/clinical-wills", will + "/opening", form("why", "Let me in"))
                        .statusCode())
                .isEqualTo(404);
        Account lea = house.practice().colleague("lea@practice.example", "Lea", Set.of(Role.RESEARCHER));
        for (String page : List.of("/desk/clinical-wills", "/desk/away")) {
            assertThat(as(lea).get(page).statusCode()).isEqualTo(404);
        }
    }
}
