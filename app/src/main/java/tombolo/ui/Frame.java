package tombolo.ui;

import gg.jte.Content;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What every page stands in: its language, its area, its menu, the help bar's numbers, and what a form must carry. */
public final class Frame {
    private final Texts texts;
    private final Assets assets;
    private final Language language;
    private final boolean languageAsked;
    private final Area area;
    private final String path;
    private final List<NavigationEntry> navigation;
    private final List<NavigationEntry> more;
    private final HelpLines help;
    private final Optional<Csrf> csrf;
    private final List<Said> notices;
    private final List<StandingNotice.Standing> standing;
    private final Function<String, Optional<Draft>> drafts;

    Frame(
            Texts texts,
            Assets assets,
            Language language,
            boolean languageAsked,
            String path,
            List<NavigationEntry> menu,
            HelpLines help,
            Optional<Csrf> csrf,
            List<Said> notices,
            List<StandingNotice.Standing> standing,
            Function<String, Optional<Draft>> drafts) {
        this.texts = texts;
        this.assets = assets;
        this.language = language;
        this.languageAsked = languageAsked;
        this.area = Area.of(path);
        this.path = path;
        int first = menu.size() > area.firstPlaces() + 1 ? area.firstPlaces() : menu.size();
        this.navigation = List.copyOf(menu.subList(0, first));
        this.more = List.copyOf(menu.subList(first, menu.size()));
        this.help = help;
        this.csrf = csrf;
        this.notices = notices;
        this.standing = standing;
        this.drafts = drafts;
    }

    /** The text under a key, in the page's language, with its arguments put in. */
    public String t(String key, @Nullable Object... arguments) {
        return texts.say(language, key, arguments);
    }

    /** The text of something said. */
    public String t(Said said) {
        return texts.say(language, said);
    }

    /** A text whose {@code [[…]]} become links, in order, and whose {@code **…**} carry weight. */
    public Content linked(String key, String... hrefs) {
        return linked(key, Arrays.asList(hrefs), List.of());
    }

    /** The same, for a text that also takes arguments. */
    public Content linked(String key, List<String> hrefs, List<?> arguments) {
        Object[] plain = arguments.stream().map(Frame::unmarked).toArray();
        return new Marked(t(key, plain), hrefs);
    }

    private static Object unmarked(Object argument) {
        return argument instanceof String words
                ? words.replace("[[", "").replace("]]", "").replace("**", "")
                : argument;
    }

    /** The page's language, as the {@code lang} attribute has it. */
    public String lang() {
        return language.tag();
    }

    /** Which way the page's lines run. */
    public String dir() {
        return language.dir();
    }

    /** An address of ours, keeping a language the person asked for. */
    public String to(String address) {
        if (!languageAsked) {
            return address;
        }
        int hash = address.indexOf('#');
        String before = hash < 0 ? address : address.substring(0, hash);
        String after = hash < 0 ? "" : address.substring(hash);
        return before + (before.contains("?") ? "&" : "?") + "lang=" + language.tag() + after;
    }

    /** Where a file of {@code static/} is served. */
    public String asset(String name) {
        return assets.address(name);
    }

    /** The area the page lies in. */
    public Area area() {
        return area;
    }

    /** The address the page was asked for under, without its query. */
    public String path() {
        return path;
    }

    /** The menu of this page's area, as far as it is always in sight. */
    public List<NavigationEntry> navigation() {
        return navigation;
    }

    /** The rest of the menu, behind one press: a menu of ten places is a wall on a phone. */
    public List<NavigationEntry> more() {
        return more;
    }

    /** Whether a page is in the menu of whoever looks. */
    public boolean isInMenu(String href) {
        return Stream.concat(navigation.stream(), more.stream())
                .anyMatch(entry -> entry.href().equals(href));
    }

    /** True for the menu entry of the page itself. */
    public boolean isHere(NavigationEntry entry) {
        return entry.href().equals(path);
    }

    /** The numbers of the help bar. */
    public HelpLines help() {
        return help;
    }

    /** The token a signed-in form carries, where the area has one. */
    public Optional<Csrf> csrf() {
        return csrf;
    }

    /** A fresh key, so that a form sent twice has one effect. */
    public String idem() {
        return UUID.randomUUID().toString();
    }

    /** What has just been done, told once at the top of the page. */
    public List<Said> notices() {
        return notices;
    }

    /** What must be told on every page until it is acted on. */
    public List<StandingNotice.Standing> standing() {
        return standing;
    }

    /** What whoever is looking typed into a form and did not send. */
    public Optional<Draft> draft(String form) {
        return drafts.apply(form);
    }

    /** A day in full: Saturday 21 November 2026. */
    public String day(LocalDate day) {
        return DateTimeFormatter.ofPattern(t("ui.date.day"), language.locale()).format(day);
    }

    /** A day and time in full, in the zone given. */
    public String moment(Instant when, ZoneId zone) {
        ZonedDateTime there = when.atZone(zone);
        return DateTimeFormatter.ofPattern(t("ui.date.moment"), language.locale())
                .format(there);
    }

    /** The field a form sends its token in, and the token. */
    public record Csrf(String field, String token) {}
}
