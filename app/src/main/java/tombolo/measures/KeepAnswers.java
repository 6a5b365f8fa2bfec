package tombolo.measures;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tombolo.database.Ids;
import tombolo.instruments.AlertRule;
import tombolo.instruments.AlertRules;
import tombolo.instruments.AlertRules.Finding;
import tombolo.instruments.AlertRules.Taken;
import tombolo.instruments.Answers;
import tombolo.instruments.Band;
import tombolo.instruments.Score;
import tombolo.time.ProgrammeTime;
import tombolo.vault.AccountId;
import tombolo.vault.Confidential;
import tombolo.vault.PersonId;
import tombolo.vault.PracticeId;
import tombolo.vault.Vault;

/** Keeps what somebody answered, with all that follows from it, in one statement: everything is there, or nothing is. */
@Component
class KeepAnswers {
    private static final String RESPONSES = " insert into response (practice_id, id, person_id, series_id, asking_id,"
            + " instrument, session, taken_at, kept_at, way, kept_by, reason, answers, answered, total, band, at_case,"
            + " risk) select :practice, v.id, :person, cast(:course as uuid), cast(:asking as uuid), v.instrument,"
            + " cast(:session as smallint), :taken, :now, :way, cast(:by as uuid), v.reason, v.answers, v.answered,"
            + " v.total, v.band, v.at_case, v.risk from given v";
    private static final String ROLL_UP =
            " insert into series_measure as m (practice_id, series_id, instrument, scores,"
                    + " first, first_at, last, last_at, best) select :practice, cast(:course as uuid), v.instrument, 1, v.total,"
                    + " :taken, v.total, :taken, v.total from given v where v.total is not null"
                    + " on conflict (practice_id, series_id, instrument) do update set scores = m.scores + 1,"
                    + " first = case when excluded.first_at < m.first_at then excluded.first else m.first end,"
                    + " first_at = least(m.first_at, excluded.first_at),"
                    + " last = case when excluded.last_at >= m.last_at then excluded.last else m.last end,"
                    + " last_at = greatest(m.last_at, excluded.last_at),"
                    + " best = case when m.instrument = any (string_to_array(:rising, ' '))"
                    + " then greatest(m.best, excluded.best) else least(m.best, excluded.best) end";

    /**
     * What is answered together is not asked again for the same hour: only what is left of the questions waits. Without a
     * number it is for what is being asked at the time.
     */
    private static final String CLOSED = " update asking set answered_at = case when instruments <@ k.kept"
            + " then cast(:now as timestamptz) end,"
            + " instruments = case when instruments <@ k.kept then instruments"
            + " else array(select one from unnest(instruments) one where one <> all (k.kept)) end"
            + " from (select string_to_array(:kept, ' ') as kept) k where practice_id = :practice"
            + " and person_id = :person and series_id is not distinct from cast(:course as uuid)"
            + " and id is distinct from cast(:asking as uuid) and answered_at is null and withdrawn_at is null"
            + " and not in_room and closes_at > :now and instruments && k.kept"
            + " and (session = cast(:session as smallint)"
            + " or (cast(:session as smallint) is null or session is null) and opens_at <= :taken)"
            + " and exists (select from given)";

    private final JdbcClient jdbc;
    private final Vault vault;
    private final ApplicationEventPublisher events;
    private final ProgrammeTime time;

    KeepAnswers(JdbcClient jdbc, Vault vault, ApplicationEventPublisher events, ProgrammeTime time) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.events = events;
        this.time = time;
    }

    /**
     * Answers as they come in, to be kept together.
     *
     * @param asking the questions they answer, which are answered with this; empty where nobody was asked by us
     * @param press the press of the button they came with
     * @param by whose hand, where it was not the person's own
     * @param reason why they are entered for the person
     */
    record Given(
            PersonId person,
            Optional<UUID> asking,
            UUID press,
            Optional<Integer> session,
            Instant taken,
            Way way,
            Optional<AccountId> by,
            Optional<Confidential> reason,
            List<Answers> answers) {
        Given {
            answers = List.copyOf(answers);
            if (answers.isEmpty()) {
                throw new IllegalArgumentException("There are no answers to keep");
            }
        }
    }

    /** The rows that were made; empty, and nothing kept, when somebody has answered these questions already. */
    List<Response> keep(Given given, CourseSoFar course) {
        List<Response> responses = given.answers().stream()
                .map(answers -> response(given, course, answers))
                .toList();
        Map<String, @Nullable Object> facts = facts(given, course, responses);
        StringBuilder sql = new StringBuilder("with ");
        given.asking()
                .ifPresent(asking -> sql.append("used as (update asking set answered_at = :now, press = :press"
                        + " where practice_id = :practice and id = cast(:asking as uuid) and answered_at is null"
                        + " and withdrawn_at is null and closes_at > :now returning id), "));
        sql.append("given as (select v.* from (");
        for (int place = 0; place < responses.size(); place++) {
            sql.append(place == 0 ? "" : " union all ").append(row(place));
        }
        sql.append(") v").append(given.asking().isPresent() ? ", used" : "").append("), kept as (");
        sql.append(RESPONSES).append(" returning 1)");
        course.course()
                .ifPresent(id -> sql.append(", rolled as (").append(ROLL_UP).append(" returning 1)"));
        if (given.way().isTogether()) {
            sql.append(", closed as (").append(CLOSED).append(" returning 1)");
        }
        List<Finding> findings = findings(course, responses);
        if (!findings.isEmpty()) {
            sql.append(", raised as (").append(alerts(findings, facts)).append(" returning 1)");
        }
        sql.append(" select count(*) from kept");
        long kept = jdbc.sql(sql.toString())
                .params(facts)
                .query((row, number) -> row.getLong(1))
                .single();
        if (kept == 0) {
            return List.of();
        }
        responses.forEach(response -> events.publishEvent(new Answered(
                response.id(),
                response.person(),
                response.instrument().id(),
                response.scored().risk(),
                response.way(),
                response.taken())));
        return responses;
    }

    /** What a human is told of elsewhere, in the same transaction, is no alert as well. */
    static List<Finding> findings(CourseSoFar course, List<Response> responses) {
        if (course.course().isEmpty()) {
            return List.of();
        }
        Instant taken = responses.getFirst().taken();
        List<Taken> earlier = course.responses().stream()
                .filter(one -> !one.taken().isAfter(taken))
                .map(KeepAnswers::taken)
                .toList();
        return AlertRules.findings(
                        course.planned(),
                        earlier,
                        responses.stream().map(KeepAnswers::taken).toList())
                .stream()
                .filter(finding -> finding.rule() != AlertRule.RISK_ANSWER)
                .toList();
    }

    private static Taken taken(Response response) {
        return new Taken(
                response.instrument(),
                response.session().map(OptionalInt::of).orElse(OptionalInt.empty()),
                response.scored());
    }

    /** One alert of a kind is open at a time; what is found again meanwhile is the same. */
    private static String alerts(List<Finding> findings, Map<String, @Nullable Object> facts) {
        StringBuilder rows = new StringBuilder();
        for (int n = 0; n < findings.size(); n++) {
            Finding finding = findings.get(n);
            facts.put("alert" + n, Ids.next());
            facts.put("rule" + n, finding.rule().name());
            facts.put("about" + n, finding.instrument().id());
            facts.put("before" + n, finding.before().getAsInt());
            facts.put("score" + n, finding.now().getAsInt());
            rows.append(n == 0 ? "" : " union all ")
                    .append(("select cast(:alert# as uuid) as id, cast(:rule# as text) as rule,"
                                    + " cast(:about# as text) as about, cast(:before# as smallint) as before,"
                                    + " cast(:score# as smallint) as score")
                            .replace("#", String.valueOf(n)));
        }
        return " insert into alert (practice_id, id, person_id, series_id, rule, instrument, session, before, now,"
                + " raised_at) select :practice, f.id, :person, cast(:course as uuid), f.rule, f.about,"
                + " cast(:session as smallint), f.before, f.score, :now from (" + rows + ") f"
                + " where exists (select from given)"
                + " on conflict (practice_id, series_id, rule, instrument)" + Alerts.WHERE_OPEN + " do nothing";
    }

    private static Response response(Given given, CourseSoFar course, Answers answers) {
        return new Response(
                Ids.next(),
                given.person(),
                course.course(),
                given.asking(),
                given.session(),
                given.taken(),
                given.way(),
                given.by(),
                given.reason(),
                answers,
                Optional.empty());
    }

    private static String row(int n) {
        return ("select cast(:id# as uuid) as id, cast(:instrument# as text) as instrument,"
                        + " cast(:reason# as bytea) as reason, cast(:answers# as smallint[]) as answers,"
                        + " cast(:answered# as smallint) as answered, cast(:total# as numeric) as total,"
                        + " cast(:band# as text) as band, cast(:atCase# as boolean) as at_case,"
                        + " cast(:risk# as text) as risk")
                .replace("#", String.valueOf(n));
    }

    private Map<String, @Nullable Object> facts(Given given, CourseSoFar course, List<Response> responses) {
        Map<String, @Nullable Object> facts = new HashMap<>();
        facts.put("practice", PracticeId.current().value());
        facts.put("person", given.person().value());
        facts.put("course", course.course().orElse(null));
        facts.put("asking", given.asking().orElse(null));
        facts.put("press", given.press());
        facts.put("session", given.session().orElse(null));
        facts.put("taken", Timestamp.from(given.taken()));
        facts.put("now", Timestamp.from(time.now()));
        facts.put("way", given.way().name());
        facts.put("by", given.by().map(AccountId::value).orElse(null));
        List<String> rising = new ArrayList<>();
        for (int n = 0; n < responses.size(); n++) {
            Response response = responses.get(n);
            Optional<Score> score = response.score();
            facts.put("id" + n, response.id());
            facts.put("instrument" + n, response.instrument().id());
            facts.put(
                    "reason" + n,
                    given.reason()
                            .map(why -> vault.seal(given.person(), AskingRows.reasonOf(response.id()), why.words()))
                            .orElse(null));
            facts.put("answers" + n, AskingRows.numbers(response.answers()));
            facts.put("answered" + n, response.scored().answered());
            facts.put("total" + n, score.map(it -> it.total().toDecimal()).orElse(null));
            facts.put("band" + n, score.flatMap(Score::band).map(Band::key).orElse(null));
            facts.put("atCase" + n, score.flatMap(Score::atCaseness).orElse(null));
            facts.put("risk" + n, response.scored().risk().name());
            if (response.instrument().highIsBetter()) {
                rising.add(response.instrument().id());
            }
        }
        facts.put("rising", String.join(" ", rising));
        facts.put("kept", responses.stream().map(one -> one.instrument().id()).collect(Collectors.joining(" ")));
        return facts;
    }
}
