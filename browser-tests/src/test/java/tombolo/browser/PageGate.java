package tombolo.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

/** What every page must be, whoever it is for: checked once a page in each run, on the page the visitor stands on. */
final class PageGate {
    private static final boolean LONG = Boolean.getBoolean("tombolo.long");
    private static final Path PICTURES = Path.of("target", "pictures");
    private static final boolean TAKES_PICTURES = System.getenv().containsKey("TOMBOLO_PICTURES");
    private static final String AXE = packed(resource("/axe.min.js"));
    private static final String PAGE = resource("/tombolo/browser/page.js");
    private static final Pattern PERSONAL = Pattern.compile(
            "\\b(Morag|Anna|Dan|Isla|Finn|Sam|Joan|Ravi|Ewa|Tom|Nell|Grace|Lea|Callum|PHQ|GAD|UCLA|depress\\w*|anxi\\w*|suicid\\w*)\\b",
            Pattern.CASE_INSENSITIVE);

    private static final String UNPACK = """
            async packed => {
              const bytes = new Blob([Uint8Array.fromBase64(packed)]).stream();
              window.unpacked = await new Response(bytes.pipeThrough(new DecompressionStream('gzip'))).text();
            }""";

    private static final Map<String, String> TITLES = new ConcurrentHashMap<>();
    private static final Map<String, List<String>> SEEN = new ConcurrentHashMap<>();
    private static final Set<String> GLANCED = ConcurrentHashMap.newKeySet();

    private PageGate() {}

    /** Checks the page the visitor stands on, once a run for each place; fails with all that is wrong. */
    static void check(Visitor visitor, String place) {
        assertThat(look(visitor, place)).as("the page '" + place + "'").isEmpty();
    }

    /** The same, for walks that collect what is wrong on many pages before they fail. */
    static List<String> look(Visitor visitor, String place) {
        if (SEEN.containsKey(place)) {
            return List.of();
        }
        if (!visitor.hasScripts()) {
            try (Visitor reader = visitor.withScripts()) {
                return look(reader, place);
            }
        }
        Page page = visitor.page();
        List<String> wrong = new ArrayList<>(answer(visitor));
        wrong.addAll(title(page.title(), place));
        wrong.addAll(asked(page, "{once: true, colours: true}"));
        wrong.addAll(views(page, place));
        wrong.addAll(visitor.troubles());
        SEEN.put(place, List.copyOf(wrong));
        return wrong;
    }

    /**
     * Less than the gate, for the many pages laid out by one template that has been through it: sound for Nu and axe, a title of
     * its own, and whole on the smallest phone.
     */
    static List<String> glance(Visitor visitor, String place) {
        Page page = visitor.page();
        List<String> wrong = new ArrayList<>(answer(visitor));
        wrong.addAll(title(page.title(), place));
        var before = Optional.ofNullable(page.viewportSize());
        page.setViewportSize(320, 740);
        wrong.addAll(asked(page, "{once: true, fits: true}"));
        wrong.addAll(axe(page, "light"));
        picture(page, place, "320-light");
        before.ifPresent(size -> page.setViewportSize(size.width, size.height));
        wrong.addAll(visitor.troubles());
        GLANCED.add(place);
        return wrong.stream().map(one -> place + ": " + one).toList();
    }

    /** How many places were glanced at so far. */
    static int glances() {
        return GLANCED.size();
    }

    /** The same page in the two invented languages, on the smallest phone: whole, the right way round, and with no words of its own. */
    static List<String> languages(Visitor visitor, String path) {
        List<String> wrong = new ArrayList<>();
        Page page = visitor.page();
        var before = Optional.ofNullable(page.viewportSize());
        page.setViewportSize(320, 740);
        for (String language : List.of("en-XA", "ar-XB")) {
            visitor.goes(path + (path.contains("?") ? "&" : "?") + "lang=" + language);
            picture(page, Crawl.kind(path), "320-" + language);
            List<String> found = new ArrayList<>(
                    asked(page, "{fits: true, language: '" + language + "', words: " + language.equals("en-XA") + "}"));
            found.addAll(visitor.troubles());
            found.forEach(one -> wrong.add("in " + language + ": " + one));
        }
        before.ifPresent(size -> page.setViewportSize(size.width, size.height));
        return wrong;
    }

    /** Whether a place has been through the gate in this run. */
    static boolean hasSeen(String place) {
        return SEEN.containsKey(place);
    }

    /** How many places have been looked at so far. */
    static int places() {
        return SEEN.size();
    }

    private static List<String> answer(Visitor visitor) {
        List<String> wrong = new ArrayList<>();
        Map<String, String> headers = visitor.document().allHeaders();
        Nu.errors(visitor.source()).forEach(error -> wrong.add("Nu: " + error));
        String policy = headers.getOrDefault("content-security-policy", "");
        if (!policy.contains("default-src 'none'") || policy.contains("unsafe-")) {
            wrong.add("content-security-policy is '" + policy + "'");
        }
        if (!headers.getOrDefault("referrer-policy", "").equals("no-referrer")) {
            wrong.add("referrer-policy is '" + headers.get("referrer-policy") + "'");
        }
        if (!headers.getOrDefault("x-content-type-options", "").equals("nosniff")) {
            wrong.add("x-content-type-options is missing");
        }
        boolean personal = visitor.path().matches("/(my|desk)(/.*)?");
        if (personal && !headers.getOrDefault("cache-control", "").contains("no-store")) {
            wrong.add("cache-control is '" + headers.get("cache-control") + "'");
        }
        return wrong;
    }

    /** A title names the page in everyday words, its own words, and nobody. */
    private static List<String> title(String title, String place) {
        List<String> wrong = new ArrayList<>();
        if (PERSONAL.matcher(title).find()) {
            wrong.add("the title '" + title + "' names a person, a measure or a diagnosis");
        }
        String other = TITLES.putIfAbsent(title, place);
        if (other != null && !address(other).equals(address(place))) {
            wrong.add("the title '" + title + "' is also that of '" + other + "'");
        }
        return wrong;
    }

    /**
     * A place is an address, and sometimes, after a comma, the state in which the page there was seen. A page the person
     * has and its twin at the desk are one page, and so is a step of a piece of work that is begun with it and later changed.
     */
    private static String address(String place) {
        return place.replaceAll("[,?].*", "")
                .replaceAll("^/(my|desk/people/\\{id})(?=/|$)", "")
                .replaceAll("/desk(?=/|$)", "")
                .replaceAll("/techniques/(new|\\{id})/", "/techniques/");
    }

    private static List<String> views(Page page, String place) {
        List<String> wrong = new ArrayList<>();
        var before = Optional.ofNullable(page.viewportSize());
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        if (TAKES_PICTURES) {
            page.setViewportSize(Visitor.LAPTOP, 800);
            picture(page, place, "1280-light");
        }
        page.setViewportSize(Visitor.PHONE, 740);
        wrong.addAll(asked(page, "{fits: true, targets: true}"));
        wrong.addAll(axe(page, "light"));
        if (LONG) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
            wrong.addAll(axe(page, "dark"));
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        }
        picture(page, place, "360-light");
        page.setViewportSize(320, 740);
        wrong.addAll(asked(page, "{fits: true}"));
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        if (TAKES_PICTURES) {
            page.setViewportSize(Visitor.PHONE, 740);
            picture(page, place, "360-dark");
        }
        page.setViewportSize(Visitor.LAPTOP, 800);
        wrong.addAll(axe(page, "dark"));
        wrong.addAll(asked(page, "{colours: true, fits: true}"));
        picture(page, place, "1280-dark");
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        if (LONG) {
            wrong.addAll(axe(page, "light"));
        }
        before.ifPresent(size -> page.setViewportSize(size.width, size.height));
        return wrong;
    }

    /** In the second colour scheme the rules about colour; what does not look at colours was found in the first already. */
    private static List<String> axe(Page page, String scheme) {
        String only = scheme.equals("light") || LONG
                ? "{type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']}"
                : "{type: 'rule', values: ['color-contrast', 'link-in-text-block']}";
        if (!Boolean.TRUE.equals(page.evaluate("() => !!window.axe"))) {
            page.evaluate(UNPACK, AXE);
            page.evaluate("() => { (0, eval)(window.unpacked); delete window.unpacked; }");
        }
        String result = (String) page.evaluate(
                "async () => { const found = await axe.run(document, {resultTypes: ['violations'], preload: {assets: ['media']}, runOnly: "
                        + only
                        + "});"
                        + " return JSON.stringify(found.violations); }");
        List<String> wrong = new ArrayList<>();
        for (JsonElement violation : JsonParser.parseString(result).getAsJsonArray()) {
            JsonObject rule = violation.getAsJsonObject();
            JsonObject node = rule.getAsJsonArray("nodes").get(0).getAsJsonObject();
            wrong.add("axe (" + scheme + ") " + rule.get("id").getAsString() + ", "
                    + rule.getAsJsonArray("nodes").size() + " times: "
                    + node.get("html").getAsString() + " "
                    + node.get("failureSummary").getAsString());
        }
        return wrong;
    }

    private static List<String> asked(Page page, String what) {
        Object said = page.evaluate("(" + PAGE.strip() + ")(" + what + ")");
        return ((List<?>) said).stream().map(String::valueOf).toList();
    }

    /** For looking at afterwards; a run nobody looks at goes without, and is minutes shorter. */
    private static void picture(Page page, String place, String view) {
        if (!TAKES_PICTURES) {
            return;
        }
        String name = place.equals("/")
                ? "home"
                : place.replaceAll("[^A-Za-z0-9]+", "-").replaceAll("^-|-$", "");
        String file = name + "-" + view + ".png";
        page.screenshot(
                new Page.ScreenshotOptions().setPath(PICTURES.resolve(file)).setFullPage(true));
    }

    /** The way into the browser is slow for long words; unpacking them there is not. */
    private static String packed(String source) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream packing = new GZIPOutputStream(bytes)) {
            packing.write(source.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    private static String resource(String name) {
        try (InputStream stream = PageGate.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException(name + " is not on the class path");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
