package tombolo.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The words of every page: all there, none left over, each in its module's file, and none in the templates themselves. */
class TextsUnitTests {
    private static final Texts TEXTS = new Texts(true);
    private static final Path TEMPLATES = Path.of("src/main/jte");
    private static final Pattern CALL = Pattern.compile("@(if|elseif|for)\\(");
    private static final Path CODE = Path.of("src/main/java");

    @Test
    void everyTextIsAMessageInEveryLanguage() {
        for (Language language : TEXTS.languages()) {
            TEXTS.in(language)
                    .forEach((key, text) -> assertThatCode(() -> new MessageFormat(text, language.locale()))
                            .as("%s in %s", key, language.tag())
                            .doesNotThrowAnyException());
        }
    }

    @Test
    void everyLanguageTakesTheSameArgumentsAsEnglish() {
        for (Language language : TEXTS.languages()) {
            TEXTS.in(language)
                    .forEach((key, text) -> assertThat(new MessageFormat(text, Locale.ROOT).getArgumentNames())
                            .as("%s in %s", key, language.tag())
                            .isEqualTo(new MessageFormat(TEXTS.english().getOrDefault(key, ""), Locale.ROOT)
                                    .getArgumentNames()));
        }
    }

    /** Each is read once and kept; what is put in for one reader never stands in another's page. */
    @Test
    void manyReadersAtOnceEachGetTheirOwnWords() {
        String key = TEXTS.english().entrySet().stream()
                .filter(text -> new MessageFormat(text.getValue(), Locale.ROOT)
                                .getArgumentNames()
                                .equals(Set.of("0"))
                        && text.getValue().contains("{0}"))
                .map(Map.Entry::getKey)
                .min(String::compareTo)
                .orElseThrow();
        assertThat(IntStream.range(0, 20_000)
                        .parallel()
                        .mapToObj(reader -> TEXTS.say(Language.ENGLISH, key, "reader-" + reader + "."))
                        .filter(said -> said.contains("reader-"))
                        .distinct())
                .hasSize(20_000);
    }

    @Test
    void aKeyBeginsWithTheModuleItsFileIsNamedAfter() throws IOException {
        for (Path file : filesIn(Path.of("src/main/resources/i18n"), ".properties")) {
            String module = file.getFileName().toString().replace(".properties", "");
            assertThat(keysIn(file)).as(file.toString()).allMatch(key -> key.startsWith(module + "."));
        }
    }

    /** The later of two would be said in the place of the earlier. */
    @Test
    void aKeyStandsOnceInItsFile() throws IOException {
        for (Path file : filesIn(Path.of("src/main/resources/i18n"), ".properties")) {
            assertThat(keys(file)).as(file.toString()).doesNotHaveDuplicates();
        }
    }

    @Test
    void noTextIsMissing() throws IOException {
        String everything = read(TEMPLATES, ".jte") + read(CODE, ".java");
        Set<String> missing = usedIn(everything).stream()
                .filter(key -> !TEXTS.has(key))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(missing)
                .as("texts a page asks for and i18n/en does not have")
                .isEmpty();
    }

    /** What is typed at a prompt is the same in every language. */
    private static String withoutCommands(String template) {
        return withoutCode(template).replaceAll("<code( translate=\"no\"| dir=\"ltr\")*>[^<]*</code>", "");
    }

    @Test
    void noTemplateHasWordsOfItsOwn() throws IOException {
        List<String> bare = new ArrayList<>();
        for (Path file : filesIn(TEMPLATES, ".jte")) {
            Matcher words =
                    Pattern.compile(">([^<>]*[A-Za-z]{2,}[^<>]*)<").matcher(withoutCommands(Files.readString(file)));
            while (words.find()) {
                String found = words.group(1).strip();
                if (!found.isEmpty() && !Set.of("Tombolo", "· Tombolo").contains(found)) {
                    bare.add(file.getFileName() + ": " + found);
                }
            }
        }
        assertThat(bare).isEmpty();
    }

    @Test
    void theInventedLanguagesTouchTheWordsAndNothingElse() {
        assertThat(Invented.translate("en-XA", "Call {0} now")).startsWith("Çåļļ {0} ñöŵ ~");
        String plural = Invented.translate("en-XA", "{0, plural, one {# day} other {# days}}");
        assertThat(new MessageFormat(plural, Locale.UK).format(new Object[] {1}))
                .startsWith("1 đåý");
        assertThat(Invented.translate("ar-XB", "Call [[{0}]]"))
                .contains("[[{0}]]")
                .contains("\u202eCall \u202c");
        assertThat(new Language("ar-XB").dir()).isEqualTo("rtl");
    }

    /** Takes out what is not text on the page: directives, expressions, comments. */
    private static String withoutCode(String template) {
        String plain = template.replaceAll("(?s)<%--.*?--%>", "");
        plain = plain.replaceAll("(?m)^@(import|param).*$", "").replaceAll("(?s)<svg.*?</svg>", "");
        plain = plain.replaceAll("`, \\w+ = @`", "")
                .replaceAll("!\\{[^\\n]*\\}(?=\\s)", "")
                .replaceAll("@template[.\\w]+\\((?s:.*?)(content = @`|\\)\\n|$)", "");
        for (String before = ""; !before.equals(plain); ) {
            before = plain;
            plain = plain.replaceAll("\\$(unsafe)?\\{[^{}]*\\}", "");
        }
        for (Matcher call = CALL.matcher(plain); call.find(); call = CALL.matcher(plain)) {
            plain = plain.substring(0, call.start()) + plain.substring(closing(plain, call.end()));
        }
        return plain.replaceAll("@(else|endif|endfor)\\b", "");
    }

    private static int closing(String text, int from) {
        int depth = 1;
        int at = from;
        while (depth > 0) {
            depth += text.charAt(at) == '(' ? 1 : text.charAt(at) == ')' ? -1 : 0;
            at++;
        }
        return at;
    }

    private static Set<String> usedIn(String source) {
        return matches(Pattern.compile("frame\\.(?:t|linked)\\(\\s*\"([\\w.-]*\\w)\"\\s*[,)]"), source);
    }

    private static Set<String> matches(Pattern pattern, String source) {
        return pattern.matcher(source)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> keysIn(Path file) throws IOException {
        return Set.copyOf(keys(file));
    }

    private static List<String> keys(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#") && line.contains("="))
                .map(line -> line.substring(0, line.indexOf('=')).strip())
                .toList();
    }

    private static String read(Path root, String ending) throws IOException {
        StringBuilder all = new StringBuilder();
        for (Path file : filesIn(root, ending)) {
            all.append(Files.readString(file)).append('\n');
        }
        return all.toString();
    }

    private static List<Path> filesIn(Path root, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }

    /** The areas of the site whose words a person in need reads; the rest is for staff. */
    static Map<String, String> english() {
        return TEXTS.english();
    }
}
