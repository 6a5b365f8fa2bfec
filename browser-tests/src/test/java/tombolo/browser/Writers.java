package tombolo.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Several of the cast adding people to their circles as fast as they can, two names with each press, while the machines under
 * them are killed. Each keeps a ledger of what it was told is saved, and asks again, with the same key, where it was told
 * nothing.
 */
final class Writers implements AutoCloseable {
    private static final List<String> NAMES = List.of("anna", "joan", "ravi", "ewa", "tom", "nell");
    private static final Pattern ROW = Pattern.compile("<th scope=\"row\">([^<]*)</th>");
    private static final Pattern DOT = Pattern.compile("data-move=\"([0-9a-f-]{36})\\.(\\d+)\\.");

    private final Ledger ledger;
    private final List<Writer> writers = new ArrayList<>();
    private final AtomicInteger pressed = new AtomicInteger();
    private volatile boolean writing;

    Writers(TomboloProcess tombolo, Ledger ledger) throws IOException {
        this.ledger = ledger;
        for (String name : NAMES) {
            writers.add(new Writer(name, tombolo));
        }
    }

    /** All begin to write, until they are told to stop. */
    Writers begin() {
        writing = true;
        writers.forEach(Writer::begin);
        return this;
    }

    /** All finish the press they are at, however it ends. */
    void stop() throws InterruptedException {
        writing = false;
        for (Writer writer : writers) {
            writer.thread.join();
        }
    }

    /** What was pressed without an answer is pressed again, with the same key, until there is an answer. */
    void askAgain() throws IOException {
        for (Writer writer : writers) {
            writer.askAgain();
        }
    }

    /** None lost, none twice, none half: what each sees on their circles, against what each was told. */
    void check(TomboloProcess tombolo) throws IOException {
        List<String> told = ledger.lines();
        for (Writer writer : writers) {
            List<String> seen = writer.look(tombolo);
            Set<String> once = new HashSet<>(seen);
            assertThat(seen).as("what " + writer.name + " sees").doesNotHaveDuplicates();
            List<String> lost = told.stream()
                    .filter(line -> line.startsWith(writer.name + " "))
                    .map(line -> line.substring(line.indexOf(' ') + 1))
                    .filter(pair -> !once.contains(pair + "a") || !once.contains(pair + "b"))
                    .toList();
            assertThat(lost)
                    .as("acknowledged to " + writer.name + " and not there")
                    .isEmpty();
            List<String> half = once.stream()
                    .filter(name -> name.matches("W\\d+[ab]"))
                    .map(name -> name.substring(0, name.length() - 1))
                    .filter(pair -> once.contains(pair + "a") != once.contains(pair + "b"))
                    .toList();
            assertThat(half).as("half there for " + writer.name).isEmpty();
        }
    }

    /** Which acknowledged pairs are not there whole. */
    List<String> lost(TomboloProcess tombolo) throws IOException {
        List<String> lost = new ArrayList<>();
        for (Writer writer : writers) {
            Set<String> seen = new HashSet<>(writer.look(tombolo));
            ledger.lines().stream()
                    .filter(line -> line.startsWith(writer.name + " "))
                    .map(line -> line.substring(line.indexOf(' ') + 1))
                    .filter(pair -> !seen.contains(pair + "a") || !seen.contains(pair + "b"))
                    .forEach(pair -> lost.add(writer.name + ": " + pair));
        }
        return lost;
    }

    /** Where circles are nearly full, takes everybody off who was added here, and begins a new page of the ledger. */
    void makeRoom() throws IOException {
        boolean nearlyFull = writers.stream().anyMatch(writer -> writer.seen.size() > 95);
        if (!nearlyFull) {
            return;
        }
        for (Writer writer : writers) {
            writer.clear();
        }
        ledger.turn();
    }

    int pressed() {
        return pressed.get();
    }

    @Override
    public void close() throws IOException {
        writing = false;
        ledger.close();
    }

    /** One of the cast at an old phone. */
    private final class Writer {
        private final String name;
        private final PlainClient client;
        private final Map<UUID, String> unanswered = new LinkedHashMap<>();
        private final ConcurrentLinkedQueue<String> refused = new ConcurrentLinkedQueue<>();
        private String token = "";
        private final List<String> seen = new ArrayList<>();
        private volatile boolean full;
        private Thread thread = new Thread();

        Writer(String name, TomboloProcess tombolo) throws IOException {
            this.name = name;
            this.client = new PlainClient(tombolo.base());
            client.is(name);
            token = client.get("/my/circles").hidden().getOrDefault("_csrf", "");
            assertThat(token).isNotEmpty();
        }

        void begin() {
            full = false;
            thread = new Thread(() -> {
                while (writing && !full) {
                    press(UUID.randomUUID(), "W" + pressed.incrementAndGet());
                }
            });
            thread.start();
        }

        private void press(UUID key, String pair) {
            try {
                unanswered.put(key, pair);
                if (sent(key, pair) == 303) {
                    ledger.acknowledged(name + " " + pair);
                    unanswered.remove(key);
                }
            } catch (IOException noAnswer) {
                pause();
            }
        }

        /** Answers with the status; 422 means that the circles hold all the people they can, and nothing was added. */
        private int sent(UUID key, String pair) throws IOException {
            PlainClient.Answer answer = client.post(
                    "/my/circles/relationships",
                    Map.of(
                            "names",
                            pair + "a\n" + pair + "b",
                            "place",
                            "further-out",
                            "sector",
                            "others",
                            "_idem",
                            key.toString(),
                            "_csrf",
                            token));
            full = answer.status() == 422;
            if (answer.status() != 303) {
                refused.add(answer.status() + " for " + pair);
                pause();
            }
            return answer.status() == 302 ? 303 : answer.status();
        }

        void askAgain() throws IOException {
            for (Map.Entry<UUID, String> open : List.copyOf(unanswered.entrySet())) {
                int status = sent(open.getKey(), open.getValue());
                assertThat(status)
                        .as(name + " asks again about " + open.getValue() + ", after " + refused)
                        .isIn(303, 422);
                if (status == 303) {
                    ledger.acknowledged(name + " " + open.getValue());
                }
                unanswered.remove(open.getKey());
            }
        }

        List<String> look(TomboloProcess tombolo) throws IOException {
            PlainClient reader = tombolo.base().equals(client.base()) ? client : new PlainClient(tombolo.base());
            if (reader != client) {
                reader.is(name);
            }
            String page = reader.get("/my/circles/table").body();
            seen.clear();
            Matcher rows = ROW.matcher(page);
            while (rows.find()) {
                seen.add(rows.group(1).replaceAll("[\\u2066-\\u2069]", "").strip());
            }
            assertThat(seen).as("the table of " + name + " has rows").isNotEmpty();
            return seen;
        }

        void clear() throws IOException {
            String page = client.get("/my/circles").body();
            Matcher dots = Pattern.compile("aria-label=\"([^\"]*)\"[^>]*" + DOT.pattern())
                    .matcher(page);
            while (dots.find()) {
                if (dots.group(1).matches("\\P{L}*W\\d+[ab].*")) {
                    client.post(
                            "/my/circles/relationships/" + dots.group(2) + "/removal",
                            Map.of(
                                    "version", dots.group(3),
                                    "_idem", UUID.randomUUID().toString(),
                                    "_csrf", token));
                }
            }
        }

        private static void pause() {
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
