package tombolo.sessions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tombolo.sessions.SessionNote.Missing;
import tombolo.sessions.SessionNote.Safety;
import tombolo.sessions.SessionNote.Words;
import tombolo.vault.AccountId;
import tombolo.vault.Confidential;
import tombolo.vault.PersonId;

class SessionNoteUnitTests {
    private static final Instant HELD = Instant.parse("2026-11-20T14:00:00Z");
    private static final Instant LATER = HELD.plusSeconds(3600);

    private final AccountId ishbel = new AccountId(UUID.randomUUID());
    private final AccountId idris = new AccountId(UUID.randomUUID());
    private final SessionNote note =
            SessionNote.begun(new Hour(new PersonId(UUID.randomUUID()), UUID.randomUUID(), 6), ishbel, HELD);

    static Words words(String since, Optional<Safety> safety, String safetyWords) {
        return new Words(since, List.of(), "", Set.of("communication"), "", List.of(), safety, safetyWords, true);
    }

    @Test
    void aDraftMayBeKeptWithNothingInIt() {
        assertThat(note.words().isBlank()).isTrue();
        assertThat(note.isSigned()).isFalse();
        assertThat(note.missing()).containsExactly(Missing.SINCE, Missing.SAFETY);
    }

    @Test
    void itIsNotSignedBeforeSafetyIsSaid() {
        note.write(words("Lower after Saturday", Optional.empty(), ""));
        assertThat(note.missing()).containsExactly(Missing.SAFETY);
        assertThatThrownBy(() -> note.sign(ishbel, LATER)).isInstanceOf(IllegalStateException.class);
        note.write(words("Lower after Saturday", Optional.of(Safety.NOT_TODAY), ""));
        note.sign(ishbel, LATER);
        assertThat(note.signing()).contains(new SessionNote.Signing(ishbel, LATER));
    }

    @Test
    void whatNeedsDoingIsWrittenDown() {
        note.write(words("Lower", Optional.of(Safety.NEEDS_DOING), " "));
        assertThat(note.missing()).containsExactly(Missing.SAFETY_WORDS);
    }

    @Test
    void signedIsLocked() {
        note.write(words("Lower after Saturday", Optional.of(Safety.TALKED), ""));
        note.sign(ishbel, LATER);
        assertThatThrownBy(() -> note.write(Words.NONE)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> note.keepPrivately(Optional.empty())).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> note.sign(ishbel, LATER)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void onlyWhoeverWroteItSigns() {
        note.write(words("Lower after Saturday", Optional.of(Safety.TALKED), ""));
        assertThatThrownBy(() -> note.sign(idris, LATER)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void onlyASignedNoteTakesAddendaAndFromAnybodyWhoWalksWithThePerson() {
        assertThatThrownBy(() -> note.add(Confidential.of("More"), ishbel, LATER))
                .isInstanceOf(IllegalStateException.class);
        note.write(words("Lower after Saturday", Optional.of(Safety.TALKED), ""));
        note.sign(ishbel, LATER);
        note.add(Confidential.of("It was Friday"), ishbel, LATER);
        note.add(Confidential.of("Spoke on the telephone"), idris, LATER.plusSeconds(60));
        assertThat(note.addenda()).extracting(SessionNote.Addendum::by).containsExactly(ishbel, idris);
        assertThat(note.words().since()).isEqualTo("Lower after Saturday");
    }

    @Test
    void whatIsSaidInANoteIsInNoMessage() {
        note.write(words("Lower after Saturday", Optional.of(Safety.TALKED), ""));
        assertThat(note.words().toString() + note.hour()).doesNotContain("Saturday");
    }
}
