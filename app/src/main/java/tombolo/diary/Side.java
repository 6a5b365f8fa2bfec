package tombolo.diary;

/** Who could not be there. */
public enum Side {
    PERSON,
    THERAPIST
}
