package tombolo.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The one Chromium of a test run; every visitor gets a fresh profile inside it. */
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

    private static @Nullable Playwright playwright;
    private static @Nullable Browser browser;

    private Browsers() {}

    static synchronized Browser one() {
        if (browser == null) {
            browser = playwright().chromium().launch(options());
        }
        return browser;
    }

    /** A browser with its profile in a folder we can search afterwards, and that can be killed as a whole. */
    static BrowserContext withProfile(Path profile, String base) {
        return playwright()
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

    private static synchronized Playwright playwright() {
        if (playwright == null) {
            playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        }
        return playwright;
    }

    private static BrowserType.LaunchOptions options() {
        return new BrowserType.LaunchOptions().setExecutablePath(chromium()).setArgs(QUIET);
    }

    static synchronized void close() {
        if (playwright != null) {
            playwright.close();
            playwright = null;
            browser = null;
        }
    }
}
