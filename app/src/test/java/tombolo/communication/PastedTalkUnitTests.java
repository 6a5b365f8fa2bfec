package tombolo.communication;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tombolo.communication.PastedTalk.Line;

/** Text messages as phones copy them: who wrote what, and no name is kept. */
class PastedTalkUnitTests {
    @Test
    void namesInFrontTellWhoWroteAndAreNotKept() {
        assertThat(PastedTalk.of("Dan: You were late, Anna\nAnna: I know, Dan.\nDan: Fine")
                        .lines())
                .containsExactly(
                        new Line(false, "You were late, (me)"),
                        new Line(true, "I know, (them)."),
                        new Line(false, "Fine"));
    }

    @Test
    void timesInFrontOfTheNamesAreLeftOut() {
        assertThat(PastedTalk.of("[21/11/2026, 21:04] Dan Muir: Where are you?\n21/11/26, 21:05 - Anna: On my way, Dan")
                        .lines())
                .containsExactly(new Line(false, "Where are you?"), new Line(true, "On my way, (them)"));
    }

    @Test
    void whoeverIsCalledMeIsThePersonThoughTheyWroteFirst() {
        assertThat(PastedTalk.of("Me: Are you cross?\nMum: No").lines())
                .containsExactly(new Line(true, "Are you cross?"), new Line(false, "No"));
    }

    @Test
    void aMessageOverTwoLinesIsOneTurn() {
        assertThat(PastedTalk.of("Dan: I came home\nand you were asleep\nAnna: Yes")
                        .lines())
                .containsExactly(new Line(false, "I came home and you were asleep"), new Line(true, "Yes"));
    }

    @Test
    void withoutNamesTheLinesAreTakenInTurn() {
        assertThat(PastedTalk.of("You are late\n\nI know\nAgain").lines())
                .containsExactly(new Line(false, "You are late"), new Line(true, "I know"), new Line(false, "Again"));
    }

    @Test
    void nothingIsNoTalk() {
        assertThat(PastedTalk.of(" \n ").lines()).isEmpty();
    }
}
