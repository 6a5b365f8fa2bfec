package tombolo.course;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tombolo.vault.AccountId;

/**
 * What both agreed for the course: a number of sessions that does not grow by itself, a day it ends, and what to work on.
 * A change is a new version that both agree to again; until then the older one holds.
 *
 * @param areas the problem areas of the focus when it was written
 * @param proposed the therapist's hand, which is their yes
 * @param agreed the person's yes; empty while they have not said it
 * @param takenBack when they took it back; that it once stood is not unsaid
 */
public record Contract(
        UUID id,
        int version,
        Phases phases,
        LocalDate endDate,
        List<String> areas,
        Terms terms,
        Signature proposed,
        Optional<Agreement> agreed,
        Optional<Instant> takenBack) {

    public Contract {
        areas = List.copyOf(areas);
    }

    /** How many sessions were agreed. */
    public int sessions() {
        return phases.sessions();
    }

    public boolean isAgreed() {
        return agreed.isPresent() && takenBack.isEmpty();
    }

    Contract agreedTo(Agreement agreement) {
        if (agreed.isPresent()) {
            throw new IllegalStateException("Version " + version + " was agreed already");
        }
        return new Contract(
                id, version, phases, endDate, areas, terms, proposed, Optional.of(agreement), Optional.empty());
    }

    Contract takenBack(Instant at) {
        if (!isAgreed()) {
            throw new IllegalStateException("Version " + version + " is not agreed, so no yes can be taken back");
        }
        return new Contract(id, version, phases, endDate, areas, terms, proposed, agreed, Optional.of(at));
    }

    /** How the person said yes, and whose hand put it down. */
    public record Agreement(Way way, AccountId by, Instant at) {}

    /** How a person says yes. */
    public enum Way {
        /** By their own press, on their own pages. */
        OWN_SIGN_IN,
        /** Aloud, with the therapist, who put it down. */
        IN_THE_ROOM
    }

    /**
     * The words of it.
     *
     * @param goals two to four
     * @param missed what happens when a session is missed
     * @param extension what would have to be so for more sessions
     * @param worse what happens if things get worse
     * @param practical what else was agreed: where, how to reach each other, who hears of it
     */
    public record Terms(List<Goal> goals, String missed, String extension, String worse, String practical) {
        public static final int FEWEST_GOALS = 2;
        public static final int MOST_GOALS = 4;

        public Terms {
            goals = List.copyOf(goals);
            if (goals.size() < FEWEST_GOALS || goals.size() > MOST_GOALS) {
                throw new IllegalArgumentException("A contract has two to four goals, not " + goals.size());
            }
        }

        @Override
        public String toString() {
            return "Terms[…]";
        }
    }
}
