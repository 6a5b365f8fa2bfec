package tombolo.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import tombolo.accounts.Account;
import tombolo.accounts.TestPractice;
import tombolo.instruments.Answers;
import tombolo.measures.Answered;
import tombolo.measures.Questionnaires;
import tombolo.measures.Responses;
import tombolo.measures.SaidHowSafe;
import tombolo.measures.Way;
import tombolo.measures.WhoReads;
import tombolo.people.People;
import tombolo.people.Person;
import tombolo.people.SafeContact;
import tombolo.people.TestHouse;
import tombolo.practice.Practices;
import tombolo.practice.Staff;
import tombolo.time.ProgrammeTime;
import tombolo.vault.PersonId;
import tombolo.vault.PracticeId;
import tombolo.vault.Role;

/** What follows from an answer about ending one's life, in the transaction that keeps the answer. */
@SpringBootTest
@Import(HearAnswersModuleTests.Breaks.class)
class HearAnswersModuleTests {
    private final ApplicationContext context;
    private final People people;
    private final Responses responses;
    private final Questionnaires questionnaires;
    private final Practices practices;
    private final Watch watch;
    private final WhoReads whoReads;
    private final Breaks breaks;
    private final ProgrammeTime time;
    private final TestHouse house;

    HearAnswersModuleTests(
            ApplicationContext context,
            People people,
            Responses responses,
            Questionnaires questionnaires,
            Practices practices,
            Watch watch,
            WhoReads whoReads,
            Breaks breaks,
            ProgrammeTime time) {
        this.context = context;
        this.people = people;
        this.responses = responses;
        this.questionnaires = questionnaires;
        this.practices = practices;
        this.watch = watch;
        this.whoReads = whoReads;
        this.breaks = breaks;
        this.time = time;
        this.house = new TestHouse(context, "Lochside Practice", Optional.empty());
    }

    /** Something that fails after the concern was opened, where a test says so. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Breaks {
        private volatile boolean now;

        @EventListener
        @Order(Ordered.LOWEST_PRECEDENCE)
        void on(Answered answered) {
            if (now) {
                throw new IllegalStateException("something else broke");
            }
        }
    }

    private Answers phq9(int last) {
        return questionnaires.get("phq-9").scoredAnswers(1, 1, 1, 1, 1, 1, 1, 1, last);
    }

    private void answers(Account hand, PersonId person, Answers answers) {
        responses
                .visibleTo(hand.viewer())
                .keep(
                        person,
                        List.of(answers),
                        Way.PAPER,
                        UUID.randomUUID(),
                        Optional.empty(),
                        time.now(),
                        Optional.empty());
    }

    private PersonId answers(int last) {
        Person nell = house.known("Nell", house.ishbel());
        house.within(() -> {
            answers(house.ishbel(), nell.id(), phq9(last));
            return "";
        });
        return nell.id();
    }

    @Test
    void anyAnswerAboveNotAtAllOpensAConcernInTheSameTransaction() {
        PersonId nell = answers(1);
        assertThat(house.value("owner_id || ' ' || state from concern where practice_id = :practice"))
                .isEqualTo(house.ishbel().id() + " OPEN");
        assertThat(house.value("response_id = (select r.id from response r where r.practice_id = :practice)"
                        + " from concern_opening where practice_id = :practice"))
                .isEqualTo("t");
        assertThat(house.looked(nell)).anyMatch(entry -> entry.what().equals("concerns"));
    }

    @Test
    void sayingTwiceThatOneIsNotSafeIsSayingItOnce() {
        PersonId nell = answers(1);
        UUID response = UUID.fromString(house.value("response_id from concern_opening where practice_id = :practice"));
        SaidHowSafe said = new SaidHowSafe(response, nell, "phq-9", false, time.now());
        house.within(() -> {
            context.publishEvent(said);
            return "";
        });
        String once = house.rows("concern") + house.rows("concern_opening") + house.rows("said_how_safe");
        house.within(() -> {
            context.publishEvent(said);
            return "";
        });
        assertThat(house.rows("concern") + house.rows("concern_opening") + house.rows("said_how_safe"))
                .isEqualTo(once);
        assertThat(house.value("safe from said_how_safe where practice_id = :practice"))
                .isEqualTo("f");
    }

    /** They have the person in their care still, and open nothing about them any more. */
    @Test
    void whoeverIsNoTherapistAnyMoreDoesNotAnswerForWhatTheyCannotOpen() {
        Person nell = house.known("Nell", house.ishbel());
        assertThat(house.within(() -> watch.owner(nell, time.now())))
                .isEqualTo(house.ishbel().id());
        house.within(() -> context.getBean(Staff.class)
                .giveRoles(house.priya().viewer(), house.ishbel().id(), Set.of(Role.SUPERVISOR), true));
        assertThat(house.within(() -> context.getBean(Telling.class)
                        .isLetIn(nell, house.ishbel().id(), time.now())))
                .isFalse();
    }

    @Test
    void notBeingSafeOnAnotherDayIsToldAnewAndNobodyClosesOverIt() {
        PersonId nell = answers(1);
        UUID response = UUID.fromString(house.value("response_id from concern_opening where practice_id = :practice"));
        house.within(() -> {
            context.publishEvent(new SaidHowSafe(response, nell, "phq-9", true, time.now()));
            return "";
        });
        String version = house.value("version from concern where practice_id = :practice");
        house.within(() -> {
            context.publishEvent(
                    new SaidHowSafe(response, nell, "phq-9", false, time.now().plusSeconds(3600)));
            return "";
        });
        assertThat(house.rows("concern_step").lines().filter(row -> row.contains(",TOLD,")))
                .hasSize(2);
        assertThat(house.value("version from concern where practice_id = :practice"))
                .as("a page that was opened before it closes nothing")
                .isNotEqualTo(version);
    }

    @Test
    void anAnswerWhoseConcernIsMissingOpensItWithinTheHour() {
        answers(1);
        house.job("check-answers-against-concerns");
        assertThat(house.count("concern_opening")).as("nothing was missing").isEqualTo(1);
        house.within(() -> context.getBean(JdbcClient.class)
                .sql("delete from concern_opening where practice_id = :practice")
                .param("practice", PracticeId.current().value())
                .update());
        house.job("check-answers-against-concerns");
        house.job("check-answers-against-concerns");
        assertThat(house.value("count(*) from concern_opening o join response r on r.practice_id = o.practice_id"
                        + " and r.id = o.response_id where o.practice_id = :practice"))
                .isEqualTo("1");
    }

    @Test
    void notAtAllOpensNone() {
        answers(0);
        assertThat(house.count("concern") + house.count("left_open")).isZero();
    }

    /** Nothing in the rows tells one value from another: not the state, not the clock, not who was told. */
    @Test
    void everyValueIsTheSame() {
        List<String> rows = new ArrayList<>();
        for (int value = 1; value <= 3; value++) {
            PersonId person = answers(value);
            String of =
                    " from concern c join concern_opening o on o.practice_id = c.practice_id and o.concern_id = c.id"
                            + " join concern_step s on s.practice_id = c.practice_id and s.concern_id = c.id"
                            + " where c.practice_id = :practice and c.person_id = '" + person + "'";
            rows.add(house.value("to_jsonb(c) - 'id' - 'person_id' - 'opened_at' - 'due_at' || jsonb_build_object("
                    + "'opening', to_jsonb(o) - 'id' - 'concern_id' - 'person_id' - 'response_id' - 'at',"
                    + "'step', to_jsonb(s) - 'id' - 'concern_id' - 'person_id' - 'at')" + of));
            Concern concern = house.within(() ->
                    context.getBean(ConcernRows.class).openToChange(person).orElseThrow());
            Instant due = house.within(() -> watch.clock().due(practices.current(), 0, concern.openedAt()));
            assertThat(concern.due()).isEqualTo(due);
        }
        assertThat(rows).hasSize(3).allMatch(row -> row.equals(rows.getFirst()));
        assertThat(rows.getFirst()).contains("phq-9", "TOLD");
    }

    @Test
    void aQuestionLeftOpenIsAskedAgainFaceToFaceAndHasNoClock() {
        Person nell = house.known("Nell", house.ishbel());
        house.within(() -> {
            answers(house.ishbel(), nell.id(), phq9(0).without(9));
            return "";
        });
        assertThat(house.count("concern")).isZero();
        List<LeftOpen> ask = house.within(() -> context.getBean(QuestionsLeftOpen.class)
                .visibleTo(house.ishbel().viewer())
                .of(nell.id()));
        assertThat(ask).hasSize(1);
        assertThat(house.within(() -> context.getBean(QuestionsLeftOpen.class)
                        .visibleTo(house.idris().viewer())
                        .all()))
                .isEmpty();
        house.within(() -> {
            context.getBean(QuestionsLeftOpen.class)
                    .visibleTo(house.ishbel().viewer())
                    .asked(ask.getFirst().id());
            return "";
        });
        assertThat(house.within(() -> context.getBean(QuestionsLeftOpen.class)
                        .visibleTo(house.ishbel().viewer())
                        .all()))
                .isEmpty();
    }

    private UUID leavesItOpen(Person person) {
        house.within(() -> {
            answers(house.ishbel(), person.id(), phq9(0).without(9));
            return "";
        });
        return UUID.fromString(house.value("id from response where practice_id = :practice"));
    }

    private void says(UUID response, Person person, boolean safe) {
        house.within(() -> {
            context.publishEvent(new SaidHowSafe(response, person.id(), "phq-9", safe, time.now()));
            return "";
        });
    }

    private List<Boolean> heard(PersonId person) {
        return house.within(() ->
                context
                        .getBean(ConcernRows.class)
                        .openToChange(person)
                        .orElseThrow()
                        .openings()
                        .getFirst()
                        .howSafe()
                        .stream()
                        .map(HowSafe::safe)
                        .toList());
    }

    @Test
    void whoeverLeavesItOpenAndIsNotSafeIsHeardByAHumanInTheSameTransaction() {
        Person nell = house.known("Nell", house.ishbel());
        UUID response = leavesItOpen(nell);
        assertThat(house.count("concern")).isZero();
        says(response, nell, false);
        assertThat(house.value("owner_id || ' ' || state from concern where practice_id = :practice"))
                .isEqualTo(house.ishbel().id() + " OPEN");
        assertThat(house.value("to_id || ' ' || kind from concern_step where practice_id = :practice"))
                .isEqualTo(house.ishbel().id() + " TOLD");
        says(response, nell, false);
        assertThat(house.count("concern_opening")).as("pressed twice").isEqualTo(1);
    }

    @Test
    void whoeverLeavesItOpenAndIsSafeStandsWithTheQuestionsLeftOpenAndHasNoClock() {
        Person nell = house.known("Nell", house.ishbel());
        says(leavesItOpen(nell), nell, true);
        assertThat(house.count("concern")).isZero();
        assertThat(house.within(() -> context.getBean(QuestionsLeftOpen.class)
                        .visibleTo(house.ishbel().viewer())
                        .of(nell.id())
                        .getFirst()
                        .howSafe()))
                .extracting(HowSafe::safe)
                .containsExactly(true);
    }

    @Test
    void notSafeAndThenSafeStayBothAndSoDoTheyTheOtherWayRound() {
        Person nell = house.known("Nell", house.ishbel());
        UUID response = leavesItOpen(nell);
        says(response, nell, true);
        says(response, nell, false);
        says(response, nell, true);
        assertThat(heard(nell.id())).containsExactly(true, false, true);
        assertThat(house.count("concern_opening")).isEqualTo(1);
    }

    @Test
    void whoeverIsNotSafeAfterItWasClosedIsHeardAnew() {
        Person nell = house.known("Nell", house.ishbel());
        answersOf(nell.id());
        UUID response = UUID.fromString(house.value("id from response where practice_id = :practice"));
        house.within(() -> {
            Concerns.Visible mine =
                    context.getBean(Concerns.class).visibleTo(house.ishbel().viewer());
            Concern open = mine.open(nell.id()).orElseThrow();
            return mine.change(open.id(), open.version(), (concern, due) -> {
                concern.did(Concern.Kind.SPOKE, Optional.empty(), house.ishbel().id(), time.now(), due);
                concern.closes(house.ishbel().id(), time.now());
            });
        });
        says(response, nell, false);
        assertThat(house.value("string_agg(state, ' ' order by opened_at) from concern where practice_id = :practice"))
                .isEqualTo("CLOSED OPEN");
    }

    @Test
    void whatBreaksAfterwardsUndoesTheConcernAndTheAnswer() {
        Person nell = house.known("Nell", house.ishbel());
        breaks.now = true;
        try {
            assertThatThrownBy(() -> house.within(() -> {
                        answers(house.ishbel(), nell.id(), phq9(1));
                        return "";
                    }))
                    .hasMessageContaining("something else broke");
        } finally {
            breaks.now = false;
        }
        assertThat(house.count("response") + house.count("concern") + house.count("concern_opening"))
                .isZero();
    }

    /** A practice nobody has set up cannot say who answers: then the answer is not kept either, and the person is told so. */
    @Test
    void anOpeningThatFailsUndoesTheAnswer() {
        TestPractice bare = new TestPractice(context);
        Account ishbel = bare.ishbel();
        Person nell = Person.met(Optional.empty(), SafeContact.inPerson(), time.now());
        nell.walksWith(ishbel.id(), time.now());
        org.springframework.transaction.support.TransactionTemplate transaction =
                new org.springframework.transaction.support.TransactionTemplate(
                        context.getBean(org.springframework.transaction.PlatformTransactionManager.class));
        bare.run(() -> transaction.executeWithoutResult(status -> people.add(nell)));
        assertThatThrownBy(() ->
                        bare.run(() -> transaction.executeWithoutResult(status -> answers(ishbel, nell.id(), phq9(2)))))
                .hasMessageContaining("not been set up");
        assertThat(bare.<Integer>within(() -> transaction.execute(status ->
                        responses.visibleTo(ishbel.viewer()).all(nell.id()).size())))
                .isZero();
    }

    @Test
    void whatTheySaidAboutBeingSafeStandsBesideTheAnswerAndChangesNoClock() {
        PersonId nell = answers(2);
        String before = house.value("due_at from concern where practice_id = :practice");
        UUID response = UUID.fromString(house.value("id from response where practice_id = :practice"));
        house.within(() -> {
            context.publishEvent(new SaidHowSafe(response, nell, "phq-9", false, time.now()));
            return "";
        });
        assertThat(house.value("safe from said_how_safe where practice_id = :practice"))
                .isEqualTo("f");
        assertThat(house.value("due_at from concern where practice_id = :practice"))
                .isEqualTo(before);
    }

    @Test
    void whoeverWorksAloneReadsInTheSessionAlsoWhereACoverWasNamedWhoHasLeft() {
        assertThat(house.within(() -> watch.mode())).isEqualTo(Watch.Mode.NOBODY);
        ConcernHouse.cover(house, context, Optional.of(house.idris().id()));
        assertThat(house.within(() -> watch.mode())).isEqualTo(Watch.Mode.WATCHED);
        PersonId nell = house.known("Nell", house.ishbel()).id();
        ConcernHouse.ishbelAlone(house, context);
        assertThat(house.within(() -> watch.mode())).isEqualTo(Watch.Mode.ALONE);
        assertThat(house.within(() -> whoReads.somebodyReads(nell, Optional.of(UUID.randomUUID()), time.now())))
                .as("nobody reads at a distance, right before a session neither")
                .isFalse();
        answersOf(nell);
        assertThat(house.value("owner_id || ' ' || state from concern where practice_id = :practice"))
                .as("what is said in the room is hers to answer, on the same clock")
                .isEqualTo(house.ishbel().id() + " OPEN");
    }

    private void answersOf(PersonId person) {
        house.within(() -> {
            answers(house.ishbel(), person, phq9(1));
            return "";
        });
    }

    @Test
    void theQuestionIsPutOutsideTheRoomOnlyWhereACoverIsNamed() {
        PersonId nell = house.known("Nell", house.ishbel()).id();
        assertThat(house.within(() -> whoReads.somebodyReads(nell, Optional.empty(), time.now())))
                .isFalse();
        ConcernHouse.cover(house, context, Optional.of(house.idris().id()));
        assertThat(house.within(() -> whoReads.somebodyReads(nell, Optional.empty(), time.now())))
                .isTrue();
    }
}
