package tombolo.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * Half a course, from the first evening at home to the eighth session. Somebody placed on the circles once is there in the
 * timeline, the formulation, the contract, the hour, the week and the safety plan, and nobody types their name again.
 */
@ResourceLock(Stage.OWN)
class CourseJourneyIT {
    private static final String NAME = "Morag J";
    private static final String DEPUTY = "My old deputy";
    private static final String PASSWORD = "rowan thirteen harbour lantern";
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final Set<Integer> ANSWERED = Set.of(1, 2, 4, 6, 8);
    private static final int ABOUT_LIVING = 8;
    private static final int LAST = 8;

    @Test
    void keepsOneThreadFromTheFirstEveningToTheEighthSession() throws IOException {
        try (TomboloProcess tombolo = Stage.fresh("course-journey").start();
                Visitor ishbel = Visitor.onLaptop(tombolo.base()).is("Ishbel");
                Visitor morag = Visitor.onPhone(tombolo.base())) {
            String record = isWrittenDown(ishbel);
            comesIn(ishbel, morag, "morag.course@example.org");
            placesHerPeople(morag);
            tellsWhenItBegan(morag);
            beginsTheCourse(ishbel, record);
            booksTheHours(ishbel, record, LAST);
            waits(tombolo, 1);
            answers(morag, 2);
            goesThroughTheStart(ishbel, record);
            agreesOnTheWork(ishbel, morag, record);
            agreesOnTheWords(ishbel, morag, record);
            writesHerSafetyPlan(ishbel, morag, record);
            meets(ishbel, morag, record, 1);
            for (int number = 2; number <= LAST; number++) {
                waits(tombolo, 7);
                if (ANSWERED.contains(number)) {
                    answers(morag, number < 5 ? 2 : 1);
                }
                meets(ishbel, morag, record, number);
            }
            standsAtTheEighth(ishbel, record);
            findsHerOnePersonEverywhere(morag);
            seesWhoHasLooked(morag);
        }
    }

    /**
     * A therapist alone, with nobody to cover: what is asked before an hour is asked a day before it at the soonest and without
     * the question nobody would read, both know who reads it when, and in the hour it is read. Then the person's mailbox is not
     * theirs alone any more.
     */
    @Test
    void whereOneWorksAloneTheQuestionsComeADayBeforeAndAreReadInTheHour() throws IOException {
        TomboloProcess tombolo = Stage.fresh("practice-of-one").start();
        URI harbour = URI.create(tombolo.base().toString().replace("localhost", "harbour.localhost"));
        try (tombolo;
                Visitor callum = Visitor.onLaptop(harbour).is("Callum");
                Visitor sam = Visitor.onPhone(harbour)) {
            String record = isReachedByEmail(callum);
            comesIn(callum, sam, "sam.harbour@example.org");
            beginsTheCourse(callum, record);
            booksTheHours(callum, record, 1);
            bothKnowWhoReads(callum, sam);
            assertThat(sam.goes("/my/questions").page().locator("main .tasks a"))
                    .hasCount(0);
            waits(tombolo, 1);
            answersWithoutTheNinth(sam);
            readsItInTheHour(callum, record);
            stopsAWayThatIsNotSafe(callum, sam, record);
        }
    }

    private static String isReachedByEmail(Visitor callum) {
        Page page = callum.goes("/desk/people/new").page();
        page.locator("#name").fill("Sam H");
        page.locator("#way-EMAIL").check();
        page.locator("#email").fill("sam.home@example.org");
        page.locator("#email-safe").check();
        page.locator("main form button.btn").click();
        page.waitForURL(Pattern.compile(".*/desk/people/[0-9a-f-]{36}.*"));
        return callum.path();
    }

    private static void bothKnowWhoReads(Visitor callum, Visitor sam) {
        assertThat(callum.goes("/desk/practice/watch").page().locator("main"))
                .containsText("Answers are read in the session.");
        assertThat(sam.goes("/my/passed-on").page().locator("main"))
                .containsText("Callum works here alone, and reads what you answer when you meet.");
    }

    private static void answersWithoutTheNinth(Visitor sam) {
        isAsked(sam);
        Page page = sam.page();
        assertThat(page.locator("main")).containsText("Nobody reads it before then.");
        assertThat(page.locator("input[name=asked][value=phq-8]")).hasCount(1);
        assertThat(page.locator("input[name=asked][value=phq-9]")).hasCount(0);
        PageGate.check(sam, "/my/questions/{id}, where one works alone");
        Locator questions = page.locator("section.sheet fieldset");
        for (int i = 0; i < questions.count(); i++) {
            questions.nth(i).locator("input").nth(2).check();
        }
        page.locator("input[name=ending][value=yes]").check();
        page.locator("main form button.btn").click();
        assertThat(page.locator(".emergency .call-now")).isVisible();
        assertThat(page.locator("main")).containsText("Nobody is told by this.");
        PageGate.check(sam, "/my/questions/{id}, help first where one works alone");
        page.locator("main a[href$='/thanks']").click();
        assertThat(page.locator("main")).containsText("Nobody reads them before then.");
    }

    private static void readsItInTheHour(Visitor callum, String record) {
        Page page = callum.goes(record + "/session").page();
        assertThat(page.locator(".hour")).containsText("PHQ-8");
        presses(callum, page.locator("form.begin button"), "sessions.done.begun");
        callum.goes(record + "/progress?measure=phq-8");
        assertThat(page.locator(".score svg .ring, .score svg .full")).hasCount(1);
    }

    /** One press, and no word of it goes anywhere but onto the two pages. */
    private static void stopsAWayThatIsNotSafe(Visitor callum, Visitor sam, String record) {
        Page page = sam.goes("/my/messages").page();
        PageGate.check(sam, "/my/messages, a way that is open");
        int messages = page.locator("main ul.plain > li").count();
        presses(sam, page.locator("form[action$='/closed-way'] button"), "messages.done.closed");
        assertThat(page.locator("main")).containsText("You closed this way: sam.home@example.org.");
        assertThat(page.locator("form[action$='/closed-way']")).hasCount(0);
        assertThat(page.locator("main ul.plain > li").count()).isLessThanOrEqualTo(messages);
        PageGate.check(sam, "/my/messages, a way that is closed");
        assertThat(callum.goes("/desk").page().locator("main")).containsText("Ways that are no longer safe");
        callum.page().locator("main a", hasText("Sam H")).first().click();
        assertThat(callum.goes(record).page().locator("section.safe")).containsText("Do not ring or write there.");
        callum.goes(record + "/contact");
        PageGate.check(callum, "/desk/people/{id}/contact, a way that is closed");
    }

    private static String isWrittenDown(Visitor ishbel) {
        Page page = ishbel.goes("/desk/people/new").page();
        page.locator("#name").fill(NAME);
        page.locator("#way-IN_PERSON").check();
        page.locator("main form button.btn").click();
        page.waitForURL(Pattern.compile(".*/desk/people/[0-9a-f-]{36}.*"));
        return ishbel.path();
    }

    private static void comesIn(Visitor ishbel, Visitor morag, String address) {
        ishbel.page().locator("form[action$='/invitation'] button").click();
        String link = ishbel.page().locator("#link").inputValue();
        Page page = morag.goes(URI.create(link).getPath()).page();
        page.locator("#agree").check();
        page.locator("main form button.btn").click();
        page.locator("#address").fill(address);
        page.locator("#password").fill(PASSWORD);
        page.locator("#again").fill(PASSWORD);
        page.locator("form[action$='/password'] button").click();
        page.locator("#phrase").fill("the kettle on the blue stove");
        page.locator("form[action$='/phrase'] button").first().click();
        page.locator("form[action$='/sheet'] button").click();
        assertThat(page.locator("ol.codes li")).not().hasCount(0);
        page.locator("form[action$='/finish'] button").click();
        page.waitForURL("**/my");
    }

    /** The one time the name of her deputy is typed. */
    private static void placesHerPeople(Visitor morag) {
        Page page = morag.goes("/my/circles").page();
        page.locator("#names").fill(DEPUTY + "\nThe dog walkers");
        page.locator("#place").selectOption("further-out");
        page.locator("form.adding button.btn").click();
        assertThat(page.locator("section.everyone .rows .name")).hasCount(2);
    }

    private static void tellsWhenItBegan(Visitor morag) {
        String then = YearMonth.now(LONDON)
                .minusMonths(5)
                .format(DateTimeFormatter.ofPattern("MMMM yyyy", java.util.Locale.UK));
        Page page = morag.goes("/my/timeline?add=mark").page();
        page.locator("input[name=kind][value=onset]").check();
        page.locator("#when").fill(then);
        page.locator("#what").fill("the evenings went quiet");
        page.locator("#mood").selectOption("3");
        presses(morag, page.locator("#form button.btn"), "timeline.done.kept");
        morag.goes("/my/timeline?add=event");
        page.locator("input[name=kind][value=change]").check();
        page.locator("#when").fill("about " + then);
        page.locator("#what").fill("I left the school");
        page.locator("#form label.choice", hasText(DEPUTY)).click();
        presses(morag, page.locator("#form button.btn"), "timeline.done.kept");
        assertThat(page.locator("li.entry", hasText("I left the school"))).containsText(DEPUTY);
    }

    private static void booksTheHours(Visitor ishbel, String record, int count) {
        ZonedDateTime tomorrow = ZonedDateTime.now(LONDON).plusDays(1);
        ZonedDateTime later = tomorrow.plusMinutes(90);
        boolean sameDay = later.toLocalDate().equals(tomorrow.toLocalDate());
        ZonedDateTime first = sameDay ? later : tomorrow.with(LocalTime.of(23, 59));
        Page page = ishbel.goes(record + "/appointments").page();
        page.locator("#day").fill(first.toLocalDate().toString());
        page.locator("#time")
                .fill(LocalTime.of(first.getHour(), first.getMinute()).toString());
        page.locator("#count").fill(String.valueOf(count));
        presses(ishbel, page.locator("main form button.btn"), "diary.done.booked");
    }

    private static void waits(TomboloProcess tombolo, int days) throws IOException {
        new PlainClient(tombolo.base())
                .post(
                        "/demo/clock",
                        Map.of(
                                "days",
                                String.valueOf(days),
                                "_idem",
                                UUID.randomUUID().toString()));
    }

    /** Everything that is asked, with nothing said about not wanting to live. */
    private static void answers(Visitor morag, int severity) {
        isAsked(morag);
        Page page = morag.page();
        Locator questions = page.locator("section.sheet fieldset");
        for (int i = 0; i < questions.count(); i++) {
            questions
                    .nth(i)
                    .locator("input")
                    .nth(i == ABOUT_LIVING ? 0 : severity)
                    .check();
        }
        page.locator("main form button.btn").click();
        page.waitForURL("**/thanks*");
    }

    private static void isAsked(Visitor morag) {
        TomboloProcess.await(
                "put its questions",
                Duration.ofSeconds(40),
                () -> morag.goes("/my/questions")
                                .page()
                                .locator("main .tasks a")
                                .count()
                        > 0);
        morag.page().locator("main .tasks a").first().click();
        assertThat(morag.page().locator("section.sheet fieldset").first()).isVisible();
    }

    private static void beginsTheCourse(Visitor ishbel, String record) {
        Page page = ishbel.goes(record + "/course").page();
        page.locator("input[name=variant][value=ipt-16]").check();
        presses(ishbel, page.locator("main form button.btn"), "course.done.begun");
    }

    private static void goesThroughTheStart(Visitor ishbel, String record) {
        Page page = ishbel.page();
        task(ishbel, record, "details", () -> {
            page.locator("input[name=adult][value=YES]").check();
            page.locator("#contact-who").selectOption(new SelectOption().setLabel(DEPUTY));
            page.locator("#contact-phone").fill("01632 960111");
        });
        task(ishbel, record, "history", () -> {
            assertThat(page.locator("main")).containsText("the evenings went quiet");
            assertThat(page.locator("#onset")).hasCount(0);
        });
        task(
                ishbel,
                record,
                "medication",
                () -> page.locator("input[name=talked][value=YES]").check());
        task(ishbel, record, "symptoms", () -> {
            assertThat(page.locator("dl.answers .said").first()).isVisible();
            page.locator("input[name=gone-through][value=YES]").check();
        });
        task(ishbel, record, "episode", () -> {
            page.locator("input[name=found][value=EPISODE]").check();
            page.locator("#clinician").fill("Her doctor");
            page.locator("#recorded")
                    .fill(ZonedDateTime.now(LONDON).toLocalDate().toString());
            saysNoToTheRest(page);
        });
        task(ishbel, record, "suitability", () -> {
            saysNoToTheRest(page);
            page.locator("input[name=decision][value=GO_ON]").check();
        });
        task(
                ishbel,
                record,
                "naming",
                () -> page.locator("label:has(input[name=named])").all().forEach(Locator::click));
        ishbel.goes(record + "/intake/consents");
        presses(ishbel, page.locator("form[action$='/consents/CARE'] button"), "course.done.consent");
    }

    private static void task(Visitor ishbel, String record, String task, Runnable filled) {
        Page page = ishbel.goes(record + "/intake/" + task).page();
        filled.run();
        page.locator("input[name=finished][value=yes]").check();
        presses(ishbel, page.locator("main form button.btn"), "course.done.kept");
    }

    private static void saysNoToTheRest(Page page) {
        page.locator("input[type=radio][value=NO]").all().forEach(Locator::check);
    }

    private static void agreesOnTheWork(Visitor ishbel, Visitor morag, String record) {
        Page page = ishbel.goes(record + "/focus").page();
        page.locator("input[name=area][value=transition]").check();
        page.locator("label.choice:has(input[name=people])", hasText(DEPUTY)).click();
        page.locator("#evidence").fill("It began when she left the school.");
        presses(ishbel, page.locator("main form button.btn"), "course.done.focus");
        ishbel.goes(record + "/contract/writing");
        assertThat(page.locator("#sessions")).hasValue("16");
        goal(page, 0, "Ring once a week", DEPUTY);
        goal(page, 1, "Walk along on Saturdays", "The dog walkers");
        for (String field : new String[] {"missed", "extension", "worse"}) {
            page.locator("#" + field).fill("We talk it over.");
        }
        presses(ishbel, page.locator("main form button.btn"), "course.done.proposed");
        morag.goes("/my")
                .page()
                .locator("main .tasks a[href^='/my/course']")
                .first()
                .click();
        assertThat(morag.page().locator("ol.goals")).containsText(DEPUTY);
        presses(morag, morag.page().locator("form[action$='/agreement'] button"), "course.done.yes");
        assertThat(morag.page().locator("main")).containsText("You agreed on 16 sessions");
    }

    private static void goal(Page page, int place, String words, String with) {
        page.locator("#goal-" + place).fill(words);
        page.locator("#with-" + place).selectOption(new SelectOption().setLabel(with));
        page.locator("#observable-" + place).fill("Both of us see it happen");
        page.locator("#baseline-" + place).fill("2");
    }

    /** The draft knows who was there when it began; only what nobody has told yet is typed. */
    private static void agreesOnTheWords(Visitor ishbel, Visitor morag, String record) {
        Page page = ishbel.goes(record + "/formulation/writing").page();
        assertThat(page.locator("#between")).hasValue(Pattern.compile(DEPUTY));
        assertThat(page.locator("#began")).hasValue(Pattern.compile("I left the school"));
        assertThat(page.locator("#work")).hasValue(Pattern.compile("Ring once a week"));
        page.locator("#pattern").fill("When a Sunday is empty, your mood falls.");
        presses(ishbel, page.locator("main form button.btn"), "formulation.done.kept");
        presses(ishbel, page.locator("form[action$='/agreement'] button").first(), "formulation.done.agreed");
        morag.goes("/my")
                .page()
                .locator(".tasks a[href^='/my/what-we-agreed']")
                .first()
                .click();
        presses(morag, morag.page().locator("form[action$='/agreement'] button"), "formulation.done.agreed");
        assertThat(morag.page().locator(".notice.good")).containsText("both");
        assertThat(morag.page().locator(".agreed-words")).containsText(DEPUTY);
    }

    /** Everybody on the circles can be ticked, and nobody is until she does. */
    private static void writesHerSafetyPlan(Visitor ishbel, Visitor morag, String record) {
        ishbel.goes(record + "/safety-plan/writing");
        assertThat(ishbel.page().locator("input[name^='reach-'][value='01632 960111']"))
                .hasCount(1);
        Page page = morag.goes("/my/safety-plan/writing").page();
        assertThat(page.locator("input[name=company]")).hasCount(2);
        assertThat(page.locator("input[name=company]:checked, input[name=ask]:checked"))
                .hasCount(0);
        page.locator("#alone").fill("Walk down to the shore");
        page.locator("label.choice:has(input[name=company])", hasText(DEPUTY)).click();
        presses(morag, page.locator("main form button.btn").last(), "safety.done.kept");
        assertThat(page.locator(".safety-plan")).containsText(DEPUTY);
        assertThat(page.locator(".safety-plan")).not().containsText("The dog walkers");
    }

    /** One week: what was agreed last time is at hand, the hour is begun, its note is signed, and she tells how it went. */
    private static void meets(Visitor ishbel, Visitor morag, String record, int number) {
        Page page = ishbel.goes(record + "/session").page();
        assertThat(page.locator("main")).containsText("Session " + number + " of 16");
        if (number > 1) {
            assertThat(page.locator("dl.facts")).containsText("Ring on Sunday, week " + (number - 1) + " · " + DEPUTY);
            assertThat(page.locator("ol.plan li", hasText(DEPUTY))).not().hasCount(0);
        }
        presses(ishbel, page.locator("form.begin button"), "sessions.done.begun");
        page.locator("a.btn.begin").click();
        assertThat(page.locator("#try0")).hasValue("");
        Locator cameUp = page.locator("label.tick", hasText(DEPUTY)).locator("input");
        if (number == 1) {
            cameUp.check();
        } else {
            assertThat(cameUp).isChecked();
            assertThat(page.locator("#since")).hasValue(Pattern.compile("We laughed in week " + (number - 1)));
        }
        page.locator("#since").fill("Week " + number + ": less low after the call.");
        page.locator("#try0").fill("Ring on Sunday, week " + number);
        page.locator("#with0").selectOption(new SelectOption().setLabel(DEPUTY));
        page.locator("#safety").check();
        presses(ishbel, page.locator("button[value=sign]"), "sessions.done.signed");
        tellsHowItWent(morag, number);
    }

    private static void tellsHowItWent(Visitor morag, int number) {
        Page page = morag.goes("/my").page();
        Locator open = page.locator("form[action*='/tries/']");
        assertThat(open).hasCount(1);
        assertThat(open).containsText("Ring on Sunday, week " + number);
        assertThat(open).containsText(DEPUTY);
        open.locator("label.choice").first().click();
        presses(morag, open.locator("button[type=submit]"), "week.done.went");
        page.locator("summary", hasText("How the last ones went")).click();
        page.locator("li.row a[href*='/tries/']").first().click();
        page.locator("#words").fill("We laughed in week " + number);
        presses(morag, page.locator("main form button.btn").first(), "week.done.went");
    }

    private static void standsAtTheEighth(Visitor ishbel, String record) {
        Page page = ishbel.goes(record + "/session").page();
        assertThat(page.locator("main")).containsText("Session " + LAST + " of 16");
        page.locator("main a[href*='/session/notes/']").first().click();
        assertThat(page.locator(".read")).containsText(DEPUTY);
        ishbel.goes(record + "/progress?measure=phq-9");
        assertThat(page.locator(".score svg .ring, .score svg .full")).hasCount(ANSWERED.size());
        ishbel.goes(record + "/appointments");
        assertThat(page.locator("main .tasks .tag", hasText("held"))).hasCount(LAST);
        ishbel.goes(record + "/thread-sheet");
        assertThat(page.locator(".sheet")).containsText(DEPUTY);
    }

    /** She placed two people, and there are two; what is about one of them is found from there. */
    private static void findsHerOnePersonEverywhere(Visitor morag) {
        Page page = morag.goes("/my/circles").page();
        assertThat(page.locator("section.everyone .rows .name")).hasCount(2);
        String id = (String) page.locator("section.everyone li", hasText(DEPUTY))
                .first()
                .evaluate("row => row.id.replace('row-', '')");
        morag.goes("/my/circles/relationships/" + id + "/mentions");
        for (String place : new String[] {
            "I left the school", "Ring once a week", "Ring on Sunday, week 1", "Ring on Sunday, week 8", "mind off"
        }) {
            assertThat(page.locator("main")).containsText(place);
        }
    }

    private static void seesWhoHasLooked(Visitor morag) {
        Page page = morag.goes("/my/who-has-looked").page();
        Locator rows = page.locator("tbody tr", hasText("Ishbel"));
        for (String part : new String[] {"Your timeline", "What we agreed", "Your course", "The people in your life"}) {
            assertThat(rows.filter(new Locator.FilterOptions().setHasText(part)).first())
                    .isVisible();
        }
    }

    /** Presses, and waits until the page says that it is done. */
    private static void presses(Visitor visitor, Locator button, String done) {
        button.click();
        visitor.page().waitForURL(address -> address.contains("done=" + done));
    }

    private static Page.LocatorOptions hasText(String words) {
        return new Page.LocatorOptions().setHasText(words);
    }
}
