package tombolo.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
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

    /** Forms with words that do not say when somebody reads them, and why. */
    private static final Set<String> ONLY_STAFF = Set.of(
            "course/contract-writing.jte",
            "course/course.jte",
            "course/ending.jte",
            "course/focus.jte",
            "course/intake-task.jte",
            "course/sick-role.jte",
            "course/variant-writing.jte",
            "cover/transfer.jte",
            "cover/wills.jte",
            "enquiries/end.jte",
            "enquiries/enquiry.jte",
            "measures/lookAgain.jte",
            "safety/concern.jte",
            "safety/person-concerns.jte",
            "sessions/note.jte",
            "sessions/session.jte",
            "sessions/whose.jte",
            "sessions/writing.jte");

    private static final Map<String, String> SAID_OTHERWISE = Map.of(
            "enquiries/reach-out.jte", "the page says itself when somebody answers",
            "inventory/add.jte", "names, and no words about anybody");

    /** Decision 9: no machine looks for danger in words, so whoever writes at a distance knows when a human reads them. */
    @Test
    void whereverPeopleWriteItSaysWhenItIsRead() throws IOException {
        Set<String> silent = new TreeSet<>(ONLY_STAFF);
        silent.addAll(SAID_OTHERWISE.keySet());
        Set<String> found = new TreeSet<>();
        for (Path file : templates()) {
            Matcher form = FORM.matcher(Files.readString(file));
            while (form.find()) {
                if (whole(form.group()).contains(WORDS) && !form.group().contains("@template.ui.read(")) {
                    found.add(TEMPLATES.relativize(file).toString());
                }
            }
        }
        assertThat(found).isEqualTo(silent);
    }

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
