package tombolo.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import tombolo.messages.Carrier.Carried;
import tombolo.messages.Carrier.Letter;
import tombolo.time.ProgrammeTime;

/** What may be said of a message when the mail server refuses it, or dies in the middle. */
class SmtpCarrierUnitTests {
    private static final String HANG_UP = "hang up";

    /** A mail server that answers as told, and hangs up where told. */
    private static final class Scripted implements AutoCloseable {
        private final ServerSocket socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        private final Map<String, String> answers;
        private final AtomicInteger begun = new AtomicInteger();

        private Scripted(Map<String, String> answers) throws IOException {
            this.answers = answers;
            Thread.ofVirtual().start(this::serve);
        }

        private void serve() {
            try (Socket line = socket.accept();
                    BufferedReader in = new BufferedReader(
                            new InputStreamReader(line.getInputStream(), StandardCharsets.US_ASCII));
                    OutputStream out = line.getOutputStream()) {
                say(out, "220 ready");
                for (String said = in.readLine(); said != null; said = in.readLine()) {
                    String verb = said.split("[ :]")[0].toUpperCase(java.util.Locale.ROOT);
                    String answer = answers.getOrDefault(verb, verb.equals("DATA") ? "354 go on" : "250 fine");
                    if (answer.equals(HANG_UP)) {
                        return;
                    }
                    say(out, answer);
                    if (verb.equals("DATA") && answer.startsWith("354")) {
                        begun.incrementAndGet();
                        for (String text = in.readLine(); text != null && !text.equals("."); ) {
                            text = in.readLine();
                        }
                        String end = answers.getOrDefault(".", "250 taken");
                        if (end.equals(HANG_UP)) {
                            return;
                        }
                        say(out, end);
                    }
                }
            } catch (IOException e) {
                // the other side has gone
            }
        }

        private static void say(OutputStream out, String words) throws IOException {
            out.write((words + "\r\n").getBytes(StandardCharsets.US_ASCII));
            out.flush();
        }

        private URI address() {
            return URI.create("smtp://127.0.0.1:" + socket.getLocalPort());
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    private static Carried carry(Map<String, String> answers) throws IOException {
        try (Scripted server = new Scripted(answers)) {
            return new SmtpCarrier(server.address(), "post@lochside.example", ProgrammeTime.real()).carry(letter());
        }
    }

    private static Letter letter() {
        return new Letter(
                UUID.randomUUID(),
                "Lochside",
                "anna@example.org",
                new Words("A reminder", "Tomorrow.", Optional.empty()));
    }

    @Test
    void takenIsSent() throws IOException {
        assertThat(carry(Map.of())).isEqualTo(Carried.SENT);
    }

    @Test
    void aNoForNowIsTriedAgainAndANoForGoodIsNot() throws IOException {
        assertThat(carry(Map.of("RCPT", "451 not now"))).isEqualTo(Carried.NOT_NOW);
        assertThat(carry(Map.of("RCPT", "550 nobody here"))).isEqualTo(Carried.REFUSED);
        assertThat(carry(Map.of("MAIL", "452 full"))).isEqualTo(Carried.NOT_NOW);
        assertThat(carry(Map.of(".", "451 not now"))).isEqualTo(Carried.NOT_NOW);
        assertThat(carry(Map.of(".", "554 never"))).isEqualTo(Carried.REFUSED);
    }

    @Test
    void brokenOffBeforeTheFirstByteItSurelyDidNotGo() throws IOException {
        assertThat(carry(Map.of("MAIL", HANG_UP))).isEqualTo(Carried.NOT_NOW);
        assertThat(carry(Map.of("RCPT", HANG_UP))).isEqualTo(Carried.NOT_NOW);
    }

    @Test
    void withoutAnAnswerToTheWholeOfItNobodyKnows() throws IOException {
        assertThat(carry(Map.of(".", HANG_UP))).isEqualTo(Carried.UNKNOWN);
    }

    @Test
    void takenIsTakenHoweverTheLineEnds() throws IOException {
        assertThat(carry(Map.of("QUIT", HANG_UP))).isEqualTo(Carried.SENT);
    }

    @Test
    void whereNobodyListensItIsTriedAgain() throws IOException {
        URI gone;
        try (Scripted server = new Scripted(Map.of())) {
            gone = server.address();
        }
        assertThat(new SmtpCarrier(gone, "post@lochside.example", ProgrammeTime.real()).carry(letter()))
                .isEqualTo(Carried.NOT_NOW);
    }

    @Test
    void anAddressThatIsNoMailServersIsRefusedWithWords() {
        assertThatIllegalStateException()
                .isThrownBy(() ->
                        new SmtpCarrier(URI.create("https://mail.example"), "post@example.org", ProgrammeTime.real()))
                .withMessageContaining("TOMBOLO_SMTP_URL");
    }
}
