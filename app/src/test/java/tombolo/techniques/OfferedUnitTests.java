package tombolo.techniques;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tombolo.course.Phase;

class OfferedUnitTests {
    @Test
    void whatServesEveryAreaIsOfferedWhateverTheFocusIs() {
        Offered any = Offered.inTheWork();
        assertThat(any.fits(Phase.MIDDLE, List.of())).isTrue();
        assertThat(any.fits(Phase.MIDDLE, List.of("grief"))).isTrue();
        assertThat(any.fits(Phase.INITIAL, List.of("grief"))).isFalse();
    }

    @Test
    void whatWasMadeForOneAreaIsOfferedWhereTheWorkIsAboutIt() {
        Offered grief = Offered.inTheWork("grief");
        assertThat(grief.fits(Phase.MIDDLE, List.of("transition", "grief"))).isTrue();
        assertThat(grief.fits(Phase.MIDDLE, List.of("transition"))).isFalse();
        assertThat(grief.fits(Phase.MIDDLE, List.of())).isFalse();
    }

    @Test
    void aLookAtTheCirclesComesAtTheStartAndAgainInTheEnd() {
        Offered look = Offered.inTheWork().fromTheStart().untilTheEnd();
        assertThat(Phase.values()).allMatch(phase -> look.fits(phase, List.of()));
    }
}
