package tombolo.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LeftOutUnitTests {
    private final LeftOut leftOut =
            new LeftOut(Map.of("Anna", "the person", "Dan", "partner", "Old team", "from work"), List.of("Strathbeg"));

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
}
