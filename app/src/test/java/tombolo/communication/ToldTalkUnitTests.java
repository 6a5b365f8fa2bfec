package tombolo.communication;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A quarrel that was told once is where a talk begins, as far as it can be told who said what. */
class ToldTalkUnitTests {
    @Test
    void whatEachOfTheTwoSaidLastIsWhereItBegins() {
        String told =
                "In the car. I asked: Did you ring? Dan said: “I forgot.” I shouted: You forget me! He said, \"Stop it.\"";
        assertThat(ToldTalk.theirs(told)).isEqualTo("Stop it.");
        assertThat(ToldTalk.mine(told)).isEqualTo("You forget me!");
    }

    @Test
    void whatCannotBeToldApartIsLeftToThem() {
        for (String told :
                new String[] {"", "I said nothing and he left", "We quarrelled about money", "It was late."}) {
            assertThat(ToldTalk.theirs(told) + ToldTalk.mine(told)).as(told).isEmpty();
        }
    }
}
