package tombolo.transitions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tombolo.techniques.Answers;
import tombolo.techniques.Picture.BeforeAndNow;
import tombolo.techniques.Picture.Role;
import tombolo.techniques.Question;
import tombolo.techniques.Question.One;
import tombolo.techniques.Step;
import tombolo.timeline.FuzzyDate;
import tombolo.timeline.LifeEvent;
import tombolo.timeline.RoleBar;
import tombolo.timeline.SymptomMark;
import tombolo.timeline.Timeline;
import tombolo.timeline.Words;
import tombolo.ui.Language;
import tombolo.ui.Texts;
import tombolo.vault.PersonId;

/** A change of role begins with the roles that stand on the timeline, and asks by where somebody starts. */
class RoleChangeUnitTests {
    private final RoleChange change = new RoleChange(new StartingPoints(new Texts(false)));
    private final Step roles = change.steps().stream()
            .filter(step -> step.id().equals("roles"))
            .findFirst()
            .orElseThrow();
    private final Timeline timeline = Timeline.begun(new PersonId(UUID.randomUUID()));

    @Test
    void itBeginsWithTheRoleThatEndedLastAndTheOneThatBeganLast() {
        role(2010, 2015, "Student");
        role(2016, 2024, "Teaching the little ones");
        role(2020, null, "Dan’s partner");
        role(2025, null, "Finn’s mother");
        Answers remembered = change.remembered(roles, Answers.NONE, timeline, Optional.empty());
        assertThat(remembered.one("was")).isEqualTo("Teaching the little ones");
        assertThat(remembered.one("now")).isEqualTo("Finn’s mother");
    }

    @Test
    void withoutRolesNothingIsSaid() {
        assertThat(change.remembered(roles, Answers.NONE, timeline, Optional.empty()))
                .isEqualTo(Answers.NONE);
    }

    @Test
    void whenItWasIsTheEndOfTheRoleTheyHadWhereThatStandsOnTheTimeline() {
        role(2010, 2015, "Student");
        role(2016, 2024, "Teaching the little ones");
        event(LifeEvent.Kind.CHANGE, "We moved", "");
        Answers said = Answers.NONE.with("was", "student").with("change", "other");
        Answers remembered = remembered(said);
        assertThat(remembered.one("date")).isEqualTo("March 2015");
        assertThat(remembered.has("came"))
                .as("what is told of something else is left alone")
                .isFalse();
        assertThat(remembered.one("was")).isEqualTo("student");
    }

    @Test
    void whereItIsNoRoleItIsTheLatestThingOfTheKindTheyBeganWith() {
        event(LifeEvent.Kind.HEALTH, "My back", "It was the stairs.");
        event(LifeEvent.Kind.DISPUTE, "The quarrel about the nights", "");
        Answers remembered = remembered(Answers.NONE.with("change", "illness"));
        assertThat(remembered.one("date")).isEqualTo("July 2025");
        assertThat(remembered.one("came")).isEqualTo("My back\nIt was the stairs.");
        assertThat(remembered(Answers.NONE.with("change", "move")).has("date"))
                .as("nothing of that kind is there")
                .isFalse();
    }

    @Test
    void whereItBeganDecidesWhatOfTheTimelineIsItsDay() {
        timeline.add(RoleBar.of(
                FuzzyDate.month(YearMonth.of(2019, 1)), FuzzyDate.month(YearMonth.of(2026, 2)), Words.of("Designer")));
        timeline.add(RoleBar.of(FuzzyDate.day(LocalDate.of(2026, 4, 4)), null, Words.of("Mother")));
        Answers roles = Answers.NONE.with("was", "Designer").with("now", "Mother");
        assertThat(remembered(roles.with("change", "baby")).one("date")).isEqualTo("4 April 2026");
        assertThat(remembered(roles.with("change", "work-end")).one("date")).isEqualTo("February 2026");
        for (String other : List.of("bereavement", "illness")) {
            assertThat(remembered(roles.with("change", other)).has("date"))
                    .as(other)
                    .isFalse();
        }
    }

    @Test
    void aChangeOfAnotherSortIsNotTakenForTheOneTheyBeganWith() {
        event(LifeEvent.Kind.CHANGE, "The workshop closed", "");
        event(LifeEvent.Kind.LOSS, "Rob and I split up", "");
        for (String start : List.of("baby", "move", "bereavement", "illness", "other")) {
            assertThat(remembered(Answers.NONE.with("change", start)).has("date"))
                    .as(start)
                    .isFalse();
        }
        assertThat(remembered(Answers.NONE.with("change", "parting")).one("came"))
                .isEqualTo("Rob and I split up");
        assertThat(remembered(Answers.NONE.with("change", "work-end")).one("came"))
                .isEqualTo("The workshop closed");
        event(LifeEvent.Kind.LOSS, "Granny", "");
        assertThat(remembered(Answers.NONE.with("change", "bereavement")).one("came"))
                .isEqualTo("Granny");
        event(LifeEvent.Kind.POSITIVE, "Finn was born", "");
        assertThat(remembered(Answers.NONE.with("change", "baby")).one("came")).isEqualTo("Finn was born");
    }

    @Test
    void whatCannotBeReadAsATimeIsSaidToBeNone() {
        LocalDate today = LocalDate.of(2026, 11, 29);
        Answers moved = Answers.NONE.with("change", "move");
        assertThat(change.minded(moved.with("date", "when I was ill"), today)).contains("transitions.unread");
        assertThat(change.minded(moved.with("date", "March 2015"), today)).isEmpty();
        assertThat(change.minded(moved, today)).isEmpty();
        Texts texts = new Texts(false);
        for (String key : List.of("transitions.unread", "transitions.loss.unread")) {
            assertThat(texts.say(new Language("en"), key)).contains("We could not read when it was");
        }
    }

    @Test
    void sinceWhenTheyFeelSoIsSeenFromTheChangeWhereBothStandOnTheTimeline() {
        role(2016, 2024, "Teaching the little ones");
        Answers said = Answers.NONE.with("was", "Teaching the little ones").with("change", "other");
        assertThat(since(said).has("onset")).as("no onset is there").isFalse();
        timeline.add(SymptomMark.of(FuzzyDate.month(YearMonth.of(2024, 9)), SymptomMark.Turn.ONSET, null, Words.NONE));
        assertThat(since(said).one("onset")).isEqualTo("months");
        assertThat(since(said.with("date", "12 November 2024")).one("onset"))
                .as("as they said it was")
                .isEqualTo("before");
        assertThat(since(said.with("date", "when it was dark")).has("onset")).isFalse();
        assertThat(since(Answers.NONE.with("change", "move")).has("onset")).isFalse();
    }

    private Answers since(Answers said) {
        Step since = change.steps().stream()
                .filter(step -> step.id().equals("since"))
                .findFirst()
                .orElseThrow();
        assertThat(change.isOnTheTimeline(since)).isTrue();
        return change.remembered(since, said, timeline, Optional.empty());
    }

    @Test
    void aKinderWordSaysWhoseIdeaItIs() {
        Texts texts = new Texts(false);
        assertThat(texts.say(new Language("en"), "transitions.from")).contains("kinder word is borrowed");
        assertThat(texts.say(new Language("en"), "transitions.kind-word.hint")).contains("Borrowed from Kristin Neff");
    }

    @Test
    void bothSidesOfBothRolesStandInOneTableAlsoAfterTheLeastPath() {
        assertThat(change.picture(Answers.NONE.with("was", "A teacher"))).isEmpty();
        Answers least = Answers.NONE
                .with("was", "A teacher")
                .with("now", "At home")
                .with("lost", "The noise")
                .with("hard", "The quiet")
                .with("possible", "The garden");
        assertThat(table(least).before()).isEqualTo(new Role("A teacher", List.of("The noise"), List.of()));
        assertThat(table(least).now()).isEqualTo(new Role("At home", List.of("The garden"), List.of("The quiet")));
        BeforeAndNow deeper = table(least.with("old-hard", "The marking")
                .with("new-good", "I sleep")
                .with("date", "March 2015")
                .with("chosen", "both"));
        assertThat(deeper.before().hard()).containsExactly("The marking");
        assertThat(deeper.now().good()).containsExactly("The garden", "I sleep");
        assertThat(deeper.date()).isEqualTo("March 2015");
        assertThat(deeper.chosen()).isEqualTo("transitions.chosen.both");
    }

    private BeforeAndNow table(Answers answers) {
        return change.picture(answers).map(BeforeAndNow.class::cast).orElseThrow();
    }

    private Answers remembered(Answers said) {
        Step came = change.steps().stream()
                .filter(step -> step.id().equals("came"))
                .findFirst()
                .orElseThrow();
        assertThat(change.isOnTheTimeline(came)).isTrue();
        assertThat(came.least()).isFalse();
        return change.remembered(came, said, timeline, Optional.empty());
    }

    private void event(LifeEvent.Kind kind, String what, String more) {
        timeline.add(
                LifeEvent.of(FuzzyDate.month(YearMonth.of(2025, 7)), kind, null, new Words(what, more, List.of())));
    }

    @Test
    void everyStartingPointSaveTheOpenOneHasItsOwnWordsWhereverOneHasThem() throws IOException {
        List<String> starts = Stream.of(change.steps().getFirst().questions().getFirst())
                .map(One.class::cast)
                .flatMap(one -> one.options().stream())
                .filter(start -> !start.equals("other"))
                .toList();
        assertThat(change.startingPoint()).contains("change");
        Map<String, String> words = own();
        Set<String> put = new TreeSet<>();
        for (String key : words.keySet()) {
            put.add(key.substring(0, key.indexOf(".for.")));
            assertThat(starts).as(key).contains(key.substring(key.indexOf(".for.") + 5));
        }
        assertThat(change.questions().map(Question::id).toList())
                .as("asked in some step")
                .containsAll(put);
        Texts texts = new Texts(false);
        for (String question : put) {
            Stream<String> plain = Stream.of(texts.say(new Language("en"), "transitions." + question));
            assertThat(Stream.concat(plain, starts.stream().map(start -> words.get(question + ".for." + start)))
                            .toList())
                    .as(question)
                    .doesNotContainNull()
                    .doesNotHaveDuplicates();
        }
    }

    /** The questions that are put in another way, with where that begins, and how. */
    private static Map<String, String> own() throws IOException {
        Properties all = new Properties();
        try (Reader texts = new InputStreamReader(
                Objects.requireNonNull(
                        RoleChangeUnitTests.class.getResourceAsStream("/i18n/en/transitions.properties")),
                StandardCharsets.UTF_8)) {
            all.load(texts);
        }
        Map<String, String> own = new HashMap<>();
        all.stringPropertyNames().stream()
                .filter(key -> key.contains(".for."))
                .forEach(key -> own.put(key.replaceFirst("^transitions\\.", ""), all.getProperty(key)));
        assertThat(own).isNotEmpty();
        return own;
    }

    @Test
    void ofADeathItSaysWhatIsBetterWalkedWithSomebodyUntilItIsKnownToBeLongerAgo() {
        LocalDate today = LocalDate.of(2026, 11, 29);
        Answers died = Answers.NONE.with("change", "bereavement");
        assertThat(change.minded(died, today)).contains("transitions.loss");
        assertThat(change.minded(died.with("date", "when I was small"), today)).contains("transitions.loss.unread");
        assertThat(change.minded(died.with("date", "3 weeks ago"), today)).contains("transitions.new");
        assertThat(change.minded(died.with("date", "2019"), today)).isEmpty();
        assertThat(change.minded(Answers.NONE.with("change", "move").with("date", "3 weeks ago"), today))
                .isEmpty();
        Texts texts = new Texts(false);
        assertThat(texts.say(new Language("en"), "transitions.change.bereavement.hint"))
                .as("before it is begun")
                .contains("two months", "suicide or violence");
        assertThat(texts.say(new Language("en"), "transitions.loss")).contains("two months", "suicide or violence");
    }

    @Test
    void whoeverMournsIsLedToRememberThemAndHasToFindNothingGoodInIt() {
        Answers died = Answers.NONE.with("change", "bereavement");
        assertThat(change.onward(died)).containsExactly("grief");
        assertThat(change.onward(Answers.NONE.with("change", "move"))).isEmpty();
        assertThat(left("possible", died).least()).isFalse();
        assertThat(left("possible", died).waits(died)).isFalse();
        assertThat(left("possible", Answers.NONE.with("change", "move")).waits(Answers.NONE))
                .isTrue();
        assertThat(change.first(died)).startsWith("came").doesNotContain("possible");
    }

    private Step left(String id, Answers answers) {
        return change.steps().stream()
                .filter(step -> step.id().equals(id))
                .findFirst()
                .flatMap(step -> change.left(step, answers, true))
                .orElseThrow();
    }

    @Test
    void whoeverItNamesNothingOfItIsSaidToAnybody() {
        assertThat(change.steps()).noneMatch(Step::asserting);
        assertThat(change.questions())
                .filteredOn(Question.Whom.class::isInstance)
                .singleElement()
                .matches(whom -> !whom.needed());
        assertThat(change.leads().orElseThrow().withThem()).isFalse();
        assertThat(change.leadsToAsserting(Answers.NONE)).isFalse();
    }

    private void role(int from, @Nullable Integer until, String what) {
        timeline.add(RoleBar.of(
                FuzzyDate.month(YearMonth.of(from, 3)),
                until == null ? null : FuzzyDate.month(YearMonth.of(until, 3)),
                Words.of(what)));
    }
}
