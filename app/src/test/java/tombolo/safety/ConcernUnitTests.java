package tombolo.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tombolo.practice.WorkingDays;
import tombolo.safety.Concern.Kind;
import tombolo.safety.Concern.Opening;
import tombolo.safety.Concern.Source;
import tombolo.safety.Concern.State;
import tombolo.vault.AccountId;
import tombolo.vault.PersonId;

/** The clock of a concern, the ladder it climbs, and what may and may not be done with it. */
class ConcernUnitTests {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final AccountId ISHBEL = new AccountId(UUID.randomUUID());
    private static final AccountId IDRIS = new AccountId(UUID.randomUUID());
    private static final AccountId PRIYA = new AccountId(UUID.randomUUID());
    private static final Instant NOW = at("2026-11-25T10:00");
    private static final Instant DUE = at("2026-11-25T12:00");

    private static Instant at(String local) {
        return java.time.LocalDateTime.parse(local).atZone(LONDON).toInstant();
    }

    private static WorkingHours hours(LocalDate... closed) {
        return new WorkingHours(
                new WorkingDays(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), Set.of(closed)),
                LocalTime.of(9, 0),
                LocalTime.of(17, 0),
                LONDON);
    }

    private static Instant twoHoursAfter(String local, LocalDate... closed) {
        return hours(closed).after(at(local), Duration.ofHours(2));
    }

    @Test
    void theClockCountsWorkingTimeAlone() {
        assertThat(twoHoursAfter("2026-11-25T10:00")).as("by day").isEqualTo(at("2026-11-25T12:00"));
        assertThat(twoHoursAfter("2026-11-25T15:00")).as("to the last minute").isEqualTo(at("2026-11-25T17:00"));
        assertThat(twoHoursAfter("2026-11-25T16:30")).as("over a night").isEqualTo(at("2026-11-26T10:30"));
        assertThat(twoHoursAfter("2026-11-25T03:00")).as("in the night").isEqualTo(at("2026-11-25T11:00"));
        assertThat(twoHoursAfter("2026-11-27T16:00")).as("over a weekend").isEqualTo(at("2026-11-30T10:00"));
        assertThat(twoHoursAfter("2026-11-28T12:00")).as("on a Saturday").isEqualTo(at("2026-11-30T11:00"));
        assertThat(twoHoursAfter("2026-12-24T16:00", LocalDate.parse("2026-12-25"), LocalDate.parse("2026-12-28")))
                .as("over closed days")
                .isEqualTo(at("2026-12-29T10:00"));
        assertThat(hours().after(at("2026-03-27T16:00"), Duration.ofHours(10)))
                .as("over the night the clocks change")
                .isEqualTo(at("2026-03-31T10:00"));
    }

    @Test
    void aPracticeMayBeQuickerAndNeverSlower() {
        assertThat(new ConcernClock(LocalTime.of(8, 0), LocalTime.of(20, 0), 15, 30, 0).ownerMinutes())
                .isEqualTo(15);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ConcernClock(LocalTime.of(9, 0), LocalTime.of(17, 0), 121, 120, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ConcernClock(LocalTime.of(9, 0), LocalTime.of(17, 0), 120, 240, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ConcernClock(LocalTime.of(9, 1), LocalTime.of(17, 0), 120, 120, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ConcernClock(LocalTime.of(9, 0), LocalTime.of(16, 59), 120, 120, 0));
    }

    @Test
    void nobodyStandsOnTheLadderTwice() {
        assertThat(Ladder.of(ISHBEL, Set.of(IDRIS), Set.of(PRIYA)).rungs())
                .containsExactly(Set.of(ISHBEL), Set.of(IDRIS), Set.of(PRIYA));
        assertThat(Ladder.of(PRIYA, Set.of(PRIYA), Set.of(PRIYA)).rungs()).containsExactly(Set.of(PRIYA));
        assertThat(Ladder.of(ISHBEL, Set.of(), Set.of(PRIYA)).rungs())
                .as("no cover is no rung")
                .containsExactly(Set.of(ISHBEL), Set.of(PRIYA));
    }

    private static Concern fresh() {
        return Concern.opened(
                new PersonId(UUID.randomUUID()), ISHBEL, Opening.answered(UUID.randomUUID(), "phq-9", NOW), NOW, DUE);
    }

    @Test
    void itsOwnerIsToldAtOnceThenTheCoverThenTheManager() {
        Concern concern = fresh();
        Ladder ladder = Ladder.of(ISHBEL, Set.of(IDRIS), Set.of(PRIYA));
        assertThat(told(concern)).containsExactly(ISHBEL);
        assertThat(concern.isLate(DUE.minusSeconds(1))).isFalse();
        assertThat(concern.isLate(DUE)).isTrue();
        concern.passesOn(ladder, DUE, DUE.plusSeconds(7200));
        assertThat(told(concern)).containsExactly(ISHBEL, IDRIS);
        assertThat(concern.isLate(DUE)).as("late while the cover has time").isTrue();
        concern.passesOn(ladder, DUE.plusSeconds(7200), DUE.plusSeconds(14400));
        assertThat(told(concern)).containsExactly(ISHBEL, IDRIS, PRIYA);
        concern.passesOn(ladder, DUE.plusSeconds(14400), DUE.plusSeconds(21600));
        assertThat(told(concern))
                .as("there is nobody left to tell, so all are told again")
                .containsExactly(ISHBEL, IDRIS, PRIYA, ISHBEL, IDRIS, PRIYA);
        assertThat(concern.isLate(DUE.plusSeconds(14401))).isTrue();
        assertThat(concern.state()).isEqualTo(State.OPEN);
    }

    private static List<AccountId> told(Concern concern) {
        return concern.steps().stream().flatMap(step -> step.to().stream()).toList();
    }

    @Test
    void closesOnlyAfterSomethingWasDone() {
        Concern concern = fresh();
        assertThatIllegalStateException().isThrownBy(() -> concern.closes(ISHBEL, NOW));
        concern.takes(ISHBEL, NOW, DUE);
        assertThat(concern.mayClose())
                .as("having it is not having done something")
                .isFalse();
        concern.did(Kind.NOT_REACHED, Optional.empty(), ISHBEL, NOW, DUE);
        assertThat(concern.mayClose()).as("having tried is not an end").isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> concern.did(Kind.CLOSED, Optional.empty(), ISHBEL, NOW, DUE));
        concern.did(Kind.SPOKE, Optional.empty(), ISHBEL, NOW.plusSeconds(60), DUE);
        concern.closes(ISHBEL, NOW.plusSeconds(61));
        assertThat(concern.isOpen()).isFalse();
        assertThatIllegalStateException().isThrownBy(() -> concern.takes(IDRIS, NOW, DUE));
    }

    @Test
    void whatIsSaidAfterwardsNeedsSomethingDoneAfterwards() {
        Concern concern = fresh();
        concern.did(Kind.SPOKE, Optional.empty(), ISHBEL, NOW, DUE);
        assertThat(concern.mayClose()).isTrue();
        Instant later = NOW.plusSeconds(600);
        concern.hears(
                Opening.said(Source.MESSAGE, Optional.empty(), IDRIS, later, Optional.empty()),
                later,
                DUE.plusSeconds(600));
        assertThat(concern.mayClose()).isFalse();
        assertThat(concern.due()).as("it does not wait longer for that").isEqualTo(DUE);
        assertThat(told(concern)).as("whoever has it is told again").containsExactly(ISHBEL, ISHBEL);
    }

    /** "No, or I am not sure" is said after somebody had rung: it does not end with that call. */
    @Test
    void whoeverIsNotSafeAfterSomethingWasDoneNeedsSomethingDoneAfterwards() {
        Instant later = NOW.plusSeconds(3600);
        Opening answered = new Opening(
                UUID.randomUUID(),
                Source.ANSWER,
                Optional.of(UUID.randomUUID()),
                Optional.of("phq-9"),
                Optional.empty(),
                Optional.empty(),
                NOW,
                List.of(new HowSafe(true, NOW), new HowSafe(false, later)));
        Concern concern = Concern.opened(new PersonId(UUID.randomUUID()), ISHBEL, answered, NOW, DUE);
        concern.hearsNotSafe(false, NOW.plusSeconds(5));
        assertThat(told(concern)).as("the same press once more").containsExactly(ISHBEL);
        concern.hearsNotSafe(true, NOW.plusSeconds(300));
        assertThat(told(concern))
                .as("they may be on the telephone with them about the answer alone")
                .containsExactly(ISHBEL, ISHBEL);
        concern.did(Kind.SPOKE, Optional.empty(), IDRIS, NOW.plusSeconds(600), DUE);
        assertThat(concern.mayClose()).isFalse();
        concern.hearsNotSafe(false, later);
        assertThat(told(concern)).as("whoever has it is told").containsExactly(ISHBEL, ISHBEL, IDRIS);
        concern.did(Kind.SPOKE, Optional.empty(), IDRIS, later.plusSeconds(60), DUE);
        assertThat(concern.mayClose()).isTrue();
    }

    /** Its owner goes away while a colleague is on the telephone: the colleague keeps it, and another answers for it. */
    @Test
    void whatAColleagueHasInHandTheyKeepWhenAnotherAnswersForIt() {
        Concern concern = fresh();
        concern.takes(PRIYA, NOW.plusSeconds(60), DUE);
        concern.isAnsweredFor(IDRIS, Optional.of(ISHBEL), NOW.plusSeconds(120));
        assertThat(concern.holder()).isEqualTo(PRIYA);
        assertThat(concern.state()).isEqualTo(State.TAKEN);
        assertThat(concern.owner()).isEqualTo(IDRIS);
        assertThat(told(concern)).containsExactly(ISHBEL, IDRIS);
        concern.isAnsweredFor(PRIYA, Optional.of(ISHBEL), NOW.plusSeconds(180));
        assertThat(told(concern)).as("who has it in hand knows").containsExactly(ISHBEL, IDRIS);
    }

    @Test
    void whoeverTakesItCannotLetItLie() {
        Concern concern = fresh();
        Ladder ladder = Ladder.of(ISHBEL, Set.of(IDRIS), Set.of(PRIYA));
        concern.passesOn(ladder, DUE, DUE.plusSeconds(7200));
        concern.takes(IDRIS, DUE.plusSeconds(60), DUE.plusSeconds(7260));
        assertThat(concern.isLate(DUE.plusSeconds(61))).isFalse();
        assertThat(concern.holder()).isEqualTo(IDRIS);
        assertThat(concern.owner()).isEqualTo(ISHBEL);
        Ladder his = Ladder.of(IDRIS, Set.of(ISHBEL), Set.of(PRIYA));
        concern.passesOn(his, DUE.plusSeconds(7260), DUE.plusSeconds(14460));
        assertThat(told(concern)).endsWith(ISHBEL);
        assertThat(concern.state()).isEqualTo(State.TAKEN);
    }

    @Test
    void anAnswerIsNeverMadeByHand() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Opening.said(Source.ANSWER, Optional.empty(), ISHBEL, NOW, Optional.empty()));
    }
}
