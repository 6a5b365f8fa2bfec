package tombolo.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which names are near enough to be taken for one another, and which are not. */
class CalledUnitTests {
    @ParameterizedTest
    @CsvSource({
        "Anna, anna",
        "Anna, Ana",
        "Anna, Anne",
        "Anna B, Anna K",
        "Anna Muir, Anna",
        "Muir Anna, Anna Muir",
        "Anna-Rose Muir, Anna Muir",
        "Ewa, Eva",
        "Joan, Jaon",
        "Zoë, Zoe",
        "Catherine, Kathryn",
        "Siobhan Mackenzie, Siobhan McKenzie",
        "王芳, 王芳",
        "T, T"
    })
    void areAlike(String one, String other) {
        assertThat(Called.of(one).isLike(Called.of(other))).isTrue();
        assertThat(Called.of(other).isLike(Called.of(one))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "Anna, Joan",
        "Tom, Tim",
        "Sam, Dan",
        "Anna Muir, Anna Petrie",
        "Morag, Grace",
        "Isla, Isabel",
        "T, R",
        "王芳, 李芳",
        "'', Anna",
        "'', ''",
        "123, 123"
    })
    void areNot(String one, String other) {
        assertThat(Called.of(one).isLike(Called.of(other))).isFalse();
        assertThat(Called.of(other).isLike(Called.of(one))).isFalse();
    }
}
