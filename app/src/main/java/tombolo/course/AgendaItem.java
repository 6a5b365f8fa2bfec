package tombolo.course;

/** One thing to do in a session: a key that stays, and the words a therapist reads. */
public record AgendaItem(String key, String text) {}
