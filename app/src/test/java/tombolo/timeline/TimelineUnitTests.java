package tombolo.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import tombolo.database.Ids;
import tombolo.inventory.RelationshipId;
import tombolo.timeline.LifeEvent.Kind;
import tombolo.timeline.SymptomMark.Turn;
import tombolo.vault.PersonId;

/** What holds on a timeline, whoever works on it. */
class TimelineUnitTests {
    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

    private final Timeline timeline = Timeline.begun(new PersonId(Ids.next()));

    private LifeEvent event(String what, FuzzyDate when) {
        LifeEvent event = LifeEvent.of(when, Kind.CHANGE, null, Words.of(what));
        timeline.add(event);
        return event;
    }

    private SymptomMark mark(Turn turn, FuzzyDate when) {
        SymptomMark mark = SymptomMark.of(when, turn, null, Words.NONE);
        timeline.add(mark);
        return mark;
    }

    @Test
    void standsInTheOrderOfTimeHoweverItWasTold() {
        LifeEvent move = event("We moved", FuzzyDate.month(YearMonth.of(2026, 2)));
        LifeEvent birth = event("Finn was born", FuzzyDate.day(LocalDate.of(2026, 4, 20)));
        SymptomMark well = mark(Turn.WELL, FuzzyDate.year(2025));
        assertThat(timeline.inOrder()).containsExactly(well, move, birth);
    }

    @Test
    void theLatestBeginningCountsAndWellIsWhatCameBeforeIt() {
        mark(Turn.ONSET, FuzzyDate.year(2019));
        mark(Turn.WELL, FuzzyDate.year(2018));
        SymptomMark between = mark(Turn.WELL, FuzzyDate.year(2022));
        SymptomMark now = mark(Turn.ONSET, FuzzyDate.month(YearMonth.of(2026, 5)));
        mark(Turn.WELL, FuzzyDate.month(YearMonth.of(2026, 10)));
        assertThat(timeline.onset()).contains(now);
        assertThat(timeline.lastWell()).contains(between);
    }

    @Test
    void inShortItIsTheNewestAndAlwaysLastWellAndWhenItBegan() {
        SymptomMark well = mark(Turn.WELL, FuzzyDate.year(2010));
        event("Long ago", FuzzyDate.year(2011));
        SymptomMark onset = mark(Turn.ONSET, FuzzyDate.year(2012));
        for (int year = 2013; year <= 2025; year++) {
            event("In " + year, FuzzyDate.year(year));
        }
        assertThat(timeline.inShort(9)).hasSize(9).startsWith(well, onset).isSubsetOf(timeline.inOrder());
        assertThat(timeline.inShort(9).getLast().words().what()).isEqualTo("In 2025");
        assertThat(timeline.inShort(99)).isEqualTo(timeline.inOrder());
    }

    @Test
    void whatHappenedInTheYearBeforeLiesNearAndWhatCameLongBeforeOrAfterDoesNot() {
        assertThat(timeline.nearOnset()).isEmpty();
        mark(Turn.ONSET, FuzzyDate.month(YearMonth.of(2026, 5)));
        event("Long ago", FuzzyDate.year(2010));
        LifeEvent summer = event("Last summer", FuzzyDate.season(2025, Month.JUNE));
        LifeEvent birth = event("Finn was born", FuzzyDate.day(LocalDate.of(2026, 4, 20)));
        LifeEvent soon = event("Soon after", FuzzyDate.day(LocalDate.of(2026, 6, 20)));
        event("Much later", FuzzyDate.day(LocalDate.of(2026, 9, 1)));
        assertThat(timeline.nearOnset()).containsExactly(summer, birth, soon);
    }

    @Test
    void nothingIsWrittenOverUnseen() {
        LifeEvent told = event("We moved", FuzzyDate.year(2026));
        timeline.change(told.id(), 0, LifeEvent.of(told.when(), Kind.CHANGE, 3, Words.of("We moved north")));
        assertThatThrownBy(() -> timeline.change(told.id(), 0, told))
                .isInstanceOfSatisfying(
                        EntryChanged.class,
                        changed -> assertThat(changed.current().words().what()).isEqualTo("We moved north"));
        assertThatThrownBy(() -> timeline.remove(told.id(), 0, NOW)).isInstanceOf(EntryChanged.class);
        assertThat(timeline.find(told.id()).orElseThrow().mood()).contains(3);
    }

    @Test
    void tellingTheSameAgainChangesNothing() {
        LifeEvent told = event("We moved", FuzzyDate.year(2026));
        timeline.change(told.id(), 0, LifeEvent.of(told.when(), Kind.CHANGE, null, Words.of("We moved")));
        assertThat(timeline.find(told.id()).orElseThrow().version()).isZero();
    }

    @Test
    void whatIsTakenOffCanBePutBackAsItWas() {
        LifeEvent told = event("We moved", FuzzyDate.year(2026));
        timeline.remove(told.id(), 0, NOW);
        assertThat(timeline.isEmpty()).isTrue();
        assertThat(timeline.removed()).hasSize(1);
        assertThatThrownBy(() -> timeline.change(told.id(), 1, told)).isInstanceOf(UnknownEntry.class);
        timeline.putBack(told.id());
        timeline.putBack(told.id());
        assertThat(timeline.events()).containsExactly(told.as(told.id(), null, 2));
    }

    @Test
    void oneThingDoesNotBecomeAnotherAndTheLifeOfAnyoneHasRoom() {
        LifeEvent told = event("We moved", FuzzyDate.year(2026));
        RoleBar role = RoleBar.of(FuzzyDate.year(2020), null, Words.of("Teacher"));
        assertThatThrownBy(() -> timeline.change(told.id(), 0, role)).isInstanceOf(IllegalArgumentException.class);
        for (int i = 1; i < Timeline.MOST; i++) {
            event("Thing " + i, FuzzyDate.year(2020));
        }
        assertThat(timeline.hasRoom()).isFalse();
        assertThatThrownBy(() -> event("One more", FuzzyDate.year(2020))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void findsWhatIsAboutSomebody() {
        Involved dan = new Involved(new RelationshipId(Ids.next()), "Dan");
        LifeEvent quarrel =
                LifeEvent.of(FuzzyDate.year(2026), Kind.DISPUTE, null, Words.of("The quarrel in the car", dan));
        timeline.add(quarrel);
        event("Something else", FuzzyDate.year(2026));
        assertThat(timeline.about(dan.who())).containsExactly(quarrel);
    }

    @Test
    void takesNoMoodOffTheScaleNoNamelessEventAndNoRoleThatEndsBeforeItBegan() {
        FuzzyDate when = FuzzyDate.year(2026);
        assertThatThrownBy(() -> LifeEvent.of(when, Kind.LOSS, 11, Words.of("x")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> LifeEvent.of(when, Kind.LOSS, null, Words.NONE))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> RoleBar.of(when, FuzzyDate.year(2025), Words.of("Teacher")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(Words.of("We moved")).hasToString("(confidential)");
    }
}
