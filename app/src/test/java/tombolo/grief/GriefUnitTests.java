package tombolo.grief;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tombolo.inventory.Description;
import tombolo.inventory.RelationshipId;
import tombolo.techniques.Answers;
import tombolo.techniques.Question;
import tombolo.techniques.Question.Words;
import tombolo.techniques.Step;
import tombolo.techniques.Technique;
import tombolo.timeline.FuzzyDate;
import tombolo.timeline.Involved;
import tombolo.timeline.LifeEvent;
import tombolo.timeline.SymptomMark;
import tombolo.timeline.Timeline;
import tombolo.ui.Language;
import tombolo.ui.Texts;
import tombolo.vault.PersonId;

/** Mourning is not hurried, and nobody has to be brave to somebody else for it. */
class GriefUnitTests {
    private final Grief grief = new Grief();
    private final List<Technique> both = List.of(grief, new GriefLetter());

    @Test
    void nothingOfItIsSaidToSomebodyWhoMayNotLikeIt() {
        assertThat(both).allSatisfy(how -> {
            assertThat(how.steps()).noneMatch(Step::asserting);
            assertThat(how.questions()).noneMatch(one -> one instanceof Words words && words.aloud());
        });
    }

    @Test
    void nothingOfItIsDueByADay() {
        assertThat(both).allSatisfy(how -> assertThat(how.leads()).isEmpty());
    }

    @Test
    void nothingHardHasToBeWritten() {
        assertThat(both)
                .allSatisfy(how -> assertThat(how.questions())
                        .filteredOn(question -> List.of("good", "hard", "around", "unsaid", "sorry", "goodbye")
                                .contains(question.id()))
                        .isNotEmpty()
                        .noneMatch(question -> question.needed()));
    }

    @Test
    void theDayTheyDiedIsTakenFromTheTimelineWhereItIsAboutThem() {
        RelationshipId gran = new RelationshipId(UUID.randomUUID());
        Timeline timeline = Timeline.begun(new PersonId(UUID.randomUUID()));
        timeline.add(LifeEvent.of(
                FuzzyDate.day(LocalDate.of(2024, 3, 2)),
                LifeEvent.Kind.LOSS,
                null,
                new tombolo.timeline.Words("Gran died", "It rained.", List.of(new Involved(gran, "Gran")))));
        Step days = grief.steps().get(1);
        Answers hers = grief.remembered(days, Answers.NONE, timeline, Optional.of(gran));
        assertThat(hers.one("date")).isEqualTo("2 March 2024");
        assertThat(hers.one("around")).isEqualTo("It rained.");
        assertThat(grief.remembered(days, Answers.NONE, timeline, Optional.of(new RelationshipId(UUID.randomUUID()))))
                .as("about somebody else")
                .isEqualTo(Answers.NONE);
    }

    @Test
    void aLossOfTheLastTwoMonthsIsNotToBeWalkedAlone() {
        LocalDate today = LocalDate.of(2026, 11, 29);
        for (String recent : List.of(
                "3 weeks ago",
                "12 October 2026",
                "October",
                "2026",
                "last Tuesday",
                "on Sunday",
                "last night",
                "this morning",
                "a fortnight ago")) {
            assertThat(grief.minded(Answers.NONE.with("date", recent), today))
                    .as(recent)
                    .contains("grief.work.new");
        }
        for (String earlier : List.of("", "in the spring", "28 September 2026", "2024")) {
            assertThat(grief.minded(Answers.NONE.with("date", earlier), today))
                    .as(earlier)
                    .isEmpty();
        }
    }

    @Test
    void whereWhenItWasCannotBeReadThatIsSaidWithWhatIsBetterNotWalkedAlone() {
        LocalDate today = LocalDate.of(2026, 11, 29);
        for (String unread : List.of("when I was small", "the day of the storm", "next week")) {
            assertThat(grief.minded(Answers.NONE.with("date", unread), today))
                    .as(unread)
                    .contains("grief.work.unread");
        }
        assertThat(new Texts(false).say(new Language("en"), "grief.work.unread"))
                .contains("could not read", "not on your timeline", "do not go through this alone");
    }

    @Test
    void howItWasBetweenThemMayBeLeftOutOnEitherSide() {
        assertThat(step("between").waits(Answers.NONE)).isFalse();
        for (String side : List.of("good", "hard")) {
            assertThat(new Texts(false).say(new Language("en"), "grief.work." + side + ".hint"))
                    .contains("leave this empty");
        }
    }

    @Test
    void theDayTheyDiedHasItsPlaceOnTheTimelineWithTheirName() {
        assertThat(grief.happened()).contains(new Technique.Happened("who", "date"));
    }

    @Test
    void howItWasBetweenThemBeginsWithWhatTheCirclesSay() {
        tombolo.inventory.Words words = new tombolo.inventory.Words("", "She sang", "She kept score", "", "", "");
        Description tie = new Description(
                null,
                Description.UNSAID.heard(),
                Description.UNSAID.honest(),
                Description.UNSAID.contact(),
                Description.UNSAID.exchange(),
                null,
                null,
                null,
                null,
                words);
        Step between = step("between");
        assertThat(grief.isOfTheTie(between)).isTrue();
        Answers known = grief.known(between, Answers.NONE, tie);
        assertThat(known.one("good")).isEqualTo("She sang");
        assertThat(known.one("hard")).isEqualTo("She kept score");
        Answers said = Answers.NONE.with("good", "Her voice");
        assertThat(grief.known(between, said, tie)).isEqualTo(said);
        assertThat(grief.told(between, said, tie)).as("the circles stay").isEqualTo(tie);
        Answers long300 = between.fitted(Answers.NONE.with("good", "la ".repeat(200)));
        assertThat(long300.one("good")).hasSize(300).endsWith("…");
    }

    @Test
    void whenItBeganIsSeenFromTheDayTheyDiedWhereTheTimelineKnowsBoth() {
        LocalDate died = LocalDate.of(2024, 3, 2);
        assertThat(began(died, FuzzyDate.day(died.minusDays(1)))).isEqualTo("before");
        assertThat(began(died, FuzzyDate.day(died.plusWeeks(3)))).isEqualTo("soon");
        assertThat(began(died, FuzzyDate.day(died.plusMonths(5)))).isEqualTo("months");
        assertThat(began(died, FuzzyDate.day(died.plusMonths(13)))).isEqualTo("years");
        assertThat(began(died, FuzzyDate.year(2024)))
                .as("nobody knows which came first")
                .isEmpty();
    }

    private String began(LocalDate died, FuzzyDate when) {
        RelationshipId gran = new RelationshipId(UUID.randomUUID());
        Timeline timeline = Timeline.begun(new PersonId(UUID.randomUUID()));
        timeline.add(LifeEvent.of(
                FuzzyDate.day(died),
                LifeEvent.Kind.LOSS,
                null,
                tombolo.timeline.Words.of("Gran died", new Involved(gran, "Gran"))));
        timeline.add(SymptomMark.of(when, SymptomMark.Turn.ONSET, null, tombolo.timeline.Words.NONE));
        return grief.remembered(step("since"), Answers.NONE, timeline, Optional.of(gran))
                .one("onset");
    }

    @Test
    void theDataOfMourningAreAllAskedForAndNoneOfTheDeeperHasToBeSaid() {
        assertThat(grief.questions().map(Question::id))
                .contains("date", "around", "good", "hard", "unsaid", "others", "keepsakes", "did", "covered")
                .contains("onset", "early", "late", "farewell", "felt", "anniversaries", "plan", "ritual", "yearly");
        assertThat(grief.steps())
                .filteredOn(step -> !step.least())
                .flatExtracting(Step::questions)
                .noneMatch(Question::needed);
    }

    @Test
    void aDayToRememberThatIsNoDayIsMetWithAKindWord() {
        Step remember = step("remember");
        assertThat(grief.check(remember, Answers.NONE.with("yearly", "her birthday"))
                        .isEmpty())
                .isFalse();
        assertThat(grief.check(remember, Answers.NONE.with("yearly", "9 May")).isEmpty())
                .isTrue();
        assertThat(grief.check(remember, Answers.NONE).isEmpty()).isTrue();
    }

    @Test
    void everyHardDayComesRoundThatIsADayAndTheOthersHoldNobodyUp() {
        Answers said = Answers.NONE
                .with("anniversaries", "Her birthday 3 March, Christmas Eve, the song from the car")
                .with("yearly", "24 December")
                .with("ritual", "I walk to the lake");
        assertThat(grief.check(step("anniversaries"), said).isEmpty()).isTrue();
        assertThat(grief.next(said, LocalDate.of(2026, 11, 30)))
                .as("the nearest first, and what falls on one day once")
                .extracting(comes -> comes.day() + " " + comes.words())
                .containsExactly("2026-12-24 I walk to the lake", "2027-03-03 Her birthday 3 March");
        assertThat(grief.next(said, LocalDate.of(2027, 3, 3)).getFirst().day())
                .as("today, where it is today")
                .isEqualTo(LocalDate.of(2027, 3, 3));
    }

    private Step step(String id) {
        return grief.steps().stream()
                .filter(step -> step.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
