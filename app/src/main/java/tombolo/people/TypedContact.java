package tombolo.people;

import java.text.Normalizer;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import tombolo.people.SafeContact.Trace;
import tombolo.people.SafeContact.Way;
import tombolo.ui.Errors;
import tombolo.vault.Confidential;

/** What somebody has typed about what to call someone and how to reach them, before anything is made of it. */
public record TypedContact(
        String name, String way, String phone, List<String> safe, String email, boolean emailSafe, String hours) {
    private static final int NAME = 80;
    private static final int EMAIL = 254;
    private static final int HOURS = 300;
    private static final Pattern ADDRESS = Pattern.compile("[^\\s@,;<>\"]+@[^\\s@,;<>\"]+\\.[^\\s@,;<>\".]+");

    public static final TypedContact EMPTY = new TypedContact("", "", "", List.of(), "", false, "");

    public TypedContact {
        safe = List.copyOf(safe);
    }

    public static TypedContact of(MultiValueMap<String, String> posted) {
        return new TypedContact(
                line(posted.getFirst("name")),
                line(posted.getFirst("way")),
                line(posted.getFirst("phone")),
                posted.getOrDefault("safe", List.of()),
                line(posted.getFirst("email")),
                posted.containsKey("email-safe"),
                line(posted.getFirst("hours")));
    }

    /** As a form shows it again, for somebody we know. */
    public static TypedContact of(Person person, String country) {
        SafeContact contact = person.contact();
        String address = contact.address().map(Confidential::words).orElse("");
        return new TypedContact(
                words(person.name()),
                contact.way().name(),
                contact.way() == Way.PHONE ? Telephone.spoken(address, country) : "",
                contact.safe().stream()
                        .filter(trace -> trace != Trace.EMAIL)
                        .map(Trace::name)
                        .toList(),
                contact.way() == Way.EMAIL ? address : "",
                contact.safe().contains(Trace.EMAIL),
                words(contact.hours()));
    }

    /** On one line, without what cannot be seen: a name must not be able to pretend to be two lines of a letter, or none. */
    public static String line(@Nullable String typed) {
        String line = text(typed).replaceAll("\\s+", " ");
        return line.matches("[\\p{Cf}\\p{Z}]*") ? "" : line;
    }

    /** As it was typed, without what cannot be seen. */
    public static String text(@Nullable String typed) {
        return typed == null
                ? ""
                : Normalizer.normalize(typed, Normalizer.Form.NFC)
                        .replace("\r\n", "\n")
                        .replaceAll("[\\p{Cc}&&[^\\n\\t]]", "")
                        .strip();
    }

    /** Notes what is still to be put right, where these ways are offered and numbers are written as in that country (ISO 3166). */
    public void check(Errors errors, String country, Set<Way> offered) {
        tooLong(errors, "name", name, NAME);
        switch (chosen().filter(offered::contains).orElse(null)) {
            case null -> errors.add("way", "people.wrong.way");
            case PHONE -> checkPhone(errors, country);
            case EMAIL -> checkEmail(errors);
            case THEY_RING, IN_PERSON -> {}
        }
        tooLong(errors, "hours", hours, HOURS);
    }

    private void checkPhone(Errors errors, String country) {
        if (phone.isEmpty()) {
            errors.add("phone", "people.wrong.phone.missing");
        } else if (Telephone.read(phone, country) instanceof Telephone.Unclear unclear) {
            errors.add("phone", "people.wrong.phone." + unclear.name());
        }
    }

    private void checkEmail(Errors errors) {
        if (email.isEmpty()) {
            errors.add("email", "people.wrong.email.missing");
        } else if (email.length() > EMAIL || !ADDRESS.matcher(email).matches()) {
            errors.add("email", "people.wrong.email");
        } else if (!emailSafe) {
            errors.add("email-safe", "people.wrong.email.safe");
        }
    }

    /** Kindly refuses more letters than there is room for. */
    public static void tooLong(Errors errors, String field, String typed, int most) {
        if (typed.length() > most) {
            errors.add(field, "people.wrong.long", most, typed.length());
        }
    }

    private Optional<Way> chosen() {
        return switch (way) {
            case "PHONE" -> Optional.of(Way.PHONE);
            case "EMAIL" -> Optional.of(Way.EMAIL);
            case "THEY_RING" -> Optional.of(Way.THEY_RING);
            case "IN_PERSON" -> Optional.of(Way.IN_PERSON);
            default -> Optional.empty();
        };
    }

    /** What may be left behind: only what fits the way they chose, and only what was ticked. */
    public Set<Trace> traces() {
        Set<Trace> traces = EnumSet.noneOf(Trace.class);
        if (way.equals("PHONE") && safe.contains("VOICE_MESSAGE")) {
            traces.add(Trace.VOICE_MESSAGE);
        }
        if (way.equals("PHONE") && safe.contains("TEXT")) {
            traces.add(Trace.TEXT);
        }
        if (way.equals("EMAIL") && emailSafe) {
            traces.add(Trace.EMAIL);
        }
        return traces;
    }

    /** The number as it is read aloud, once it is one. */
    public String number(String country) {
        return Telephone.read(phone, country) instanceof Telephone.Number number ? number.spoken() : phone;
    }

    /** What to call them, if anything was said. */
    public Optional<Confidential> called() {
        return given(name);
    }

    /** How they are reached, once nothing is wrong. */
    public SafeContact contact(String country) {
        Way reached = chosen().orElseThrow();
        Optional<Confidential> address = switch (reached) {
            case PHONE ->
                Telephone.read(phone, country) instanceof Telephone.Number number
                        ? given(number.e164())
                        : Optional.empty();
            case EMAIL -> given(email);
            case THEY_RING, IN_PERSON -> Optional.empty();
        };
        return new SafeContact(reached, address, traces(), given(hours));
    }

    /** Nothing typed is nothing said. */
    public static Optional<Confidential> given(String typed) {
        return typed.isEmpty() ? Optional.empty() : Optional.of(Confidential.of(typed));
    }

    private static String words(Optional<Confidential> words) {
        return words.map(Confidential::words).orElse("");
    }

    @Override
    public String toString() {
        return "TypedContact[…]";
    }
}
