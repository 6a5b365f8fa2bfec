package tombolo.measures.web;

import java.util.List;
import java.util.stream.Collectors;
import tombolo.ui.Errors;

/**
 * A form as it was filled in on paper, or told.
 *
 * @param entered whether it was told, so that a reason is needed
 * @param ninth whether the question about ending one's life is on it
 */
public record DeskSheetPage(
        String base,
        String name,
        boolean entered,
        boolean ninth,
        String day,
        String session,
        String why,
        List<Sheet> sheets,
        boolean again,
        Errors errors) {

    /** These questions, to be named in an address. */
    public String asked() {
        return sheets.stream().map(Sheet::id).collect(Collectors.joining("&measure=", "?measure=", ""));
    }
}
