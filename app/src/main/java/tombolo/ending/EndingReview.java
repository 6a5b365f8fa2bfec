package tombolo.ending;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import tombolo.inventory.RelationshipId;
import tombolo.vault.AccountId;
import tombolo.vault.PersonId;

/**
 * What a person and their therapist put down in the last sessions, together: what has changed and what has not, what helped,
 * what the person would notice first if it came back, whom they would turn to and what they would do, and what is still
 * ahead. The credit is the person's, and nothing in it is scored. Each version is kept; the newest is the review.
 *
 * @param id the row its words are sealed to
 * @param version 1 for the first
 */
public record EndingReview(UUID id, PersonId person, int version, Parts parts, AccountId writtenBy, Instant writtenAt) {

    /** Things one can notice or do, the first first. */
    public static final int MOST_LINES = 12;

    /** Characters in one line. */
    public static final int LONGEST_LINE = 200;

    /** Characters in one part that is told. */
    public static final int LONGEST = 1500;

    /**
     * The parts of it.
     *
     * @param goals how far each goal was reached, as the person says
     * @param changed what has changed, and what has not
     * @param helped what the person did that helped
     * @param signs what they would notice first
     * @param people whom from the circles they would turn to
     * @param steps what they would do, the easiest first
     * @param ahead what is still to come between people
     */
    public record Parts(
            List<Reached> goals,
            String changed,
            String helped,
            List<String> signs,
            List<Turned> people,
            List<String> steps,
            String ahead) {

        /** A review nobody has written in yet. */
        public static final Parts BLANK = new Parts(List.of(), "", "", List.of(), List.of(), List.of(), "");

        public Parts {
            goals = List.copyOf(goals);
            signs = List.copyOf(signs);
            people = List.copyOf(people);
            steps = List.copyOf(steps);
        }

        /** True while there is nothing in it. */
        public boolean isBlank() {
            return changed.isBlank()
                    && helped.isBlank()
                    && ahead.isBlank()
                    && Stream.of(goals, signs, people, steps).allMatch(List::isEmpty);
        }

        /** Shows no word of it. */
        @Override
        public String toString() {
            return "an ending's review";
        }
    }

    /** A goal of the contract, and where it was and is: 0 not at all, 10 all the way. */
    public record Reached(UUID goal, String text, int then, int now) {
        public Reached {
            if (now < 0 || now > 10) {
                throw new IllegalArgumentException("A goal is reached from 0 to 10, not " + now);
            }
        }
    }

    /** Somebody from the circles to turn to; the name is as it was when it was written. */
    public record Turned(RelationshipId who, String name) {}
}
