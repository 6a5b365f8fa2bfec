package tombolo.messages;

import jakarta.mail.Address;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UnsupportedEncodingException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.OptionalInt;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tombolo.time.ProgrammeTime;

/**
 * E-mail by a mail server. A message keeps its own Message-ID at every try, so that a server or a reader that compares them
 * never shows it twice. A try counts as surely not taken only if the server said so, or if it broke off before the first
 * byte of the message went; after that an answer that never came means that nobody knows.
 */
final class SmtpCarrier implements Carrier {
    private static final Logger LOG = LoggerFactory.getLogger(SmtpCarrier.class);
    private static final Duration CONNECT = Duration.ofSeconds(15);
    private static final Duration ANSWER = Duration.ofSeconds(60);
    private static final int REFUSED_FOR_GOOD = 500;

    private final URI server;
    private final String from;
    private final ProgrammeTime time;
    private final Session session;

    /**
     * @param server {@code smtps://user:password@host:465} or {@code smtp://host:25}; {@code smtp} with a user goes on only
     *     once the line is encrypted
     */
    SmtpCarrier(URI server, String from, ProgrammeTime time) {
        this.server = checked(server);
        this.from = from;
        this.time = time;
        this.session = Session.getInstance(settings());
    }

    private static URI checked(URI server) {
        boolean known = "smtp".equals(server.getScheme()) || "smtps".equals(server.getScheme());
        if (!known || server.getHost() == null) {
            throw new IllegalStateException("TOMBOLO_SMTP_URL is the address of a mail server, such as"
                    + " smtps://user:password@mail.example:465 or smtp://localhost:25");
        }
        return server;
    }

    private Properties settings() {
        String scheme = server.getScheme();
        Properties settings = new Properties();
        settings.put("mail." + scheme + ".connectiontimeout", String.valueOf(CONNECT.toMillis()));
        settings.put("mail." + scheme + ".timeout", String.valueOf(ANSWER.toMillis()));
        settings.put("mail." + scheme + ".writetimeout", String.valueOf(ANSWER.toMillis()));
        settings.put("mail." + scheme + ".ssl.checkserveridentity", "true");
        settings.put("mail.smtp.starttls.enable", "true");
        settings.put("mail.smtp.starttls.required", String.valueOf(hasUser() && !isThisMachine()));
        settings.put("mail." + scheme + ".auth", String.valueOf(hasUser()));
        return settings;
    }

    private boolean hasUser() {
        return server.getRawUserInfo() != null;
    }

    private boolean isThisMachine() {
        try {
            return InetAddress.getByName(server.getHost()).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    @Override
    public Way way() {
        return Way.EMAIL;
    }

    @Override
    public boolean leaves() {
        return true;
    }

    @Override
    public Carried carry(Letter letter) {
        try {
            Transport transport = session.getTransport(server.getScheme());
            try {
                Begun message = new Begun(session, letter, from, time.now());
                transport.connect(server.getHost(), server.getPort(), user(), password());
                return hand(transport, message);
            } finally {
                close(transport);
            }
        } catch (MessagingException | UnsupportedEncodingException e) {
            return told(e, Carried.NOT_NOW);
        }
    }

    /** How the line ends changes nothing about what came of the message. */
    private static void close(Transport transport) {
        try {
            transport.close();
        } catch (MessagingException e) {
            LOG.debug("The line to the mail server broke off at its end");
        }
    }

    private static Carried hand(Transport transport, Begun message) throws MessagingException {
        Address[] to = message.getAllRecipients();
        try {
            transport.sendMessage(message, to);
            return Carried.SENT;
        } catch (MessagingException e) {
            OptionalInt answer = answer(e);
            if (answer.isPresent()) {
                return told(e, answer.getAsInt() >= REFUSED_FOR_GOOD ? Carried.REFUSED : Carried.NOT_NOW);
            }
            return told(e, message.begun ? Carried.UNKNOWN : Carried.NOT_NOW);
        }
    }

    /** The server's own no, 4xx or 5xx, if it said one. */
    private static OptionalInt answer(Exception e) {
        for (Throwable cause = e; cause != null; cause = next(cause)) {
            int code = switch (cause) {
                case SMTPAddressFailedException address -> address.getReturnCode();
                case SMTPSendFailedException send -> send.getReturnCode();
                default -> 0;
            };
            if (code >= 400 && code <= 599) {
                return OptionalInt.of(code);
            }
        }
        return OptionalInt.empty();
    }

    private static @Nullable Throwable next(Throwable cause) {
        return cause instanceof SendFailedException failed && failed.getNextException() != null
                ? failed.getNextException()
                : cause.getCause() == cause ? null : cause.getCause();
    }

    /** What a server says may hold an address, so that only the kind of trouble is told. */
    private static Carried told(Exception e, Carried carried) {
        LOG.warn("An e-mail was not handed over ({}): {}", carried, e.getClass().getSimpleName());
        return carried;
    }

    private @Nullable String user() {
        return hasUser() ? decoded(server.getRawUserInfo().split(":", 2)[0]) : null;
    }

    private @Nullable String password() {
        return hasUser() && server.getRawUserInfo().contains(":")
                ? decoded(server.getRawUserInfo().split(":", 2)[1])
                : null;
    }

    private static String decoded(String part) {
        return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** A message that knows whether its first byte has gone. */
    private static final class Begun extends MimeMessage {
        private final String id;
        private boolean begun;

        private Begun(Session session, Letter letter, String from, Instant now)
                throws MessagingException, UnsupportedEncodingException {
            super(session);
            this.id = "<" + letter.id() + "@" + from.substring(from.indexOf('@') + 1) + ">";
            setFrom(
                    letter.sender().isEmpty()
                            ? new InternetAddress(from)
                            : new InternetAddress(from, letter.sender(), "UTF-8"));
            setRecipient(RecipientType.TO, new InternetAddress(letter.to()));
            setSubject(letter.words().subject(), "UTF-8");
            setText(letter.words().whole(), "UTF-8");
            setSentDate(Date.from(now));
            setHeader("Auto-Submitted", "auto-generated");
            saveChanges();
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }

        @Override
        public void writeTo(OutputStream out, String[] without) throws IOException, MessagingException {
            begun = true;
            super.writeTo(out, without);
        }
    }
}
