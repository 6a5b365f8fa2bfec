package tombolo.techniques;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import tombolo.course.Phase;
import tombolo.course.ProblemAreas;
import tombolo.inventory.Amount;
import tombolo.inventory.Exchange;
import tombolo.inventory.Inventories;
import tombolo.inventory.Inventory;
import tombolo.inventory.Relationship;
import tombolo.inventory.RelationshipId;
import tombolo.inventory.Ring;
import tombolo.inventory.Sector;
import tombolo.inventory.Signature;
import tombolo.inventory.Standing;
import tombolo.inventory.Support;
import tombolo.people.ForgetPerson;
import tombolo.people.TestHouse;
import tombolo.time.ProgrammeTime;
import tombolo.ui.NotFound;
import tombolo.ui.Texts;
import tombolo.vault.PersonId;
import tombolo.vault.Viewer;
import tombolo.week.Tries;
import tombolo.week.Try;

/** What holds for every technique there is, and for every piece of work with one. */
@SpringBootTest
class TechniquesModuleTests {
    private final ApplicationContext context;
    private final Techniques techniques;
    private final Pieces pieces;
    private final StepBeginnings beginnings;
    private final SafeToSay safe;
    private final Tries tries;
    private final Inventories inventories;
    private final ForgetPerson forget;
    private final ProgrammeTime time;

    private TestHouse house;
    private PersonId anna;
    private Viewer hers;
    private Viewer ishbel;
    private RelationshipId dan;

    TechniquesModuleTests(
            ApplicationContext context,
            Techniques techniques,
            Pieces pieces,
            StepBeginnings beginnings,
            SafeToSay safe,
            Tries tries,
            Inventories inventories,
            ForgetPerson forget,
            ProgrammeTime time) {
        this.context = context;
        this.techniques = techniques;
        this.pieces = pieces;
        this.beginnings = beginnings;
        this.safe = safe;
        this.tries = tries;
        this.inventories = inventories;
        this.forget = forget;
        this.time = time;
    }

    @BeforeEach
    void annaAndDan() {
        house = new TestHouse(context, "Lochside Practice", Optional.empty());
        anna = house.known("Anna", house.ishbel()).id();
        hers = house.practice().person(anna, "anna").viewer();
        ishbel = house.ishbel().viewer();
        dan = house.within(() -> {
            Inventory circles = inventories.visibleTo(hers).toChange(anna);
            RelationshipId added = circles.add(
                            List.of("Dan"),
                            new Standing(Ring.CLOSE, null, Sector.FAMILY),
                            new Signature(hers.account(), time.now()))
                    .getFirst()
                    .id();
            inventories.save(circles, hers);
            return added;
        });
    }

    @Test
    void theLeastPathOfEachIsEightInputsAtMost() {
        assertThat(techniques.all()).isNotEmpty().allSatisfy(how -> {
            assertThat(how.leastPath()).as(how.id()).isNotEmpty();
            assertThat(how.leastInputs()).as(how.id()).isBetween(1, 8);
            assertThat(how.steps().getFirst().least())
                    .as("it begins with what is enough")
                    .isTrue();
        });
    }

    @Test
    void whatIsSaidAloudWaitsInEachForTheQuestionWhetherItIsSafe() {
        assertThat(techniques.all()).allSatisfy(how -> {
            assertThat(how.steps())
                    .as(how.id())
                    .filteredOn(step -> !step.asserting())
                    .flatExtracting(Step::questions)
                    .noneMatch(question -> question instanceof Question.Words words && words.aloud());
            int whom = indexOf(how, step -> step.fields().contains(Question.Whom.WHO));
            int first = indexOf(how, Step::asserting);
            assertThat(first < 0 || whom >= 0 && whom < first)
                    .as(how.id() + " asks whom it is about before")
                    .isTrue();
        });
    }

    private static int indexOf(Technique how, Predicate<Step> which) {
        return how.steps().stream().map(which::test).toList().indexOf(true);
    }

    @Test
    void noTwoQuestionsOfOneAnswerToTheSameName() {
        assertThat(techniques.all())
                .allSatisfy(how -> assertThat(how.questions()
                                .flatMap(question -> question.fields().stream())
                                .toList())
                        .as(how.id())
                        .doesNotHaveDuplicates()
                        .allMatch(field -> field.matches("[a-z0-9-]+"))
                        .doesNotContain("title", "about", "when", "from", "step", "wrong", "look", "seen"));
    }

    @Test
    void eachIsOfferedInSomePartOfACourseForAreasThereAre() {
        Set<String> areas = context.getBean(ProblemAreas.class).ids();
        assertThat(techniques.all()).allSatisfy(how -> {
            assertThat(areas).as(how.id()).containsAll(how.offered().areas());
            List<String> focus = how.offered().areas();
            assertThat(Phase.values())
                    .as(how.id())
                    .anyMatch(phase -> techniques.fitting(phase, focus).contains(how));
        });
    }

    @Test
    void everyOneHasItsWordsAndFourExamplesForEachStep() {
        Texts texts = new Texts(false);
        List<String> missing = new ArrayList<>();
        for (Technique how : techniques.all()) {
            List<String> keys = new ArrayList<>(List.of(".title", ".about", ".when", ".from"));
            for (Step step : how.steps()) {
                keys.add(".step." + step.id());
                for (String life : List.of("older", "parent", "student", "alone")) {
                    keys.add(".step." + step.id() + ".example." + life);
                }
            }
            how.questions().forEach(question -> keys.addAll(words(question)));
            how.changing().ifPresent(question -> keys.addAll(stands(how, question)));
            keys.stream()
                    .map(key -> how.texts() + key)
                    .filter(key -> !texts.has(key))
                    .forEach(missing::add);
        }
        assertThat(missing).as("texts that i18n/en does not have").isEmpty();
    }

    /** How it stood and how it stands, for both sides of the desk. */
    private static List<String> stands(Technique how, String question) {
        return how.questions()
                .filter(one -> one.id().equals(question))
                .map(Question.One.class::cast)
                .flatMap(one -> one.options().stream())
                .flatMap(option -> Stream.of(".was.", ".is.").map(stands -> "." + question + stands + option))
                .flatMap(key -> Stream.of(key, ".desk" + key))
                .toList();
    }

    private static List<String> words(Question question) {
        String key = "." + question.id();
        List<String> keys = new ArrayList<>(List.of(key));
        switch (question) {
            case Question.One one -> one.options().forEach(option -> keys.add(key + "." + option));
            case Question.Some some -> {
                some.options().forEach(option -> keys.add(key + "." + option));
                some.further().forEach(group -> keys.add(key + ".more." + group.id()));
            }
            case Question.Scale scale -> keys.addAll(List.of(key + ".low", key + ".high"));
            case Question.Grid grid -> {
                grid.rows().forEach(row -> keys.add(key + "." + row));
                grid.columns().forEach(column -> keys.add(key + ".column." + column));
            }
            case Question.Turns turns -> {
                keys.addAll(List.of(key + ".who", key + ".who.me", key + ".who.them", key + ".said"));
                turns.parts().forEach(part -> keys.add(key + "." + part));
            }
            case Question.Words words -> {}
            case Question.Whom whom -> {}
        }
        return keys;
    }

    @Test
    void whatIsTriedIsPutOnTheWeekOnceWithWhoeverItIsAbout() {
        house.within(() -> {
            Technique how = techniques.find("needs").orElseThrow();
            Piece piece = whole(how);
            pieces.visibleTo(hers).answer(piece, SafeToSay.Answer.SAFE);
            Try agreed = pieces.visibleTo(hers).lead(anna, piece.id(), how);
            assertThat(agreed.words().what()).isEqualTo("Would you get up on Friday night?");
            assertThat(agreed.words().when()).isEqualTo("After supper");
            assertThat(agreed.words().with().orElseThrow().who()).isEqualTo(dan);
            assertThat(pieces.visibleTo(hers).get(anna, piece.id()).tried()).contains(agreed.id());
            assertThatExceptionOfType(IllegalStateException.class)
                    .isThrownBy(() -> pieces.visibleTo(hers).lead(anna, piece.id(), how));
            assertThat(tries.visibleTo(hers).of(anna)).hasSize(1);
            return true;
        });
    }

    @Test
    void whatComesFromSomebodyIsToldOnceForTheCirclesAndTheSupportMap() {
        house.within(() -> {
            Technique how = techniques.find("support-map").orElseThrow();
            Step now = step(how, "now");
            describe(new Exchange(Map.of(Support.ADVICE, Amount.A_GREAT_DEAL), Map.of()));
            Piece piece = pieces.visibleTo(hers)
                    .begin(anna, how, Optional.of(dan), new Answers(Map.of("who", List.of(dan.toString()))));
            assertThat(beginnings.visibleTo(hers).of(piece, how, now).all("get"))
                    .as("known from the circles")
                    .containsExactly("advice");
            Answers said = new Answers(Map.of("get", List.of("advice", "company"), "give", List.of("practical")));
            piece = pieces.visibleTo(hers).say(anna, piece.id(), 0, how, now, said, Optional.empty());
            assertThat(between().received())
                    .as("all were there to be marked")
                    .containsExactlyInAnyOrderEntriesOf(Map.of(
                            Support.ADVICE,
                            Amount.A_GREAT_DEAL,
                            Support.COMPANY,
                            Amount.A_LITTLE,
                            Support.EMOTIONAL,
                            Amount.NONE,
                            Support.PRACTICAL,
                            Amount.NONE,
                            Support.APPRAISAL,
                            Amount.NONE));
            assertThat(between().given())
                    .containsEntry(Support.PRACTICAL, Amount.A_LITTLE)
                    .containsEntry(Support.ADVICE, Amount.NONE);

            describe(new Exchange(Map.of(Support.COMPANY, Amount.NONE), Map.of()));
            assertThat(beginnings.visibleTo(hers).of(piece, how, now).all("get"))
                    .as("the circles know better than what was said here once")
                    .isEmpty();
            Step much = step(how, "much");
            pieces.visibleTo(hers)
                    .say(
                            anna,
                            piece.id(),
                            piece.version(),
                            how,
                            much,
                            new Answers(Map.of("much-company-is", List.of("2"), "much-company-wished", List.of("3"))),
                            Optional.empty());
            assertThat(between().received()).containsEntry(Support.COMPANY, Amount.QUITE_A_LOT);
            return true;
        });
    }

    private Exchange between() {
        return inventories
                .visibleTo(hers)
                .toCompare(anna)
                .find(dan)
                .orElseThrow()
                .description()
                .exchange();
    }

    private void describe(Exchange exchange) {
        Inventory circles = inventories.visibleTo(hers).toChange(anna);
        Relationship tie = circles.find(dan).orElseThrow();
        circles.describe(
                dan,
                tie.version(),
                "Dan",
                tie.standing(),
                tie.description().exchanging(exchange),
                new Signature(hers.account(), time.now()));
        inventories.save(circles, hers);
    }

    @Test
    void nobodySavesOverWhatWasSaidMeanwhile() {
        house.within(() -> {
            Technique how = techniques.find("needs").orElseThrow();
            Piece piece = whole(how);
            Step sentence = step(how, "sentence");
            pieces.visibleTo(ishbel)
                    .say(
                            anna,
                            piece.id(),
                            piece.version(),
                            how,
                            sentence,
                            said("sentence", "In the room"),
                            Optional.empty());
            assertThatExceptionOfType(PieceChanged.class)
                    .isThrownBy(() -> pieces.visibleTo(hers)
                            .say(
                                    anna,
                                    piece.id(),
                                    piece.version(),
                                    how,
                                    sentence,
                                    said("sentence", "At home"),
                                    Optional.empty()))
                    .satisfies(changed -> assertThat(changed.newest().answers().one("sentence"))
                            .isEqualTo("In the room"));
            return true;
        });
    }

    @Test
    void onlyThoseWhoWalkWithThemSeeIt() {
        Viewer another = house.idris().viewer();
        house.within(() -> {
            Piece piece = whole(techniques.find("needs").orElseThrow());
            assertThat(pieces.visibleTo(ishbel).get(anna, piece.id())).isEqualTo(piece);
            assertThatExceptionOfType(NotFound.class)
                    .isThrownBy(() -> pieces.visibleTo(another).get(anna, piece.id()));
            return true;
        });
    }

    @Test
    void anythingButSafeClosesTheWorkOnSayingItTowardsThatOnePerson() {
        house.within(() -> {
            Technique how = techniques.find("needs").orElseThrow();
            Piece piece = whole(how);
            assertThat(safe.visibleTo(hers).of(piece, how)).isEqualTo(SafeToSay.Standing.NOT_ASKED);
            for (SafeToSay.Answer answer :
                    List.of(SafeToSay.Answer.NOT_SAFE, SafeToSay.Answer.NOT_SURE, SafeToSay.Answer.RATHER_NOT)) {
                pieces.visibleTo(hers).answer(piece, answer);
                assertThat(safe.visibleTo(hers).of(piece, how)).isEqualTo(SafeToSay.Standing.CLOSED);
            }
            assertThat(pieces.visibleTo(hers).get(anna, piece.id()).whole())
                    .as("what is closed is not waited for")
                    .isTrue();
            pieces.visibleTo(hers).answer(piece, SafeToSay.Answer.SAFE);
            assertThat(safe.visibleTo(hers).of(piece, how)).isEqualTo(SafeToSay.Standing.OPEN);
            return true;
        });
    }

    @Test
    void theAnswerIsReadByTheTherapistAlone() {
        house.within(() -> {
            Piece piece = whole(techniques.find("needs").orElseThrow());
            pieces.visibleTo(hers).answer(piece, SafeToSay.Answer.NOT_SAFE);
            assertThat(safe.visibleTo(ishbel).all(anna))
                    .singleElement()
                    .satisfies(one -> assertThat(one.answer()).isEqualTo(SafeToSay.Answer.NOT_SAFE));
            assertThatExceptionOfType(NotFound.class)
                    .isThrownBy(() -> safe.visibleTo(hers).all(anna));
            return true;
        });
    }

    @Test
    void noWordOfItIsOnTheDiskAndAllOfItIsForgottenWithThem() {
        house.within(() -> {
            pieces.visibleTo(hers).answer(whole(techniques.find("needs").orElseThrow()), SafeToSay.Answer.NOT_SAFE);
            return true;
        });
        String raw = house.rows("piece_of_work") + house.rows("safe_to_say");
        for (String word : List.of("Dan", "Friday", "supper", "sleep", "NOT_SAFE")) {
            assertThat(raw).isNotBlank().doesNotContain(word, TestHouse.hex(word));
        }
        house.practice().run(() -> forget.forget(anna, ishbel));
        assertThat(house.count("piece_of_work") + house.count("safe_to_say")).isZero();
    }

    private Piece whole(Technique how) {
        Piece piece = pieces.visibleTo(hers)
                .begin(anna, how, Optional.of(dan), said("who", dan.value().toString()));
        piece = say(piece, how, "need", Map.of("need", List.of("support")));
        piece = say(piece, how, "gap", Map.of("now", List.of("0"), "wanted", List.of("3"), "aloud", List.of("no")));
        piece = say(piece, how, "sentence", Map.of("sentence", List.of("A night of sleep.")));
        return say(
                piece,
                how,
                "request",
                Map.of("request", List.of("Would you get up on Friday night?"), "day", List.of("After supper")));
    }

    private Piece say(Piece piece, Technique how, String step, Map<String, List<String>> said) {
        return pieces.visibleTo(hers)
                .say(anna, piece.id(), piece.version(), how, step(how, step), new Answers(said), Optional.empty());
    }

    private static Step step(Technique how, String id) {
        return how.steps().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Answers said(String field, String words) {
        return new Answers(Map.of(field, List.of(words)));
    }
}
