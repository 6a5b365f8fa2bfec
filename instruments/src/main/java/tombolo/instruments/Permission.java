package tombolo.instruments;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The evidence that a service may show a questionnaire's words, kept beside the words it loads.
 *
 * <p>Its file, {@code permission.properties}, names the {@code licence}, who {@code grantedBy} and when ({@code granted},
 * an ISO date), the {@code uses} allowed, and the {@code evidence}: a file beside it, or an https address.
 *
 * @param licence what the permission is called or numbered
 * @param grantedBy who gave it
 * @param granted when
 * @param uses what for: clinical, research, education, commercial
 * @param evidence the letter, e-mail or page that shows it
 */
public record Permission(String licence, String grantedBy, LocalDate granted, List<String> uses, String evidence) {
    static final String FILE = "permission.properties";
    private static final List<String> USES = List.of("clinical", "research", "education", "commercial");

    static Permission read(Path directory) {
        Folder folder = new Folder.OnDisk(directory);
        if (!folder.has(FILE)) {
            throw new InstrumentRefused(
                    folder.path(FILE),
                    "",
                    "evidence of permission beside licensed words; without it they are not used");
        }
        Map<String, String> texts = folder.properties(FILE);
        return new Permission(
                required(folder, texts, "licence"),
                required(folder, texts, "grantedBy"),
                date(folder, required(folder, texts, "granted")),
                uses(folder, required(folder, texts, "uses")),
                evidence(directory, folder, required(folder, texts, "evidence")));
    }

    private static String required(Folder folder, Map<String, String> texts, String key) {
        String text = texts.getOrDefault(key, "").strip();
        if (text.isEmpty()) {
            throw new InstrumentRefused(folder.path(FILE), key, "a text");
        }
        return text;
    }

    private static LocalDate date(Folder folder, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new InstrumentRefused(folder.path(FILE), "granted", "a date such as 2026-05-01, not '" + text + "'");
        }
    }

    private static List<String> uses(Folder folder, String text) {
        List<String> uses = Stream.of(text.split(",")).map(String::strip).toList();
        if (!USES.containsAll(uses)) {
            throw new InstrumentRefused(folder.path(FILE), "uses", "some of " + USES + ", not '" + text + "'");
        }
        return uses;
    }

    private static String evidence(Path directory, Folder folder, String text) {
        if (text.startsWith("https://") || Files.isRegularFile(directory.resolve(text))) {
            return text;
        }
        throw new InstrumentRefused(
                folder.path(FILE), "evidence", "an https address or the name of a file beside it, not '" + text + "'");
    }
}
