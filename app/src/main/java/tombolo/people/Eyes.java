package tombolo.people;

import java.util.Collection;
import java.util.stream.Collectors;

/** Whose eyes something may be open to, as facts the database looks up afresh on every request. */
public enum Eyes {
    /** The person themself. */
    THEMSELF("p.id = :self"),
    /** A therapist who walks with the person now, or stands in for one who does, at this very moment. */
    THERAPIST("(:therapist and (exists (select 1 from care c where c.practice_id = p.practice_id"
            + " and c.person_id = p.id and c.therapist_id = :account and c.ended_at is null)"
            + " or exists (select 1 from stand_in s where s.practice_id = p.practice_id and s.person_id = p.id"
            + " and s.account_id = :account and s.scope = 'RECORD' and s.from_at <= :now"
            + " and (s.until_at is null or s.until_at > :now))))"),
    /** Whoever stands in, therapist or not: enough to reach the person. */
    STANDING_IN("exists (select 1 from stand_in s where s.practice_id = p.practice_id and s.person_id = p.id"
            + " and s.account_id = :account and s.from_at <= :now and (s.until_at is null or s.until_at > :now))"),
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
