package tombolo.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.Cookie;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;

/** Somebody at a phone or a laptop, with a browser profile of their own; everything their browser asks for is noted. */
final class Visitor implements AutoCloseable {
    static final int PHONE = 360;
    static final int LAPTOP = 1280;

    static {
        PlaywrightAssertions.setDefaultAssertionTimeout(20_000);
    }

    private final URI base;
    private final BrowserContext context;
    private final Page page;
    private final boolean scripts;
    private final Set<String> troubles = new LinkedHashSet<>();
    private @Nullable Response document;

    private Visitor(URI base, BrowserContext context, boolean scripts) {
        this.base = base;
        this.context = context;
        this.scripts = scripts;
        context.setDefaultTimeout(60_000);
        context.setDefaultNavigationTimeout(60_000);
        context.onRequest(this::sameOriginOnly);
        context.onConsoleMessage(this::noComplaints);
        context.onWebError(error -> troubles.add("a script failed: " + error.error()));
        page = context.pages().isEmpty() ? context.newPage() : context.pages().getFirst();
        page.onResponse(this::noteDocument);
    }

    static Visitor onPhone(URI base) {
        return with(base, PHONE, true);
    }

    static Visitor onLaptop(URI base) {
        return with(base, LAPTOP, true);
    }

    static Visitor onPhoneWithoutScripts(URI base) {
        return with(base, PHONE, false);
    }

    static Visitor onLaptopWithoutScripts(URI base) {
        return with(base, LAPTOP, false);
    }

    /** A visitor whose browser keeps its profile where we say, so that it can be killed or searched. */
    static Visitor withProfile(URI base, java.nio.file.Path profile) {
        return new Visitor(base, Browsers.withProfile(profile, base.toString()), true);
    }

    /**
     * The page this visitor stands on, opened as it was served by somebody whose browser runs scripts: the checks are
     * scripts themselves. Everything else of the page is the same.
     */
    Visitor withScripts() {
        String address = page.url();
        byte[] served = source().getBytes(StandardCharsets.UTF_8);
        int status = document().status();
        Map<String, String> headers = document().headers();
        Visitor other = with(base, page.viewportSize().width, true);
        other.context.addCookies(context.cookies().stream().map(Visitor::again).toList());
        other.page.route(
                address,
                once -> once.fulfill(new Route.FulfillOptions()
                        .setStatus(status)
                        .setHeaders(headers)
                        .setBodyBytes(served)));
        other.page.navigate(address);
        return other;
    }

    /** A cookie with a prefix is only taken by its address, and then without a path. */
    private static Cookie again(Cookie cookie) {
        Cookie copy = new Cookie(cookie.name, cookie.value);
        copy.domain = cookie.domain;
        copy.path = cookie.path;
        copy.secure = cookie.secure;
        copy.httpOnly = cookie.httpOnly;
        copy.sameSite = cookie.sameSite;
        return copy;
    }

    private static Visitor with(URI base, int width, boolean scripts) {
        Browser.NewContextOptions options = new Browser.NewContextOptions()
                .setBaseURL(base.toString())
                .setViewportSize(width, width == PHONE ? 740 : 800)
                .setJavaScriptEnabled(scripts)
                .setHasTouch(width == PHONE)
                .setLocale("en-GB")
                .setTimezoneId("Europe/London")
                .setReducedMotion(com.microsoft.playwright.options.ReducedMotion.REDUCE);
        return new Visitor(base, Browsers.one().newContext(options), scripts);
    }

    Page page() {
        return page;
    }

    BrowserContext context() {
        return context;
    }

    boolean hasScripts() {
        return scripts;
    }

    /** Types an address, as from a bookmark. */
    Visitor goes(String path) {
        opens(path);
        return this;
    }

    /** The same, and what was answered at last. */
    Response opens(String path) {
        return Objects.requireNonNull(page.navigate(base.resolve(path).toString()), () -> "no new page at " + path);
    }

    /** Becomes one of the cast with one press, as the demo offers. */
    Visitor is(String name) {
        goes("/demo").page().locator("form[data-cast='" + name + "'] button").click();
        page.waitForURL(address -> URI.create(address).getPath().matches("/(my|desk)(/.*)?"));
        return this;
    }

    /** Presses the link or button with these words. */
    Visitor presses(String words) {
        page.locator("a, button, input[type=submit], summary")
                .and(page.getByText(words))
                .or(page.getByRole(
                        com.microsoft.playwright.options.AriaRole.BUTTON, new Page.GetByRoleOptions().setName(words)))
                .first()
                .click();
        return this;
    }

    boolean isAtHome(URI address) {
        return base.getAuthority().equals(address.getAuthority());
    }

    String path() {
        return URI.create(page.url()).getPath();
    }

    /** The last document the server sent to this visitor. */
    Response document() {
        if (document == null) {
            throw new IllegalStateException("This visitor has not opened a page yet");
        }
        return document;
    }

    /** The HTML as it was served; asked for again where the browser has already let go of it. */
    String source() {
        try {
            return document().text();
        } catch (PlaywrightException gone) {
            if (!document().request().method().equals("GET")) {
                throw gone;
            }
            return context.request().get(page.url()).text();
        }
    }

    /** What went wrong in this visitor's browser since last asked: foreign requests, failed scripts, complaints. */
    List<String> troubles() {
        List<String> since = new ArrayList<>(troubles);
        troubles.clear();
        return since;
    }

    @Override
    public void close() {
        List<String> left = troubles();
        context.close();
        Assertions.assertThat(left).as("what went wrong in the browser").isEmpty();
    }

    private void sameOriginOnly(Request request) {
        String address = request.url();
        boolean left = address.startsWith(Stage.elsewhere().toString());
        if (!left && !address.startsWith(base + "/") && !address.startsWith("data:") && !address.startsWith("blob:")) {
            troubles.add("a request left for " + address + " from " + page.url());
        }
    }

    private void noComplaints(ConsoleMessage message) {
        boolean answered =
                message.text().startsWith("Failed to load resource: the server responded with a status of 4");
        if ((message.type().equals("error") || message.type().equals("warning")) && !answered) {
            troubles.add("the browser complained: " + message.text() + " at " + message.location());
        }
    }

    private void noteDocument(Response response) {
        if (response.request().isNavigationRequest() && response.frame().equals(page.mainFrame())) {
            document = response;
        }
    }
}
