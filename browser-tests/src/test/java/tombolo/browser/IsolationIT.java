package tombolo.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.parallel.ResourceLock;
import tombolo.browser.Routes.Route;

/**
 * Every address of the closed areas, asked by every role, with the ids of their own record, another therapist's and another
 * practice's. What may not be opened is the page of what never was, to the last byte. The addresses are read from the packaged
 * application and the ids from its own pages, so a new page is asked for without a line here; {@code who-may-open-what.csv}
 * says who may.
 */
@ResourceLock(Stage.OWN)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class IsolationIT {
    private static final String LOCHSIDE = "localhost";
    private static final String HARBOUR = "harbour.localhost";
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}");
    private static final Pattern LAST =
            Pattern.compile(".*/(sign-out|removal|withdrawal|ending|erasure|closing|roles|stop|password|finish|clock)");

    private static final List<Actor> ACTORS = new ArrayList<>();
    private static final List<Whose> RECORDS = new ArrayList<>();
    private static final Map<String, Press> PRESSES = new LinkedHashMap<>();
    private static final Map<String, Set<String>> SHOWN = new HashMap<>();
    private static final AccessRules RULES = AccessRules.read();
    private static final List<String> CELLS = new ArrayList<>();
    private static final Map<String, Integer> COUNTS = new TreeMap<>();

    private static TomboloProcess tombolo = Stage.fresh("isolation");

    /** Somebody who asks, as what they are in which practice; nobody at all has no roles. */
    private record Actor(String name, String practice, Set<String> roles, PlainClient client, String token) {
        boolean isSignedIn() {
            return !roles.isEmpty();
        }

        boolean belongsTo(String area) {
            return isSignedIn() && roles.contains("person") == area.equals("/my");
        }
    }

    /** Somebody's record, who walks with them, and the ids in it, each with who was shown it. */
    private record Whose(String name, String practice, String person, String therapist, Map<String, Seen> ids) {}

    private record Seen(String value, String by) {}

    /** A button that somebody was shown, and what it sends. */
    private record Press(Actor by, String page, ReadPage.Form form) {}

    /** What is to be answered. */
    private enum Answered {
        OPENS,
        AS_IF_IT_NEVER_WAS,
        SIGN_IN_FIRST
    }

    @BeforeAll
    static void threeRecordsAndEverybodyWhoMightAsk() throws IOException {
        tombolo.start();
        PlainClient nobody = new PlainClient(tombolo.base());
        ACTORS.add(new Actor("nobody signed in", LOCHSIDE, Set.of(), nobody, ""));
        PlainClient.at(tombolo.base(), LOCHSIDE).is("anna");
        PlainClient.at(tombolo.base(), LOCHSIDE).is("ishbel");
        Actor anna = actor("anna", "/my", LOCHSIDE, Set.of("person"));
        actor("nell", "/my", LOCHSIDE, Set.of("person"));
        Actor ishbel = actor("ishbel", "/desk", LOCHSIDE, Set.of("therapist"));
        actor("idris", "/desk", LOCHSIDE, Set.of("supervisor"));
        Actor priya = actor("priya", "/desk", LOCHSIDE, Set.of("manager", "admin"));
        actor("grace", "/desk", LOCHSIDE, Set.of("facilitator"));
        actor("lea", "/desk", LOCHSIDE, Set.of("researcher"));
        Actor callum = actor("callum", "/desk", HARBOUR, Set.of("therapist", "manager"));
        Actor second = secondTherapist(priya);
        guest(callum);
        somethingOfEach(anna, priya);
        String annas = person(ishbel, "Anna");
        String theirs = takesIn(second, "Morag");
        String far = takesIn(callum, "Joan");
        record("Ishbel's", ishbel, annas);
        record("another therapist's", second, theirs);
        record("another practice's", callum, far);
        gather(anna, RECORDS.getFirst(), List.of("/my"), path -> true);
        gather(priya, RECORDS.getFirst(), areaPages(), path -> !ID.matcher(path).find());
    }

    private static Actor actor(String name, String area, String practice, Set<String> roles) throws IOException {
        PlainClient client = PlainClient.at(tombolo.base(), practice).is(name);
        Actor actor = new Actor(name, practice, roles, client, client.token(area));
        assertThat(actor.token()).as(name + " has a proof for forms").isNotEmpty();
        ACTORS.add(actor);
        return actor;
    }

    /** Callum helps out at Lochside too, under a second account: the same hands, another therapist there. */
    private static Actor secondTherapist(Actor priya) throws IOException {
        PlainClient.Answer invited = new Hand(priya.client(), Hand.Words.ORDINARY)
                .fill(
                        "/desk/practice/staff",
                        "/desk/practice/staff/invitations",
                        Map.of("name", "Callum", "roles", "THERAPIST"));
        Matcher link = Pattern.compile("http://[^<]*/join/[A-Za-z0-9_-]{43}").matcher(invited.body());
        assertThat(link.find()).as("a link to join by").isTrue();
        PlainClient client = new Newcomer(
                        new PlainClient(tombolo.base()), "seven herons over grey water", "a boat with a red sail")
                .joins(link.group(), "Callum", "callum@lochside.example");
        Actor second = new Actor("a second therapist", LOCHSIDE, Set.of("therapist"), client, client.token("/desk"));
        ACTORS.add(second);
        return second;
    }

    /** The sign-in of one practice, shown at the door of another. */
    private static void guest(Actor callum) {
        PlainClient guest = new PlainClient(tombolo.base());
        callum.client().lend(guest);
        ACTORS.add(new Actor("callum at the wrong door", LOCHSIDE, Set.of(), guest, callum.token()));
    }

    /** What the demo does not hold of itself: an earlier plan, a kept picture, a day that is closed, a colleague asked in. */
    private static void somethingOfEach(Actor anna, Actor priya) throws IOException {
        Hand hers = new Hand(anna.client(), Hand.Words.ORDINARY);
        done(hers.fill("/my/safety-plan/writing", "/my/safety-plan", Map.of("places", "The pier")));
        done(hers.fill("/my/circles/then-and-now", "/my/circles/snapshots", Map.of()));
        Hand managers = new Hand(priya.client(), Hand.Words.ORDINARY);
        done(managers.fill("/desk/practice", "/desk/practice/closed-days", Map.of("day", "2031-12-24")));
        managers.fill(
                "/desk/practice/staff",
                "/desk/practice/staff/invitations",
                Map.of("name", "Grace", "roles", "FACILITATOR"));
    }

    private static void done(PlainClient.Answer answer) {
        assertThat(answer.status())
                .as(() -> answer.body().replaceAll("(?s).*<main", "<main"))
                .isBetween(300, 399);
    }

    private static String takesIn(Actor therapist, String name) throws IOException {
        Hand hand = new Hand(therapist.client(), Hand.Words.ORDINARY);
        String at = hand.fill("/desk/people/new", "/desk/people", Map.of("name", name, "way", "IN_PERSON"))
                .leadsTo();
        assertThat(at).matches("/desk/people/" + ID.pattern() + ".*");
        String page = at.replaceAll("\\?.*", "");
        done(hand.fill(page + "/circles", page + "/circles/relationships", Map.of("names", "Isla")));
        done(hand.fill(page + "/circles/then-and-now", page + "/circles/snapshots", Map.of()));
        for (String sign : List.of("Not sleeping", "Not eating")) {
            done(hand.fill(page + "/safety-plan/writing", page + "/safety-plan", Map.of("signs", sign)));
        }
        return page.substring("/desk/people/".length());
    }

    private static String person(Actor therapist, String name) throws IOException {
        Matcher link = Pattern.compile("/desk/people/(" + ID.pattern() + ")[^>]*>[^<]*(?:<bdi>)?[^<]*" + name)
                .matcher(therapist.client().get("/desk/people").body());
        assertThat(link.find())
                .as(name + " is on the list of " + therapist.name())
                .isTrue();
        return link.group(1);
    }

    private static void record(String name, Actor therapist, String person) throws IOException {
        Whose whose = new Whose(name, therapist.practice(), person, therapist.name(), new HashMap<>());
        RECORDS.add(whose);
        List<String> starts = new ArrayList<>(areaPages());
        starts.add("/desk/people/" + person);
        gather(
                therapist,
                whose,
                starts,
                path -> !path.startsWith("/desk/people/")
                        || path.contains(person)
                        || !ID.matcher(path).find());
    }

    private static List<String> areaPages() {
        return Routes.all().stream()
                .filter(route -> route.verb().equals("GET") && route.path().matches("/desk(/[^{]*)?"))
                .map(Route::path)
                .toList();
    }

    /** Notes every id that somebody is shown, under the place in the address where it stands, and every button. */
    private static void gather(
            Actor who, Whose record, List<String> starts, java.util.function.Predicate<String> within)
            throws IOException {
        String area = who.roles().contains("person") ? "/my" : "/desk";
        Walk walk = new Walk(who.client(), path -> path.matches(area + "([/?].*)?") && within.test(path)).from(starts);
        SHOWN.computeIfAbsent(who.name(), unseen -> new HashSet<>())
                .addAll(walk.addresses().stream()
                        .map(address -> address.replaceAll("[?#].*", ""))
                        .toList());
        for (Route route : Routes.all()) {
            for (String address : walk.addresses()) {
                String path = address.replaceAll("[?#].*", "");
                if (route.answers(route.verb(), path)
                        && (!path.startsWith("/desk/people/") || path.contains(record.person()))) {
                    places(route.path(), path)
                            .forEach((place, id) -> record.ids().putIfAbsent(place, new Seen(id, who.name())));
                }
            }
            walk.forms().stream()
                    .filter(found -> found.form().posts()
                            && route.answers("POST", found.form().action().replaceAll("[?#].*", "")))
                    .findFirst()
                    .ifPresent(
                            found -> PRESSES.putIfAbsent(route.toString(), new Press(who, found.page(), found.form())));
        }
    }

    /** For {@code /desk/people/{person}/circles/relationships/{id}/removal}: what stands for each part in braces. */
    private static Map<String, String> places(String route, String address) {
        String[] parts = route.split("/");
        String[] asked = address.split("/");
        Map<String, String> places = new LinkedHashMap<>();
        for (int i = 0; i < parts.length; i++) {
            if (parts[i].startsWith("{")) {
                places.put(place(parts, i), asked[i]);
            }
        }
        return places;
    }

    /** The same thing has the same place in both areas: what is {@code /my/x/{id}} is {@code /desk/people/{person}/x/{id}}. */
    private static String place(String[] parts, int at) {
        return String.join("/", List.of(parts).subList(0, at))
                .replaceAll("\\{[^/]+}", "{}")
                .replaceAll("^/(my|desk/people/\\{})(?=/)", "");
    }

    @Test
    @Order(1)
    void whatIsNotOnesOwnIsAsIfItNeverWas() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (Route route : closed()) {
            List<Whose> records = new ArrayList<>(RECORDS);
            records.removeIf(record -> address(route, record).isEmpty());
            Optional<String> own = records.stream()
                    .map(record -> address(route, record).orElseThrow())
                    .filter(path -> !ID.matcher(path).find())
                    .findFirst();
            if (own.isPresent()) {
                for (Actor actor : ACTORS) {
                    ask(actor, route, own.get(), null, wrong);
                }
            } else if (records.isEmpty() && RULES.of(route).seen()) {
                wrong.add(route + " (" + route.controller() + ") was not asked: no page leads to one. Let a page of the"
                        + " demo lead there, or write 'no' in its row of " + AccessRules.FILE);
            } else {
                for (Actor actor : ACTORS) {
                    boolean inside = actor.belongsTo(area(route));
                    for (Whose record : inside || records.isEmpty() ? records : List.of(records.getFirst())) {
                        ask(actor, route, address(route, record).orElseThrow(), record, wrong);
                    }
                    if (inside || records.isEmpty()) {
                        never(actor, route, wrong);
                    }
                }
            }
        }
        Files.write(Path.of("target", "isolation.csv"), CELLS);
        Evidence.note("isolation: addresses x roles x whose record", CELLS.size() + " " + COUNTS);
        assertThat(wrong).isEmpty();
        assertThat(COUNTS).containsKeys("OPENS", "AS_IF_IT_NEVER_WAS", "SIGN_IN_FIRST");
    }

    /** A row that speaks for nothing is a row about something that is gone. */
    @Test
    @Order(1)
    void everyRowSpeaksForSomething() {
        assertThat(RULES.rows())
                .allSatisfy(row -> assertThat(Routes.all())
                        .as(row.toString())
                        .anyMatch(route -> RULES.of(route).equals(row)));
    }

    private static List<Route> closed() {
        return Routes.all().stream()
                .filter(route -> route.path().matches("/(my|desk)(/.*)?"))
                .filter(route -> !route.path().endsWith("/sign-out"))
                .toList();
    }

    private static Optional<String> address(Route route, Whose record) {
        String[] asked = route.path().split("/");
        String[] parts = asked.clone();
        for (int i = 0; i < parts.length; i++) {
            if (parts[i].startsWith("{")) {
                Optional<Seen> seen = seen(route, place(asked, i), record);
                if (seen.isEmpty()) {
                    return Optional.empty();
                }
                parts[i] = seen.get().value();
            }
        }
        return Optional.of(String.join("/", parts));
    }

    /**
     * What a record lacks of its own, an address under its person has from another's, or else an id that nobody has; the
     * practice has the rest in common.
     */
    private static Optional<Seen> seen(Route route, String place, Whose record) {
        if (place.equals("/desk/people")) {
            return Optional.of(new Seen(record.person(), record.therapist()));
        }
        boolean underAPerson = !place.startsWith("/desk") && route.path().startsWith("/desk/people/{");
        return RECORDS.stream()
                .filter(one -> one.equals(record)
                        || place.startsWith("/desk") && one.practice().equals(record.practice())
                        || underAPerson)
                .sorted(Comparator.comparing(one -> !one.equals(record)))
                .flatMap(one -> Stream.ofNullable(one.ids().get(place)))
                .findFirst()
                .or(() -> underAPerson ? Optional.of(new Seen(UUID.randomUUID().toString(), "")) : Optional.empty());
    }

    private static void ask(Actor actor, Route route, String address, @Nullable Whose record, List<String> wrong)
            throws IOException {
        Answered expected = expected(actor, route, record);
        if (expected == Answered.OPENS && route.verb().equals("POST")) {
            return;
        }
        judge(actor, route, address, record == null ? "-" : record.name(), expected, wrong);
    }

    /** The same address with ids that nobody has. */
    private static void never(Actor actor, Route route, List<String> wrong) throws IOException {
        String address = address(route, RECORDS.getFirst())
                .or(() -> address(route, RECORDS.getLast()))
                .map(IsolationIT::twin)
                .orElseGet(() ->
                        route.path().replaceAll("\\{[^/]+}", UUID.randomUUID().toString()));
        Answered expected = actor.belongsTo(area(route)) ? Answered.AS_IF_IT_NEVER_WAS : Answered.SIGN_IN_FIRST;
        judge(actor, route, address, "nobody's", expected, wrong);
    }

    private static String twin(String address) {
        return ID.matcher(address).replaceAll(id -> UUID.randomUUID().toString());
    }

    private static void judge(
            Actor actor, Route route, String address, String whose, Answered expected, List<String> wrong)
            throws IOException {
        PlainClient.Answer answer = send(actor, route, address);
        String cell = "%s,%s,%s,%s,%s,%d"
                .formatted(route.verb(), route.path(), actor.name(), whose, expected, answer.status());
        CELLS.add(cell);
        COUNTS.merge(expected.name(), 1, Integer::sum);
        String to = answer.leadsTo();
        boolean toSignIn = to.equals(area(route).equals("/desk") ? "/sign-in/desk" : "/sign-in");
        boolean right = switch (expected) {
            case OPENS ->
                answer.status() == 200
                        || answer.status() / 100 == 3 && !toSignIn
                        || isNotThere(actor, route, address) && told(answer).equals(never(actor, route));
            case SIGN_IN_FIRST ->
                answer.status() / 100 == 3 && toSignIn && answer.body().isEmpty()
                        || answer.status() == 401
                                && !route.verb().equals("GET")
                                && told(answer).equals(told(send(actor, route, twin(address))));
            case AS_IF_IT_NEVER_WAS -> {
                String never = answer.status() == 404 ? never(actor, route) : told(send(actor, route, twin(address)));
                yield answer.status() / 100 != 2
                        && answer.status() < 500
                        && (!RULES.of(route).seen() || told(answer).equals(never));
            }
        };
        if (!right) {
            wrong.add(cell + " " + to
                    + (expected == Answered.AS_IF_IT_NEVER_WAS ? difference(told(answer), never(actor, route)) : ""));
        }
    }

    /** A thing that may be opened and that no page led to: there may be none yet. */
    private static boolean isNotThere(Actor actor, Route route, String address) {
        return route.path().contains("{")
                && !SHOWN.getOrDefault(actor.name(), Set.of()).contains(address);
    }

    /** A page of the same area that has never been there, asked for in the same way. */
    private static String never(Actor actor, Route route) throws IOException {
        String asked = actor.name() + route.verb() + area(route);
        String known = NEVER.get(asked);
        if (known == null) {
            String nowhere = area(route) + "/" + UUID.randomUUID();
            known = told(send(actor, new Route(route.verb(), nowhere, ""), nowhere));
            NEVER.put(asked, known);
        }
        return known;
    }

    private static final Map<String, String> NEVER = new HashMap<>();

    private static String difference(String one, String other) {
        int at = 0;
        while (at < Math.min(one.length(), other.length()) && one.charAt(at) == other.charAt(at)) {
            at++;
        }
        return ", differs from a page that never was at: "
                + one.substring(at, Math.min(one.length(), at + 80)).replaceAll("\\s+", " ");
    }

    /** All that is sent: status, headers but the time and the line's own, and every byte of the page but the ids asked for and the proofs of forms. */
    private static String told(PlainClient.Answer answer) {
        Map<String, List<String>> headers = new TreeMap<>(answer.headers());
        headers.keySet().removeAll(List.of("date", "connection", "keep-alive"));
        String body = answer.body().replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "name=\"_csrf\"");
        return ID.matcher(answer.status() + "\n" + headers + "\n" + body).replaceAll("id");
    }

    private static PlainClient.Answer send(Actor actor, Route route, String address) throws IOException {
        if (route.verb().equals("GET")) {
            return actor.client().get(address);
        }
        Press press = PRESSES.get(route.toString());
        List<Map.Entry<String, String>> fields = press == null
                ? List.of()
                : new Hand(actor.client(), Hand.Words.ORDINARY).filled(press.form(), Map.of());
        PlainClient.Answer answer = actor.client().post(address, Hand.signed(fields, actor.token()));
        boolean forScripts = answer.status() == 415 || answer.status() == 406;
        return forScripts ? actor.client().postJson(address, actor.token()) : answer;
    }

    private static String area(Route route) {
        return route.path().startsWith("/my") ? "/my" : "/desk";
    }

    private static Answered expected(Actor actor, Route route, @Nullable Whose record) {
        if (!actor.belongsTo(area(route))) {
            return Answered.SIGN_IN_FIRST;
        }
        return RULES.of(route).who().stream().anyMatch(who -> may(actor, who, route, record))
                ? Answered.OPENS
                : Answered.AS_IF_IT_NEVER_WAS;
    }

    private static boolean may(Actor actor, String who, Route route, @Nullable Whose record) {
        boolean here = record == null || record.practice().equals(actor.practice());
        return switch (who) {
            case "nobody" -> false;
            case "themself" -> record == null || actor.name().equals("anna") && record.equals(RECORDS.getFirst());
            case "walks with them" ->
                record == null
                        || (holdsAPerson(route)
                                ? record.therapist().equals(actor.name())
                                : isShown(actor, route, record));
            case "own account" -> record == null || isShown(actor, route, record);
            case "staff" -> here;
            case "therapist", "supervisor", "manager", "facilitator", "researcher", "admin" ->
                here && actor.roles().contains(who);
            default -> throw new IllegalStateException(AccessRules.FILE + " says '" + who + "', which is not known");
        };
    }

    private static boolean holdsAPerson(Route route) {
        return route.path().startsWith("/desk/people/{");
    }

    /** Was it this one whose pages led to the thing itself? */
    private static boolean isShown(Actor actor, Route route, Whose record) {
        return seen(route, place(route.path().split("/"), first(route)), record)
                .filter(seen -> seen.by().equals(actor.name()))
                .isPresent();
    }

    private static int first(Route route) {
        return List.of(route.path().replaceAll("\\{[^/]+}", "{}").split("/")).indexOf("{}");
    }

    /** Not in the address but in what a form sends: somebody else's id there is an id that nobody has. */
    @Test
    @Order(2)
    void anIdInAFormOpensNothingEither() throws IOException {
        List<String> wrong = new ArrayList<>();
        int asked = 0;
        for (Map.Entry<String, Press> shown : PRESSES.entrySet()) {
            Press press = shown.getValue();
            Whose own = press.by().name().equals("callum") ? RECORDS.getLast() : RECORDS.getFirst();
            for (ReadPage.Field field : press.form().fields()) {
                if (ID.matcher(field.value()).find() && !field.name().equals("_idem")) {
                    for (String foreign : foreign(own)) {
                        asked++;
                        String before =
                                told(with(press, field, UUID.randomUUID().toString()));
                        String with = told(with(press, field, foreign));
                        String without =
                                told(with(press, field, UUID.randomUUID().toString()));
                        if (!with.equals(before) && !with.equals(without)) {
                            wrong.add(shown.getKey() + " by " + press.by().name() + " with another's " + field.name()
                                    + difference(with, without));
                        }
                    }
                }
            }
        }
        Evidence.note("isolation: ids of others sent in forms", asked);
        assertThat(wrong).isEmpty();
        assertThat(asked).isPositive();
    }

    /** The ids of the other two records, one of each kind. */
    private static List<String> foreign(Whose own) {
        return RECORDS.stream()
                .filter(record -> !record.equals(own))
                .flatMap(record -> Stream.concat(
                        Stream.of(record.person()),
                        record.ids().entrySet().stream()
                                .filter(id -> !id.getKey().startsWith("/desk"))
                                .map(id -> id.getValue().value())))
                .filter(id -> ID.matcher(id).matches())
                .distinct()
                .toList();
    }

    private static PlainClient.Answer with(Press press, ReadPage.Field field, String id) throws IOException {
        List<Map.Entry<String, String>> fields = new ArrayList<>();
        for (Map.Entry<String, String> sent :
                new Hand(press.by().client(), Hand.Words.ORDINARY).filled(press.form(), Map.of())) {
            fields.add(
                    sent.getKey().equals(field.name())
                            ? Map.entry(
                                    sent.getKey(), ID.matcher(sent.getValue()).replaceAll(id))
                            : sent);
        }
        return press.by()
                .client()
                .post(press.form().action(), Hand.signed(fields, press.by().token()));
    }

    /** Every form that somebody is shown does something when they press it: what was refused above was not refused for its form. */
    @Test
    @Order(3)
    void everyFormThatIsShownCanBePressedByWhoeverIsShownIt() throws IOException {
        List<String> wrong = new ArrayList<>();
        List<Map.Entry<String, Press>> presses = PRESSES.entrySet().stream()
                .filter(press -> !press.getKey().endsWith("/sign-out"))
                .sorted(Comparator.comparing(
                        press -> LAST.matcher(press.getKey()).matches()))
                .toList();
        int pressed = 0;
        for (Map.Entry<String, Press> shown : presses) {
            Press press = shown.getValue();
            Hand hand = new Hand(press.by().client(), Hand.Words.ORDINARY);
            String kind = Crawl.kind(press.form().action());
            Optional<ReadPage.Form> now =
                    hand.form(press.page(), form -> Crawl.kind(form.action()).equals(kind));
            if (now.isPresent()) {
                int status = hand.press(now.get(), Map.of()).status();
                pressed++;
                if (status / 100 != 2 && status / 100 != 3 && status != 409 && status != 422) {
                    wrong.add(shown.getKey() + " by " + press.by().name() + " on " + press.page() + " -> " + status);
                }
            }
        }
        Evidence.note("forms pressed by whoever is shown them", pressed);
        assertThat(wrong).isEmpty();
        assertThat(pressed).isGreaterThan(presses.size() * 2 / 3);
    }

    @AfterAll
    static void stops() {
        tombolo.close();
    }
}
