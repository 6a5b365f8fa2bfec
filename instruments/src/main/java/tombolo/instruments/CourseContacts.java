package tombolo.instruments;

/** The contacts of one course, taken in any order and kept as no more than its outcome needs. */
public final class CourseContacts {
    private final FirstAndLast phq9 = new FirstAndLast();
    private final FirstAndLast gad7 = new FirstAndLast();
    private int treatments;
    private boolean discharged;

    /** Takes one more contact. */
    public void add(Contact contact) {
        if (contact.phq9() != null) {
            phq9.add(contact.date(), contact.phq9());
        }
        if (contact.gad7() != null) {
            gad7.add(contact.date(), contact.gad7());
        }
        if (contact.kind() == Contact.Kind.TREATMENT) {
            treatments++;
        }
        discharged |= contact.discharged();
    }

    /** Whether the course counts as finished: discharged after at least two treatment contacts. */
    public boolean finished() {
        return discharged && treatments >= OutcomeRules.TREATMENTS_OF_A_FINISHED_COURSE;
    }

    FirstAndLast phq9() {
        return phq9;
    }

    FirstAndLast gad7() {
        return gad7;
    }
}
