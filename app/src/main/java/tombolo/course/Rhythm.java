package tombolo.course;

import java.util.List;

/** When in a course a questionnaire is asked: in a steady step, or before the sessions that are named. */
public sealed interface Rhythm {

    /**
     * Whether it is asked before this session.
     *
     * @param planned how many sessions were agreed
     */
    boolean isBefore(int session, int planned);

    /** Before the first session and then every so many. */
    record Every(int sessions) implements Rhythm {
        @Override
        public boolean isBefore(int session, int planned) {
            return (session - 1) % sessions == 0;
        }
    }

    /**
     * Before these sessions and no other.
     *
     * @param last whether the last is among them, whichever number it has in the end
     */
    record At(List<Integer> sessions, boolean last) implements Rhythm {
        public At {
            sessions = sessions.stream().sorted().toList();
        }

        @Override
        public boolean isBefore(int session, int planned) {
            return sessions.contains(session) || last && session == planned;
        }
    }
}
