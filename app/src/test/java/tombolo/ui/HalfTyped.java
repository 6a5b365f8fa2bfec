package tombolo.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tombolo.accounts.TestBrowser;

/** Words in a form nobody sent: kept from one browser as the script keeps them, and looked for in another. */
public final class HalfTyped {
    private final Supplier<TestBrowser> signedIn;
    private final String page;
    private final String form;

    /**
     * @param signedIn signs in with a new browser each time
     * @param form the name of the form among the drafts
     */
    public HalfTyped(Supplier<TestBrowser> signedIn, String page, String form) {
        this.signedIn = signedIn;
        this.page = page;
        this.form = form;
    }

    /** Types these words, leaves without a press, and finds them again in a browser that has just signed in. */
    public HalfTyped isThereAgain(Map<String, String> words) {
        TestBrowser killed = signedIn.get();
        Matcher box = box(killed);
        Map<String, String> kept = new LinkedHashMap<>(words);
        kept.put("_form", form);
        kept.put("_about", box.group(1));
        assertThat(killed.post(box.group(2), kept).statusCode()).as(form).isEqualTo(204);
        TestBrowser other = signedIn.get();
        String draft = inside(other);
        assertThat(draft).as(form).contains("data-kept", "/drafts/removal");
        words.forEach((field, typed) -> assertThat(draft).contains("data-field=\"" + field + "\">" + typed + "<"));
        assertThat(other.get(back(draft)).statusCode())
                .as("where throwing it away leads")
                .isEqualTo(200);
        return this;
    }

    /** The form is open and nothing waits in it: it was sent, or it is somebody else's. */
    public void isEmpty() {
        assertThat(inside(signedIn.get())).as(form).doesNotContain("data-kept", "data-field");
    }

    private Matcher box(TestBrowser browser) {
        String shown = browser.get(page).body();
        assertThat(shown).as("the page keeps what is typed").contains("/assets/drafts.", "data-draft=\"" + form);
        Matcher box = Pattern.compile(
                        "data-draft=\"" + Pattern.quote(form) + "\" data-about=\"([^\"]*)\" data-to=\"([^\"]*)\"")
                .matcher(shown);
        assertThat(box.find()).as(form).isTrue();
        return box;
    }

    private String inside(TestBrowser browser) {
        String shown = browser.get(page).body();
        int box = shown.indexOf("data-draft=\"" + form + "\"");
        assertThat(box).as(form).isPositive();
        return shown.substring(box, shown.indexOf("data-state", box));
    }

    private static String back(String draft) {
        return draft.replaceAll("(?s).*name=\"_back\" value=\"([^\"]*)\".*", "$1");
    }
}
