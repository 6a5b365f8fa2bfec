package tombolo.measures;

import java.sql.Timestamp;
import java.text.Normalizer;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tombolo.accounts.Passwords;
import tombolo.time.ProgrammeTime;
import tombolo.vault.PersonId;
import tombolo.vault.PracticeId;

/**
 * The word or number each person chose, which opens a link that was sent to them. Not a date of birth or a postcode:
 * whoever shares their home knows those. It is kept only as Argon2id has it, and a link dies after a few wrong ones.
 */
@Repository
public class OwnWords {
    static final int SHORTEST = 4;
    static final int LONGEST = 40;
    /** A select of whether {@code :person} has chosen one, or wants none, for a page that shows a little of many parts. */
    public static final String SAID =
            "select from own_word w where w.practice_id = :practice and w.person_id = :person";

    private static final String ROWS = "abcdefghijklmnopqrstuvwxyz 01234567890 qwertyuiop asdfghjkl zxcvbnm";

    private final JdbcClient jdbc;
    private final Passwords passwords;
    private final ProgrammeTime time;

    OwnWords(JdbcClient jdbc, Passwords passwords, ProgrammeTime time) {
        this.jdbc = jdbc;
        this.passwords = passwords;
        this.time = time;
    }

    /** Why a word is refused; the names are message keys. */
    public enum Refusal {
        TOO_SHORT,
        TOO_LONG,
        TOO_EASY
    }

    /**
     * Whether a word is too easy to guess.
     *
     * @param near what anybody around the person would try first, such as their name
     */
    public static Optional<Refusal> refuse(String word, Collection<String> near) {
        String plain = plain(word);
        if (plain.length() < SHORTEST) {
            return Optional.of(Refusal.TOO_SHORT);
        }
        if (plain.length() > LONGEST) {
            return Optional.of(Refusal.TOO_LONG);
        }
        boolean easy = plain.chars().distinct().count() < 3
                || plain.matches("(19|20)\\d\\d")
                || Stream.of(ROWS, new StringBuilder(ROWS).reverse().toString()).anyMatch(row -> row.contains(plain))
                || near.stream().map(OwnWords::plain).anyMatch(plain::equals);
        return easy ? Optional.of(Refusal.TOO_EASY) : Optional.empty();
    }

    /** Capitals and spaces are forgiven: on a phone they come by themselves. */
    private static String plain(String word) {
        return Normalizer.normalize(word, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\s+", "");
    }

    public boolean has(PersonId person) {
        return find(person).isPresent();
    }

    /** A new word; the old one opens nothing any more. */
    public void choose(PersonId person, String word) {
        if (refuse(word, java.util.List.of()).isPresent()) {
            throw new IllegalArgumentException(
                    "this word is refused: " + refuse(word, java.util.List.of()).orElseThrow());
        }
        jdbc.sql("insert into own_word (practice_id, person_id, word, chosen_at)"
                        + " values (:practice, :person, :word, :now)"
                        + " on conflict (practice_id, person_id) do update set word = excluded.word,"
                        + " chosen_at = excluded.chosen_at")
                .param("practice", PracticeId.current().value())
                .param("person", person.value())
                .param("word", passwords.hash(plain(word)))
                .param("now", Timestamp.from(time.now()))
                .update();
    }

    /** They want none and need not be asked again. A word that was chosen stays. */
    public void wantsNone(PersonId person) {
        jdbc.sql("insert into own_word (practice_id, person_id, word, chosen_at)"
                        + " values (:practice, :person, null, :now) on conflict (practice_id, person_id) do nothing")
                .param("practice", PracticeId.current().value())
                .param("person", person.value())
                .param("now", Timestamp.from(time.now()))
                .update();
    }

    /** Whether they have said that they want none. */
    public boolean wants(PersonId person) {
        return jdbc.sql("select count(*) from own_word where practice_id = :practice and person_id = :person"
                                + " and word is null")
                        .param("practice", PracticeId.current().value())
                        .param("person", person.value())
                        .query(Integer.class)
                        .single()
                == 0;
    }

    /** Takes as long for somebody who has chosen none. */
    boolean isRight(PersonId person, String word) {
        return passwords.matches(plain(word), find(person).orElse(null));
    }

    private Optional<String> find(PersonId person) {
        return jdbc.sql("select word from own_word where practice_id = :practice and person_id = :person"
                        + " and word is not null")
                .param("practice", PracticeId.current().value())
                .param("person", person.value())
                .query((row, number) -> row.getString("word"))
                .optional();
    }
}
