package tombolo.ui;

/** A line on a check-answers page: the question, what was answered (may be empty), and where to change it (may be empty). */
public record Answer(String question, String answer, String change) {
    /** An answer that is only shown. */
    public Answer(String question, String answer) {
        this(question, answer, "");
    }
}
