package tombolo.measures.web;

import java.util.List;
import tombolo.measures.WhenRead;
import tombolo.ui.Choice;
import tombolo.ui.Errors;
import tombolo.ui.Frame;

/**
 * The questions, to be answered on one page.
 *
 * @param pass what a page behind a link carries in place of a sign-in; empty for somebody signed in
 * @param plain whether the plain question about ending one's life stands at the end; what is chosen there is kept nowhere
 * @param ending what was chosen for it on a page that came back
 * @param again whether it was sent once with questions left open
 */
public record QuestionsPage(
        String action,
        String pass,
        WhenRead read,
        List<Sheet> sheets,
        boolean plain,
        String ending,
        boolean again,
        Errors errors) {

    public List<Choice> endings(Frame frame) {
        return List.of(
                new Choice("no", frame.t("measures.ending.no")),
                new Choice(Thanks.YES, frame.t("measures.ending.yes")),
                new Choice("unsaid", frame.t("measures.questions.unsaid")));
    }
}
