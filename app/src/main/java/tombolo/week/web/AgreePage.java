package tombolo.week.web;

import java.util.List;
import tombolo.ui.Choice;
import tombolo.ui.Errors;

/** The form in which something to try is written down. */
public record AgreePage(Where where, List<Choice> people, AgreeForm form, Errors errors) {}
