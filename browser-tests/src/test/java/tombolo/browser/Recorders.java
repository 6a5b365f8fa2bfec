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
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Others who write while the machines under them are killed: answers typed in for somebody, words added to a signed note,
 * things to try, pieces of work, and hours booked with the messages that go with them. What they write carries a mark of its own, and is
 * looked for afterwards on the page where a reader would look.
 */
final class Recorders implements AutoCloseable {
    private static final Pattern MARK = Pattern.compile("Mark\\d+\\b");
    private static final Pattern HOUR = Pattern.compile("(\\d{1,2} \\p{L}+) \\d{4}, (0[0-5]:\\d\\d)–");
    private static final Pattern REMINDER =
            Pattern.compile("A reminder for \\p{L}+ (\\d{1,2} \\p{L}+), (0[0-5]:\\d\\d)");
    private static final Pattern CONCERN = Pattern.compile("class=\"who\" href=\"(/desk/concerns/[0-9a-f-]{36})\"");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMMM HH:mm", Locale.UK);
    private static final int NIGHT = 6 * 60;

    private final Ledger ledger;
    private final List<Recorder> recorders;
    private volatile boolean writing;

    Recorders(TomboloProcess tombolo, Ledger ledger) throws IOException {
        this.ledger = ledger;
        this.recorders = List.of(
                new Answers(tombolo),
                new Addenda(tombolo),
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
            thread = new Thread(() -> {
                while (writing) {
                    press(UUID.randomUUID(), ++pressed);
                }
            });
            thread.start();
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

        private static void pause() {
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
                LocalDate.now(ZoneId.of("Europe/London")).plusDays(3);
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
