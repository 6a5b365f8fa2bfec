package tombolo.week;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import tombolo.accounts.Account;
import tombolo.inventory.RelationshipId;
import tombolo.inventory.TestCircles;
import tombolo.people.ForgetPerson;
import tombolo.people.TestHouse;
import tombolo.time.ProgrammeTime;
import tombolo.ui.NotFound;
import tombolo.vault.PersonId;

/** Tries and moods in their rows: through the viewer, sealed, and gone when somebody is forgotten. */
@SpringBootTest
class WeekModuleTests {
    private static final LocalDate SATURDAY = LocalDate.of(2026, 11, 21);

    private final ApplicationContext context;
    private final Tries tries;
    private final MoodLog moods;
    private final ForgetPerson forget;
    private final ProgrammeTime time;

    private TestHouse house;
    private PersonId anna;
    private Account hers;
    private RelationshipId dan;

    WeekModuleTests(ApplicationContext context, Tries tries, MoodLog moods, ForgetPerson forget, ProgrammeTime time) {
        this.context = context;
        this.tries = tries;
        this.moods = moods;
        this.forget = forget;
        this.time = time;
    }

    @BeforeEach
    void annaAndDan() {
        house = new TestHouse(context, "Lochside Practice", Optional.empty());
        anna = house.known("Anna", house.ishbel()).id();
        hers = house.practice().person(anna, "anna");
        dan = TestCircles.close(context, house, hers, "Dan");
    }

    @Test
    void whatIsAgreedWithTheTherapistIsThereForThePersonAndTheOtherWayRound() {
        Try agreed = agree();
        List<Try> seen = house.within(() -> tries.visibleTo(hers.viewer()).of(anna));
        assertThat(seen).containsExactly(agreed);
        assertThat(seen.getFirst().words().with().orElseThrow().name()).isEqualTo("Dan");
        house.within(() -> tries.visibleTo(hers.viewer())
                .went(anna, agreed.id(), 0, Try.How.DID, "He said yes, and then he sighed"));
        Try told = house.within(() -> tries.visibleTo(house.ishbel().viewer()).get(anna, agreed.id()));
        assertThat(told.outcome().orElseThrow().words()).isEqualTo("He said yes, and then he sighed");
        assertThat(told.outcome().orElseThrow().toldBy()).isEqualTo(hers.id());
        assertThat(told.session()).contains(5);
    }

    @Test
    void twoWhoTellAtOnceAreNotMixed() {
        Try agreed = agree();
        house.within(() -> tries.visibleTo(hers.viewer()).went(anna, agreed.id(), 0, Try.How.DID, ""));
        assertThatThrownBy(() -> house.within(
                        () -> tries.visibleTo(house.ishbel().viewer()).went(anna, agreed.id(), 0, Try.How.NOT_YET, "")))
                .isInstanceOf(TryChanged.class);
        assertThat(house.within(() -> tries.visibleTo(hers.viewer()).get(anna, agreed.id()))
                        .outcome()
                        .orElseThrow()
                        .how())
                .isEqualTo(Try.How.DID);
    }

    @Test
    void nobodyIsNamedWhoIsNotOnTheCircles() {
        RelationshipId stranger = new RelationshipId(tombolo.database.Ids.next());
        assertThatThrownBy(() -> house.within(() -> tries.visibleTo(hers.viewer())
                        .agree(anna, "Ask", Optional.of(stranger), "", "", Optional.empty())))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> house.within(() -> moods.visibleTo(hers.viewer())
                        .tell(anna, 4, SATURDAY, MoodEntry.Words.NONE, Set.of(stranger), MoodEntry.Began.MOOD)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aMoodIsWrittenPutRightAndTakenAwayByThePersonAlone() {
        MoodEntry entry = tell(3);
        MoodEntry better = house.within(() -> moods.visibleTo(hers.viewer())
                .retell(
                        anna,
                        entry.id(),
                        0,
                        5,
                        SATURDAY.minusDays(1),
                        new MoodEntry.Words("We talked after all", ""),
                        Set.of(dan)));
        assertThat(house.within(() -> moods.visibleTo(house.ishbel().viewer()).since(anna, SATURDAY.minusDays(7))))
                .containsExactly(better);
        assertThatThrownBy(() -> house.within(() -> moods.visibleTo(hers.viewer())
                        .retell(anna, entry.id(), 0, 1, SATURDAY, MoodEntry.Words.NONE, Set.of())))
                .as("changed on another device")
                .isInstanceOf(MoodChanged.class);
        assertThatThrownBy(() -> house.within(() -> {
                    moods.visibleTo(house.ishbel().viewer()).remove(anna, entry.id());
                    return "";
                }))
                .as("a therapist does not write somebody's mood")
                .isInstanceOf(NotFound.class);
        house.within(() -> {
            moods.visibleTo(hers.viewer()).remove(anna, entry.id());
            return "";
        });
        assertThat(house.count("mood_entry")).isZero();
    }

    @Test
    void nobodyElseSeesThem() {
        Try agreed = agree();
        Account sam = house.practice().person(house.known("Sam", house.idris()).id(), "sam");
        for (Account one : List.of(house.idris(), house.priya(), sam)) {
            assertThatThrownBy(() ->
                            house.within(() -> tries.visibleTo(one.viewer()).of(anna)))
                    .isInstanceOf(NotFound.class);
            assertThatThrownBy(() ->
                            house.within(() -> tries.visibleTo(one.viewer()).get(anna, agreed.id())))
                    .isInstanceOf(NotFound.class);
            assertThatThrownBy(() ->
                            house.within(() -> moods.visibleTo(one.viewer()).since(anna, SATURDAY)))
                    .isInstanceOf(NotFound.class);
        }
    }

    @Test
    void onDiskThereIsNoWordAndForgettingLeavesNoRow() {
        Try agreed = agree();
        house.within(
                () -> tries.visibleTo(hers.viewer()).went(anna, agreed.id(), 0, Try.How.PARTLY, "Heatherbell said so"));
        tell(3);
        String raw = house.rows("try") + house.rows("mood_entry");
        assertThat(raw).isNotBlank();
        for (String word : List.of("Finn", "Dan", "Saturday", "tired", "Heatherbell", "sighed")) {
            assertThat(raw).doesNotContain(word, TestHouse.hex(word));
        }
        house.practice().run(() -> forget.forget(anna, house.ishbel().viewer()));
        assertThat(house.count("try") + house.count("mood_entry")).isZero();
    }

    private Try agree() {
        return house.within(() -> tries.visibleTo(house.ishbel().viewer())
                .agree(
                        anna,
                        "Ask Dan to take Finn",
                        Optional.of(dan),
                        "Saturday morning",
                        "He may be tired",
                        Optional.of(5)));
    }

    private MoodEntry tell(int mood) {
        return house.within(() -> moods.visibleTo(hers.viewer())
                .tell(
                        anna,
                        mood,
                        SATURDAY,
                        new MoodEntry.Words("He sighed", "I went quiet"),
                        Set.of(dan),
                        MoodEntry.Began.EVENT));
    }
}
