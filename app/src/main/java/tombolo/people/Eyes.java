package tombolo.people;

import java.util.Collection;
import java.util.stream.Collectors;

/** Whose eyes something may be open to, as facts the database looks up afresh on every request. */
public enum Eyes {
    /** The person themself. */
    THEMSELF("p.id = :self"),
    /** A therapist who walks with the person now. */
    THERAPIST("(:therapist and exists (select 1 from care c where c.practice_id = p.practice_id"
            + " and c.person_id = p.id and c.therapist_id = :account and c.ended_at is null))"),
    /** Any therapist of the practice, as long as nobody walks with the person yet: how a first enquiry is read. */
    THERAPIST_OF_THE_PRACTICE("(:therapist and not exists (select 1 from care c where c.practice_id = p.practice_id"
            + " and c.person_id = p.id))"),
    /** Whoever runs the practice: contact and dates, never words. */
    MANAGER(":manager");

    private final String fact;

    Eyes(String fact) {
        this.fact = fact;
    }

    /** One condition over the table {@code person p} that holds for any of these eyes. */
    static String anyOf(Collection<Eyes> eyes) {
        return eyes.stream().map(one -> one.fact).collect(Collectors.joining(" or ", "(", ")"));
    }
}
