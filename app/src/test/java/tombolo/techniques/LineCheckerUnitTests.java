package tombolo.techniques;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tombolo.ui.Said;

/** What the checker sees in a line, by the seven things it looks for (E.3, line checker). */
class LineCheckerUnitTests {
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "always | You always leave me alone with it. Could you stay tonight?",
                "always | You never ask. Would you ask me today?",
                "always | Every time I call you are out. Can we talk on Monday?",
                "you-are | You are so selfish. Could you help me tomorrow?",
                "you-are | You’re a child. Would you listen to me tonight?",
                "mind | You don’t care about us. Could you come home at six?",
                "mind | You think I am weak. Can we talk on Sunday?",
                "no-request | I felt alone on Sunday.",
                "two-requests | Could you call me tonight and would you bring the car back?",
                "two-requests | Could you please call me tonight and please bring the car back?",
                "two-requests | Could you call me tonight? Please bring the car back.",
                "two-requests | Please call me tonight and could you bring the car back?",
                "no-time | Would you hold the baby for me?"
            })
    void hintsAtWhatOftenGetsInTheWay(String hint, String line) {
        assertThat(LineChecker.hints(line)).extracting(Said::key).contains("techniques.line." + hint);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "When we talked on Sunday I felt a bit alone. Could we talk ten minutes longer this week?",
                "I am so tired that I cry. Would you get up on Friday night?",
                "I miss you. Are you free for a walk on Saturday?",
                "You are right, and you are tired too. Could we talk tomorrow?",
                "When you are late, I feel alone. Could you call me tonight?",
                "I see that you are so busy. Could we talk tomorrow?",
                "You are so kind, and you are not alone. Could we talk tomorrow?",
                "Never mind the cup. Could we talk tomorrow?",
                "Could you please call me tonight?",
                "Would you please get up on Friday night?",
                "Can you hold him at 10, please?",
                "Please, could you call me tonight?",
                "Please could you call me tonight?",
                "Please Dan, would you call me tonight?",
                "Please call me tonight.",
                "I am worn out, please call me tonight.",
                "Could you and Isla please come on Sunday?",
                "Are you free tonight? Could we talk for ten minutes?",
                "Do you have time on Sunday? Can we talk then?",
                "Can I ask you something? Would you call me tonight?",
                "Could you call me tonight, would you?",
                "Call me tonight, will you?"
            })
    void findsNothingWhereNothingIs(String line) {
        assertThat(LineChecker.hints(line)).isEmpty();
    }

    @Test
    void aLineOfMoreThanFortyWordsIsLong() {
        String forty = "Could you tonight " + "word ".repeat(37);
        assertThat(LineChecker.hints(forty)).isEmpty();
        assertThat(LineChecker.hints(forty + "more")).extracting(Said::key).containsExactly("techniques.line.long");
    }

    @Test
    void anEmptyLineNeedsNoHint() {
        assertThat(LineChecker.hints("  ")).isEmpty();
    }
}
