package tombolo.week.web;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.util.MultiValueMap;
import tombolo.inventory.RelationshipId;
import tombolo.ui.Choice;
import tombolo.ui.Errors;
import tombolo.week.Try;

/** What is typed about something to try. */
public record AgreeForm(String what, String who, String when, String barrier, String session) {
    static final AgreeForm BLANK = new AgreeForm("", "", "", "", "");

    static AgreeForm of(MultiValueMap<String, String> fields) {
        return new AgreeForm(
                typed(fields, "what"),
                typed(fields, "who"),
                typed(fields, "when"),
                typed(fields, "barrier"),
                typed(fields, "session"));
    }

    static String typed(MultiValueMap<String, String> fields, String field) {
        String typed = fields.getFirst(field);
        return typed == null ? "" : typed.replace("\r\n", "\n").strip();
    }

    Errors errors() {
        Errors errors = Errors.none();
        if (what.isEmpty()) {
            errors.add("what", "week.wrong.what");
        }
        fits(errors, "what", what);
        fits(errors, "when", when);
        fits(errors, "barrier", barrier);
        if (!session.isEmpty() && !session.matches("[1-9]\\d?")) {
            errors.add("session", "week.desk.wrong.session");
        }
        return errors;
    }

    private static void fits(Errors errors, String field, String typed) {
        if (typed.length() > Try.LONGEST) {
            errors.add(field, "week.wrong.long", Try.LONGEST);
        }
    }

    /** Whoever is chosen, if they are among those who can be. */
    Optional<RelationshipId> with(List<Choice> people) {
        return people.stream()
                .map(Choice::value)
                .filter(who::equals)
                .filter(id -> !id.isEmpty())
                .findFirst()
                .map(id -> new RelationshipId(UUID.fromString(id)));
    }

    Optional<Integer> number() {
        return session.isEmpty() ? Optional.empty() : Optional.of(Integer.valueOf(session));
    }

    /** Shows no word of it. */
    @Override
    public String toString() {
        return "something typed about a try";
    }
}
