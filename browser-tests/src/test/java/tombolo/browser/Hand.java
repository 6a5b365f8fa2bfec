package tombolo.browser;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/** Fills in a form and presses one of its buttons, as somebody at a page would. */
final class Hand {
    private final PlainClient client;
    private final Words words;

    Hand(PlainClient client, Words words) {
        this.client = client;
        this.words = words;
    }

    /** What is typed where something can be typed. */
    interface Words {
        Words ORDINARY = (form, field) -> switch (field.kind()) {
            case EMAIL -> "someone@example.org";
            case TELEPHONE -> "01632 960001";
            case TEXT -> field.value().isEmpty() ? "Words" : field.value();
            default -> field.value();
        };

        String into(ReadPage.Form form, ReadPage.Field field);
    }

    /** Opens a page, fills in its form of that address with what is given and words for the rest, and sends it. */
    PlainClient.Answer fill(String page, String action, Map<String, String> given) throws IOException {
        ReadPage.Form form = form(
                        page,
                        candidate -> candidate.action().replaceAll("\\?.*", "").equals(action))
                .orElseThrow(() -> new AssertionError(page + " has no form for " + action));
        return press(form, given);
    }

    /** A form on a page, as it stands there now. */
    Optional<ReadPage.Form> form(String page, Predicate<ReadPage.Form> which) throws IOException {
        PlainClient.Answer answer = client.get(page);
        return answer.status() == 200
                ? ReadPage.of(answer).forms().stream()
                        .filter(ReadPage.Form::posts)
                        .filter(which)
                        .findFirst()
                : Optional.empty();
    }

    PlainClient.Answer press(ReadPage.Form form, Map<String, String> given) throws IOException {
        return client.post(form.action(), filled(form, given));
    }

    /** Everything the form sends. A box that stands empty and is asked for here is ticked. */
    List<Map.Entry<String, String>> filled(ReadPage.Form form, Map<String, String> given) {
        List<Map.Entry<String, String>> sent = new ArrayList<>();
        for (ReadPage.Field field : form.fields()) {
            if (!given.containsKey(field.name())) {
                sent.add(Map.entry(field.name(), words.into(form, field)));
            }
        }
        given.forEach((name, value) -> sent.add(Map.entry(name, value)));
        return sent;
    }

    /** The same, by somebody else's hand: their own proof, and a key that nobody has used. */
    static List<Map.Entry<String, String>> signed(List<Map.Entry<String, String>> fields, String token) {
        List<Map.Entry<String, String>> sent = new ArrayList<>();
        fields.stream()
                .filter(field ->
                        !field.getKey().equals("_csrf") && !field.getKey().equals("_idem"))
                .forEach(sent::add);
        sent.add(Map.entry("_csrf", token));
        sent.add(Map.entry("_idem", UUID.randomUUID().toString()));
        return sent;
    }
}
