package tombolo.demo;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tombolo.inventory.Inventories;
import tombolo.inventory.Inventory;
import tombolo.time.ProgrammeTime;
import tombolo.timeline.Entry;
import tombolo.timeline.FuzzyDate;
import tombolo.timeline.Involved;
import tombolo.timeline.LifeEvent;
import tombolo.timeline.LifeEvent.Kind;
import tombolo.timeline.RoleBar;
import tombolo.timeline.SymptomMark;
import tombolo.timeline.SymptomMark.Turn;
import tombolo.timeline.Timeline;
import tombolo.timeline.Timelines;
import tombolo.timeline.Words;
import tombolo.vault.Viewer;

/** When it began for each of the cast and what happened then: told with Ishbel in the first weeks, and added to since. */
@Component
@Profile("demo")
@Order(30)
class CastTimeline implements Story {
    private static final ZoneId HERE = ZoneId.of("Europe/London");

    private final Timelines timelines;
    private final Inventories inventories;
    private final ProgrammeTime time;

    CastTimeline(Timelines timelines, Inventories inventories, ProgrammeTime time) {
        this.timelines = timelines;
        this.inventories = inventories;
        this.time = time;
    }

    @Override
    public void week(int ago, Told told) {
        switch (ago) {
            case 20 -> life(told, Cast.EWA, Cast.ISHBEL).ewa();
            case 14 -> life(told, Cast.RAVI, Cast.ISHBEL).ravi();
            case 9 -> life(told, Cast.TOM, Cast.ISHBEL).tom();
            case 6 -> {
                life(told, Cast.ANNA, Cast.ANNA).anna();
                life(told, Cast.RAVI, Cast.RAVI).raviMuchLater();
            }
            case 5 -> {
                life(told, Cast.ANNA, Cast.ISHBEL).annaWithIshbel();
                life(told, Cast.EWA, Cast.EWA).ewaAtTheEnd();
            }
            case 3 -> life(told, Cast.NELL, Cast.ISHBEL).nell();
            case 1 -> {
                life(told, Cast.ANNA, Cast.ANNA).annaLately();
                life(told, Cast.JOAN, Cast.ISHBEL).joan();
            }
            default -> {}
        }
    }

    private Life life(Told told, Cast whose, Cast hand) {
        return new Life(told.viewer(hand), told, whose);
    }

    /** One life as it is told in one week, by one hand. */
    private final class Life {
        private final Viewer hand;
        private final Timeline timeline;
        private final Inventory circles;
        private final LocalDate today;

        private Life(Viewer hand, Told told, Cast whose) {
            this.hand = hand;
            this.timeline = timelines.visibleTo(hand).toChange(told.person(whose));
            this.circles = inventories.visibleTo(hand).toCompare(told.person(whose));
            this.today = time.today(HERE);
        }

        private void anna() {
            keep(
                    RoleBar.of(
                            FuzzyDate.year(today.getYear() - 8),
                            monthsAgo(8),
                            words("Teaching the little ones", "Old team")),
                    event(monthsAgo(10), Kind.CHANGE, 6, "We moved to the country", "Dan"),
                    event(monthsAgo(8), Kind.CHANGE, 6, "I stopped work", "Old team"),
                    event(FuzzyDate.day(birth()), Kind.CHANGE, 7, "Finn was born", "Finn", "Dan"),
                    RoleBar.of(FuzzyDate.day(birth()), null, words("Finn’s mother", "Finn")),
                    mark(monthsAgo(5).roughly(), Turn.ONSET, 3, "I lie awake though Finn sleeps, and cry for nothing"));
        }

        private LocalDate birth() {
            return today.minusDays(198);
        }

        private void annaWithIshbel() {
            keep(
                    mark(
                            FuzzyDate.season(today.getYear() - 1, Month.JUNE),
                            Turn.WELL,
                            8,
                            "I slept, and sang in the car"),
                    event(monthsAgo(6), Kind.ISOLATION, 4, "Dan works late, long days alone", "Dan"),
                    event(monthsAgo(3), Kind.DISPUTE, 2, "The quarrel about the nights", "Dan"),
                    mark(monthsAgo(3), Turn.WORSE, 2, "I stopped answering Isla"));
        }

        private void annaLately() {
            keep(
                    event(FuzzyDate.day(today.minusDays(9)), Kind.POSITIVE, 6, "I told Isla how it is", "Isla"),
                    mark(FuzzyDate.day(today.minusDays(3)), Turn.BETTER, 5, "Some nights I sleep"));
        }

        private void ravi() {
            keep(
                    mark(FuzzyDate.year(today.getYear() - 3), Turn.WELL, 8, "Sundays out with the children"),
                    event(monthsAgo(16), Kind.CHANGE, 6, "The new post, home after eight", "Two from work"),
                    event(monthsAgo(13).roughly(), Kind.DISPUTE, 4, "The quarrel about the money", "My wife"),
                    mark(monthsAgo(12), Turn.ONSET, 3, "No appetite, short with everyone"),
                    event(monthsAgo(10), Kind.ISOLATION, 3, "We stopped talking at supper", "My wife"),
                    RoleBar.of(FuzzyDate.year(today.getYear() - 12), null, words("Husband", "My wife")),
                    RoleBar.of(
                            FuzzyDate.year(today.getYear() - 9),
                            monthsAgo(14),
                            words("Captain at cricket", "Cricket")));
        }

        private void raviMuchLater() {
            keep(
                    event(
                            FuzzyDate.day(today.minusDays(4)),
                            Kind.POSITIVE,
                            6,
                            "I asked for Sunday, and she said yes",
                            "My wife"),
                    mark(monthsAgo(1), Turn.BETTER, 6, "I eat again, and we talk at supper"));
        }

        private void tom() {
            keep(
                    event(
                            FuzzyDate.year(today.getYear() - 1),
                            Kind.LOSS,
                            4,
                            "The marriage ended, and my son moved away",
                            "My son"),
                    mark(monthsAgo(7).roughly(), Turn.ONSET, 3, "I get up at noon"));
        }

        private void joan() {
            keep(
                    event(monthsAgo(14), Kind.LOSS, null, "My husband died", "My husband"),
                    mark(monthsAgo(13), Turn.ONSET, 3, "I do not see the point of cooking"));
        }

        private void ewa() {
            keep(
                    event(FuzzyDate.year(today.getYear() - 2), Kind.CHANGE, 5, "I came to this country"),
                    event(monthsAgo(14), Kind.LOSS, 4, "I left the flat and the friends in it", "My old flat"),
                    mark(monthsAgo(12).roughly(), Turn.ONSET, 3, "I slept all day"),
                    event(monthsAgo(9), Kind.ISOLATION, 3, "A winter with nobody to talk to"));
        }

        private void ewaAtTheEnd() {
            keep(
                    event(monthsAgo(3), Kind.POSITIVE, 7, "The language class, every Tuesday", "Language class"),
                    mark(monthsAgo(1), Turn.WELL, 8, "I sleep and I laugh"));
        }

        private void nell() {
            keep(
                    event(monthsAgo(7), Kind.LOSS, 4, "We broke up"),
                    event(monthsAgo(6), Kind.CHANGE, 4, "Night shifts began"),
                    mark(monthsAgo(5).roughly(), Turn.ONSET, 3, "I go over what I said, all night"),
                    mark(monthsAgo(1), Turn.WORSE, 2, "I stopped seeing people"));
        }

        private FuzzyDate monthsAgo(int months) {
            return FuzzyDate.month(YearMonth.from(today).minusMonths(months));
        }

        private LifeEvent event(FuzzyDate when, Kind kind, @Nullable Integer mood, String what, String... people) {
            return LifeEvent.of(when, kind, mood, words(what, people));
        }

        private SymptomMark mark(FuzzyDate when, Turn turn, int mood, String what) {
            return SymptomMark.of(when, turn, mood, words(what));
        }

        private Words words(String what, String... people) {
            List<Involved> involved = Arrays.stream(people)
                    .flatMap(name -> circles.called(name).stream())
                    .map(one -> new Involved(one.id(), one.name().words()))
                    .toList();
            return new Words(what, "", involved);
        }

        private void keep(Entry... entries) {
            Arrays.stream(entries).forEach(timeline::add);
            timelines.visibleTo(hand).save(timeline);
        }
    }
}
