package tombolo.measures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import tombolo.instruments.Answers;
import tombolo.instruments.RiskAnswer;
import tombolo.people.Person;
import tombolo.people.TestHouse;
import tombolo.time.ProgrammeTime;

/** What is kept of answers, and what follows from them in the same transaction. */
@SpringBootTest
@Import(MeasuresModuleTests.Heard.class)
class MeasuresModuleTests {
    private final TestHouse house;
    private final Series series;
    private final Askings askings;
    private final Responses responses;
    private final Questionnaires questionnaires;
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
            Heard heard,
            ProgrammeTime time) {
        this.house = new TestHouse(context, "Lochside Practice", Optional.empty());
        this.series = series;
        this.askings = askings;
        this.responses = responses;
        this.questionnaires = questionnaires;
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

        @EventListener
        void on(Answered answered) {
            all.add(answered);
        }
    }

    private Answers phq9(int... values) {
        return questionnaires.get("phq-9").scoredAnswers(values);
    }

    private List<Response> onPaper(Instant taken, Answers... answers) {
        return house.within(() -> responses
                .visibleTo(house.ishbel().viewer())
                .keep(
                        anna.id(),
                        List.of(answers),
                        Way.PAPER,
                        UUID.randomUUID(),
                        Optional.of(1),
                        taken,
                        Optional.empty()));
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
}
