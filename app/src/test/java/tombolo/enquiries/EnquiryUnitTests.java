package tombolo.enquiries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tombolo.database.Ids;
import tombolo.enquiries.Enquiry.EnquiryId;
import tombolo.enquiries.Enquiry.Reason;
import tombolo.enquiries.Enquiry.State;
import tombolo.practice.Promise;
import tombolo.practice.WorkingDays;
import tombolo.vault.AccountId;
import tombolo.vault.Confidential;
import tombolo.vault.PersonId;

/** From the night somebody writes to the day they are answered, invited, or forgotten. */
class EnquiryUnitTests {
    private static final ZoneId HOME = ZoneId.of("Europe/London");
    private static final Instant SATURDAY_NIGHT = Instant.parse("2026-11-21T23:40:00Z");
    private static final Promise PROMISE =
            new Promise(2, new WorkingDays(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), Set.of()), HOME);
    private static final AccountId ISHBEL = new AccountId(Ids.next());
    private static final AccountId IDRIS = new AccountId(Ids.next());

    private final Enquiry enquiry = Enquiry.sent(
            new EnquiryId(Ids.next()),
            new PersonId(Ids.next()),
            Reference.fresh(),
            SATURDAY_NIGHT,
            PROMISE.answerBy(SATURDAY_NIGHT),
            Optional.of(Confidential.of("I am not sure what to say.")),
            Optional.empty());

    @Test
    void isPromisedADayThatDoesNotMove() {
        assertThat(enquiry.answerBy()).isEqualTo("2026-11-24");
        assertThat(enquiry.isOverdue(LocalDate.of(2026, 11, 24))).isFalse();
        assertThat(enquiry.isOverdue(LocalDate.of(2026, 11, 25))).isTrue();
        assertThat(PROMISE.waited(SATURDAY_NIGHT, LocalDate.of(2026, 11, 25))).isEqualTo(3);
    }

    @Test
    void theDayItArrivesIsThePracticesDay() {
        Promise auckland = new Promise(1, PROMISE.open(), ZoneId.of("Pacific/Auckland"));
        assertThat(auckland.answerBy(Instant.parse("2026-11-22T20:00:00Z"))).isEqualTo("2026-11-24");
    }

    @Test
    void tryingIsNotAnswering() {
        enquiry.answer(reply(ISHBEL, false));
        assertThat(enquiry.state()).isEqualTo(State.TAKEN);
        assertThat(enquiry.isOverdue(LocalDate.of(2026, 11, 25))).isTrue();
        enquiry.answer(reply(ISHBEL, true));
        assertThat(enquiry.state()).isEqualTo(State.ANSWERED);
        assertThat(enquiry.isOverdue(LocalDate.of(2026, 12, 25))).isFalse();
    }

    @Test
    void oneHumanHasItInHand() {
        assertThat(enquiry.state()).isEqualTo(State.WAITING);
        enquiry.takeOn(ISHBEL, SATURDAY_NIGHT);
        enquiry.takeOn(IDRIS, SATURDAY_NIGHT.plusSeconds(60));
        assertThat(enquiry.taken()).map(Enquiry.Taken::by).contains(IDRIS);
        enquiry.answer(reply(ISHBEL, true));
        assertThat(enquiry.taken()).map(Enquiry.Taken::by).contains(IDRIS);
    }

    @Test
    void whatHasEndedIsLeftInPeace() {
        enquiry.end(Reason.FOUND_OTHER_HELP, ISHBEL, SATURDAY_NIGHT, Confidential.of(""));
        assertThatIllegalStateException()
                .isThrownBy(() -> enquiry.answer(reply(ISHBEL, true)))
                .withMessageContaining("FOUND_OTHER_HELP");
        assertThatIllegalStateException().isThrownBy(() -> enquiry.takeOn(ISHBEL, SATURDAY_NIGHT));
        assertThat(enquiry.isOverdue(LocalDate.of(2027, 1, 1))).isFalse();
    }

    @Test
    void whoeverComesInAfterAllHasBegun() {
        enquiry.end(Reason.NOT_REACHED, ISHBEL, SATURDAY_NIGHT, Confidential.of(""));
        enquiry.begins(SATURDAY_NIGHT.plusSeconds(60));
        assertThat(enquiry.state()).isEqualTo(State.BEGAN);
    }

    @Test
    void isForgottenAfterNinetyDaysUnlessItBegan() {
        Instant then = SATURDAY_NIGHT.plus(Duration.ofDays(90));
        assertThat(enquiry.isForgottenAt(then.minusSeconds(1))).isFalse();
        assertThat(enquiry.isForgottenAt(then)).isTrue();
        enquiry.begins(then);
        assertThat(enquiry.isForgottenAt(then.plusSeconds(1))).isFalse();
    }

    @Test
    void aReferenceIsEasyToSayAndHardToMishear() {
        assertThat(Reference.heard("k7mp 4qx2")).contains(new Reference("K7MP-4QX2"));
        assertThat(Reference.heard("K7MP4QX2")).contains(new Reference("K7MP-4QX2"));
        assertThat(Reference.heard("K7MP-4QX")).isEmpty();
        assertThat(Reference.heard("<script>")).isEmpty();
        assertThat(Stream.generate(Reference::fresh).limit(2000).map(Reference::text))
                .doesNotHaveDuplicates()
                .allMatch(text -> !text.matches(".*[01ILOU].*"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Reference("Morag"));
    }

    private static Reply reply(AccountId by, boolean reached) {
        return new Reply(
                UUID.randomUUID(),
                by,
                SATURDAY_NIGHT.plusSeconds(600),
                Reply.How.RANG,
                reached,
                Confidential.of("We spoke for ten minutes."),
                Confidential.of(""));
    }
}
