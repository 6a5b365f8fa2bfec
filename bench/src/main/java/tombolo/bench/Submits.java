package tombolo.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * W2: a PHQ-9 submitted by somebody signed in, with all that hangs on it (session, CSRF, score, rules, audit, and durable when
 * the answer comes), beside pgbench running the statements of such a submit on the same server.
 *
 * <p>Each questionnaire can be answered once, so the bench asks beforehand, by SQL: twelve times in each of many courses, as a
 * course of real life has it. The answers themselves go through the application.
 *
 * <p>Where the ninth answer is above "not at all", a concern is opened in the same transaction. A person has one open at a time,
 * so these are submitted one after the other, and the bench closes each before the next; pgbench keeps its own as closed.
 */
final class Submits {
    private static final int CLIENTS = 8;
    private static final int EACH = 400;
    private static final int ROUND = CLIENTS * EACH;
    private static final int WARM_UP = 4;
    private static final int CONCERNS = 200;
    private static final Duration LENGTH = Duration.ofSeconds(8);

    private final DemoRun demo;
    private final OwnServer server;
    private final Path scratch;
    private final Visitor anna;
    private final Map<String, String> form = new LinkedHashMap<>();
    private final AtomicInteger next = new AtomicInteger();

    /** One of the sheets Anna was asked to fill in before the bench came. */
    private String known = "";

    private Submits(DemoRun demo, Path scratch, Visitor anna) {
        this.demo = demo;
        this.server = new OwnServer(demo.data());
        this.scratch = scratch;
        this.anna = anna;
    }

    static List<Figure> measure(DemoRun demo, Path scratch) throws IOException, InterruptedException {
        if (!OwnServer.hasTools()) {
            System.out.println("W2   left out: psql and pgbench are not here (Debian: postgresql-contrib)");
            return List.of();
        }
        try (Visitor anna = new Visitor(demo.address())) {
            anna.signInAs("Anna");
            return new Submits(demo, scratch, anna).measure();
        }
    }

    private List<Figure> measure() throws IOException, InterruptedException {
        ask("b", (WARM_UP + 1) * ROUND + (int) LENGTH.toSeconds() * 4_000);
        ask("c", 2 * ROUND);
        form.putAll(anna.fields("/my/questions/" + id("b", 0)));
        form.replaceAll((name, value) -> name.startsWith("phq-9-") ? (name.equals("phq-9-9") ? "0" : "1") : value);
        for (int round = 0; round < WARM_UP; round++) {
            submitted(ROUND);
        }
        Duration before = demo.cpu();
        double rate = submitted(ROUND);
        double cpu = demo.cpu().minus(before).toNanos() / 1e6 / ROUND;
        double p99 = OpenModel.latency(rate / 2, LENGTH, 0.99, submit());
        Path script = script("submit.sql", "c");
        server.rate(script, CLIENTS, EACH, 0);
        double floor = server.rate(script, CLIENTS, EACH, ROUND);
        long kept =
                Long.parseLong(server.ask("select count(*) from response where asking_id = any (select id from asking"
                        + " where id::text like 'c000%')"));
        if (kept != 2L * ROUND) {
            throw new IOException("pgbench kept " + kept + " answers of " + 2 * ROUND);
        }
        List<Figure> figures = new ArrayList<>(List.of(
                Figure.atLeast(
                        "W2", "PHQ-9 submits, of what pgbench does with its statements", rate / floor * 100, 50, "%"),
                Figure.atLeast("W2", "PHQ-9 submits, eight at a time", rate, 100, "a second"),
                Figure.atMost("W2", "processor time of the application a submit", cpu, 0.6, "ms"),
                Figure.atMost("W2", "PHQ-9 submit, p99 at half of that rate", p99, 25, "ms")));
        figures.addAll(measureWithAConcern());
        return figures;
    }

    /** The same where somebody must hear of it. */
    private List<Figure> measureWithAConcern() throws IOException, InterruptedException {
        ask("d", 2 * CONCERNS);
        ask("f", 2 * CONCERNS);
        form.put("phq-9-9", "1");
        openConcerns(0);
        double rate = openConcerns(CONCERNS);
        Path script = script("concern.sql", "f");
        server.rate(script, 1, CONCERNS, 0);
        double floor = server.rate(script, 1, CONCERNS, CONCERNS);
        for (String letter : List.of("d", "f")) {
            long heard = Long.parseLong(server.ask("select count(*) from concern c join concern_opening o"
                    + " on o.practice_id = c.practice_id and o.concern_id = c.id join response r"
                    + " on r.practice_id = o.practice_id and r.id = o.response_id where r.asking_id::text like '"
                    + letter
                    + "000%'"));
            if (heard != 2L * CONCERNS) {
                throw new IOException("Of " + 2 * CONCERNS + " answers " + heard + " were heard");
            }
        }
        return List.of(
                Figure.atLeast(
                        "W2",
                        "PHQ-9 submits that open a concern, of what pgbench does with their statements",
                        rate / floor * 100,
                        50,
                        "%"),
                Figure.atMost("W2", "PHQ-9 submit that opens a concern, one at a time", 1_000 / rate, 15, "ms"));
    }

    /** Submits one after the other from this sheet on, each with nothing open; how many a second, without the closing. */
    private double openConcerns(int from) throws IOException, InterruptedException {
        long nanos = 0;
        for (int number = from; number < from + CONCERNS; number++) {
            server.ask("update concern set state = 'CLOSED', closed_at = now(), version = version + 1"
                    + " where state <> 'CLOSED'");
            long begun = System.nanoTime();
            submit(id("d", number));
            nanos += System.nanoTime() - begun;
        }
        return CONCERNS / (nanos / 1e9);
    }

    /** Submits so many, eight at a time; how many a second. */
    private double submitted(int count) throws InterruptedException {
        int end = next.get() + count;
        Callable<?> submit = submit();
        long begun = System.nanoTime();
        try (ExecutorService eight = Executors.newFixedThreadPool(CLIENTS)) {
            for (int i = 0; i < count; i++) {
                eight.submit(submit);
            }
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        if (next.get() < end) {
            throw new IllegalStateException("Some submits were not made");
        }
        return count / seconds;
    }

    /** One press of the button on the next sheet; anything but thanks is a failure of the bench. */
    private Callable<?> submit() {
        return () -> submit(id("b", next.getAndIncrement()));
    }

    private String submit(String asking) throws IOException, InterruptedException {
        Map<String, String> filled = new LinkedHashMap<>(form);
        filled.put("_idem", UUID.randomUUID().toString());
        String to = anna.post("/my/questions/" + asking, filled);
        if (!to.endsWith("/thanks")) {
            throw new IllegalStateException("A submit led to " + to);
        }
        return asking;
    }

    /** Asks so many times, twelve in each course; the ids are made of a letter and a number, so that both sides know them. */
    private void ask(String letter, int count) throws IOException, InterruptedException {
        if (known.isEmpty()) {
            known = this.anna.first("/my/questions", "/my/questions/([0-9a-f-]{36})");
        }
        String anna = "(select practice_id, person_id from asking where id = '" + known + "') a";
        server.ask("insert into series (practice_id, id, person_id, planned, began_at, ended_at)"
                + " select a.practice_id, " + sqlId("e" + letter, "n") + ", a.person_id, 16, now(), now()"
                + " from generate_series(0, " + count / 12 + ") n, " + anna + ";"
                + " insert into asking (practice_id, id, person_id, series_id, instruments, asked_at, opens_at, closes_at)"
                + " select a.practice_id, " + sqlId(letter, "n") + ", a.person_id, " + sqlId("e" + letter, "(n / 12)")
                + ", '{phq-9}', now(), now() - interval '1 hour', now() + interval '2 days'"
                + " from generate_series(0, " + count + ") n, " + anna + "; analyze asking, series");
    }

    private static String sqlId(String letters, String number) {
        return "(rpad('" + letters + "', 8, '0') || '-0000-4000-8000-' || lpad(to_hex(" + number + "), 12, '0'))::uuid";
    }

    private static String id(String letter, int number) {
        return "%s-0000-4000-8000-%012x".formatted(letter + "0".repeat(8 - letter.length()), number);
    }

    /** The statements of a submit, as the server logged them, for pgbench; each of its clients answers sheets of its own. */
    private Path script(String file, String letter) throws IOException, InterruptedException {
        String[] who = server.ask("select practice_id, person_id from asking where id = '" + id(letter, 0) + "'")
                .split("\\|");
        String session =
                server.ask("select encode(s.secret_hash, 'hex') || '|' || s.account_id from sign_in s join account a"
                        + " on a.practice_id = s.practice_id and a.id = s.account_id where a.person_id = '" + who[1]
                        + "' and s.area = 'MY' order by s.began_at desc limit 1");
        try (InputStream stream = Submits.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IOException(file + " is not in the jar");
            }
            String statements = new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("@practice@", who[0])
                    .replace("@person@", who[1])
                    .replace("@session@", session.split("\\|")[0])
                    .replace("@account@", session.split("\\|")[1])
                    .replace(
                            "@chain@",
                            server.ask("select bucket from audit_entry where about = '" + who[1] + "' limit 1"))
                    .replace("@asking@", sqlId(letter, "(:sheet)::int"))
                    .replace("@response@", sqlId("a1", "(:sheet)::int"))
                    .replace("@concern@", sqlId("a2", "(:sheet)::int"))
                    .replace("@opening@", sqlId("a3", "(:sheet)::int"))
                    .replace("@step@", sqlId("a4", "(:sheet)::int"))
                    .replace("@message@", sqlId("a5", "(:sheet)::int"))
                    .replace(
                            "@owner@",
                            server.ask("select answered_by from practice where practice_id = '" + who[0] + "'"))
                    .replace("@course@", sqlId("e" + letter, "(:sheet)::int / 12"));
            return Files.writeString(Files.createTempFile(scratch, "submit", ".sql"), statements);
        }
    }
}
