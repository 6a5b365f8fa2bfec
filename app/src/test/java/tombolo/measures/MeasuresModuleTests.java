package tombolo.measures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import tombolo.instruments.AlertRule;
import tombolo.instruments.Answers;
import tombolo.instruments.RiskAnswer;
import tombolo.people.ForgetPerson;
import tombolo.people.Glance;
import tombolo.people.Glances;
import tombolo.people.Person;
import tombolo.people.TestHouse;
import tombolo.time.ProgrammeTime;
import tombolo.ui.NotFound;
import tombolo.vault.Confidential;

/** What is kept of answers, and what follows from them in the same transaction. */
@SpringBootTest
@Import(MeasuresModuleTests.Heard.class)
class MeasuresModuleTests {
    private final TestHouse house;
    private final Series series;
    private final Askings askings;
    private final Responses responses;
    private final Questionnaires questionnaires;
    private final Alerts alerts;
    private final ForgetPerson forget;
    private final Heard heard;
    private final ProgrammeTime time;
    private final Person anna;
    private final UUID course = UUID.randomUUID();

    MeasuresModuleTests(
            ApplicationContext context,
            Series series,
            Askings askings,
            Responses responses,
            Questionnaires questionnaires,
            Alerts alerts,
            ForgetPerson forget,
            Heard heard,
            ProgrammeTime time) {
        this.house = new TestHouse(context, "Lochside Practice", Optional.empty());
        this.series = series;
        this.askings = askings;
        this.responses = responses;
        this.questionnaires = questionnaires;
        this.alerts = alerts;
        this.forget = forget;
        this.heard = heard;
        this.time = time;
        this.anna = house.known("Anna", house.ishbel());
        house.within(() -> {
            series.begin(anna.id(), course, 16);
            return "";
        });
    }

    /** Hears what the module tells. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Heard {
        private final List<Answered> all = new ArrayList<>();
        private boolean refuse;

        @EventListener
        void on(Answered answered) {
            if (refuse) {
                throw new IllegalStateException("what must follow cannot be kept");
            }
            all.add(answered);
        }
    }

    private Answers phq9(int... values) {
        return questionnaires.get("phq-9").scoredAnswers(values);
    }

    private List<Response> onPaper(Instant taken, Answers... answers) {
        return onPaper(Optional.of(1), taken, answers);
    }

    private List<Response> onPaper(Optional<Integer> session, Instant taken, Answers... answers) {
        return house.within(() -> responses
                .visibleTo(house.ishbel().viewer())
                .keep(anna.id(), List.of(answers), Way.PAPER, UUID.randomUUID(), session, taken, Optional.empty()));
    }

    @Test
    void answersAreKeptWithTheirScoreAndToldInTheSameTransaction() {
        onPaper(time.now(), phq9(2, 2, 2, 2, 2, 2, 2, 2, 1));
        assertThat(heard.all)
                .filteredOn(one -> one.person().equals(anna.id()))
                .singleElement()
                .satisfies(one -> assertThat(one.risk()).isEqualTo(RiskAnswer.ABOVE_NOT_AT_ALL))
                .satisfies(one -> assertThat(one.bringsSomebody()).isTrue());
        List<Response> kept =
                house.within(() -> responses.visibleTo(house.ishbel().viewer()).of(anna.id()));
        assertThat(kept.getFirst().score().orElseThrow().total().whole()).isEqualTo(17);
        assertThat(house.value("total || ' ' || band || ' ' || at_case || ' ' || answers::text from response"
                        + " where practice_id = :practice"))
                .isEqualTo("17.00 moderately-severe true {2,2,2,2,2,2,2,2,1,NULL}");
    }

    @Test
    void theRollUpFollowsTheDatesAndNotTheOrderOfTyping() {
        Instant now = time.now();
        onPaper(now, phq9(2, 2, 2, 2, 2, 2, 2, 2, 0));
        onPaper(now.minus(Duration.ofDays(14)), phq9(3, 3, 3, 3, 3, 3, 0, 0, 0));
        onPaper(now.minus(Duration.ofDays(7)), phq9(1, 1, 1, 0, 0, 0, 0, 0, 0));
        Series.RollUp phq9 = house.within(() -> series.rollUps(course)).getFirst();
        assertThat(phq9.scores()).isEqualTo(3);
        assertThat(phq9.first()).isEqualByComparingTo("18");
        assertThat(phq9.last()).isEqualByComparingTo("16");
        assertThat(phq9.best()).isEqualByComparingTo("3");
    }

    @Test
    void questionsCanBePutAndTakenBack() {
        Instant now = time.now();
        UUID asking = house.within(() -> askings.ask(
                anna.id(),
                List.of("phq-9", "gad-7"),
                Optional.empty(),
                Optional.of(1),
                now,
                now.plus(Duration.ofDays(1))));
        assertThat(house.within(() -> askings.link(asking))).isPresent();
        house.within(() -> {
            askings.withdraw(asking);
            return "";
        });
        assertThat(house.within(() -> askings.link(asking))).isEmpty();
    }

    /** What the rows themselves come to, for the comparison. */
    private String workedOut() {
        return house.value(
                "coalesce(string_agg(line, ';' order by line), '') from (select r.instrument || ' ' || count(*) || ' '"
                        + " || (array_agg(r.total order by r.taken_at, r.kept_at))[1] || ' '"
                        + " || (array_agg(r.total order by r.taken_at desc, r.kept_at desc))[1] || ' ' || min(r.total) as line"
                        + " from response r where r.practice_id = :practice and r.total is not null and r.set_aside_at is null"
                        + " group by r.instrument) x");
    }

    private String rolledUp() {
        return house.value(
                "coalesce(string_agg(line, ';' order by line), '') from (select m.instrument || ' ' || m.scores || ' '"
                        + " || m.first || ' ' || m.last || ' ' || m.best as line from series_measure m"
                        + " where m.practice_id = :practice) x");
    }

    @Test
    void theRollUpIsWhatTheRowsComeToWhateverIsAnsweredLateOrSetAside() {
        SplittableRandom chance = new SplittableRandom(20261125);
        Instant start = time.now().minus(Duration.ofDays(200));
        List<UUID> kept = new ArrayList<>();
        for (int step = 0; step < 40; step++) {
            if (!kept.isEmpty() && chance.nextInt(4) == 0) {
                UUID gone = kept.remove(chance.nextInt(kept.size()));
                house.within(() -> {
                    responses.visibleTo(house.ishbel().viewer()).setAside(anna.id(), gone, "typed in twice");
                    return "";
                });
            } else {
                Answers answers = chance.nextBoolean()
                        ? ScoreChartUnitTests.adding(questionnaires.get("phq-9"), chance.nextInt(28))
                        : ScoreChartUnitTests.adding(questionnaires.get("gad-7"), chance.nextInt(22));
                if (chance.nextInt(3) == 0) {
                    answers = answers.without(1);
                }
                if (chance.nextInt(6) == 0) {
                    answers = answers.without(2).without(3).without(4);
                }
                onPaper(start.plus(Duration.ofMinutes(chance.nextInt(200_000))), answers)
                        .forEach(one -> kept.add(one.id()));
            }
            assertThat(rolledUp()).as("after step " + step).isEqualTo(workedOut());
        }
    }

    @Test
    void aRiseBringsOneAlertWhichStandsUntilSomebodySaysWhatTheyWillDo() {
        Instant begin = time.now().minus(Duration.ofDays(30));
        onPaper(begin, ScoreChartUnitTests.adding(questionnaires.get("phq-9"), 10));
        onPaper(begin.plus(Duration.ofDays(7)), ScoreChartUnitTests.adding(questionnaires.get("phq-9"), 16));
        onPaper(begin.plus(Duration.ofDays(14)), ScoreChartUnitTests.adding(questionnaires.get("phq-9"), 16));
        List<Alert> open = open();
        assertThat(open).singleElement().satisfies(one -> assertThat(one.rule()).isEqualTo(AlertRule.RELIABLY_WORSE));
        assertThat(open.getFirst().before()).contains(10);
        assertThat(waiting()).contains(open.getFirst().id());
        house.within(() -> {
            alerts.visibleTo(house.ishbel().viewer())
                    .acknowledge(
                            anna.id(),
                            open.getFirst().id(),
                            AlertAction.SUPPORTS,
                            Optional.of(Confidential.of("Ask about Isla coming along")));
            return "";
        });
        assertThat(open()).isEmpty();
        assertThat(waiting()).isEmpty();
        assertThat(house.rows("alert")).contains("SUPPORTS").doesNotContain("Isla", TestHouse.hex("Isla"));
        onPaper(begin.plus(Duration.ofDays(21)), ScoreChartUnitTests.adding(questionnaires.get("phq-9"), 17));
        assertThat(open()).as("it is worse still, and comes up again").hasSize(1);
    }

    private void setAside(Response response) {
        house.within(() -> {
            responses.visibleTo(house.ishbel().viewer()).setAside(anna.id(), response.id(), "typed in twice");
            return "";
        });
    }

    private Response scored(int session, int total) {
        Instant begin = time.now().minus(Duration.ofDays(60));
        return onPaper(
                        Optional.of(session),
                        begin.plus(Duration.ofDays(7L * session)),
                        ScoreChartUnitTests.adding(questionnaires.get("phq-9"), total))
                .getFirst();
    }

    @Test
    void whatWasBroughtUpByAnswersThatAreSetAsideIsNotThereToLookAt() {
        scored(1, 8);
        Response wrong = scored(2, 18);
        assertThat(open()).hasSize(1);
        setAside(wrong);
        assertThat(open()).isEmpty();
        assertThat(waiting()).isEmpty();
        assertThat(house.within(() -> alerts.visibleTo(house.ishbel().viewer()).of(anna.id())))
                .isEmpty();
        scored(3, 16);
        assertThat(open()).as("a true one comes up after it").hasSize(1);
    }

    @Test
    void whatIsTrueWithoutTheAnswersThatAreSetAsideStillAsksToLookAgain() {
        scored(1, 8);
        Response once = scored(2, 18);
        scored(2, 18);
        setAside(once);
        assertThat(open()).as("typed in twice").hasSize(1);
        Response mistyped = scored(3, 21);
        scored(3, 17);
        setAside(mistyped);
        assertThat(open())
                .singleElement()
                .satisfies(one -> assertThat(one.now()).contains(18));
        house.within(() -> {
            alerts.visibleTo(house.ishbel().viewer())
                    .acknowledge(anna.id(), openNow().getFirst().id(), AlertAction.SUPPORTS, Optional.empty());
            return "";
        });
        Response again = scored(4, 22);
        assertThat(open()).hasSize(1);
        scored(4, 18);
        setAside(again);
        assertThat(open()).as("put right").singleElement().satisfies(one -> {
            assertThat(one.now()).contains(18);
            assertThat(one.session()).contains(4);
        });
    }

    @Test
    void whatWasMeasuredAgainstAFirstScoreThatIsSetAsideIsMeasuredAnew() {
        Response wrong = scored(1, 8);
        scored(2, 12);
        scored(3, 16);
        scored(4, 15);
        assertThat(open()).isNotEmpty();
        setAside(wrong);
        assertThat(open()).as("from 12 to 16 is no reliable change").isEmpty();
    }

    @Test
    void whatStaysSoAgainstTheNextScoreSaysTheNextScore() {
        Response wrong = scored(1, 7);
        scored(2, 8);
        scored(3, 16);
        scored(4, 10);
        setAside(wrong);
        assertThat(open()).singleElement().satisfies(one -> {
            assertThat(one.rule()).isEqualTo(AlertRule.RELIABLY_WORSE);
            assertThat(one.before()).contains(8);
            assertThat(one.now()).contains(16);
        });
    }

    @Test
    void whatSomebodyHasLookedAtDoesNotComeUpAgainWhenLaterAnswersAreSetAside() {
        scored(1, 8);
        scored(2, 16);
        house.within(() -> {
            alerts.visibleTo(house.ishbel().viewer())
                    .acknowledge(anna.id(), openNow().getFirst().id(), AlertAction.SUPPORTS, Optional.empty());
            return "";
        });
        Response wrong = scored(3, 22);
        assertThat(open()).extracting(Alert::rule).contains(AlertRule.RELIABLY_WORSE, AlertRule.RISING);
        setAside(wrong);
        assertThat(open()).isEmpty();
    }

    @Test
    void onlyWhoWalksWithThemSeesTheAlerts() {
        assertThatThrownBy(() -> house.within(
                        () -> alerts.visibleTo(house.idris().viewer()).open(anna.id())))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> house.within(
                        () -> alerts.visibleTo(house.priya().viewer()).open(anna.id())))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> house.within(
                        () -> responses.visibleTo(house.priya().viewer()).of(anna.id())))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void twoSetsOfQuestionsMissedInARowAreMentionedOnce() {
        Instant now = time.now();
        missed(now.minus(Duration.ofDays(9)), 2);
        house.job("measures-missed");
        assertThat(open()).isEmpty();
        missed(now.minus(Duration.ofDays(2)), 3);
        house.job("measures-missed");
        house.job("measures-missed");
        assertThat(open())
                .singleElement()
                .satisfies(one -> assertThat(one.rule()).isEqualTo(AlertRule.MISSED));
        house.within(() -> {
            alerts.visibleTo(house.ishbel().viewer())
                    .acknowledge(anna.id(), openNow().getFirst().id(), AlertAction.ALLIANCE, Optional.empty());
            return "";
        });
        house.job("measures-missed");
        assertThat(open()).as("nothing more was missed since").isEmpty();
        missed(now.minus(Duration.ofSeconds(1)), 4);
        house.job("measures-missed");
        assertThat(open()).as("the alert was raised before this one closed").hasSize(0);
    }

    @Test
    void paperForTheSameSessionIsNotMissed() {
        Instant now = time.now();
        missed(now.minus(Duration.ofDays(9)), 1);
        missed(now.minus(Duration.ofDays(2)), 1);
        onPaper(now.minus(Duration.ofDays(2)), ScoreChartUnitTests.adding(questionnaires.get("phq-9"), 4));
        house.job("measures-missed");
        assertThat(open()).isEmpty();
    }

    @Test
    void paperWithoutTheNumberOfTheSessionIsNotMissedAndLeavesNoGap() {
        Instant now = time.now();
        for (int session = 2; session <= 3; session++) {
            Instant closed = now.minus(Duration.ofDays(16 - 7L * (session - 1)));
            missed(closed, session);
            onPaper(
                    Optional.empty(),
                    closed.minusSeconds(60),
                    ScoreChartUnitTests.adding(questionnaires.get("phq-9"), 4));
        }
        house.job("measures-missed");
        assertThat(open()).isEmpty();
        Glance<Responses.History> history = responses.history();
        Glances glances = house.context().getBean(Glances.class);
        assertThat(house.within(() -> glances.at(house.ishbel().viewer(), anna.id(), List.of(history))
                                .of(history))
                        .unanswered())
                .isEmpty();
    }

    @Test
    void whatWasAnsweredTogetherIsNotAskedAgainForTheSameHour() {
        Instant now = time.now();
        house.within(() -> List.of(
                askings.ask(
                        anna.id(),
                        List.of("phq-9", "gad-7"),
                        Optional.empty(),
                        Optional.of(1),
                        now.minusSeconds(60),
                        now.plus(Duration.ofDays(1))),
                askings.ask(
                        anna.id(),
                        List.of("phq-9"),
                        Optional.empty(),
                        Optional.of(2),
                        now.minusSeconds(60),
                        now.plus(Duration.ofDays(8)))));
        onPaper(now, ScoreChartUnitTests.adding(questionnaires.get("phq-9"), 4));
        assertThat(stillAsked())
                .as("what is left, and what is for another hour")
                .containsExactly("gad-7", "phq-9");
        onPaper(now, ScoreChartUnitTests.adding(questionnaires.get("gad-7"), 4));
        assertThat(stillAsked()).containsExactly("phq-9");
    }

    /** What still waits for an answer, what closes first first. */
    private List<String> stillAsked() {
        return house.within(() -> askings.visibleTo(house.ishbel().viewer()).of(anna.id())).reversed().stream()
                .filter(one -> one.isOpen(time.now()))
                .flatMap(one -> one.instruments().stream())
                .toList();
    }

    private void missed(Instant closed, int session) {
        house.within(() -> askings.ask(
                anna.id(),
                List.of("phq-9"),
                Optional.empty(),
                Optional.of(session),
                closed.minus(Duration.ofDays(1)),
                closed));
    }

    @Test
    void whatFailsToFollowKeepsNothing() {
        heard.refuse = true;
        try {
            assertThatThrownBy(() -> onPaper(time.now(), phq9(2, 2, 2, 2, 2, 2, 2, 2, 1)))
                    .isInstanceOf(IllegalStateException.class);
        } finally {
            heard.refuse = false;
        }
        assertThat(house.count("response")).isZero();
        assertThat(house.count("series_measure")).isZero();
    }

    @Test
    void whoIsForgottenLeavesNoRow() {
        onPaper(time.now(), phq9(2, 2, 2, 2, 2, 2, 2, 2, 1));
        missed(time.now(), 1);
        house.within(() -> {
            forget.forget(anna.id());
            return "";
        });
        for (String table : List.of("series", "series_measure", "asking", "response", "alert", "own_word")) {
            assertThat(house.count(table)).as(table).isZero();
        }
    }

    private List<Alert> open() {
        return house.within(this::openNow);
    }

    private List<Alert> openNow() {
        return alerts.visibleTo(house.ishbel().viewer()).open(anna.id());
    }

    private List<UUID> waiting() {
        return house.within(() -> alerts.visibleTo(house.ishbel().viewer()).waiting().stream()
                .map(one -> one.alert().id())
                .toList());
    }
}
