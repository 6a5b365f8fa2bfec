package tombolo.vault;

import java.util.Set;

/** Whether a real person's words may be kept here yet: not before it is proved that they could be brought back. */
public interface Readiness {

    /** What still has to be done before the first real record. */
    enum Missing {
        /** The key-recovery sheet has been printed, and part of it typed back. */
        SHEET,
        /** A backup has been made and restored on trial. */
        BACKUP
    }

    Set<Missing> missing();

    /** To be asked before a person is added or an enquiry taken. */
    default boolean isOpen() {
        return missing().isEmpty();
    }
}
