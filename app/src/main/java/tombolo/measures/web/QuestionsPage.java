package tombolo.measures.web;

import java.util.List;
import tombolo.measures.WhenRead;
import tombolo.ui.Errors;

/**
 * The questions, to be answered on one page.
 *
 * @param pass what a page behind a link carries in place of a sign-in; empty for somebody signed in
 * @param again whether it was sent once with questions left open
 */
public record QuestionsPage(
        String action, String pass, WhenRead read, List<Sheet> sheets, boolean again, Errors errors) {}
