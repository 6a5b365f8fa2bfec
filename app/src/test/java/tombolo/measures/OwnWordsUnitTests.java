package tombolo.measures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tombolo.measures.OwnWords.Refusal;

class OwnWordsUnitTests {
    @ParameterizedTest
    @ValueSource(strings = {"1234", "4321", "1111", "1212", "abcd", "qwerty", "1984", "2024", "Anna", "  a n n a "})
    void whatAnybodyWouldTryIsRefused(String word) {
        assertThat(OwnWords.refuse(word, List.of("Anna"))).contains(Refusal.TOO_EASY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a1b", "   "})
    void threeLettersAreTooFew(String word) {
        assertThat(OwnWords.refuse(word, List.of())).contains(Refusal.TOO_SHORT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"heron", "7391", "low tide", "marée", "2718"})
    void aWordOrANumberOfOnesOwnWillDo(String word) {
        assertThat(OwnWords.refuse(word, List.of("Anna"))).isEmpty();
    }

    @Test
    void fortyAreEnough() {
        assertThat(OwnWords.refuse("heron".repeat(9), List.of())).isEqualTo(Optional.of(Refusal.TOO_LONG));
    }
}
