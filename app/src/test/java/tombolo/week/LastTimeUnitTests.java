package tombolo.week;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The last time is asked for where many times are told at once, and left alone where one is told. */
class LastTimeUnitTests {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Every single night he sits at his phone",
                "Most evenings we do not speak",
                "It is like that whenever he comes home late",
                "Whenever I ask, she goes out",
                "It keeps happening",
                "Each time I say it he laughs",
                "He is at it all the time",
                "Most Sundays she rings and shouts",
                "Night after night I lie there",
                "Every Monday he is late"
            })
    void manyTimesAtOnceAreHeard(String words) {
        assertThat(LastTime.isWorthAsking(words)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Last night he sat at his phone",
                "On Monday we did not speak",
                "He came home late last Friday",
                "I said “it keeps happening” and she laughed",
                "She said I can come whenever I want",
                "Most of the evening we sat there",
                "The day after we spoke, she rang",
                "We each had a day off on Tuesday",
                "That night he told me"
            })
    void oneTimeIsLeftAlone(String words) {
        assertThat(LastTime.isWorthAsking(words)).isFalse();
    }
}
