package tombolo.techniques.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import tombolo.inventory.CirclesNow;
import tombolo.inventory.RelationshipId;
import tombolo.techniques.Picture;
import tombolo.techniques.Picture.BeforeAndNow;
import tombolo.week.Try;

/**
 * A piece of work as far as it has come.
 *
 * @param how text key prefix of the technique
 * @param about what whoever it is about is called; empty for nobody, and for oneself
 * @param manyTimes the address of the step just said that tells of many times where it asks for one
 * @param minded text key of what is to be minded because of what was said
 * @param mourned whoever it asks something of and who has died
 * @param amongTheLiving whoever it mourns and who stands with the living on the circles
 * @param onward where it goes on from what was said
 * @param next the step of the least path that waits, if one does
 * @param parts what was said, step by step
 * @param stands how it stood and how it stands now, the earliest first, where that has changed
 * @param rounds which days of it come round each year
 * @param deeper those that could be done and were not; of the least path only once none of it waits
 * @param circles as they are now, where the piece looks at them
 * @param leads whether there is something that can go on the week
 * @param tried what came of it
 * @param rehearsal where what was found can be tried out first; empty where there is nothing to try out
 * @param closed whether saying hard things to whoever it is about is closed; for staff alone
 * @param speaksWhereClosed whether what is planned is to be said to somebody towards whom that is closed; for staff alone
 * @param askedAnew whether the check is asked once more because of what the circles say since; for staff alone
 * @param aboutSomebody whether the check can be answered of somebody here
 * @param taken whether what came of it is off the week again
 */
public record PiecePage(
        Place place,
        String id,
        String how,
        String about,
        Instant changed,
        ZoneId zone,
        Optional<String> manyTimes,
        Optional<String> minded,
        Optional<RelationshipId> mourned,
        Optional<RelationshipId> amongTheLiving,
        List<Further> onward,
        Optional<String> next,
        List<Part> parts,
        List<Stand> stands,
        List<Round> rounds,
        List<Onward> deeper,
        Optional<Picture> picture,
        Optional<CirclesNow> circles,
        boolean leads,
        Optional<Try> tried,
        Optional<String> rehearsal,
        boolean closed,
        boolean speaksWhereClosed,
        boolean askedAnew,
        boolean aboutSomebody,
        boolean taken) {

    /** @param heading text key */
    public record Part(String step, String heading, List<Asked> said) {}

    /**
     * A step that could be taken.
     *
     * @param heading text key
     */
    public record Onward(String step, String heading) {}

    /**
     * How something stood on a day, or stands now.
     *
     * @param question to which it was the answer
     * @param line text key
     */
    public record Stand(String question, String line, LocalDate day) {}

    /**
     * Another piece of work that goes on from this one.
     *
     * @param line text key
     * @param href where it begins
     */
    public record Further(String line, String href) {}

    /**
     * Days that come round each year.
     *
     * @param question in whose answer they were named
     * @param days the next of each, the nearest first
     * @param others whether something was named beside them that is no such day
     */
    public record Round(String question, List<LocalDate> days, boolean others) {}

    /** The days named in a part that come round each year. */
    public List<Round> rounds(Part part) {
        return rounds.stream()
                .filter(round ->
                        part.said().stream().anyMatch(asked -> asked.name().equals(round.question())))
                .toList();
    }

    /** How what is asked in a part stood before, and how it stands now. */
    public List<Stand> stands(Part part) {
        return stands.stream()
                .filter(stand ->
                        part.said().stream().anyMatch(asked -> asked.name().equals(stand.question())))
                .toList();
    }

    /** Whether all of it stands in the picture and its twin. */
    public boolean isDrawn(Part part) {
        return part.said().stream().allMatch(this::isDrawn);
    }

    /** Whether an answer stands in the picture and its twin. */
    public boolean isDrawn(Asked asked) {
        return picture.filter(drawn -> asked.isHolding()
                        || drawn instanceof BeforeAndNow change && change.only().contains(asked.name()))
                .isPresent();
    }

    /** Whether all of it is printed in the picture and its twin. */
    public boolean isPrintedInIt(Part part) {
        return part.said().stream().allMatch(this::isPrintedInIt);
    }

    /** Whether an answer is printed in the picture and its twin, and so not beside it. */
    public boolean isPrintedInIt(Asked asked) {
        return isDrawn(asked)
                || picture.filter(drawn -> drawn instanceof BeforeAndNow change
                                && change.also().contains(asked.name()))
                        .isPresent();
    }

    /** Text key of how it went. */
    public String went() {
        return tried.flatMap(Try::outcome)
                .map(outcome -> "week.how." + outcome.how())
                .orElse("week.how.open");
    }
}
