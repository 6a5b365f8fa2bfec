package tombolo.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whoever writes more than a line into a form finds it again, however they were interrupted: no form is forgotten. */
class FormsKeepWordsUnitTests {
    private static final Path TEMPLATES = Path.of("src/main/jte");
    private static final Pattern FORM = Pattern.compile("<form\\b.*?</form>", Pattern.DOTALL);
    private static final Pattern USED = Pattern.compile("@template\\.([\\w.]+)\\(");
    private static final String WORDS = "<textarea";
    private static final String DRAFT = "data-draft=";

    /** Forms with words that keep no draft, and why. */
    private static final Map<String, String> WITHOUT = Map.of(
            "enquiries/reach-out.jte",
                    "nobody is signed in: what is typed on public pages is kept nowhere until it is sent",
            "sessions/whose.jte", "nothing is typed: the words come from the note before, and wait there as its draft");

    @Test
    void everyFormWithWordsKeepsThemWhileTheyAreTyped() throws IOException {
        Map<String, String> forgotten = new TreeMap<>();
        for (Path file : templates()) {
            String name = TEMPLATES.relativize(file).toString();
            Matcher form = FORM.matcher(Files.readString(file));
            while (form.find()) {
                String whole = whole(form.group());
                if (whole.contains(WORDS) && !whole.contains(DRAFT)) {
                    forgotten.put(name, form.group().lines().findFirst().orElseThrow());
                }
            }
        }
        assertThat(forgotten.keySet()).as("%s", forgotten).isEqualTo(new TreeMap<>(WITHOUT).keySet());
    }

    @Test
    void everyPageWithADraftBringsTheScriptThatKeepsIt() throws IOException {
        for (Path file : templates()) {
            String page = Files.readString(file);
            if (page.contains("@template.ui.layout(") && whole(page).contains(DRAFT)) {
                assertThat(page).as(file.toString()).contains("\"drafts.js\"");
            }
        }
    }

    private static List<Path> templates() throws IOException {
        try (Stream<Path> all = Files.walk(TEMPLATES)) {
            return all.filter(file -> file.toString().endsWith(".jte")).sorted().toList();
        }
    }

    /** With the templates it uses in it, and those they use. */
    private static String whole(String template) throws IOException {
        StringBuilder whole = new StringBuilder(template);
        Matcher used = USED.matcher(template);
        while (used.find()) {
            Path file = TEMPLATES.resolve(used.group(1).replace('.', '/') + ".jte");
            whole.append(whole(Files.readString(file)));
        }
        return whole.toString();
    }
}
