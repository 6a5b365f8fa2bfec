package tombolo.practice;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import tombolo.vault.AccountId;
import tombolo.vault.PracticeId;

/**
 * The house in which people are seen: how it is called, when somebody is there, and how soon an answer comes.
 *
 * @param word what it calls the people it sees: person, client, patient
 * @param phone where it can be rung, if it can
 * @param country in whose way numbers are written, ISO 3166
 * @param openDays the days of the week on which it works
 * @param closedDays days on which it is shut all the same
 * @param answerDays within how many working days an enquiry is answered
 * @param answeredBy the colleague who reads enquiries
 * @param cover the colleague who reads them when that one is away; nobody, where nobody does
 * @param version rises with every change
 */
public record Practice(
        PracticeId id,
        String name,
        String word,
        Optional<String> phone,
        ZoneId zone,
        String country,
        Set<DayOfWeek> openDays,
        Set<LocalDate> closedDays,
        int answerDays,
        AccountId answeredBy,
        Optional<AccountId> cover,
        int version) {

    /** An answer within three working days, unless the practice promises otherwise. */
    public static final int ANSWER_DAYS = 3;

    public Practice {
        openDays = Set.copyOf(openDays);
        closedDays = Set.copyOf(closedDays);
        if (name.isBlank() || word.isBlank() || openDays.isEmpty()) {
            throw new IllegalArgumentException(
                    "a practice has a name, a word for people and a day on which it is open");
        }
        if (cover.equals(Optional.of(answeredBy))) {
            throw new IllegalArgumentException("nobody covers for themself");
        }
    }

    /** The days on which somebody is there. */
    public WorkingDays workingDays() {
        return new WorkingDays(openDays, closedDays);
    }

    /** How soon it answers. */
    public Promise promise() {
        return new Promise(answerDays, workingDays(), zone);
    }
}
