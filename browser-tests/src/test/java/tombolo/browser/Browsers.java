package tombolo.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A Chromium, one for each of the two who test at a time; every visitor gets a fresh profile inside it. */
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

    private static final Queue<Browsers> FREE = new ConcurrentLinkedQueue<>();
    private static final List<Browsers> STARTED = new CopyOnWriteArrayList<>();
    private static final ThreadLocal<@Nullable Browsers> IN_HAND = new ThreadLocal<>();

    private final Playwright playwright =
            Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final Browser browser = playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions()
                    .setExecutablePath(chromium())
                    .setArgs(QUIET));

    private Browsers() {
        STARTED.add(this);
    }

    /** The one of whoever asks, theirs until they put it back. */
    static Browser one() {
        return inHand().browser;
    }

    /** At the end of a journey: the next begins on another thread as a rule, and need not start a browser of its own. */
    static void putBack() {
        Browsers mine = IN_HAND.get();
        if (mine != null) {
            FREE.add(mine);
            IN_HAND.remove();
        }
    }

    /** A browser with its profile in a folder we can search afterwards, and that can be killed as a whole. */
    static BrowserContext withProfile(Path profile, String base) {
        return inHand().playwright
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

    private static Browsers inHand() {
        Browsers mine = IN_HAND.get();
        if (mine == null) {
            Browsers free = FREE.poll();
            mine = free == null ? new Browsers() : free;
            IN_HAND.set(mine);
        }
        return mine;
    }

    static void close() {
        STARTED.forEach(one -> one.playwright.close());
        STARTED.clear();
        FREE.clear();
    }
}
