package tombolo.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Others who write while the machines under them are killed: answers typed in for somebody, notes that are signed and words
 * added to one, what is done about a concern, things to try, pieces of work, and hours booked with the messages that go with
 * them. What they write carries a mark of its own, and is looked for afterwards on the page where a reader would look.
 */
final class Recorders implements AutoCloseable {
    private static final Pattern MARK = Pattern.compile("Mark\\d+\\b");
    private static final Pattern HOUR = Pattern.compile("(\\d{1,2} \\p{L}+) \\d{4}, (0[0-5]:\\d\\d)–");
    private static final Pattern REMINDER =
            Pattern.compile("A reminder for \\p{L}+ (\\d{1,2} \\p{L}+), (0[0-5]:\\d\\d)");
    private static final Pattern CONCERN = Pattern.compile("class=\"who\" href=\"(/desk/concerns/[0-9a-f-]{36})\"");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMMM HH:mm", Locale.UK);
    private static final int NIGHT = 6 * 60;

    /** The clock is moved on so often first, since a session is held on a day of its own. */
    static final int DAYS_BEFORE = 6;

    private final Ledger ledger;
    private final List<Recorder> recorders;
    private volatile boolean writing;

    Recorders(TomboloProcess tombolo, Ledger ledger) throws IOException {
        this.ledger = ledger;
        SignedNotes notes = new SignedNotes(tombolo);
        this.recorders = List.of(
                new Answers(tombolo),
                new Addenda(tombolo),
                notes,
                new StepsInAConcern(tombolo),
                new ThingsToTry(tombolo),
                new PiecesOfWork(tombolo),
                new HoursAndMessages(tombolo));
    }

    Recorders begin() {
        writing = true;
        recorders.forEach(Recorder::begin);
        return this;
    }

    /** All finish the press they are at, however it ends. */
    void stop() throws InterruptedException {
        writing = false;
        for (Recorder recorder : recorders) {
            recorder.thread.join();
        }
    }

    /** What had no answer is sent again with the same key; then everything is there that was told to be, and only once. */
    void settle() throws IOException {
        for (Recorder recorder : recorders) {
            recorder.askAgain();
            List<String> there = recorder.found();
            List<String> told = ledger.lines().stream()
                    .filter(line -> line.startsWith(recorder.what + " "))
                    .map(line -> line.substring(recorder.what.length() + 1))
                    .toList();
            assertThat(there).as(recorder.what + ": nothing is twice").doesNotHaveDuplicates();
            assertThat(there)
                    .as(recorder.what + ": nothing is lost, and nothing is there that was never told")
                    .containsExactlyInAnyOrderElementsOf(told);
        }
    }

    int pressed() {
        return recorders.stream().mapToInt(recorder -> recorder.pressed).sum();
    }

    @Override
    public void close() throws IOException {
        writing = false;
        ledger.close();
    }

    /** Somebody at one kind of work. */
    private abstract class Recorder {
        final String what;
        final PlainClient client;
        final String token;
        private final Map<UUID, Integer> unanswered = new LinkedHashMap<>();
        private Thread thread = new Thread();
        private volatile int pressed;
        private int sinceItBegan;

        Recorder(TomboloProcess tombolo, String what, String who, String area) throws IOException {
            this.what = what;
            this.client = new PlainClient(tombolo.base()).is(who);
            this.token = client.token(area);
            assertThat(token).isNotEmpty();
        }

        abstract PlainClient.Answer send(Map<String, String> proof, int number) throws IOException;

        /** The marks that are there now. */
        abstract List<String> found() throws IOException;

        String mark(int number) {
            return "Mark" + number;
        }

        void begin() {
            sinceItBegan = 0;
            thread = new Thread(() -> {
                while (writing && goesOn(sinceItBegan++)) {
                    press(UUID.randomUUID(), ++pressed);
                }
            });
            thread.start();
        }

        /** Whether to press once more, after so many presses in this round. */
        boolean goesOn(int before) {
            return true;
        }

        boolean isAnswered() {
            return unanswered.isEmpty();
        }

        int pressed() {
            return pressed;
        }

        private void press(UUID key, int number) {
            unanswered.put(key, number);
            try {
                if (isKept(key, number)) {
                    unanswered.remove(key);
                }
            } catch (IOException noAnswer) {
                pause();
            }
        }

        private boolean isKept(UUID key, int number) throws IOException {
            int status = send(Map.of("_idem", key.toString(), "_csrf", token), number)
                    .status();
            boolean kept = status == 302 || status == 303;
            if (kept) {
                ledger.acknowledged(what + " " + mark(number));
            } else {
                pause();
            }
            return kept;
        }

        void askAgain() throws IOException {
            for (Map.Entry<UUID, Integer> open : List.copyOf(unanswered.entrySet())) {
                assertThat(isKept(open.getKey(), open.getValue()))
                        .as(what + " is asked again about " + open.getValue())
                        .isTrue();
                unanswered.remove(open.getKey());
            }
        }

        List<String> marks(String page, Pattern pattern) throws IOException {
            List<String> marks = new ArrayList<>();
            Matcher all = pattern.matcher(client.get(page).body().replaceAll("[\\u2066-\\u2069]", ""));
            while (all.find()) {
                marks.add(all.groupCount() == 2 ? all.group(1) + " " + all.group(2) : all.group());
            }
            return marks;
        }

        String person(String name) throws IOException {
            Matcher link = Pattern.compile("href=\"(/desk/people/[0-9a-f-]{36})[^\"]*\"[^>]*>(?:<[^>]*>)*\\W*" + name)
                    .matcher(client.get("/desk/people").body());
            assertThat(link.find()).as(name + " is on the list").isTrue();
            return link.group(1);
        }

        static void pause() {
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Ishbel, who types in what Ravi has answered: PHQ-9, each time with thoughts of not wanting to live. */
    private final class Answers extends Recorder {
        private final String record;

        Answers(TomboloProcess tombolo) throws IOException {
            super(tombolo, "answers", "ishbel", "/desk");
            record = person("Ravi");
        }

        @Override
        PlainClient.Answer send(Map<String, String> proof, int number) throws IOException {
            Map<String, String> fields = new LinkedHashMap<>(proof);
            fields.put("asked", "phq-9");
            fields.put("way", "entered");
            fields.put("why", mark(number));
            fields.put("day", LocalDate.now().minusDays(1).toString());
            fields.put("again", "yes");
            for (int item = 1; item <= 10; item++) {
                fields.put("phq-9-" + item, "1");
            }
            return client.post(record + "/answers", fields);
        }

        @Override
        List<String> found() throws IOException {
            List<String> answers = marks(record + "/progress", MARK);
            assertThat(heard())
                    .as("whatever was answered was heard, once, in the one concern that is open")
                    .isEqualTo(answers.size());
            return answers;
        }

        /** How often the concern on Ravi's list was heard, as its page says. */
        private int heard() throws IOException {
            Matcher link = CONCERN.matcher(client.get(record + "/concerns").body());
            int heard = 0;
            int concerns = 0;
            while (link.find()) {
                concerns++;
                heard += client.get(link.group(1)).body().split("<p><q ", -1).length - 1;
            }
            assertThat(concerns).as("one concern, however often it is said").isLessThan(2);
            return heard;
        }
    }

    /** Ishbel, who adds to a note about Ewa that is signed. */
    private final class Addenda extends Recorder {
        private final String note;

        Addenda(TomboloProcess tombolo) throws IOException {
            super(tombolo, "addenda", "ishbel", "/desk");
            String record = person("Ewa");
            Matcher link = Pattern.compile("/desk/people/[0-9a-f-]{36}/session/notes/[0-9a-f-]{36}")
                    .matcher(client.get(record + "/session").body());
            assertThat(link.find()).as("a signed note").isTrue();
            note = link.group();
        }

        @Override
        PlainClient.Answer send(Map<String, String> proof, int number) throws IOException {
            Map<String, String> fields = new LinkedHashMap<>(proof);
            fields.put("added", mark(number));
            fields.put("about", note.substring("/desk/people/".length(), "/desk/people/".length() + 36));
            return client.post(note + "/addenda", fields);
        }

        @Override
        List<String> found() throws IOException {
            return marks(note, MARK);
        }
    }

    /** Ishbel, who signs notes: with each goes what was agreed to try, onto the person's own page. */
    private final class SignedNotes extends Recorder {
        private static final int A_ROUND = 2;
        private static final List<String> WHOSE = List.of("Joan", "Nell");

        private final List<String> notes = new ArrayList<>();

        SignedNotes(TomboloProcess tombolo) throws IOException {
            super(tombolo, "signed notes", "ishbel", "/desk");
            for (int day = 0; day < DAYS_BEFORE; day++) {
                client.post(
                        "/demo/clock",
                        Map.of("days", "1", "_idem", UUID.randomUUID().toString()));
                for (String who : WHOSE) {
                    notes.add(begun(person(who)));
                }
            }
        }

        private String begun(String record) throws IOException {
            Matcher number = Pattern.compile("name=\"number\" value=\"(\\d+)\"")
                    .matcher(client.get(record + "/session").body());
            assertThat(number.find()).as("an hour to begin").isTrue();
            Map<String, String> fields =
                    Map.of("number", number.group(1), "_idem", UUID.randomUUID().toString(), "_csrf", token);
            client.post(record + "/session/beginning", fields);
            Matcher note = Pattern.compile(record + "/session/notes/[0-9a-f-]{36}")
                    .matcher(client.get(record + "/session").body());
            assertThat(note.find()).as("a note that is begun").isTrue();
            return note.group();
        }

        /** A few in each round, at moments of their own, as long as there are any. */
        @Override
        boolean goesOn(int before) {
            pause();
            return before < A_ROUND && pressed() < notes.size();
        }

        private static String record(String note) {
            return note.substring(0, note.indexOf("/session/"));
        }

        @Override
        PlainClient.Answer send(Map<String, String> proof, int number) throws IOException {
            String note = notes.get(number - 1);
            String person = record(note).substring("/desk/people/".length());
            Map<String, String> fields = new LinkedHashMap<>(proof);
            fields.put("seen", client.get(note).hidden().getOrDefault("seen", "0"));
            fields.put("since", mark(number));
            fields.put("try0", mark(number));
            fields.putAll(Map.of("safety", "TALKED", "act", "sign", "about", person, "whose", person));
            return client.post(note, fields);
        }

        @Override
        List<String> found() throws IOException {
            List<String> signed = new ArrayList<>();
            for (String note : notes.subList(0, Math.min(pressed(), notes.size()))) {
                String mark = mark(notes.indexOf(note) + 1);
                boolean locked = client.get(note).body().contains("class=\"signed\"");
                long agreed = marks(record(note) + "/week/tries", MARK).stream()
                        .filter(mark::equals)
                        .count();
                assertThat(agreed)
                        .as("what was agreed in " + mark
                                + " stands on the person's page once its note is signed, and once")
                        .isEqualTo(locked ? 1 : 0);
                if (locked) {
                    assertThat(marks(note, MARK)).as("the note is whole").containsExactly(mark, mark);
                    signed.add(mark);
                }
            }
            return signed;
        }
    }

    /** Ishbel, who hears of a concern about Tom, takes it in hand, and closes it with what she did: three presses each. */
    private final class StepsInAConcern extends Recorder {
        private static final int PRESSES = 3;

        private final String record;

        /** The concerns that were found closed; they are never said again. */
        private final Map<String, List<String>> closed = new LinkedHashMap<>();

        StepsInAConcern(TomboloProcess tombolo) throws IOException {
            super(tombolo, "steps in a concern", "ishbel", "/desk");
            record = person("Tom");
            assertThat(all()).as("nothing is open about Tom").isEmpty();
        }

        /** One after the other: what had no answer may be what the next press builds on. */
        @Override
        boolean goesOn(int before) {
            return isAnswered();
        }

        private List<String> all() throws IOException {
            List<String> all = new ArrayList<>();
            Matcher link = CONCERN.matcher(client.get(record + "/concerns").body());
            while (link.find()) {
                all.add(link.group(1));
            }
            return all;
        }

        private String newest() throws IOException {
            return all().stream().findFirst().orElseThrow(() -> new IOException("The list had no answer"));
        }

        /** The concern that is open, and its page; none between two. */
        private Optional<Map.Entry<String, PlainClient.Answer>> open() throws IOException {
            for (String concern : all()) {
                PlainClient.Answer page = client.get(concern);
                if (!closed.containsKey(concern) && page.body().contains(concern + "/actions")) {
                    return Optional.of(Map.entry(concern, page));
                }
            }
            return Optional.empty();
        }

        @Override
        PlainClient.Answer send(Map<String, String> proof, int number) throws IOException {
            Map<String, String> fields = new LinkedHashMap<>(proof);
            int press = (number - 1) % PRESSES;
            if (press == 0) {
                fields.putAll(Map.of("source", "ROOM", "said", mark(number)));
                return client.post(record + "/concerns", fields);
            }
            Optional<Map.Entry<String, PlainClient.Answer>> open = open();
            String concern = open.isPresent() ? open.get().getKey() : newest();
            fields.put(
                    "_v",
                    open.map(it -> it.getValue().hidden().getOrDefault("_v", "0"))
                            .orElse("0"));
            if (press == 1) {
                return client.post(concern + "/taking", fields);
            }
            fields.putAll(Map.of("action", "SPOKE", "words", mark(number), "close", "true"));
            return client.post(concern + "/actions", fields);
        }

        @Override
        List<String> found() throws IOException {
            List<String> steps = new ArrayList<>();
            int open = 0;
            for (String concern : all()) {
                if (!closed.containsKey(concern)) {
                    String page = client.get(concern).body();
                    List<String> marks = steps(concern, page);
                    boolean over = !page.contains(concern + "/actions");
                    assertThat(over)
                            .as("what she did and that it is closed are there together, or neither")
                            .isEqualTo(page.contains("Ishbel spoke with the person."));
                    open += over ? 0 : 1;
                    if (over) {
                        closed.put(concern, marks);
                    } else {
                        steps.addAll(marks);
                    }
                }
                steps.addAll(closed.getOrDefault(concern, List.of()));
            }
            assertThat(open).as("one concern at a time").isLessThan(2);
            return steps;
        }

        /** Taking it in hand has no words of its own: it has the number after what was heard. */
        private List<String> steps(String concern, String page) throws IOException {
            List<String> marks = marks(concern, MARK);
            int heard = Integer.parseInt(marks.getFirst().replaceAll("\\D", ""));
            int taken = page.split("Ishbel took it in hand\\.", -1).length - 1;
            List<String> steps = new ArrayList<>(marks);
            for (int one = 0; one < taken; one++) {
                steps.add(mark(heard + 1));
            }
            return steps;
        }
    }

    /** Anna, who writes down what she will try. */
    private final class ThingsToTry extends Recorder {
        ThingsToTry(TomboloProcess tombolo) throws IOException {
            super(tombolo, "tries", "anna", "/my");
        }

        @Override
        PlainClient.Answer send(Map<String, String> proof, int number) throws IOException {
            Map<String, String> fields = new LinkedHashMap<>(proof);
            fields.put("what", mark(number));
            return client.post("/my/week/tries", fields);
        }

        @Override
        List<String> found() throws IOException {
            return marks("/my/week/tries", MARK);
        }
    }

    /** Nell, who begins one piece of work after the other, each with its first words. */
    private final class PiecesOfWork extends Recorder {
        /** What stood in a piece when it was first found; it is never said again. */
        private final Map<String, List<String>> read = new LinkedHashMap<>();

        PiecesOfWork(TomboloProcess tombolo) throws IOException {
            super(tombolo, "pieces", "nell", "/my");
        }

        @Override
        PlainClient.Answer send(Map<String, String> proof, int number) throws IOException {
            Map<String, String> fields = new LinkedHashMap<>(proof);
            fields.put("name", mark(number));
            return client.post("/my/techniques/new/feeling", fields);
        }

        @Override
        List<String> found() throws IOException {
            List<String> marks = new ArrayList<>();
            Matcher piece = Pattern.compile("href=\"(/my/techniques/[0-9a-f-]{36})\"")
                    .matcher(client.get("/my/techniques").body());
            while (piece.find()) {
                String page = piece.group(1);
                if (!read.containsKey(page)) {
                    read.put(page, marks(page, MARK));
                }
                marks.addAll(read.getOrDefault(page, List.of()));
            }
            return marks;
        }
    }

    /** Ishbel, who books hours with Nell: with each goes one message, and neither is there without the other. */
    private final class HoursAndMessages extends Recorder {
        private final LocalDate first =
                LocalDate.now(ZoneId.of("Europe/London")).plusDays(DAYS_BEFORE + 3);
        private final String record;

        HoursAndMessages(TomboloProcess tombolo) throws IOException {
            super(tombolo, "hours", "ishbel", "/desk");
            record = person("Nell");
        }

        /** Hours of the night, when nobody else comes; near enough that their messages are shown. */
        private LocalDateTime at(int number) {
            return first.plusDays(number / NIGHT).atStartOfDay().plusMinutes(number % NIGHT);
        }

        @Override
        String mark(int number) {
            return at(number).format(MOMENT);
        }

        @Override
        PlainClient.Answer send(Map<String, String> proof, int number) throws IOException {
            Map<String, String> fields = new LinkedHashMap<>(proof);
            fields.put("day", at(number).toLocalDate().toString());
            fields.put("time", at(number).toLocalTime().toString());
            fields.putAll(Map.of("minutes", "5", "count", "1", "every", "1"));
            return client.post(record + "/appointments", fields);
        }

        @Override
        List<String> found() throws IOException {
            List<String> hours = marks(record + "/appointments", HOUR);
            assertThat(marks(record + "/messages", REMINDER))
                    .as("each hour has its message, once")
                    .containsExactlyInAnyOrderElementsOf(hours);
            return hours;
        }
    }
}
