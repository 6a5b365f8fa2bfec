package tombolo.course.web;

import java.util.List;
import tombolo.course.Variant;
import tombolo.ui.Errors;

/** The variants there are, and bringing one in from its file. */
public record VariantsPage(List<Variant> variants, Errors errors) {}
