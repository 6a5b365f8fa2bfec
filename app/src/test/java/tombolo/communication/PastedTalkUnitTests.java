package tombolo.communication;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tombolo.communication.PastedTalk.Line;

/** Text messages as phones copy them: who wrote what, and no name is kept. */
class PastedTalkUnitTests {
    @Test
    void namesInFrontTellWhoWroteAndAreNotKept() {
        assertThat(lines("Dan: You were late, Anna\nAnna: I know, Dan.\nDan: Fine"))
                .containsExactly(
                        new Line(false, "You were late, (me)"),
                        new Line(true, "I know, (them)."),
                        new Line(false, "Fine"));
    }

    @Test
    void timesInFrontOfTheNamesAreLeftOut() {
        assertThat(lines("[21/11/2026, 21:04] Dan Muir: Where are you?\n21/11/26, 21:05 - Anna: On my way, Dan"))
                .containsExactly(new Line(false, "Where are you?"), new Line(true, "On my way, (them)"));
    }

    @Test
    void whoeverIsCalledMeIsThePersonThoughTheyWroteFirst() {
        assertThat(lines("Me: Are you cross?\nMum: No"))
                .containsExactly(new Line(true, "Are you cross?"), new Line(false, "No"));
    }

    @Test
    void aMessageOverTwoLinesIsOneTurn() {
        assertThat(lines("Dan: I came home\nand you were asleep\nAnna: Yes"))
                .containsExactly(new Line(false, "I came home and you were asleep"), new Line(true, "Yes"));
    }

    @Test
    void withoutNamesTheLinesAreTakenInTurn() {
        assertThat(lines("You are late\n\nI know\nAgain"))
                .containsExactly(new Line(false, "You are late"), new Line(true, "I know"), new Line(false, "Again"));
    }

    @Test
    void whatIsNoWordsIsNoTurn() {
        assertThat(lines("[12/10/2026, 21:04] Dan: ‎image omitted\n[12/10/2026, 21:05] Dan: Where are you\n"
                        + "[12/10/2026, 21:06] Anna: This message was deleted\n[12/10/2026, 21:07] Anna: <Media omitted>\n"
                        + "[12/10/2026, 21:08] Anna: Out"))
                .containsExactly(new Line(false, "Where are you"), new Line(true, "Out"));
        assertThat(lines("Me: I cannot come\nDan: <Media omitted>\nLook how sad he is\n"
                        + "Me: Missed video call, sorry, I was out"))
                .containsExactly(
                        new Line(true, "I cannot come"),
                        new Line(false, "Look how sad he is"),
                        new Line(true, "Missed video call, sorry, I was out"));
    }

    @Test
    void nothingIsNoTalk() {
        assertThat(lines(" \n ")).isEmpty();
    }

    @Test
    void whoeverTheTalkIsAboutIsTheOtherThoughTheyWroteSecond() {
        assertThat(PastedTalk.of("Anna: Are you cross?\nDan Muir: No, Anna", "Dan", List.of("Dan"))
                        .lines())
                .containsExactly(new Line(true, "Are you cross?"), new Line(false, "No, (me)"));
    }

    @Test
    void everybodyOnTheCirclesAndWhoeverElseIsNamedBecomesALetterEveryTime() {
        assertThat(PastedTalk.of(
                                "Dan: Isla's party was loud, and aunt Mary left. I told Fiona.\n"
                                        + "Anna: Fiona’s right. isla is two, Mary knows. Dan, come on Friday",
                                "Dan",
                                List.of("Dan", "Isla", "Aunt Mary"))
                        .lines())
                .containsExactly(
                        new Line(false, "(A)'s party was loud, and (B) left. I told (C)."),
                        new Line(true, "(C)’s right. (A) is two, (B) knows. (them), come on Friday"));
    }

    @Test
    void aNameIsSeenWhereAMessageBeginsWithIt() {
        assertThat(
                        lines(
                                "Dan: Karen said you lied. Morag's cross too\nAnna: Fiona, really? Actually, so what. Nobody said so. Dinner's cold"))
                .containsExactly(
                        new Line(false, "(A) said you lied. (B)'s cross too"),
                        new Line(true, "(C), really? Actually, so what. Nobody said so. Dinner's cold"));
    }

    @Test
    void aWordAMessageBeginsWithIsNoName() {
        assertThat(lines("Dan: Exactly, so come\nAnna: School called. Perhaps, I know exactly\nDan: Bother, no bother"))
                .containsExactly(
                        new Line(false, "Exactly, so come"),
                        new Line(true, "School called. Perhaps, I know exactly"),
                        new Line(false, "Bother, no bother"));
    }

    @Test
    void aNameInsideAWordIsNoNameAndAWordThatIsANameTooNeedsItsCapital() {
        assertThat(PastedTalk.of("Dan: I will ask Will\nAnna: The dance? Danish?", "Dan", List.of("Dan", "Will"))
                        .lines())
                .containsExactly(new Line(false, "I will ask (A)"), new Line(true, "The dance? Danish?"));
    }

    @Test
    void aNameInCapitalsOrSmallLettersIsNoLessAName() {
        assertThat(PastedTalk.of(
                                "Dan: ANNA!! Is isla there? ISLA knows. I asked FIONA'S mum, and GRACE\n"
                                        + "ANNA: DAN, STOP. You NEVER ask, dan. fiona is at work, and with grace",
                                "Dan",
                                List.of("Dan", "Isla", "Grace"))
                        .lines())
                .containsExactly(
                        new Line(false, "(me)!! Is (A) there? (A) knows. I asked (C)'S mum, and (B)"),
                        new Line(true, "(them), STOP. You NEVER ask, (them). (C) is at work, and with grace"));
        assertThat(lines("Dan: WHERE ARE YOU\nAnna: I am HERE, DON'T shout"))
                .as("what is shouted is no name for that")
                .containsExactly(new Line(false, "WHERE ARE YOU"), new Line(true, "I am HERE, DON'T shout"));
    }

    @Test
    void withoutNamesInFrontThoseInTheLinesAreTakenOutAsWell() {
        assertThat(PastedTalk.of("Isla is ill\nCall Dan then", "Dan", List.of("Dan", "Isla"))
                        .lines())
                .containsExactly(new Line(false, "(A) is ill"), new Line(true, "Call (them) then"));
    }

    @Test
    void aThirdWhoWroteIsALetterAndNotTheOther() {
        assertThat(lines("Dan: Who drives?\nAnna: Not me\nTom: I can, Dan"))
                .containsExactly(
                        new Line(false, "Who drives?"), new Line(true, "Not me"), new Line(false, "I can, (them)"));
    }

    @Test
    void whatAMessengerPutsOnTopOrBetweenDoesNotThrowItOff() {
        assertThat(lines("Saturday 21 November\nDan: Where are you?\nAnna: On my way"))
                .containsExactly(new Line(false, "Where are you?"), new Line(true, "On my way"));
        assertThat(lines("Messages are sealed end to end.\nDan: Late?\nSun, 22 Nov at 10:05\nAnna: Yes\nsorry"))
                .containsExactly(new Line(false, "Late?"), new Line(true, "Yes sorry"));
        assertThat(lines("21/11/2026\nDan: Late again"))
                .as("one message")
                .containsExactly(new Line(false, "Late again"));
        assertThat(lines("Saturday 21 November\nYou are late\nI know"))
                .as("nobody in front")
                .containsExactly(new Line(false, "You are late"), new Line(true, "I know"));
    }

    /** A narrow blank before "PM", marks nobody sees in front, a number or a picture in place of a name. */
    @Test
    void whatPhonesOfTodayPutAroundNamesAndTimesDoesNotThrowItOff() {
        assertThat(
                        lines(
                                "[21/11/2026, 9:04:13\u202FPM] Dan: Where are you?\n\u200E[21/11/2026, 9:05:01\u202FPM] Anna: On my way"))
                .containsExactly(new Line(false, "Where are you?"), new Line(true, "On my way"));
        assertThat(PastedTalk.of(
                                "21/11/26, 21:04 - +44 7700 900123: Late again\n21/11/26, 21:05 - Anna: I know",
                                "Dan",
                                List.of("Dan"))
                        .lines())
                .containsExactly(new Line(false, "Late again"), new Line(true, "I know"));
        assertThat(PastedTalk.of("❤️ Dan: Are you there, Anna?\nAnna 🌊: Yes, Dan", "Dan", List.of("Dan"))
                        .lines())
                .containsExactly(new Line(false, "Are you there, (me)?"), new Line(true, "Yes, (them)"));
        assertThat(lines("Dan: I waited\nuntil 21:30: nobody came\nAnna: Sorry"))
                .as("a time in the middle of what is said is no sender")
                .containsExactly(new Line(false, "I waited until 21:30: nobody came"), new Line(true, "Sorry"));
    }

    private static List<Line> lines(String pasted) {
        return PastedTalk.of(pasted, "", List.of()).lines();
    }
}
