package tombolo.vault;

/** What somebody did, as the record of who looked keeps it. */
public enum Act {
    READ,
    WROTE,
    REMOVED,
    SIGNED_IN,
    SIGNED_OUT,
    SIGN_IN_FAILED,
    DENIED,
    INVITED,
    ENROLLED,
    CONSENTED,
    CHANGED_ACCESS,
    EXPORTED,
    ERASED,
    RESTORED
}
