package tombolo.vault;

/** What somebody is in a practice; what they may see follows from the care they give, not from the role alone. */
public enum Role {
    PERSON,
    THERAPIST,
    SUPERVISOR,
    MANAGER,
    FACILITATOR,
    RESEARCHER,
    ADMIN
}
