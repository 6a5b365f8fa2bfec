package tombolo.enquiries.web;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.util.MultiValueMap;
import tombolo.database.Ids;
import tombolo.enquiries.Reply;
import tombolo.people.TypedContact;
import tombolo.time.TypedDay;
import tombolo.ui.Errors;
import tombolo.vault.AccountId;
import tombolo.vault.Confidential;

/** What has been typed about an answer: how, when, whether they were reached, what was said in short, and what comes next. */
public record ReplyForm(String how, String at, String reached, String said, String next) {
    private static final int WORDS = 2000;
    private static final Duration SLACK = Duration.ofMinutes(5);

    static ReplyForm empty(Instant now, ZoneId zone) {
        return new ReplyForm("", local(now, zone), "", "", "");
    }

    static ReplyForm of(MultiValueMap<String, String> posted) {
        return new ReplyForm(
                TypedContact.line(posted.getFirst("how")),
                TypedContact.line(posted.getFirst("at")),
                TypedContact.line(posted.getFirst("reached")),
                TypedContact.text(posted.getFirst("said")),
                TypedContact.text(posted.getFirst("next")));
    }

    Errors wrong(Instant sent, Instant now, ZoneId zone) {
        Errors errors = Errors.none();
        if (way().isEmpty()) {
            errors.add("how", "enquiries.wrong.how");
        }
        Optional<Instant> when = when(zone);
        if (when.isEmpty()) {
            errors.add("at", "enquiries.wrong.at");
        } else if (when.get().isAfter(now.plus(SLACK))) {
            errors.add("at", "enquiries.wrong.at.future");
        } else if (when.get().isBefore(sent.truncatedTo(ChronoUnit.MINUTES))) {
            errors.add("at", "enquiries.wrong.at.before");
        }
        if (!reached.equals("yes") && !reached.equals("no")) {
            errors.add("reached", "enquiries.wrong.reached");
        }
        TypedContact.tooLong(errors, "said", said, WORDS);
        TypedContact.tooLong(errors, "next", next, WORDS);
        return errors;
    }

    /** The reply, once nothing is wrong. */
    Reply reply(AccountId by, ZoneId zone) {
        return new Reply(
                Ids.next(),
                by,
                when(zone).orElseThrow(),
                way().orElseThrow(),
                reached.equals("yes"),
                Confidential.of(said),
                Confidential.of(next));
    }

    private Optional<Reply.How> way() {
        return Arrays.stream(Reply.How.values())
                .filter(it -> it.name().equals(how))
                .findFirst();
    }

    private Optional<Instant> when(ZoneId zone) {
        return TypedDay.moment(at).map(it -> it.atZone(zone).toInstant());
    }

    private static String local(Instant now, ZoneId zone) {
        return LocalDateTime.ofInstant(now, zone)
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
    }

    @Override
    public String toString() {
        return "ReplyForm[…]";
    }
}
