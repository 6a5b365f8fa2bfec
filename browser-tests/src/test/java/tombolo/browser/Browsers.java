package tombolo.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** One Chromium for each of the two who test at a time; every visitor gets a fresh profile inside it. */
final class Browsers {
    /**
     * No page lives long enough to earn back what the optimising compilers spend on its scripts; and a process for every
     * address is a protection that pages of ours alone do not need.
     */
    private static final List<String> QUIET = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-site-isolation-trials",
            "--js-flags=--no-opt --no-maglev",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private static final List<Playwright> STARTED = new CopyOnWriteArrayList<>();
    private static final ThreadLocal<Playwright> PLAYWRIGHT = ThreadLocal.withInitial(Browsers::started);
    private static final ThreadLocal<Browser> BROWSER =
            ThreadLocal.withInitial(() -> PLAYWRIGHT.get().chromium().launch(options()));

    private Browsers() {}

    static Browser one() {
        return BROWSER.get();
    }

    /** A browser with its profile in a folder we can search afterwards, and that can be killed as a whole. */
    static BrowserContext withProfile(Path profile, String base) {
        return PLAYWRIGHT
                .get()
                .chromium()
                .launchPersistentContext(
                        profile,
                        new BrowserType.LaunchPersistentContextOptions()
                                .setExecutablePath(chromium())
                                .setBaseURL(base)
                                .setArgs(QUIET));
    }

    static Path chromium() {
        return Path.of(System.getenv().getOrDefault("TOMBOLO_CHROMIUM", "/usr/bin/chromium"));
    }

    private static Playwright started() {
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        STARTED.add(playwright);
        return playwright;
    }

    private static BrowserType.LaunchOptions options() {
        return new BrowserType.LaunchOptions().setExecutablePath(chromium()).setArgs(QUIET);
    }

    static void close() {
        STARTED.forEach(Playwright::close);
        STARTED.clear();
    }
}
