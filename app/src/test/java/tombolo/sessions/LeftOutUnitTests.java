package tombolo.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LeftOutUnitTests {
    private final LeftOut leftOut = new LeftOut(
            Map.of("Anna", "the person", "Dan", "partner", "Old team", "from work"),
            List.of("Strathbeg"),
            LeftOut.ordinary(List.of("So they rang and then she moved.", "mark it, and write to morag@example.org")));

    @Test
    void everyKnownNameIsLeftOutForWhatTheyAre() {
        assertThat(leftOut.in("Anna asked DAN, and Dan’s sigh went to the old team."))
                .isEqualTo("the person asked partner, and partner’s sigh went to the from work.");
    }

    @Test
    void partsOfOtherWordsStay() {
        assertThat(leftOut.in("She danced in a bandana.")).isEqualTo("She danced in a bandana.");
    }

    @Test
    void wordsThatWereTickedAreLeftOut() {
        assertThat(leftOut.in("They moved to Strathbeg.")).isEqualTo("They moved to ….");
    }

    @Test
    void whatMayStillNameSomebodyIsOffered() {
        assertThat(leftOut.perhaps(List.of("On Saturday she met Morag at Lochside. Then home with Dan.")))
                .containsExactly("Morag", "Lochside");
    }

    @Test
    void aNameWithWhichASentenceBeginsIsOfferedToo() {
        assertThat(leftOut.perhaps(List.of("Morag rang. Joan’s turn.", "“Isla!” she said\nRavi came")))
                .containsExactly("Morag", "Joan", "Isla", "Ravi");
    }

    @Test
    void anOrdinaryWordIsNotOfferedBecauseASentenceBeginsWithIt() {
        assertThat(leftOut.perhaps(List.of(
                        "Moved house. Then Dan rang.", "Cried all night", "They cried. Didn’t sleep. I’d say so")))
                .isEmpty();
    }

    @Test
    void aWordThatIsANameTooIsOfferedRatherThanNot() {
        assertThat(leftOut.perhaps(List.of("Mark rang. Moved house."))).containsExactly("Mark");
    }

    @Test
    void whatStandsInsideASentenceWithACapitalIsOfferedThoughItIsAnOrdinaryWord() {
        assertThat(leftOut.perhaps(List.of("He works at Moved now. Morag too"))).containsExactly("Moved", "Morag");
    }
}
