package tombolo.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The people in a life, laid out by the person and by the therapist: by hand, by touch, by keys, by list, always the same. */
@ResourceLock(Stage.SHARED)
class CirclesIT {
    private final TomboloProcess tombolo = Stage.demo();

    @Test
    void dragTapKeysAndListGiveIdenticalData() {
        try (Visitor nell = Visitor.onLaptop(tombolo.base()).is("Nell")) {
            add(nell, "Dragged\nTouched\nTapped\nKeyed\nListed", "further-out", "friends");
            drag(nell, "Dragged", "close");
            tap(nell, "Tapped", "close");
            dot(nell, "Keyed").focus();
            nell.page().keyboard().press("ArrowUp");
            hears(nell, "Keyed", "moved to close");
        }
        try (Visitor nell = Visitor.onPhone(tombolo.base()).is("Nell")) {
            nell.goes("/my/circles");
            touch(nell, "Touched", "close");
        }
        try (Visitor nell = Visitor.onPhoneWithoutScripts(tombolo.base()).is("Nell")) {
            nell.goes("/my/circles");
            row(nell, "Listed").locator("button[id^=closer]").click();
            nell.goes("/my/circles/table");
            Set<String> standings = new LinkedHashSet<>();
            for (String name : List.of("Dragged", "Touched", "Tapped", "Keyed", "Listed")) {
                Locator line = nell.page()
                        .locator("table.circle-table tbody tr")
                        .filter(new Locator.FilterOptions().setHasText(name));
                standings.add(String.join(" / ", line.locator("td").allInnerTexts()));
            }
            assertThat(standings).as("where each of the five now stands").hasSize(1);
            assertThat(standings.iterator().next()).startsWith("close / ").contains("friends");
        }
    }

    @Test
    void movesAreToldToThoseWhoDoNotSeeThemAndCanBeTakenBack() {
        try (Visitor tom = Visitor.onLaptop(tombolo.base()).is("Tom")) {
            tom.goes("/my/circles");
            String before = sentence(tom, "The allotment");
            dot(tom, "The allotment").focus();
            tom.page().keyboard().press("ArrowUp");
            hears(tom, "The allotment", "moved to close");
            assertThat(tom.page().evaluate("document.activeElement.id"))
                    .asString()
                    .startsWith("dot-");
            tom.page().locator("#undo").press("Enter");
            assertThat(tom.page().locator("#said")).containsText("Taken back");
            assertThat(sentence(tom, "The allotment")).isEqualTo(before);
        }
    }

    @Test
    void aKeptPictureIsComparedWithToday() {
        try (Visitor ewa = Visitor.onPhoneWithoutScripts(tombolo.base()).is("Ewa")) {
            ewa.goes("/my/circles/then-and-now");
            ewa.page().locator("form[action$='/snapshots'] button").click();
            ewa.goes("/my/circles");
            row(ewa, "Language class").locator("button[id^=closer]").click();
            ewa.goes("/my/circles/then-and-now")
                    .page()
                    .locator("form[method=get] button")
                    .click();
            assertThat(ewa.page().locator("main")).containsText("Closer");
            assertThat(ewa.page().locator(".changes")).containsText("Language class");
            assertThat(ewa.page().locator("svg.circles")).hasCount(2);
            PageGate.check(ewa, "/my/circles/then-and-now, two pictures compared");
        }
    }

    @Test
    void twentyFivePeopleStayLegibleOnTheSmallestPhone() {
        try (Visitor sam = Visitor.onPhone(tombolo.base()).is("Sam")) {
            String names = String.join(
                    "\n",
                    IntStream.rangeClosed(3, 25).mapToObj(n -> "Person " + n).toList());
            add(sam, names, "further-out", "friends");
            sam.goes("/my/circles");
            spread(sam);
            sam.page().setViewportSize(320, 640);
            JsonArray dots =
                    JsonParser.parseString((String) sam.page().evaluate("""
                    () => JSON.stringify([...document.querySelectorAll('svg.circles a.who')].map(who => {
                      const circle = who.querySelector('circle').getBoundingClientRect();
                      const label = [...who.querySelectorAll('text')]
                          .map(text => text.getBoundingClientRect()).find(box => box.height > 0);
                      return {x: circle.x + circle.width / 2, y: circle.y + circle.height / 2,
                              r: circle.width / 2, label: label ? label.height : 0};
                    }))
                    """)).getAsJsonArray();
            assertThat(dots.size()).isEqualTo(25);
            List<String> hard = new ArrayList<>();
            for (int i = 0; i < dots.size(); i++) {
                var one = dots.get(i).getAsJsonObject();
                if (one.get("label").getAsDouble() < 9) {
                    hard.add("a label only " + one.get("label") + " px high");
                }
                for (int j = i + 1; j < dots.size(); j++) {
                    var other = dots.get(j).getAsJsonObject();
                    double apart = Math.hypot(
                            one.get("x").getAsDouble() - other.get("x").getAsDouble(),
                            one.get("y").getAsDouble() - other.get("y").getAsDouble());
                    double touching =
                            one.get("r").getAsDouble() + other.get("r").getAsDouble();
                    if (apart < touching - 0.5) {
                        hard.add("two people overlap: %.1f px apart, %.1f needed".formatted(apart, touching));
                    }
                }
            }
            assertThat(hard).isEmpty();
            PageGate.check(sam, "/my/circles, twenty-five people");
        }
    }

    @Test
    void whatTwoPeopleChangedAtOnceIsShownSideBySide() {
        try (Visitor phone = Visitor.onPhone(tombolo.base()).is("Joan");
                Visitor laptop = Visitor.onLaptop(tombolo.base()).is("Joan")) {
            openDescription(phone, "My daughter");
            openDescription(laptop, "My daughter");
            phone.page().locator("#good").fill("We laugh at the same things.");
            phone.page().locator("form.describing button").last().click();
            phone.page().waitForURL("**/my/circles?who=**");
            laptop.page().locator("#good").fill("She rings on Sundays.");
            laptop.page().locator("form.describing button").last().click();
            laptop.page().waitForLoadState();
            assertThat(laptop.document().status()).isEqualTo(409);
            assertThat(laptop.page().locator("main")).containsText("We laugh at the same things.");
            assertThat(laptop.page().locator("main")).containsText("She rings on Sundays.");
            PageGate.check(laptop, "two versions side by side");
        }
    }

    private static void add(Visitor visitor, String names, String place, String sector) {
        visitor.goes("/my/circles");
        Page page = visitor.page();
        if (page.locator("details#add > summary").count() > 0) {
            page.locator("details#add > summary").click();
        }
        page.locator("#names").fill(names);
        page.locator("#place").selectOption(place);
        page.locator("#sector").selectOption(sector);
        page.locator("form.adding button").click();
        page.waitForLoadState();
    }

    /** Gives the newcomers other places and parts of life, as real circles have them. */
    private static void spread(Visitor visitor) {
        String[] parts = {"family", "friends", "work", "others"};
        String[] rings = {"very-close", "close", "further-out"};
        visitor.page().evaluate("""
                async ([parts, rings]) => {
                  const moves = [...document.querySelectorAll('svg.circles a.who')].map(who => who.dataset.move.split('.'));
                  for (const [i, [id, version]] of moves.entries()) {
                    const form = new URLSearchParams(new FormData(document.getElementById('moves')));
                    form.set('move', [id, version, rings[Math.min(2, Math.floor(i / 6))], 'none', parts[i % 4]].join('.'));
                    await fetch(document.getElementById('moves').action, {method: 'POST', body: form});
                  }
                }
                """, List.of(List.of(parts), List.of(rings)));
        visitor.goes("/my/circles");
    }

    private static Locator dot(Visitor visitor, String name) {
        return visitor.page().locator("svg.circles a.who[aria-label*='" + name + "']");
    }

    private static Locator row(Visitor visitor, String name) {
        return visitor.page().locator("ul.rows li[id^=row]").filter(new Locator.FilterOptions().setHasText(name));
    }

    private static String sentence(Visitor visitor, String name) {
        return dot(visitor, name).getAttribute("aria-label");
    }

    private static void hears(Visitor visitor, String who, String what) {
        assertThat(visitor.page().locator("#said")).containsText(who);
        assertThat(visitor.page().locator("#said")).containsText(what);
    }

    private static void drag(Visitor visitor, String name, String ring) {
        double[] from = centre(visitor, name);
        double[] to = on(visitor, name, ring);
        visitor.page().mouse().move(from[0], from[1]);
        visitor.page().mouse().down();
        visitor.page().mouse().move((from[0] + to[0]) / 2, (from[1] + to[1]) / 2);
        visitor.page().mouse().move(to[0], to[1]);
        visitor.page().mouse().up();
        hears(visitor, name, "moved to " + ring);
    }

    /** With a finger, which would scroll the page anywhere else. */
    private static void touch(Visitor visitor, String name, String ring) {
        double[] from = centre(visitor, name);
        double[] to = on(visitor, name, ring);
        CDPSession finger = visitor.context().newCDPSession(visitor.page());
        double before = scrolled(visitor);
        touches(finger, "touchStart", from[0], from[1]);
        for (double way : new double[] {0.25, 0.5, 0.75, 1}) {
            touches(finger, "touchMove", from[0] + (to[0] - from[0]) * way, from[1] + (to[1] - from[1]) * way);
        }
        touches(finger, "touchEnd");
        hears(visitor, name, "moved to " + ring);
        assertThat(scrolled(visitor)).as("the page stays where it is").isEqualTo(before);
        finger.detach();
    }

    private static double scrolled(Visitor visitor) {
        return ((Number) visitor.page().evaluate("window.scrollY")).doubleValue();
    }

    private static void touches(CDPSession finger, String type, double... where) {
        JsonArray points = new JsonArray();
        if (where.length > 0) {
            JsonObject point = new JsonObject();
            point.addProperty("x", where[0]);
            point.addProperty("y", where[1]);
            points.add(point);
        }
        JsonObject touch = new JsonObject();
        touch.addProperty("type", type);
        touch.add("touchPoints", points);
        finger.send("Input.dispatchTouchEvent", touch);
    }

    private static void tap(Visitor visitor, String name, String ring) {
        double[] to = on(visitor, name, ring);
        dot(visitor, name).click();
        assertThat(visitor.page().locator("#said")).containsText("is chosen");
        visitor.page().mouse().click(to[0], to[1]);
        hears(visitor, name, "moved to " + ring);
    }

    private static double[] centre(Visitor visitor, String name) {
        dot(visitor, name).scrollIntoViewIfNeeded();
        var box = dot(visitor, name).locator("circle").boundingBox();
        return new double[] {box.x + box.width / 2, box.y + box.height / 2};
    }

    /** A free spot on a ring, in the direction in which somebody stands. */
    private static double[] on(Visitor visitor, String name, String ring) {
        centre(visitor, name);
        Object spot = visitor.page().evaluate("""
                ([id, ring]) => {
                  const svg = document.querySelector('svg.circles');
                  const lines = svg.dataset.lines.split(' ').map(Number);
                  const at = ['very-close', 'close', 'further-out'].indexOf(ring);
                  const away = ((at ? lines[at - 1] : 30) + lines[at]) / 2;
                  const who = document.getElementById(id).getAttribute('transform').match(/-?[0-9.]+/g).map(Number);
                  const far = Math.hypot(...who);
                  const point = new DOMPoint(who[0] / far * away, who[1] / far * away).matrixTransform(svg.getScreenCTM());
                  return [point.x, point.y];
                }
                """, List.of(dot(visitor, name).getAttribute("id"), ring));
        List<?> numbers = (List<?>) spot;
        return new double[] {((Number) numbers.get(0)).doubleValue(), ((Number) numbers.get(1)).doubleValue()};
    }

    private static void openDescription(Visitor visitor, String name) {
        visitor.goes("/my/circles");
        row(visitor, name).locator("a.pill").click();
        visitor.page().waitForURL("**/description**");
    }
}
