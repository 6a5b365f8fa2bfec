package tombolo.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import tombolo.accounts.Account;
import tombolo.accounts.Accounts;
import tombolo.accounts.TestClock;
import tombolo.database.Ids;
import tombolo.messages.Message.State;
import tombolo.people.CloseWay;
import tombolo.people.Consents;
import tombolo.people.ForgetPerson;
import tombolo.people.People;
import tombolo.people.Person;
import tombolo.people.Purpose;
import tombolo.people.SafeContact;
import tombolo.people.SafeContact.Trace;
import tombolo.people.TestHouse;
import tombolo.practice.Practices;
import tombolo.ui.NotFound;
import tombolo.vault.Confidential;
import tombolo.vault.Viewer;

/** A message from being asked for to its end, with a mail server at the other side. */
@SpringBootTest
@Import(TestClock.class)
class OutboxModuleTests {
    private static final GreenMail POST = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    static {
        POST.start();
    }

    private final ApplicationContext context;
    private final TestHouse house;
    private final Outbox outbox;
    private final Wishes wishes;
    private final Senders senders;
    private final People people;
    private final CloseWay closeWay;
    private final Consents consents;
    private final TestClock.Moved time;
    private final Person anna;
    private final String address = "anna-" + UUID.randomUUID() + "@example.org";

    OutboxModuleTests(
            ApplicationContext context,
            Outbox outbox,
            Wishes wishes,
            Senders senders,
            People people,
            CloseWay closeWay,
            Consents consents,
            TestClock.Moved time) {
        this.context = context;
        ((SmartLifecycle) context.getBean("jobs")).stop(); // here nothing comes round by itself
        this.house = new TestHouse(context, "Lochside Practice", Optional.empty());
        this.outbox = outbox;
        this.wishes = wishes;
        this.senders = senders;
        this.people = people;
        this.closeWay = closeWay;
        this.consents = consents;
        this.time = time;
        this.anna = house.known("Anna", house.ishbel());
        agrees(anna);
        reach(new SafeContact(
                SafeContact.Way.EMAIL, Optional.of(Confidential.of(address)), Set.of(Trace.EMAIL), Optional.empty()));
        wish(new Wish(LocalTime.MIN, LocalTime.of(23, 59, 59), Wish.UNSAID.days(), true));
    }

    @DynamicPropertySource
    static void server(DynamicPropertyRegistry properties) {
        properties.add(
                "tombolo.smtp.url", () -> "smtp://127.0.0.1:" + POST.getSmtp().getPort());
        properties.add("tombolo.smtp.from", () -> "post@lochside.example");
    }

    @AfterAll
    static void close() {
        POST.stop();
    }

    private void agrees(Person person) {
        house.within(() -> {
            consents.give(person.id(), Purpose.MESSAGES, "en");
            return person;
        });
    }

    private void takesBack(Person person) {
        house.within(() -> {
            consents.withdraw(person.id(), Purpose.MESSAGES);
            return person;
        });
    }

    private void reach(SafeContact contact) {
        house.within(() -> {
            Person now = people.find(anna.id()).orElseThrow();
            now.reachedBy(contact);
            return people.save(now);
        });
    }

    private void wish(Wish wish) {
        house.within(() -> {
            wishes.visibleTo(house.ishbel().viewer()).keep(anna.id(), wish);
            return wish;
        });
    }

    private boolean ask(MessageKind kind, String key, Instant from, Instant until) {
        return house.within(() -> outbox.toPerson(anna.id(), kind, key, Map.of("when", until.toString()), from, until));
    }

    private void deliver() {
        house.job("deliver-messages");
        house.job("deliver-to-staff");
    }

    private List<Message> messages() {
        return house.within(() -> outbox.visibleTo(house.ishbel().viewer()).of(anna.id()));
    }

    private State ended() {
        for (int i = 0; i < 100; i++) {
            deliver();
            State state = messages().getFirst().state();
            if (state.isOver()) {
                return state;
            }
            pause();
        }
        return messages().getFirst().state();
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private List<MimeMessage> received() {
        return Arrays.stream(POST.getReceivedMessages())
                .filter(mail -> {
                    try {
                        return mail.getAllRecipients()[0].toString().equals(address);
                    } catch (jakarta.mail.MessagingException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .toList();
    }

    private Instant in(Duration duration) {
        return time.now().plus(duration);
    }

    @Test
    void aMessageArrivesOnceInNeutralWordsFromTheNameThePracticeChose() throws Exception {
        house.within(() -> {
            senders.choose("Lochside");
            return "";
        });
        ask(MessageKind.REMINDER, "reminder:1", time.now(), in(Duration.ofHours(20)));
        assertThat(ended()).isEqualTo(State.SENT);
        deliver();
        assertThat(received()).hasSize(1);
        MimeMessage mail = received().getFirst();
        assertThat(mail.getSubject()).isEqualTo("A reminder");
        assertThat(mail.getFrom()[0]).hasToString("Lochside <post@lochside.example>");
        assertThat(mail.getMessageID()).isEqualTo("<" + messages().getFirst().id() + "@lochside.example>");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getContent().toString())
                .startsWith("A reminder for ")
                .doesNotContain("Anna", "Ishbel", "Practice");
    }

    @Test
    void askedForTwiceUnderOneKeyItIsOneMessage() {
        assertThat(ask(MessageKind.REMINDER, "new:1", time.now(), in(Duration.ofHours(1))))
                .isTrue();
        assertThat(ask(MessageKind.REMINDER, "new:1", time.now(), in(Duration.ofHours(9))))
                .isFalse();
        ended();
        assertThat(ask(MessageKind.REMINDER, "new:1", time.now(), in(Duration.ofHours(9))))
                .isFalse();
        deliver();
        assertThat(messages()).hasSize(1);
        assertThat(received()).hasSize(1);
    }

    @Test
    void twentyAtOnceByTwoMachinesArriveOnceEach() throws Exception {
        IntStream.range(0, 20).forEach(n -> ask(MessageKind.REMINDER, "new:" + n, time.now(), in(Duration.ofHours(1))));
        CountDownLatch start = new CountDownLatch(1);
        try (ExecutorService machines = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> both = IntStream.range(0, 2)
                    .<Future<?>>mapToObj(n -> machines.submit(() -> {
                        start.await();
                        deliver();
                        return n;
                    }))
                    .toList();
            start.countDown();
            for (Future<?> one : both) {
                one.get();
            }
        }
        for (int i = 0;
                i < 100 && !messages().stream().allMatch(one -> one.state().isOver());
                i++) {
            deliver();
            pause();
        }
        assertThat(messages()).hasSize(20).allMatch(one -> one.state() == State.SENT);
        assertThat(received()).hasSize(20);
    }

    @Test
    void nothingGoesBeforeItsTimeAndNothingAfterIt() {
        ask(MessageKind.REMINDER, "early", in(Duration.ofDays(2)), in(Duration.ofDays(3)));
        deliver();
        assertThat(messages().getFirst().state()).isEqualTo(State.WAITING);
        time.on(Duration.ofDays(4));
        assertThat(ended()).isEqualTo(State.EXPIRED);
        ask(MessageKind.REMINDER, "late", time.now(), time.now().minusSeconds(1));
        assertThat(messages()).allMatch(one -> one.state() == State.EXPIRED);
        deliver();
        assertThat(received()).isEmpty();
    }

    @Test
    void outsideTheHoursItWaitsAndIfThatIsTooLateItIsNotSent() {
        LocalDate tomorrow = LocalDate.ofInstant(time.now(), LONDON).plusDays(2);
        wish(new Wish(LocalTime.of(10, 0), LocalTime.of(11, 0), EnumSet.of(tomorrow.getDayOfWeek()), true));
        ask(MessageKind.REMINDER, "waits", time.now(), in(Duration.ofDays(5)));
        ask(MessageKind.REMINDER, "cannot-wait", time.now(), in(Duration.ofHours(20)));
        deliver();
        for (int i = 0; i < 50 && messages().stream().noneMatch(one -> one.state() == State.EXPIRED); i++) {
            deliver();
            pause();
        }
        assertThat(messages()).extracting(Message::state).containsExactlyInAnyOrder(State.WAITING, State.EXPIRED);
        Instant ten = tomorrow.atTime(10, 0).atZone(LONDON).toInstant();
        assertThat(house.value("max(next_try) = '" + ten + "'::timestamptz from message where practice_id = :practice"
                        + " and state = 'WAITING'"))
                .isEqualTo("t");
        assertThat(received()).isEmpty();
    }

    @Test
    void whatIsNotKnownToBeSafeIsNotUsed() {
        reach(new SafeContact(
                SafeContact.Way.EMAIL, Optional.of(Confidential.of(address)), Set.of(), Optional.empty()));
        ask(MessageKind.APPOINTMENT_CANCELLED, "unsafe", time.now(), in(Duration.ofHours(5)));
        assertThat(ended()).isEqualTo(State.NOT_SAFE);
        assertThat(messages().getFirst().needsSomebody()).isTrue();
        assertThat(received()).isEmpty();
    }

    @Test
    void nothingThatWaitsGoesByAWayThatWasClosedAndWhatMattersIsForSomebodyToSayAtOnce() {
        Account hers = house.practice().person(anna.id(), "anna@home.example");
        ask(MessageKind.REMINDER, "reminder", in(Duration.ofHours(2)), in(Duration.ofHours(9)));
        ask(MessageKind.APPOINTMENT_CANCELLED, "cancelled", in(Duration.ofHours(2)), in(Duration.ofHours(5)));
        house.within(() -> {
            closeWay.of(hers.viewer());
            return "";
        });
        assertThat(messages())
                .filteredOn(Message::needsSomebody)
                .extracting(Message::kind, Message::state)
                .as("before its time")
                .containsExactly(tuple(MessageKind.APPOINTMENT_CANCELLED, State.NOT_SAFE));
        time.on(Duration.ofHours(3));
        for (int i = 0; i < 50 && !messages().stream().allMatch(one -> one.state() == State.NOT_SAFE); i++) {
            deliver();
            pause();
        }
        assertThat(messages()).hasSize(2).allMatch(one -> one.state() == State.NOT_SAFE);
        assertThat(received()).as("no word of the closing either").isEmpty();
    }

    @Test
    void whatIsStillOfUseGoesByAnotherWayOnceOneIsKnown() throws Exception {
        Account hers = house.practice().person(anna.id(), "anna@home.example");
        ask(MessageKind.REMINDER, "reminder", in(Duration.ofHours(2)), in(Duration.ofHours(9)));
        house.within(() -> {
            closeWay.of(hers.viewer());
            return "";
        });
        String other = "other-" + UUID.randomUUID() + "@example.org";
        reach(new SafeContact(
                SafeContact.Way.EMAIL, Optional.of(Confidential.of(other)), Set.of(Trace.EMAIL), Optional.empty()));
        time.on(Duration.ofHours(3));
        assertThat(ended()).isEqualTo(State.SENT);
        assertThat(received()).as("by the way that was closed").isEmpty();
        assertThat(messages().getFirst().address()).contains(Confidential.of(other));
    }

    @Test
    void hoursGivenInWordsAreForAHumanToReadFirst() {
        Person nell = house.known("Nell", house.ishbel());
        agrees(nell);
        house.within(() -> {
            Person now = people.find(nell.id()).orElseThrow();
            now.reachedBy(new SafeContact(
                    SafeContact.Way.EMAIL,
                    Optional.of(Confidential.of("nell@example.org")),
                    Set.of(Trace.EMAIL),
                    Optional.of(Confidential.of("Only while he is at work"))));
            people.save(now);
            return outbox.toPerson(
                    nell.id(),
                    MessageKind.REMINDER,
                    "nell",
                    Map.of("when", time.now().toString()),
                    time.now(),
                    in(Duration.ofHours(5)));
        });
        for (int i = 0; i < 50 && !stateOf(nell).isOver(); i++) {
            deliver();
            pause();
        }
        assertThat(stateOf(nell)).isEqualTo(State.NOT_SAFE);
    }

    /** Whoever has a new rhythm at home says it in words: what was chosen for the old words may betray them now. */
    @Test
    void newWordsAboutHoursAreAskedAboutBeforeAnythingGoes() {
        SafeContact.Way way = SafeContact.Way.EMAIL;
        Optional<Confidential> where = Optional.of(Confidential.of(address));
        reach(new SafeContact(
                way, where, Set.of(Trace.EMAIL), Optional.of(Confidential.of("Only while he is at work"))));
        wish(new Wish(LocalTime.MIN, LocalTime.of(23, 59, 59), Wish.UNSAID.days(), true));
        ask(MessageKind.APPOINTMENT_CANCELLED, "first", time.now(), in(Duration.ofHours(5)));
        assertThat(ended()).as("the hours were chosen for these words").isEqualTo(State.SENT);
        reach(new SafeContact(way, where, Set.of(Trace.EMAIL), Optional.of(Confidential.of("He works at night now"))));
        time.on(Duration.ofMinutes(1));
        ask(MessageKind.APPOINTMENT_CANCELLED, "second", time.now(), in(Duration.ofHours(5)));
        assertThat(ended()).as("nobody has asked about the new ones").isEqualTo(State.NOT_SAFE);
        assertThat(received()).hasSize(1);
        wish(new Wish(LocalTime.MIN, LocalTime.of(23, 59, 59), Wish.UNSAID.days(), true));
        time.on(Duration.ofMinutes(1));
        ask(MessageKind.APPOINTMENT_CANCELLED, "third", time.now(), in(Duration.ofHours(5)));
        assertThat(ended()).isEqualTo(State.SENT);
        assertThat(house.rows("message_wish")).doesNotContain(TestHouse.hex("He works at night now"));
    }

    /** Who is told of a danger does not stand in a queue behind tomorrow's reminders. */
    @Test
    void staffAreWrittenToInARoundOfTheirOwn() {
        Busy busy = new Busy();
        Delivery delivery = delivery(busy);
        ask(MessageKind.REMINDER, "first in the queue", time.now(), in(Duration.ofHours(5)));
        house.within(() -> outbox.toStaff(
                house.ishbel().id(), MessageKind.LOOK_IN, "look", Map.of(), time.now(), in(Duration.ofHours(5))));
        house.practice().run(() -> delivery.to(MessageKind.Who.STAFF));
        assertThat(busy.asked).isEqualTo(1);
        assertThat(messages().getFirst().state()).as("the reminder").isEqualTo(State.WAITING);
    }

    private State stateOf(Person person) {
        return house.within(() -> outbox.visibleTo(house.ishbel().viewer())
                .of(person.id())
                .getFirst()
                .state());
    }

    @Test
    void aTextIsNeverCalledSentWhereNoneIs() {
        reach(new SafeContact(
                SafeContact.Way.PHONE,
                Optional.of(Confidential.of("+447700900145")),
                Set.of(Trace.TEXT),
                Optional.empty()));
        ask(MessageKind.REMINDER, "text", time.now(), in(Duration.ofHours(5)));
        assertThat(ended()).isEqualTo(State.NOT_SENT);
        assertThat(messages().getFirst().way()).contains(Way.TEXT);
    }

    @Test
    void whoeverHasNotAgreedIsNotWrittenToAndWhatMattersIsForSomebodyToSay() {
        takesBack(anna);
        ask(MessageKind.APPOINTMENT_CANCELLED, "cancelled", time.now(), in(Duration.ofHours(5)));
        assertThat(ended()).isEqualTo(State.NOT_AGREED);
        assertThat(messages().getFirst().needsSomebody()).isTrue();
        Person tom = house.known("Tom", house.ishbel());
        house.within(() -> {
            Person now = people.find(tom.id()).orElseThrow();
            now.reachedBy(new SafeContact(
                    SafeContact.Way.EMAIL,
                    Optional.of(Confidential.of("tom@example.org")),
                    Set.of(Trace.EMAIL),
                    Optional.empty()));
            people.save(now);
            return outbox.toPerson(
                    tom.id(),
                    MessageKind.REMINDER,
                    "tom",
                    Map.of("when", time.now().toString()),
                    time.now(),
                    in(Duration.ofHours(5)));
        });
        for (int i = 0; i < 50 && !stateOf(tom).isOver(); i++) {
            deliver();
            pause();
        }
        assertThat(stateOf(tom)).as("nobody asked him").isEqualTo(State.NOT_AGREED);
        assertThat(received()).isEmpty();
    }

    @Test
    void takenBackWhatWaitsIsOverAtOnceAndAgreedToAgainWhatIsStillAheadWaitsAsBefore() {
        ask(MessageKind.REMINDER, "ahead", in(Duration.ofDays(2)), in(Duration.ofDays(3)));
        ask(MessageKind.REMINDER, "called-off", in(Duration.ofDays(2)), in(Duration.ofDays(3)));
        ask(MessageKind.REMINDER, "past", in(Duration.ofHours(1)), in(Duration.ofDays(3)));
        takesBack(anna);
        assertThat(messages()).hasSize(3).allMatch(one -> one.state() == State.NOT_AGREED);
        house.within(() -> {
            outbox.withdraw("called-off");
            return "";
        });
        time.on(Duration.ofHours(2));
        agrees(anna);
        assertThat(messages())
                .extracting(Message::state)
                .containsExactlyInAnyOrder(State.WAITING, State.WITHDRAWN, State.NOT_AGREED);
        time.on(Duration.ofDays(2));
        for (int i = 0; i < 50 && received().isEmpty(); i++) {
            deliver();
            pause();
        }
        assertThat(received()).hasSize(1);
    }

    @Test
    void withdrawnItDoesNotGo() {
        ask(MessageKind.REMINDER, "gone", in(Duration.ofHours(1)), in(Duration.ofHours(5)));
        house.within(() -> {
            outbox.withdraw("gone");
            return "";
        });
        time.on(Duration.ofHours(2));
        deliver();
        assertThat(messages().getFirst().state()).isEqualTo(State.WITHDRAWN);
        assertThat(received()).isEmpty();
    }

    @Test
    void whoeverWantsNoRemindersGetsNoneAndStillHearsOfChanges() {
        wish(new Wish(LocalTime.MIN, LocalTime.of(23, 59, 59), Wish.UNSAID.days(), false));
        ask(MessageKind.REMINDER, "reminder", time.now(), in(Duration.ofHours(5)));
        assertThat(ended()).isEqualTo(State.WITHDRAWN);
        ask(MessageKind.APPOINTMENT_CANCELLED, "cancelled", time.now(), in(Duration.ofHours(5)));
        for (int i = 0; i < 50 && received().isEmpty(); i++) {
            deliver();
            pause();
        }
        assertThat(received()).hasSize(1);
    }

    @Test
    void whatDiedBetweenHandingOverAndTheNoteOfItIsNotTriedAgainAndSaysSo() {
        ask(MessageKind.APPOINTMENT_CANCELLED, "killed", in(Duration.ofHours(1)), in(Duration.ofDays(3)));
        house.within(() -> context.getBean(JdbcClient.class)
                .sql("update message set state = 'SENDING', claim = :claim, claimed_at = :now, tries = 1, way = 'EMAIL'"
                        + " where practice_id = :practice and key = 'killed'")
                .param("claim", Ids.next())
                .param("now", java.sql.Timestamp.from(time.now()))
                .param("practice", house.practice().id().value())
                .update());
        time.on(Duration.ofMinutes(5));
        deliver();
        assertThat(messages().getFirst().state()).isEqualTo(State.SENDING);
        time.on(Duration.ofHours(2));
        assertThat(ended()).isEqualTo(State.UNKNOWN);
        assertThat(messages().getFirst().needsSomebody()).isTrue();
        assertThat(received()).isEmpty();
    }

    /** A server that says "not now" to everything. */
    private static final class Busy implements Carrier {
        private Runnable meanwhile = () -> {};
        private int asked;

        @Override
        public Way way() {
            return Way.EMAIL;
        }

        @Override
        public boolean leaves() {
            return true;
        }

        @Override
        public Carried carry(Letter letter) {
            asked++;
            meanwhile.run();
            return Carried.NOT_NOW;
        }
    }

    private Delivery delivery(Carrier carrier) {
        return new Delivery(
                context.getBean(MessageRows.class),
                List.of(carrier),
                senders,
                wishes,
                people,
                consents,
                context.getBean(Accounts.class),
                context.getBean(Practices.class),
                time,
                context.getBean(PlatformTransactionManager.class));
    }

    @Test
    void whatSurelyDidNotGoIsTriedAgainAfterGrowingPausesAndFailsInTheEnd() {
        Busy busy = new Busy();
        Delivery delivery = delivery(busy);
        ask(MessageKind.REMINDER, "busy", time.now(), in(Duration.ofDays(9)));
        house.practice().run(() -> delivery.to(MessageKind.Who.PERSON));
        house.practice().run(() -> delivery.to(MessageKind.Who.PERSON));
        assertThat(busy.asked).as("not again before the pause is over").isEqualTo(1);
        assertThat(messages().getFirst().state()).isEqualTo(State.WAITING);
        for (int tries = 2; tries <= 10; tries++) {
            time.on(Duration.ofHours(12).plusSeconds(1));
            house.practice().run(() -> delivery.to(MessageKind.Who.PERSON));
            assertThat(busy.asked).isEqualTo(tries);
        }
        assertThat(messages().getFirst().state()).isEqualTo(State.FAILED);
        assertThat(messages().getFirst().needsSomebody()).isTrue();
    }

    /** An hour is called off in the moment its reminder is handed over, and the server says "not now". */
    @Test
    void whatLosesItsReasonWhileItIsHandedOverIsNotTriedAgain() {
        Busy busy = new Busy();
        busy.meanwhile = () -> house.within(() -> {
            outbox.withdraw("busy");
            return "";
        });
        ask(MessageKind.REMINDER, "busy", time.now(), in(Duration.ofDays(9)));
        house.practice().run(() -> delivery(busy).to(MessageKind.Who.PERSON));
        assertThat(messages().getFirst().state()).isEqualTo(State.WITHDRAWN);
        time.on(Duration.ofDays(1));
        house.practice().run(() -> delivery(busy).to(MessageKind.Who.PERSON));
        assertThat(busy.asked).isEqualTo(1);
    }

    @Test
    void whatIsUselessBeforeTheNextTryIsNotTriedAgain() {
        Busy busy = new Busy();
        Delivery delivery = delivery(busy);
        ask(MessageKind.REMINDER, "busy", time.now(), in(Duration.ofSeconds(30)));
        house.practice().run(() -> delivery.to(MessageKind.Who.PERSON));
        time.on(Duration.ofSeconds(40));
        house.practice().run(() -> delivery.to(MessageKind.Who.PERSON));
        assertThat(busy.asked).isEqualTo(1);
        assertThat(messages().getFirst().state()).isEqualTo(State.EXPIRED);
    }

    @Test
    void addressAndWordsAreSealedAndClearedInTheEnd() {
        ask(MessageKind.REMINDER, "sealed", time.now(), in(Duration.ofHours(5)));
        ended();
        assertThat(house.rows("message")).doesNotContain(address, TestHouse.hex(address), TestHouse.hex("It can wait"));
        assertThat(messages().getFirst().address().map(Confidential::words)).contains(address);
        time.on(Message.KEPT.plusDays(1));
        house.job("forget-message-words");
        Message cleared = messages().getFirst();
        assertThat(cleared.words()).isEmpty();
        assertThat(cleared.address()).isEmpty();
        assertThat(cleared.state()).isEqualTo(State.SENT);
    }

    @Test
    void theLinkOfAMessageIsGoneOnceItIsOver() throws Exception {
        String link = "https://lochside.example/a/k3JcQ0nZ1bVw8sXyTtUuVv";
        house.within(() -> outbox.toPerson(
                anna.id(),
                MessageKind.QUESTIONS_LINK,
                "link",
                Map.of("link", link),
                time.now(),
                in(Duration.ofHours(5))));
        assertThat(ended()).isEqualTo(State.SENT);
        assertThat(received().getFirst().getContent().toString()).contains(link);
        assertThat(messages().getFirst().words().orElseThrow().link()).isEmpty();
    }

    @Test
    void forgettingSomebodyTakesTheirMessagesAlong() {
        ask(MessageKind.REMINDER, "forgotten", in(Duration.ofHours(1)), in(Duration.ofHours(5)));
        house.within(() -> {
            context.getBean(ForgetPerson.class).forget(anna.id(), house.ishbel().viewer());
            return "";
        });
        assertThat(house.count("message")).isZero();
        assertThat(house.count("message_wish")).isZero();
    }

    @Test
    void staffAreAskedToLookInAtAnyHour() {
        house.within(() -> outbox.toStaff(
                house.ishbel().id(), MessageKind.LOOK_IN, "look", Map.of(), time.now(), in(Duration.ofHours(5))));
        for (int i = 0; i < 50 && !"SENT".equals(look()); i++) {
            deliver();
            pause();
        }
        assertThat(look()).isEqualTo("SENT");
    }

    private String look() {
        return house.value("state from message where practice_id = :practice and key = 'look'");
    }

    @Test
    void nobodyElseReadsThem() {
        ask(MessageKind.REMINDER, "mine", in(Duration.ofHours(1)), in(Duration.ofHours(5)));
        for (Viewer other : List.of(house.idris().viewer(), house.priya().viewer())) {
            assertThatExceptionOfType(NotFound.class)
                    .isThrownBy(() -> house.within(() -> outbox.visibleTo(other).of(anna.id())));
            assertThatExceptionOfType(NotFound.class)
                    .isThrownBy(() -> house.within(() -> wishes.visibleTo(other).of(anna.id())));
        }
    }
}
