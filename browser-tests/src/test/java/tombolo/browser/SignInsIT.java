package tombolo.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.SameSiteAttribute;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Being signed in is one cookie in one area; it ends when the person says so, here or from another device. */
@ResourceLock(Stage.SHARED)
class SignInsIT {
    private final TomboloProcess tombolo = Stage.demo();

    @ParameterizedTest
    @CsvSource({"Anna, __Host-my", "Ishbel, __Host-desk"})
    void isExactlyOneCookieThatScriptsCannotReadAndOtherSitesCannotSend(String name, String expected) {
        try (Visitor visitor = Visitor.onPhone(tombolo.base()).is(name)) {
            List<Cookie> cookies = visitor.context().cookies();
            assertThat(cookies).hasSize(1);
            Cookie cookie = cookies.getFirst();
            assertThat(cookie.name).isEqualTo(expected);
            assertThat(cookie.secure).isTrue();
            assertThat(cookie.httpOnly).isTrue();
            assertThat(cookie.path).isEqualTo("/");
            assertThat(cookie.sameSite).isIn(SameSiteAttribute.LAX, SameSiteAttribute.STRICT);
        }
    }

    @ParameterizedTest
    @CsvSource({"Anna, /my/sign-ins", "Ishbel, /desk/sign-ins"})
    void signingOutLeavesNothingBehindTheBackButton(String name, String page) {
        try (Visitor visitor = Visitor.onPhone(tombolo.base()).is(name)) {
            visitor.goes(page);
            visitor.page().locator("form[action$='/sign-out'] button").first().click();
            visitor.page().waitForURL("**/sign-in**");
            assertThat(visitor.context().cookies()).isEmpty();
            visitor.page().goBack();
            assertThat(visitor.path()).startsWith("/sign-in");
        }
    }

    @ParameterizedTest
    @CsvSource({"Anna, /my/sign-ins, true", "Anna, /my/sign-ins, false", "Ishbel, /desk/sign-ins, true"})
    void leavingQuicklyEndsIt(String name, String page, boolean scripts) throws IOException {
        try (Visitor visitor =
                scripts ? Visitor.onPhone(tombolo.base()) : Visitor.onPhoneWithoutScripts(tombolo.base())) {
            visitor.is(name).goes(page);
            List<Cookie> before = visitor.context().cookies();
            visitor.page().locator("a.leave").click();
            visitor.page().waitForURL(Stage.elsewhere().toString());
            assertThat(visitor.context().cookies()).isEmpty();
            visitor.page().goBack();
            assertThat(visitor.page().url()).doesNotContain(page);
            PlainClient thief = new PlainClient(tombolo.base());
            before.forEach(cookie -> thief.carries(cookie.name, cookie.value));
            assertThat(thief.get(page).location())
                    .as("the old cookie, presented again")
                    .contains("/sign-in");
        }
    }

    @Test
    void canBeEndedFromAnotherDevice() {
        try (Visitor phone = Visitor.onPhone(tombolo.base()).is("Anna");
                Visitor laptop = Visitor.onLaptop(tombolo.base()).is("Anna")) {
            laptop.goes("/my/sign-ins")
                    .page()
                    .locator("form[action$='/others/ending'] button")
                    .click();
            laptop.page().waitForURL("**/my/sign-ins**");
            phone.goes("/my/sign-ins");
            assertThat(phone.path()).startsWith("/sign-in");
            assertThat(laptop.goes("/my/sign-ins").path()).isEqualTo("/my/sign-ins");
        }
    }

    @Test
    void oneAreasCookieOpensNothingInTheOther() {
        try (Visitor anna = Visitor.onPhone(tombolo.base()).is("Anna")) {
            anna.goes("/desk/sign-ins");
            assertThat(anna.path()).startsWith("/sign-in/desk");
        }
    }
}
