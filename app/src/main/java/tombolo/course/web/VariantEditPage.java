package tombolo.course.web;

import java.util.List;
import tombolo.course.ProblemArea;
import tombolo.course.Variant;
import tombolo.ui.Errors;

/** The form in which a practice changes a variant of its own. */
public record VariantEditPage(Variant variant, List<ProblemArea> areas, VariantForm form, Errors errors) {}
