package tombolo.safety;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import tombolo.inventory.RelationshipId;
import tombolo.vault.AccountId;
import tombolo.vault.PersonId;

/**
 * What a person has decided, in a calm hour, to do in a hard one: six parts in order, from what they can do alone to whom
 * to ask. The parts follow the published method of Stanley and Brown (Cogn Behav Pract 2012;19:256–264); every word is the
 * person's. It is not a promise, and it is never scored. Each version is kept; the newest is the plan.
 *
 * @param id the row its words are sealed to
 * @param version 1 for the first
 */
public record SafetyPlan(UUID id, PersonId person, int version, Parts parts, AccountId writtenBy, Instant writtenAt) {

    /** Things one can do or notice, most useful first. */
    public static final int MOST_LINES = 12;

    /** Characters in one line. */
    public static final int LONGEST_LINE = 200;

    /**
     * The six parts, what matters most, and how likely the person is to reach for the plan.
     *
     * @param signs how they notice that a hard time is coming
     * @param alone what they can do on their own
     * @param places where there are other people, without having to explain
     * @param company people from the circles who take the mind off it
     * @param ask people from the circles to tell, and ask for help
     * @param services professionals and services, with their numbers
     * @param safer what makes the place they are in safer
     * @param matters what matters most to them
     * @param likely how likely they are to use it: 0 not very, 1 fairly, 2 very; empty when not said
     * @param barriers what could get in the way, and what would help
     */
    public record Parts(
            List<String> signs,
            List<String> alone,
            List<String> places,
            List<Ally> company,
            List<Ally> ask,
            List<String> services,
            List<String> safer,
            List<String> matters,
            Optional<Integer> likely,
            String barriers) {

        /** A plan nobody has written in yet. */
        public static final Parts BLANK = new Parts(
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                "");

        public Parts {
            signs = List.copyOf(signs);
            alone = List.copyOf(alone);
            places = List.copyOf(places);
            company = List.copyOf(company);
            ask = List.copyOf(ask);
            services = List.copyOf(services);
            safer = List.copyOf(safer);
            matters = List.copyOf(matters);
        }

        /** True while there is nothing to reach for. */
        public boolean isBlank() {
            return Stream.of(signs, alone, places, company, ask, services, safer, matters)
                    .allMatch(List::isEmpty);
        }

        /** Shows no word of it. */
        @Override
        public String toString() {
            return "a safety plan";
        }
    }

    /**
     * Somebody from the circles who has a part in the plan.
     *
     * @param name as it was when the plan was written; the circles' present name is shown while there is one
     * @param reach how to reach them, in the person's words; may be empty
     * @param knows whether they know that they are in the plan
     */
    public record Ally(RelationshipId who, String name, String reach, boolean knows) {}
}
