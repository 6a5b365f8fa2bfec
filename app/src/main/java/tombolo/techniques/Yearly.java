package tombolo.techniques;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Optional;
import tombolo.timeline.DaysNamed;

/**
 * A day that comes round each year, or several. On the timeline it is told in a line ({@code .yearly.comes} for the question
 * {@code yearly}).
 *
 * @param day the question about the day
 * @param what the question about what is done then, where it is told by that and not in the words that name the day
 */
public record Yearly(String day, Optional<String> what) {

    /** The next of each, the nearest first. */
    public List<Comes> next(Answers answers, LocalDate today) {
        return Comes.eachDayOnce(DaysNamed.in(answers.one(day)).days().stream()
                .map(named -> new Comes(
                        next(named.day(), today), this, what.map(answers::one).orElse(named.words()))));
    }

    private static LocalDate next(MonthDay day, LocalDate today) {
        LocalDate thisYear = day.atYear(today.getYear());
        return thisYear.isBefore(today) ? day.atYear(today.getYear() + 1) : thisYear;
    }

    /** Whether something was named beside them that is no such day, where it is told in the words that name the days. */
    public boolean namesOthers(Answers answers) {
        return what.isEmpty() && DaysNamed.in(answers.one(day)).others();
    }
}
