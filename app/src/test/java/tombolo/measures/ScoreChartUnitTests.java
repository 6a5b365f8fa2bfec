package tombolo.measures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tombolo.instruments.Answers;
import tombolo.instruments.Instrument;
import tombolo.instruments.Item;
import tombolo.ui.Said;
import tombolo.vault.PersonId;

/** What the picture of the scores shows, from numbers that are known. */
class ScoreChartUnitTests {
    private static final Questionnaires QUESTIONNAIRES = new Questionnaires();
    private static final Instrument PHQ9 = QUESTIONNAIRES.get("phq-9");
    private static final Instrument UCLA3 = QUESTIONNAIRES.get("ucla-3");
    private static final ZoneId ZONE = ZoneId.of("Europe/London");
    private static final PersonId ANNA = new PersonId(UUID.randomUUID());

    static Answers adding(Instrument instrument, int total) {
        List<Item> items = instrument.total().items();
        int lowest = items.getFirst().options().getFirst().value();
        int highest = items.getFirst().options().getLast().value();
        Map<Integer, Integer> values = new HashMap<>();
        int left = total - lowest * items.size();
        for (Item item : items) {
            int more = Math.min(left, highest - lowest);
            values.put(item.number(), lowest + more);
            left -= more;
        }
        return instrument.answers(values);
    }

    private static Instant week(int week) {
        return Instant.parse("2026-01-05T10:00:00Z").plusSeconds(week * 7 * 86_400L);
    }

    private static Response response(int session, Answers answers) {
        return new Response(
                UUID.randomUUID(),
                ANNA,
                Optional.of(UUID.randomUUID()),
                Optional.empty(),
                Optional.of(session),
                week(session),
                Way.SIGNED_IN,
                Optional.empty(),
                Optional.empty(),
                answers,
                Optional.empty());
    }

    private static List<Response> series(Instrument instrument, int... totals) {
        return new ArrayList<>(IntStream.rangeClosed(1, totals.length)
                .mapToObj(session -> response(session, adding(instrument, totals[session - 1])))
                .toList());
    }

    private static ScoreChart drawn(Instrument instrument, List<Response> responses, Mark... marks) {
        return ScoreDrawing.of(instrument, responses, List.of(), List.of(marks), ZONE)
                .orElseThrow();
    }

    @Test
    void annasSixScoresAreTold() {
        ScoreChart chart = drawn(PHQ9, series(PHQ9, 17, 16, 18, 15, 13, 11));
        assertThat(chart.sentences())
                .containsExactly(
                        Said.of("measures.chart.fell", "17", "11"),
                        Said.of("measures.chart.since.session", 6),
                        Said.of("measures.chart.rule.fall", 6));
        assertThat(chart.points().stream().map(ScoreChart.Point::reliable))
                .containsExactly(false, false, false, false, false, true);
        assertThat(chart.rule().orElseThrow().value()).isEqualTo(11);
        assertThat(chart.rule().orElseThrow().source()).contains("NHS Talking Therapies");
        assertThat(chart.rows().getLast().change()).contains(-6);
        assertThat(chart.rows().getFirst().change()).isEmpty();
    }

    @Test
    void theHeightOfAScoreFollowsTheQuestionnaireAndNotTheScores() {
        ScoreChart chart = drawn(PHQ9, series(PHQ9, 0, 27));
        assertThat(chart.points().getFirst().y()).isEqualTo(ScoreChart.BOTTOM);
        assertThat(chart.points().getLast().y()).isEqualTo(ScoreChart.TOP);
        assertThat(drawn(UCLA3, series(UCLA3, 3, 9)).points().getLast().y()).isEqualTo(ScoreChart.TOP);
        assertThat(chart.bands())
                .extracting(ScoreChart.Strip::key)
                .containsExactly("minimal", "mild", "moderate", "moderately-severe", "severe");
        assertThat(chart.levels()).extracting(ScoreChart.Level::value).containsExactly(0, 5, 10, 15, 20, 27);
        assertThat(chart.bands().stream().mapToInt(ScoreChart.Strip::height).sum())
                .isEqualTo(ScoreChart.BOTTOM - ScoreChart.TOP);
    }

    @Test
    void aGapStaysAGap() {
        List<Response> responses = series(PHQ9, 17, 16, 15, 14, 13);
        responses.set(2, response(3, adding(PHQ9, 12).without(1).without(2).without(3)));
        ScoreChart chart = drawn(PHQ9, responses);
        assertThat(chart.lines()).hasSize(2);
        assertThat(chart.points()).hasSize(4);
        assertThat(chart.rows()).hasSize(5);
        assertThat(chart.rows().get(2).score()).isEmpty();
    }

    /** Where nobody reads, the PHQ-8 takes the place of the PHQ-9 that was asked. */
    @Test
    void questionsNeverAnsweredAreAGapAlsoOfTheFormThatLeavesTheQuestionOut() {
        Instrument phq8 = QUESTIONNAIRES.get("phq-8");
        Optional<UUID> course = Optional.of(UUID.randomUUID());
        Responses.History history = new Responses.History(
                List.of(
                        inCourse(course, 1, phq8, 14),
                        inCourse(course, 2, phq8, 12),
                        inCourse(course, 4, phq8, 10),
                        inCourse(course, 5, phq8, 9)),
                List.of(new Responses.Unanswered(course, Optional.of(3), List.of("phq-9", "gad-7"), week(3))));
        ScoreChart chart = Charts.of(history, ZONE).getFirst();
        assertThat(chart.instrument()).isEqualTo(phq8);
        assertThat(chart.lines()).as("nothing is drawn through the gap").hasSize(2);
        assertThat(chart.rows()).hasSize(5);
        assertThat(chart.rows().get(2).score()).isEmpty();
    }

    @Test
    void ofTwoFormsOfOneQuestionnaireTheOneAnsweredLastComesFirst() {
        Instrument phq8 = QUESTIONNAIRES.get("phq-8");
        Optional<UUID> course = Optional.of(UUID.randomUUID());
        List<Response> responses = new ArrayList<>(List.of(
                inCourse(course, 1, PHQ9, 17),
                inCourse(course, 2, phq8, 12),
                inCourse(course, 2, QUESTIONNAIRES.get("gad-7"), 9),
                inCourse(course, 3, phq8, 10)));
        assertThat(first(responses)).isEqualTo(phq8);
        responses.add(inCourse(course, 4, PHQ9, 9));
        responses.add(inCourse(course, 5, QUESTIONNAIRES.get("gad-7"), 9));
        assertThat(first(responses)).isEqualTo(PHQ9);
    }

    private static Instrument first(List<Response> responses) {
        return Charts.of(new Responses.History(responses, List.of()), ZONE)
                .getFirst()
                .instrument();
    }

    private static Response inCourse(Optional<UUID> course, int session, Instrument instrument, int total) {
        return new Response(
                UUID.randomUUID(),
                ANNA,
                course,
                Optional.empty(),
                Optional.of(session),
                week(session),
                Way.SIGNED_IN,
                Optional.empty(),
                Optional.empty(),
                adding(instrument, total),
                Optional.empty());
    }

    @Test
    void questionsNeverAnsweredAreAGapUnlessTheSessionHasAScoreAfterAll() {
        List<Response> responses = series(PHQ9, 17, 16);
        ScoreChart chart = ScoreDrawing.of(
                        PHQ9,
                        responses,
                        List.of(
                                new ScoreChart.Unanswered(Optional.of(2), week(2)),
                                new ScoreChart.Unanswered(Optional.of(3), week(3))),
                        List.of(),
                        ZONE)
                .orElseThrow();
        assertThat(chart.rows()).hasSize(3);
        assertThat(chart.rows().getLast().session()).contains(3);
        assertThat(chart.rows().getLast().score()).isEmpty();
    }

    @Test
    void sinceIsTheBeginningOfTheRunThatStillHolds() {
        assertThat(drawn(PHQ9, series(PHQ9, 20, 14, 15, 14, 13)).sentences())
                .contains(Said.of("measures.chart.since.session", 4));
        assertThat(drawn(PHQ9, series(PHQ9, 20, 14, 15)).sentences())
                .as("it does not hold now")
                .noneMatch(said -> said.key().contains("since"));
        assertThat(drawn(PHQ9, series(PHQ9, 10, 12, 16)).sentences())
                .contains(Said.of("measures.chart.rose", "10", "16"), Said.of("measures.chart.since.session", 3));
    }

    @Test
    void whereNobodyHasPublishedAReliableChangeThereIsNoLineAndNoDiamond() {
        ScoreChart chart = drawn(UCLA3, series(UCLA3, 8, 6));
        assertThat(chart.rule()).isEmpty();
        assertThat(chart.points()).noneMatch(ScoreChart.Point::reliable);
        assertThat(chart.sentences()).contains(Said.of("measures.chart.no-rule"));
    }

    @Test
    void aFirstScoreTooLowForAReliableFallHasNoLine() {
        assertThat(drawn(PHQ9, series(PHQ9, 5, 4)).rule()).isEmpty();
    }

    @Test
    void oneScoreStandsInTheMiddleAndWithoutOneThereIsNoPicture() {
        assertThat(drawn(PHQ9, series(PHQ9, 5)).points().getFirst().x())
                .isEqualTo((ScoreChart.LEFT + ScoreChart.RIGHT) / 2);
        assertThat(ScoreDrawing.of(PHQ9, List.of(response(1, PHQ9.noAnswers())), List.of(), List.of(), ZONE))
                .isEmpty();
    }

    @Test
    void whatHappenedStandsWhereItHappened() {
        ScoreChart chart =
                drawn(PHQ9, series(PHQ9, 17, 16, 15), new Mark(week(2).minusSeconds(3 * 86_400L), Said.of("x.y")));
        int before = chart.points().get(0).x();
        int after = chart.points().get(1).x();
        assertThat(chart.marks())
                .singleElement()
                .satisfies(dot -> assertThat(dot.x()).isBetween(before + (after - before) / 2, after));
    }
}
