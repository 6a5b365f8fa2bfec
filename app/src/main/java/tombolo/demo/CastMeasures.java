package tombolo.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tombolo.course.Course;
import tombolo.course.Courses;
import tombolo.database.Ids;
import tombolo.instruments.Answers;
import tombolo.instruments.Instrument;
import tombolo.instruments.Item;
import tombolo.measures.Alert;
import tombolo.measures.AlertAction;
import tombolo.measures.Alerts;
import tombolo.measures.Answering;
import tombolo.measures.Asking;
import tombolo.measures.Askings;
import tombolo.measures.OwnWords;
import tombolo.measures.Questionnaires;
import tombolo.measures.Responses;
import tombolo.measures.Series;
import tombolo.measures.Way;
import tombolo.time.ProgrammeTime;
import tombolo.vault.Confidential;
import tombolo.vault.PersonId;
import tombolo.vault.Viewer;

/** What the cast answered before each session: by themselves, or on paper for Ishbel to type in. */
@Component
@Profile("demo")
@Order(70)
class CastMeasures implements Story {
    private static final Duration OPEN = Duration.ofDays(3);
    private static final int TOM_STOPS = 6;

    private final Courses courses;
    private final Series series;
    private final Askings askings;
    private final Answering answering;
    private final Responses responses;
    private final Alerts alerts;
    private final OwnWords words;
    private final Questionnaires questionnaires;
    private final ProgrammeTime time;

    CastMeasures(
            Courses courses,
            Series series,
            Askings askings,
            Answering answering,
            Responses responses,
            Alerts alerts,
            OwnWords words,
            Questionnaires questionnaires,
            ProgrammeTime time) {
        this.courses = courses;
        this.series = series;
        this.askings = askings;
        this.answering = answering;
        this.responses = responses;
        this.alerts = alerts;
        this.words = words;
        this.questionnaires = questionnaires;
        this.time = time;
    }

    /** The scores of one of them, session by session. */
    private record Scores(List<Integer> phq9, List<Integer> gad7, List<Integer> ucla3) {}

    private static final Map<Cast, Scores> TOLD = Map.of(
            Cast.ANNA,
            new Scores(List.of(17, 16, 18, 15, 13, 11), List.of(14, 14, 13, 13, 12, 12), List.of(8, 6)),
            Cast.JOAN,
            new Scores(List.of(15), List.of(9), List.of(7)),
            Cast.RAVI,
            new Scores(
                    List.of(19, 18, 18, 16, 15, 13, 12, 11, 10, 10, 9, 10, 9, 10, 10),
                    List.of(15, 14, 14, 13, 12, 11, 10, 9, 9, 8, 8, 8, 8, 8, 8),
                    List.of(7, 6, 6, 5)),
            Cast.EWA,
            new Scores(
                    List.of(18, 17, 15, 14, 12, 12, 11, 10, 9, 8, 7, 7, 6, 5, 5, 4),
                    List.of(13, 12, 12, 10, 10, 9, 8, 8, 7, 6, 6, 5, 5, 4, 4, 4),
                    List.of(8, 7, 5, 4)),
            Cast.TOM,
            new Scores(List.of(14, 14, 13, 13, 12), List.of(8, 9, 8, 8, 7), List.of(7, 7)),
            Cast.NELL,
            new Scores(List.of(16, 15, 15, 14, 15), List.of(12, 12, 11, 11, 12), List.of(6, 6)));

    @Override
    public void week(int ago, Told told) {
        TOLD.forEach((who, scores) -> {
            int session = who.arrives() - ago + 1;
            if (session >= 1 && session <= scores.phq9().size()) {
                answers(who, session, scores, told);
            }
            if (session == 1) {
                words.choose(told.person(who), who.firstName().length() + " grey herons");
            }
        });
        if (ago == TOM_STOPS) {
            looksAgain(told);
        }
        if (ago == 0) {
            asksAnna(told);
        }
    }

    private void answers(Cast who, int session, Scores scores, Told told) {
        PersonId person = told.person(who);
        Viewer ishbel = told.viewer(Cast.ISHBEL);
        Optional<Course> course = courses.visibleTo(ishbel).of(person);
        if (course.isEmpty()) {
            return;
        }
        series.begin(person, course.get().id().value(), course.get().sessionsPlanned());
        Map<String, Integer> totals = new HashMap<>();
        totals.put("phq-9", scores.phq9().get(session - 1));
        totals.put("gad-7", scores.gad7().get(session - 1));
        List<String> asked = new ArrayList<>(List.of("phq-9", "gad-7"));
        if (session % 4 == 1) {
            int lonely = scores.ucla3().get(Math.min(session / 4, scores.ucla3().size() - 1));
            totals.put("ucla-3", lonely);
            totals.put("ons-loneliness", Math.max(2, lonely - 4));
            asked.addAll(List.of("ucla-3", "ons-loneliness"));
        }
        boolean hard = who == Cast.NELL && session == scores.phq9().size();
        List<Answers> given = asked.stream()
                .map(questionnaires::get)
                .map(one -> adding(one, totals.getOrDefault(one.id(), 0), hard))
                .toList();
        keep(person, asked, session, given, told.viewer(who), ishbel);
    }

    /** Where somebody reads the ninth question they answer at home; else it is answered on paper, with Ishbel. */
    private void keep(
            PersonId person, List<String> asked, int session, List<Answers> given, Viewer themself, Viewer ishbel) {
        Instant now = time.now();
        UUID asking = askings.ask(
                person, asked, Optional.empty(), Optional.of(session), now.minus(Duration.ofDays(1)), now.plus(OPEN));
        Asking put = askings.visibleTo(themself).mine().stream()
                .filter(one -> one.id().equals(asking))
                .findFirst()
                .orElseThrow();
        if (answering.put(put).stream().anyMatch(one -> one.id().equals("phq-9"))) {
            answering.answer(themself, asking, Ids.next(), given);
        } else {
            askings.withdraw(asking);
            responses
                    .visibleTo(ishbel)
                    .keep(person, given, Way.PAPER, Ids.next(), Optional.of(session), now, Optional.empty());
        }
    }

    private void looksAgain(Told told) {
        Viewer ishbel = told.viewer(Cast.ISHBEL);
        PersonId tom = told.person(Cast.TOM);
        for (Alert alert : alerts.visibleTo(ishbel).open(tom)) {
            alerts.visibleTo(ishbel)
                    .acknowledge(
                            tom,
                            alert.id(),
                            AlertAction.MOTIVATION,
                            Optional.of(Confidential.of(
                                    "The calls with his son are the hard part. One small step at a time.")));
        }
    }

    private void asksAnna(Told told) {
        Instant now = time.now();
        if (askings.visibleTo(told.viewer(Cast.ANNA)).mine().isEmpty()) {
            askings.ask(
                    told.person(Cast.ANNA),
                    List.of("phq-9", "gad-7"),
                    Optional.empty(),
                    Optional.of(7),
                    now,
                    now.plus(OPEN));
        }
    }

    /**
     * Answers that come to a total, spread over the questions.
     *
     * @param hard whether the question about ending one's life is answered with "several days"
     */
    private static Answers adding(Instrument instrument, int total, boolean hard) {
        Answers answers = instrument.noAnswers();
        int left = total;
        boolean risk = instrument.risk().isPresent();
        for (Item item : instrument.total().items()) {
            int lowest =
                    item.options().stream().mapToInt(one -> one.value()).min().orElseThrow();
            answers = answers.with(item.number(), lowest);
            left -= lowest;
        }
        if (risk && hard) {
            answers = answers.with(9, 1);
            left--;
        }
        while (left > 0) {
            for (Item item : instrument.total().items()) {
                boolean ninth = risk && item.number() == 9;
                int now = answers.to(item).orElseThrow();
                if (left > 0 && !ninth && item.offers(now + 1)) {
                    answers = answers.with(item.number(), now + 1);
                    left--;
                }
            }
        }
        return answers;
    }
}
