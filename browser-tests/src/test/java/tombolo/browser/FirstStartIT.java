package tombolo.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * The first day of a practice, as a host and those who work there have it: a token on the server's own screen, a passkey, a
 * colleague, the key sheet, a backup brought back on trial, and only then the first person.
 */
@ResourceLock(Stage.OWN)
class FirstStartIT {
    private static final String PASSWORD = "rowan thirteen harbour lantern";
    private static final Pattern TOKEN = Pattern.compile("It works once[^\n]*\n\\s+(\\S+)");

    private final TomboloProcess tombolo = TomboloProcess.serve("first-start")
            .with("TOMBOLO_INVENTED_LANGUAGES", "true")
            .with("TOMBOLO_LEAVE_TO", Stage.elsewhere().toString());

    @Test
    void leadsFromTheTokenToTheFirstPerson() throws Exception {
        try (TomboloProcess running = tombolo.start();
                Visitor priya = Visitor.onLaptop(running.base())) {
            ownsADeviceWithPasskeys(priya);
            setsUp(priya);
            signsOutAndInByPasskey(priya);
            String colleague = invites(priya, "Ishbel");
            joins(colleague);
            priya.goes("/desk/people/new");
            assertThat(priya.page().locator("h1")).hasText("Not yet");
            looks(priya, "/desk/people/new, not yet", "/desk/people/new");
            hasTheSheetAndABackup(priya);
            String link = writesDown(priya, "Morag");
            comesIn(link);
            asksForAWayBack();
            reachesOut();
        }
    }

    /** What a phone or a laptop has built in: it makes passkeys, keeps them, and asks its owner. */
    private static void ownsADeviceWithPasskeys(Visitor visitor) {
        CDPSession device = visitor.context().newCDPSession(visitor.page());
        device.send("WebAuthn.enable");
        JsonObject options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        for (String can :
                List.of("hasResidentKey", "hasUserVerification", "isUserVerified", "automaticPresenceSimulation")) {
            options.addProperty(can, true);
        }
        JsonObject made = new JsonObject();
        made.add("options", options);
        device.send("WebAuthn.addVirtualAuthenticator", made);
    }

    private void setsUp(Visitor priya) {
        Matcher told = TOKEN.matcher(tombolo.said());
        assertThat(told.find()).as("the token, on the server's own screen").isTrue();
        Page page = priya.goes("/set-up").page();
        looks(priya, "/set-up", "/set-up");
        priya.goes("/set-up");
        page.locator("#token").fill("not the token");
        page.locator("#practice").fill("Lochside Practice");
        page.locator("#name").fill("Priya");
        page.locator("#address").fill("priya@lochside.example");
        page.locator("#word").fill("person");
        page.locator("main form button.btn").click();
        assertThat(page.locator("#practice")).hasValue("Lochside Practice");
        PageGate.check(priya, "/set-up, not the token");
        page.locator("#token").fill(told.group(1));
        page.locator("main form button.btn").click();
        looks(priya, "/desk/first-steps, a key", "/desk/first-steps");
        page.locator("[data-passkey] button").click();
        assertThat(page.locator("form[action$='/sheet'] button")).isVisible();
        looks(priya, "/desk/first-steps, a sheet", "/desk/first-steps");
        page.locator("form[action$='/sheet'] button").click();
        assertThat(page.locator("ol.codes li")).not().hasCount(0);
        PageGate.check(priya, "/desk/first-steps, the sheet");
        page.locator("form[action$='/finish'] button").click();
        assertThat(priya.path()).isEqualTo("/desk");
    }

    private static void signsOutAndInByPasskey(Visitor priya) {
        Page page = priya.page();
        page.locator("form[action$='/sign-out'] button").first().click();
        page.waitForURL("**/sign-in**");
        priya.goes("/sign-in/desk");
        page.locator("[data-passkey] button").click();
        page.waitForURL(address -> URI.create(address).getPath().equals("/desk"));
    }

    /** Before somebody is let in the manager shows a key again: the passkey, pressed once more. */
    private static String invites(Visitor priya, String name) {
        Page page = priya.goes("/desk/practice/staff").page();
        Locator prove = page.locator("a[href*='/desk/proof']");
        if (prove.count() > 0) {
            prove.click();
            page.locator("[data-passkey] button").click();
            page.waitForURL("**/desk/practice/staff");
        }
        page.locator("section[aria-labelledby=invite] #name").fill(name);
        page.locator("section[aria-labelledby=invite] input[value=THERAPIST]").check();
        page.locator("section[aria-labelledby=invite] button").click();
        return URI.create(page.locator(".notice code").innerText().strip()).getPath();
    }

    /** A colleague who has no passkey: a password, and an app that shows six digits. */
    private void joins(String link) {
        try (Visitor ishbel = Visitor.onPhone(tombolo.base())) {
            Page page = ishbel.goes(link).page();
            looks(ishbel, "/join/{link}", link);
            ishbel.goes(link);
            page.locator("#name").fill("Ishbel");
            page.locator("#address").fill("ishbel@lochside.example");
            page.locator("main form button.btn").click();
            choosesAPassword(page, "");
            looks(ishbel, "/desk/first-steps, an app", "/desk/first-steps");
            String letters = page.locator("main code.spelled").first().innerText();
            page.locator("#code").fill(Newcomer.code(letters.replaceAll("\\s", "")));
            page.locator("form[action$='/authenticator'] button").click();
            page.locator("form[action$='/sheet'] button").click();
            page.locator("form[action$='/finish'] button").click();
            assertThat(ishbel.path()).isEqualTo("/desk");
        }
    }

    private static void choosesAPassword(Page page, String address) {
        if (!address.isEmpty()) {
            page.locator("#address").fill(address);
        }
        page.locator("#password").fill(PASSWORD);
        page.locator("#again").fill(PASSWORD);
        page.locator("form[action$='/password'] button").click();
    }

    /** The sheet is printed and typed back, and the backup is brought back on trial by the verb itself. */
    private void hasTheSheetAndABackup(Visitor priya) throws IOException {
        Page page = priya.page();
        page.getByText("The key sheet and the backup").click();
        page.locator("main form button.btn").click();
        if (priya.path().equals("/desk/proof")) {
            page.locator("[data-passkey] button").click();
            page.waitForURL("**/desk/key-recovery-sheet");
            page.locator("main form button.btn").click();
        }
        List<String> groups = page.locator("ol.codes li").allInnerTexts();
        assertThat(groups).hasSize(9);
        PageGate.check(priya, "/desk/key-recovery-sheet, the code");
        for (String field : List.of("first", "second")) {
            String label = page.locator("label[for=" + field + "]").innerText();
            int group = Integer.parseInt(label.replaceAll("\\D", ""));
            page.locator("#" + field).fill(groups.get(group - 1).strip());
        }
        page.locator("form[action$='/confirmation'] button").click();
        assertThat(page.locator(".notice").first()).isVisible();
        Path cupboard = Files.createDirectories(tombolo.home().resolve("cupboard"));
        CommandLine.Ended made = new CommandLine(cupboard)
                .run(
                        Map.of(
                                "TOMBOLO_DATA", tombolo.data().toString(),
                                "TOMBOLO_KEYS", tombolo.home().resolve("keys").toString(),
                                "TOMBOLO_CHECKPOINTS",
                                        tombolo.home().resolve("checkpoints").toString()),
                        "",
                        "backup",
                        cupboard.resolve("record.backup").toString());
        assertThat(made.said()).contains("Done. Brought back on trial");
    }

    private static String writesDown(Visitor priya, String name) {
        Page page = priya.goes("/desk/people/new").page();
        page.locator("#name").fill(name);
        page.locator("input[name=way]").last().check();
        page.locator("main form button.btn").click();
        assertThat(page.locator("h1")).containsText(name);
        page.locator("form[action$='/invitation'] button").click();
        return URI.create(page.locator("#link").inputValue()).getPath();
    }

    private void comesIn(String link) {
        try (Visitor morag = Visitor.onPhone(tombolo.base())) {
            ownsADeviceWithPasskeys(morag);
            Page page = morag.goes(link).page();
            looks(morag, "/invitation/{token}", link);
            morag.goes(link);
            page.locator("#agree").check();
            page.locator("main form button.btn").click();
            looks(morag, "/my/first-steps, a key", "/my/first-steps");
            choosesAPassword(page, "morag@example.org");
            looks(morag, "/my/first-steps, a phrase", "/my/first-steps");
            page.locator("form[action$='/phrase'] button[value=later]").click();
            looks(morag, "/my/first-steps, a sheet", "/my/first-steps");
            page.locator("form[action$='/sheet'] button").click();
            PageGate.check(morag, "/my/first-steps, the sheet");
            page.locator("form[action$='/finish'] button").click();
            assertThat(morag.path()).startsWith("/my");
            takesUpAPasskey(morag);
        }
    }

    /** Later, when she has come to trust it: the phone itself is her key from then on. */
    private static void takesUpAPasskey(Visitor morag) {
        Page page = morag.goes("/my/keys").page();
        if (page.locator("a[href*='/my/proof']").count() > 0) {
            page.locator("a[href*='/my/proof']").click();
            page.locator("#password").fill(PASSWORD);
            page.locator("main form button.btn").first().click();
            page.waitForURL("**/my/keys**");
        }
        page.locator("[data-passkey][data-kind=create] button").click();
        assertThat(page.locator("section[aria-labelledby=passkeys] li.card")).hasCount(1);
        PageGate.check(morag, "/my/keys, a passkey");
        morag.goes("/my");
        page.locator("form[action$='/sign-out'] button").first().click();
        page.waitForURL("**/sign-in**");
        morag.goes("/sign-in");
        page.locator("[data-passkey] button").click();
        page.waitForURL(address -> URI.create(address).getPath().equals("/my"));
    }

    /** On a friend's phone, everything lost: the page she waits on is hers alone, and tells nobody whether there is such a person. */
    private void asksForAWayBack() {
        try (Visitor morag = Visitor.onPhone(tombolo.base())) {
            Page page = morag.goes("/sign-in").page();
            page.locator("a[href='/way-back']").click();
            page.locator("#address").fill("morag@example.org");
            page.locator("form[action='/way-back'] button").click();
            assertThat(page.locator("main .told")).hasText(Pattern.compile("\\d{3} \\d{3}"));
            looks(morag, "/way-back/{link}", morag.path());
        }
    }

    /** A letter to a practice that has only just begun, checked before it is sent. */
    private void reachesOut() {
        try (Visitor joan = Visitor.onPhone(tombolo.base())) {
            Page page = joan.goes("/reach-out").page();
            page.locator("main form button.btn[type=submit]").click();
            PageGate.check(joan, "/reach-out, something is missing");
            page.locator("input[name=way][value=PHONE]").check();
            page.locator("#phone").fill("07700 900456");
            page.locator("#words").fill("The evenings are long.");
            page.locator("main form button.btn[type=submit]").click();
            PageGate.check(joan, "/reach-out/check-answers");
            page.locator("main form button.btn[type=submit]").click();
            looks(joan, "/reach-out/sent/{reference}", joan.path());
        }
    }

    /** Through the gate as it stands, and in the two invented languages; afterwards the page is there again in its own. */
    private static void looks(Visitor visitor, String place, String path) {
        PageGate.check(visitor, place);
        assertThat(PageGate.languages(visitor, path))
                .as("the page '" + place + "'")
                .isEmpty();
        visitor.goes(path);
    }
}
