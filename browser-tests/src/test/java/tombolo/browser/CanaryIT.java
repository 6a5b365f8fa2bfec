package tombolo.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * Hundreds of names, words and ways of being reached are typed into the packaged application as people would type them, and
 * looked for afterwards in everything it has left on the disk and printed. The control is the same application with the
 * cipher taken out of its vault: there they must all be found.
 */
@ResourceLock(Stage.OWN)
class CanaryIT {
    private static final int PLANTED = 300;
    private static final String UUIDS = "[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}";

    /** Where words must have been kept for the control to be one: each is a way in that a person has today. */
    private static final List<String> KEPT = List.of(
            "/reach-out/check-answers name",
            "/reach-out/check-answers phone",
            "/reach-out/check-answers words",
            "/desk/people name",
            "/desk/people phone",
            "/desk/people hours",
            "/desk/people/{id}/contact name",
            "/desk/enquiries/{id}/replies said",
            "/my/circles/relationships names",
            "/my/circles/relationships/{id}/description name",
            "/my/circles/snapshots title",
            "/my/safety-plan signs",
            "/my/safety-plan matters",
            "a draft",
            "a colleague's name",
            "a colleague's address");

    private static final Planting SEALED = new Planting(Stage.fresh("canaries"), true);
    private static final Planting OPEN = new Planting(Stage.fresh("canaries-not-sealed"), false);

    /** One application, what was typed into it, and what was found of it afterwards. */
    private static final class Planting {
        private final TomboloProcess tombolo;
        private final boolean withBackup;
        private final Canaries canaries = new Canaries();
        private Map<String, Set<String>> found = new TreeMap<>();
        private Set<String> tables = Set.of();
        private long bytes;
        private int files;

        Planting(TomboloProcess tombolo, boolean withBackup) {
            this.tombolo = tombolo;
            this.withBackup = withBackup;
        }

        void run() {
            try {
                tombolo.start();
                plant();
                Haystack haystack = new Haystack(Needles.of(canaries.all()));
                try (Cluster cluster = Cluster.of(tombolo)) {
                    for (Map.Entry<String, byte[]> text : cluster.export().entrySet()) {
                        haystack.look("export/" + text.getKey(), text.getValue());
                    }
                    for (Map.Entry<String, byte[]> value : cluster.rawBytes().entrySet()) {
                        haystack.look("bytes/" + value.getKey(), value.getValue());
                    }
                    cluster.run("checkpoint");
                }
                if (withBackup) {
                    backUp();
                }
                tombolo.stop();
                haystack.search(tombolo.home());
                found = haystack.found();
                tables = found.keySet().stream()
                        .filter(name -> name.startsWith("bytes/"))
                        .collect(Collectors.toCollection(TreeSet::new));
                bytes = haystack.bytes();
                files = haystack.files();
            } catch (Exception e) {
                throw new IllegalStateException("Planting in " + tombolo.home() + " did not end", e);
            }
        }

        /** A copy for another machine lies among what is searched, as it would lie in somebody's cupboard. */
        private void backUp() throws IOException {
            CommandLine.sheetOf(tombolo);
            Path cupboard = Files.createDirectories(tombolo.home().resolve("cupboard"));
            CommandLine.Ended made = new CommandLine(cupboard)
                    .run(
                            CommandLine.beside(tombolo),
                            "",
                            "backup",
                            cupboard.resolve("record.backup").toString());
            assertThat(made.said()).contains("Done. Brought back on trial");
        }

        /** The words themselves, without the dress each was found in. */
        Set<String> words() {
            return found.values().stream()
                    .flatMap(Set::stream)
                    .map(word -> word.replaceAll(" (in|as) .*", ""))
                    .collect(Collectors.toSet());
        }

        private void plant() throws IOException {
            enquiries();
            PlainClient ishbel = new PlainClient(tombolo.base()).is("ishbel");
            PlainClient anna = new PlainClient(tombolo.base()).is("anna");
            PlainClient priya = new PlainClient(tombolo.base()).is("priya");
            replies(ishbel);
            people(ishbel);
            circles(anna);
            plan(anna);
            drafts(anna, ishbel);
            newcomers(priya);
            EveryForm.within(anna, "/my", canaries);
            EveryForm.within(ishbel, "/desk", canaries);
            EveryForm.within(priya, "/desk", canaries);
        }

        private void enquiries() throws IOException {
            for (int i = 0; i < 8; i++) {
                PlainClient somebody = new PlainClient(tombolo.base());
                Hand hand = new Hand(somebody, canaries);
                PlainClient.Answer check = hand.fill(
                        "/reach-out",
                        "/reach-out/check-answers",
                        Map.of("way", "PHONE", "phone", canaries.telephone("/reach-out/check-answers phone")));
                ReadPage.Form send = ReadPage.of(check).forms().stream()
                        .filter(form -> form.action().equals("/reach-out/enquiry"))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("Nothing to send:\n" + check.body()));
                expect(303, somebody.post(send.action(), new Hand(somebody, canaries).filled(send, Map.of())), "send");
            }
        }

        /** Three are answered, and the first of them is forgotten at once. */
        private void replies(PlainClient ishbel) throws IOException {
            Hand hand = new Hand(ishbel, canaries);
            List<String> letters = all(
                    "/desk/enquiries/" + UUIDS, ishbel.get("/desk/enquiries").body());
            assertThat(letters).as("enquiries on the list").hasSizeGreaterThanOrEqualTo(8);
            for (String letter : letters.subList(0, 3)) {
                hand.fill(letter, letter + "/replies", Map.of());
            }
            expect(
                    303,
                    hand.fill(letters.getFirst() + "/erasure", letters.getFirst() + "/erasure", Map.of()),
                    "forget");
        }

        private void people(PlainClient ishbel) throws IOException {
            Hand hand = new Hand(ishbel, canaries);
            for (int i = 0; i < 14; i++) {
                String phone = canaries.telephone("/desk/people phone");
                PlainClient.Answer added = hand.fill(
                        "/desk/people/new", "/desk/people", Map.of("way", "PHONE", "phone", phone, "another", "true"));
                expect(303, added, "add somebody");
                if (i % 3 == 0) {
                    String contact = added.leadsTo().replaceAll("\\?.*", "") + "/contact";
                    String now = canaries.telephone("/desk/people/{id}/contact phone");
                    expect(303, hand.fill(contact, contact, Map.of("way", "PHONE", "phone", now)), "change");
                }
            }
        }

        /** Added, described, described again, taken off, and the last step taken back. */
        private void circles(PlainClient anna) throws IOException {
            Hand hand = new Hand(anna, canaries);
            for (int i = 0; i < 2; i++) {
                List<String> names = new ArrayList<>();
                for (int j = 0; j < 25; j++) {
                    names.add(canaries.word("/my/circles/relationships names"));
                }
                expect(
                        303,
                        hand.fill(
                                "/my/circles",
                                "/my/circles/relationships",
                                Map.of("names", String.join("\n", names), "place", "further-out", "sector", "others")),
                        "add to the circles");
            }
            List<String> people = all("who=" + UUIDS, anna.get("/my/circles").body()).stream()
                    .map(who -> "/my/circles/relationships/" + who.substring("who=".length()) + "/description")
                    .toList();
            assertThat(people).as("people who can be described").isNotEmpty();
            for (String person : people.subList(0, Math.min(6, people.size()))) {
                hand.fill(person, person, Map.of());
                hand.fill(person, person, Map.of());
            }
            hand.fill("/my/circles/then-and-now", "/my/circles/snapshots", Map.of());
            String last = people.getLast().replace("/description", "/removal");
            String who = last.replaceAll(".*relationships/(" + UUIDS + ").*", "$1");
            hand.form("/my/circles?who=" + who, form -> form.action().equals(last))
                    .ifPresent(form -> press(hand, form));
            hand.form("/my/circles", form -> form.action().endsWith("/undoing")).ifPresent(form -> press(hand, form));
        }

        private void plan(PlainClient anna) throws IOException {
            Hand hand = new Hand(anna, canaries);
            for (int version = 0; version < 3; version++) {
                expect(303, hand.fill("/my/safety-plan/writing", "/my/safety-plan", Map.of()), "keep the plan");
            }
        }

        private void drafts(PlainClient anna, PlainClient ishbel) throws IOException {
            for (int i = 0; i < 10; i++) {
                draft(anna, "/my", i);
                draft(ishbel, "/desk", i);
            }
        }

        private void draft(PlainClient who, String area, int number) throws IOException {
            expect(
                    204,
                    who.post(
                            area + "/drafts",
                            Map.of(
                                    "_form", "canary:" + number,
                                    "_csrf", who.token(area),
                                    "_idem", UUID.randomUUID().toString(),
                                    "words", canaries.word("a draft"))),
                    "keep a draft");
        }

        /** A colleague joins, under a name of their own. */
        private void newcomers(PlainClient priya) throws IOException {
            PlainClient.Answer invited = new Hand(priya, canaries)
                    .fill("/desk/practice/staff", "/desk/practice/staff/invitations", Map.of("roles", "THERAPIST"));
            String link =
                    all("http://[^<\"]*/join/[A-Za-z0-9_-]{43}", invited.body()).getFirst();
            new Newcomer(
                            new PlainClient(tombolo.base()),
                            canaries.word("a password") + " " + canaries.word("a password"),
                            canaries.word("a phrase") + " " + canaries.word("a phrase"))
                    .joins(link, canaries.word("a colleague's name"), canaries.address("a colleague's address"));
        }

        private static void press(Hand hand, ReadPage.Form form) {
            try {
                int status = hand.press(form, Map.of()).status();
                assertThat(status).as("pressing " + form.action()).isLessThan(500);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }

    private static void expect(int status, PlainClient.Answer answer, String what) {
        if (answer.status() != status && answer.status() != 302) {
            throw new AssertionError("To " + what + " was answered with " + answer.status() + ":\n"
                    + answer.body().replaceAll("(?s).*<main", "<main"));
        }
    }

    private static List<String> all(String pattern, String text) {
        List<String> found = new ArrayList<>();
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        while (matcher.find()) {
            if (!found.contains(matcher.group())) {
                found.add(matcher.group());
            }
        }
        return found;
    }

    @BeforeAll
    static void twoOfTheSame() throws IOException {
        OPEN.tombolo.withClassesBefore(
                Unsealed.vaultIn(Path.of("target", "homes", "without-sealing").toAbsolutePath()));
        CompletableFuture<Void> sealing = CompletableFuture.runAsync(SEALED::run);
        OPEN.run();
        sealing.join();
    }

    @Test
    void noneIsAnywhere() {
        Evidence.note(
                "canaries: spellings looked for; files and bytes searched; found",
                "%d; %d, %,d; %d"
                        .formatted(SEALED.canaries.all().size(), SEALED.files, SEALED.bytes, SEALED.found.size()));
        assertThat(SEALED.canaries.all().size()).isGreaterThanOrEqualTo(PLANTED);
        assertThat(SEALED.found).isEmpty();
    }

    @Test
    void allAreFoundWhenNothingIsSealed() {
        Set<String> words = OPEN.words();
        Map<String, Long> places = OPEN.canaries.places(words);
        Evidence.note("canaries kept, as the control finds that seals nothing", words.size() + " in " + places);
        assertThat(OPEN.canaries.all()).as("typed the same").hasSameSizeAs(SEALED.canaries.all());
        assertThat(words).hasSizeGreaterThanOrEqualTo(PLANTED);
        assertThat(KEPT)
                .allSatisfy(place ->
                        assertThat(places.getOrDefault(place, 0L)).as(place).isPositive());
        assertThat(OPEN.tables).as("columns that hold words").hasSizeGreaterThanOrEqualTo(8);
        assertThat(OPEN.found.keySet())
                .as("also in the log of what is about to be written")
                .anyMatch(name -> name.startsWith("data/pg18/pg_wal/"));
    }

    @AfterAll
    static void stops() {
        SEALED.tombolo.close();
        OPEN.tombolo.close();
    }
}
