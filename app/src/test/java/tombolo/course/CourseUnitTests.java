package tombolo.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tombolo.course.Contract.Agreement;
import tombolo.course.Contract.Terms;
import tombolo.course.Contract.Way;
import tombolo.course.Course.State;
import tombolo.course.Ending.Reason;
import tombolo.database.Ids;
import tombolo.vault.AccountId;
import tombolo.vault.PersonId;

/** The rules of a course. */
class CourseUnitTests {
    private static final AccountId ISHBEL = new AccountId(Ids.next());
    private static final AccountId ANNA = new AccountId(Ids.next());
    private static final Instant NOW = Instant.parse("2026-06-01T10:00:00Z");
    private static final Signature SIGNED = new Signature(ISHBEL, NOW);
    private static final LocalDate END = LocalDate.of(2026, 9, 28);

    private static Course begun(String variant) {
        return Course.begun(new PersonId(Ids.next()), VariantFileUnitTests.bundled(variant), SIGNED);
    }

    private static Focus focus(String... areas) {
        return new Focus(List.of(areas), List.of(), "Since Finn came", SIGNED);
    }

    private static Goal goal(String text) {
        return new Goal(Ids.next(), text, Optional.empty(), "Once a week", 2, Optional.empty());
    }

    private static Terms terms() {
        return new Terms(
                List.of(goal("Ask Dan"), goal("Ring Isla")), "Ring before", "Only together", "We talk at once", "");
    }

    private static Course underway(String variant, int sessions) {
        Course course = begun(variant);
        course.agreeOn(focus("transition"));
        course.propose(sessions, END, terms(), SIGNED);
        course.agree(new Agreement(Way.IN_THE_ROOM, ISHBEL, NOW));
        return course;
    }

    private static void hold(Course course, int upTo) {
        IntStream.rangeClosed(course.sessionsHeld() + 1, upTo)
                .forEach(number -> course.heldSession(number, SIGNED.at(), Optional.empty(), SIGNED.by()));
    }

    @Test
    void isUnderWayOnceBothHaveAgreedAndNotBefore() {
        Course course = begun("ipt-16");
        assertThat(course.state()).isEqualTo(State.INTAKE);
        course.agreeOn(focus("transition"));
        course.propose(16, END, terms(), SIGNED);
        assertThat(course.state()).isEqualTo(State.INTAKE);
        assertThat(course.contract()).isEmpty();
        course.agree(new Agreement(Way.OWN_SIGN_IN, ANNA, NOW));
        assertThat(course.state()).isEqualTo(State.UNDERWAY);
        assertThat(course.contract().flatMap(Contract::agreed).map(Agreement::by))
                .contains(ANNA);
        assertThat(course.endDate()).contains(END);
    }

    @Test
    void goesOnWithNothingAgreedWhereTheOnlyYesWasTakenBackWhileItRested() {
        Course course = underway("ipt-16", 14);
        course.pause("", Optional.empty(), SIGNED);
        course.takeBackYes(NOW);
        assertThat(course.state()).isEqualTo(State.PAUSED);
        course.resume(SIGNED);
        assertThat(course.state()).isEqualTo(State.INTAKE);
        assertThat(course.proposal())
                .as("nobody is asked for the yes they have just taken back")
                .isEmpty();
        course.propose(14, END, terms(), SIGNED);
        course.agree(new Agreement(Way.OWN_SIGN_IN, ANNA, NOW));
        assertThat(course.state()).isEqualTo(State.UNDERWAY);
    }

    @Test
    void hasNoContractWithoutAFocus() {
        assertThatIllegalStateException().isThrownBy(() -> begun("ipt-16").propose(16, END, terms(), SIGNED));
    }

    @Test
    void aNewContractHoldsOnlyWhenItIsAgreedAndTheOlderOneIsKept() {
        Course course = underway("ipt-16", 14);
        course.propose(16, END.plusWeeks(2), terms(), SIGNED);
        assertThat(course.sessionsPlanned()).isEqualTo(14);
        course.agree(new Agreement(Way.OWN_SIGN_IN, ANNA, NOW));
        assertThat(course.sessionsPlanned()).isEqualTo(16);
        assertThat(course.contracts()).extracting(Contract::sessions).containsExactly(14, 16);
        assertThat(course.contracts()).allMatch(Contract::isAgreed);
    }

    @Test
    void isNotSilentlyExtended() {
        Course course = underway("ipt-12", 12);
        hold(course, 12);
        assertThat(course.nextSession()).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> course.heldSession(13, SIGNED.at(), Optional.empty(), SIGNED.by()));
        assertThat(course.objectionTo(13)).isPresent();
    }

    @Test
    void countsSessionsOneByOne() {
        Course course = begun("ipt-16");
        hold(course, 2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> course.heldSession(2, SIGNED.at(), Optional.empty(), SIGNED.by()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> course.heldSession(4, SIGNED.at(), Optional.empty(), SIGNED.by()));
        assertThat(course.nextSession()).contains(3);
    }

    @Test
    void knowsItsPhaseFromTheSessionToCome() {
        Course course = underway("ipt-16", 16);
        hold(course, 3);
        assertThat(course.phase()).isEqualTo(Phase.INITIAL);
        hold(course, 4);
        assertThat(course.phase()).isEqualTo(Phase.MIDDLE);
        hold(course, 12);
        assertThat(course.phase()).isEqualTo(Phase.ENDING);
        hold(course, 16);
        assertThat(course.phase()).isEqualTo(Phase.ENDING);
    }

    @Test
    void refusesASecondFocusInTheEndingPhase() {
        Course course = underway("ipt-16", 16);
        hold(course, 11);
        course.agreeOn(focus("transition", "dispute"));
        hold(course, 12);
        assertThat(course.objectionTo(List.of("grief"))).isPresent();
        assertThat(course.objectionTo(List.of("transition"))).isEmpty();
        assertThatIllegalStateException().isThrownBy(() -> course.agreeOn(focus("transition", "grief")));
        assertThat(course.focus().orElseThrow().areas()).containsExactly("transition", "dispute");
    }

    @Test
    void aFocusIsOneProblemAreaOrTwo() {
        assertThatIllegalArgumentException().isThrownBy(() -> focus());
        assertThatIllegalArgumentException().isThrownBy(() -> focus("grief", "dispute", "transition"));
        assertThatIllegalArgumentException().isThrownBy(() -> focus("grief", "grief"));
    }

    @Test
    void aContractHasTwoToFourGoals() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Terms(List.of(goal("One")), "", "", "", ""));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new Terms(List.of(goal("1"), goal("2"), goal("3"), goal("4"), goal("5")), "", "", "", ""));
    }

    @Test
    void restsAndGoesOnAndCountsNoSessionWhileItRests() {
        Course course = underway("ipt-12", 12);
        hold(course, 5);
        course.pause("Hospital", Optional.empty(), SIGNED);
        assertThat(course.state()).isEqualTo(State.PAUSED);
        assertThatIllegalStateException()
                .isThrownBy(() -> course.heldSession(6, SIGNED.at(), Optional.empty(), SIGNED.by()));
        assertThatIllegalStateException().isThrownBy(() -> course.pause("Again", Optional.empty(), SIGNED));
        course.resume(SIGNED);
        assertThat(course.heldSession(6, SIGNED.at(), Optional.empty(), SIGNED.by())
                        .number())
                .isEqualTo(6);
    }

    @Test
    void mayRestBeforeAnythingIsAgreedAndGoesOnWithNothingAgreed() {
        Course course = begun("ipt-12");
        course.heldSession(1, SIGNED.at(), Optional.empty(), SIGNED.by());
        course.pause("Flu", Optional.of(END), SIGNED);
        assertThat(course.restsUntil()).contains(END);
        assertThatIllegalStateException()
                .isThrownBy(() -> course.heldSession(2, SIGNED.at(), Optional.empty(), SIGNED.by()));
        course.resume(SIGNED);
        assertThat(course.state()).isEqualTo(State.INTAKE);
        assertThat(course.heldSession(2, SIGNED.at(), Optional.empty(), SIGNED.by())
                        .number())
                .isEqualTo(2);
        course.end(new Ending(Reason.THEIR_WISH, "", SIGNED));
        assertThatIllegalStateException().isThrownBy(() -> course.pause("", Optional.empty(), SIGNED));
    }

    @Test
    void aRestMayHaveADayItEndsAndAnotherOnlyWhileItRests() {
        Course course = underway("ipt-12", 12);
        course.pause("Hospital", Optional.of(END), SIGNED);
        assertThat(course.restsUntil()).contains(END);
        course.restUntil(Optional.of(END.plusDays(7)), "It takes longer", SIGNED);
        assertThat(course.restsUntil()).contains(END.plusDays(7));
        course.restUntil(Optional.empty(), "Nobody knows", SIGNED);
        assertThat(course.restsUntil()).isEmpty();
        assertThat(course.state()).isEqualTo(State.PAUSED);
        course.resume(SIGNED);
        assertThat(course.restsUntil()).isEmpty();
        assertThatIllegalStateException().isThrownBy(() -> course.restUntil(Optional.of(END), "", SIGNED));
    }

    @Test
    void knowsThatTheDayAgreedForTheLastSessionHasGoneByWithSessionsLeft() {
        Course course = underway("ipt-12", 12);
        hold(course, 5);
        assertThat(course.isPastItsEnd(END)).as("on the day itself").isFalse();
        assertThat(course.isPastItsEnd(END.plusDays(1))).isTrue();
        course.pause("Hospital", Optional.empty(), SIGNED);
        assertThat(course.isPastItsEnd(END.plusDays(1)))
                .as("while it rests, no day is near")
                .isFalse();
        course.resume(SIGNED);
        hold(course, 12);
        assertThat(course.isPastItsEnd(END.plusDays(1))).as("nothing is left").isFalse();
    }

    @Test
    void saysInTimeThatTheEndingIsToBeSpokenOf() {
        Course course = underway("ipt-16", 16);
        hold(course, 10);
        assertThat(course.isEndingDue()).isFalse();
        hold(course, 11);
        assertThat(course.isEndingDue()).as("session 12 is next").isTrue();
        course.sayEnding(SIGNED);
        course.sayEnding(SIGNED);
        assertThat(course.isEndingDue()).isFalse();
        assertThat(course.steps())
                .filteredOn(step -> step.kind() == Step.Kind.ENDING_SAID)
                .hasSize(1);
    }

    @Test
    void endsCompleteOnlyAfterEverySessionAndEarlyAtAnyTimeByAHand() {
        Course course = underway("ipt-b", 8);
        hold(course, 7);
        assertThatIllegalStateException().isThrownBy(() -> course.end(new Ending(Reason.COMPLETE, "", SIGNED)));
        course.end(new Ending(Reason.THEIR_WISH, "Enough for now", SIGNED));
        assertThat(course.state()).isEqualTo(State.ENDED);
        assertThat(course.ending().orElseThrow().isComplete()).isFalse();
        assertThat(course.ending().orElseThrow().signed().by()).isEqualTo(ISHBEL);
        assertThatIllegalStateException()
                .isThrownBy(() -> course.heldSession(8, SIGNED.at(), Optional.empty(), SIGNED.by()));
        assertThat(course.objectionTo(List.of("grief"))).isPresent();

        Course whole = underway("ipt-b", 8);
        hold(whole, 8);
        whole.end(new Ending(Reason.COMPLETE, "", SIGNED));
        assertThat(whole.ending().orElseThrow().isComplete()).isTrue();
    }

    @Test
    void tellsWhatOthersNeedToKnow() {
        Course course = underway("ipt-12", 12);
        course.end(new Ending(Reason.MOVED_AWAY, "", SIGNED));
        assertThat(course.told()).hasExactlyElementsOfTypes(ContractAgreed.class, CourseEnded.class);
    }

    @Test
    void noWordOfItIsPrinted() {
        Course course = underway("ipt-12", 12);
        assertThat(course.contract().orElseThrow().toString()).doesNotContain("Dan", "Isla");
        assertThat(course.steps().toString()).doesNotContain("Finn");
        assertThat(course.focus().orElseThrow().toString()).doesNotContain("Finn");
    }
}
