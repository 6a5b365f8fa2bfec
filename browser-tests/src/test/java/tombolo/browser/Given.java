package tombolo.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;

/**
 * What somebody gave a step of a piece of work who answers everything in the shortest way.
 *
 * @param inputs fields written in and groups chosen from
 * @param presses what was pressed for it, the typing aside
 */
record Given(int inputs, int presses) {

    /** Chooses the first of each group and writes a line in each field, save where somebody new would be named. */
    static Given to(Page page) {
        int written = 0;
        String fields = "main form textarea:visible, main form input[type=text]:visible:not([name=who-new])";
        for (Locator field : page.locator(fields).all()) {
            field.fill(shortest(field));
            written++;
        }
        int chosen = 0;
        for (Locator list : page.locator("main form select:visible").all()) {
            list.selectOption(new SelectOption().setIndex(1));
            chosen++;
        }
        for (String kind : new String[] {"radio", "checkbox"}) {
            for (Locator group : page.locator("main form fieldset:visible:has(input[type=" + kind + "])")
                    .all()) {
                group.locator("input[type=" + kind + "]").first().check();
                chosen++;
            }
        }
        return new Given(written + chosen, chosen);
    }

    private static String shortest(Locator field) {
        if ("yearly".equals(field.getAttribute("name"))) {
            return "12 June";
        }
        return "TEXTAREA".equals(field.evaluate("it => it.tagName")) ? "One line\nand another" : "One line";
    }
}
