package tombolo.practice.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import tombolo.ui.Choice;
import tombolo.ui.Errors;

/**
 * The practice, to look at, and for a manager to change.
 *
 * @param mayChange true for a manager
 * @param version what the page was made from, so that nobody overwrites another unseen
 */
public record PracticePage(
        boolean mayChange,
        int version,
        String name,
        String word,
        String phone,
        String zone,
        List<String> zones,
        String answerDays,
        Set<String> openDays,
        List<Choice> colleagues,
        String answeredBy,
        String cover,
        String answeredByName,
        String coverName,
        List<LocalDate> closedDays,
        String closedDay,
        LocalDate example,
        Errors errors) {}
