package tombolo.course;

/** How a course came to its end, who put it down, and what they said about it; the words may be empty. */
public record Ending(Reason reason, String words, Signature signed) {

    /** Why a course ends. Only the first is complete; none is anybody's fault. */
    public enum Reason {
        COMPLETE,
        /** Both agreed that it was enough, or not the right time. */
        AGREED_EARLY,
        /** The person stopped; nobody has to give a reason. */
        THEIR_WISH,
        /** Another kind of help fits better now. */
        REFERRED_ON,
        MOVED_AWAY,
        /** Nobody could reach them any more. */
        LOST_TOUCH,
        /** The therapist could not go on. */
        THERAPIST_STOPS
    }

    public boolean isComplete() {
        return reason == Reason.COMPLETE;
    }

    @Override
    public String toString() {
        return "Ending[" + reason + "]";
    }
}
