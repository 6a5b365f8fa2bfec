package tombolo.week;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tombolo.vault.PersonId;

/** What the picture of the mood draws, and what it leaves open. */
class MoodPictureUnitTests {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);

    @Test
    void withNothingWrittenThereIsNoPicture() {
        assertThat(MoodPicture.of(List.of(), TODAY).isEmpty()).isTrue();
    }

    @Test
    void aGapStaysAGap() {
        MoodPicture picture = MoodPicture.of(List.of(line(5, 0), line(4, 2), line(6, 12), line(7, 14)), TODAY);
        assertThat(picture.lines()).hasSize(2);
        assertThat(picture.dots()).hasSize(4);
    }

    @Test
    void oneEntryAloneIsADotWithoutALine() {
        MoodPicture picture = MoodPicture.of(List.of(line(5, 0)), TODAY);
        assertThat(picture.lines()).isEmpty();
        assertThat(picture.dots()).hasSize(1);
    }

    @Test
    void higherMoodsLieHigherAndLaterDaysFurtherOn() {
        MoodPicture picture = MoodPicture.of(List.of(line(8, 0), line(2, 5)), TODAY);
        MoodPicture.Dot before = picture.dots().getFirst();
        MoodPicture.Dot now = picture.dots().getLast();
        assertThat(now.y()).isLessThan(before.y());
        assertThat(now.x()).isGreaterThan(before.x()).isLessThan(MoodPicture.WIDTH);
        assertThat(MoodPicture.y(0)).isLessThan(MoodPicture.HEIGHT);
        assertThat(MoodPicture.y(10)).isPositive();
    }

    @Test
    void onlyTheLastWeeksAreDrawn() {
        assertThat(MoodPicture.of(List.of(line(5, 41)), TODAY).dots()).hasSize(1);
        assertThat(MoodPicture.of(List.of(line(5, 42)), TODAY).dots()).isEmpty();
    }

    @Test
    void theMoodsWithSomebodyStandInOrderAndAreNotAddedUp() {
        MoodPicture picture =
                MoodPicture.of(List.of(line(7, 1, "Isla"), line(3, 3, "Dan", "Isla"), line(4, 9, "Dan")), TODAY);
        assertThat(picture.people()).containsEntry("Dan", List.of(4, 3)).containsEntry("Isla", List.of(3, 7));
    }

    private static MoodLine line(int mood, int daysAgo, String... with) {
        MoodEntry entry = new MoodEntry(
                new MoodId(UUID.randomUUID()),
                new PersonId(UUID.randomUUID()),
                mood,
                TODAY.minusDays(daysAgo),
                MoodEntry.Words.NONE,
                List.of(),
                MoodEntry.Began.MOOD,
                Instant.EPOCH,
                0);
        return new MoodLine(entry, List.of(with));
    }
}
