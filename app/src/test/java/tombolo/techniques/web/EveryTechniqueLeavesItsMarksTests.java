package tombolo.techniques.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import tombolo.accounts.Account;
import tombolo.accounts.TestBrowser;
import tombolo.course.Courses;
import tombolo.course.Variants;
import tombolo.inventory.RelationshipId;
import tombolo.inventory.TestCircles;
import tombolo.people.Person;
import tombolo.people.TestHouse;
import tombolo.techniques.Answers;
import tombolo.techniques.Piece;
import tombolo.techniques.Pieces;
import tombolo.techniques.Question;
import tombolo.techniques.SafeToSay;
import tombolo.techniques.Step;
import tombolo.techniques.Technique;
import tombolo.techniques.Techniques;
import tombolo.ui.Language;
import tombolo.ui.Texts;

/** One thread: whatever was worked on stands wherever the thread is looked at, and nobody types it again. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class EveryTechniqueLeavesItsMarksTests {
    private final Techniques techniques;
    private final Pieces pieces;
    private final Courses courses;
    private final Variants variants;
    private final ApplicationContext context;
    private final TestHouse house;
    private final Texts texts = new Texts(false);

    @LocalServerPort
    private int port;

    EveryTechniqueLeavesItsMarksTests(
            Techniques techniques, Pieces pieces, Courses courses, Variants variants, ApplicationContext context) {
        this.techniques = techniques;
        this.pieces = pieces;
        this.courses = courses;
        this.variants = variants;
        this.context = context;
        this.house = new TestHouse(context, "Lochside Practice", Optional.empty());
    }

    @Test
    void onTheCirclesTheTimelineTheWeekThePlanForTheHourAndTheThreadSheet() {
        TestBrowser desk = house.browser(port, house.ishbel());
        for (Technique how : techniques.all()) {
            Person anna = house.known("Anna", house.ishbel());
            Account hers = house.practice().person(anna.id(), how.id());
            RelationshipId dan = TestCircles.close(context, house, hers, "Dan");
            house.within(() -> courses.visibleTo(house.ishbel().viewer())
                    .begin(anna.id(), variants.find("ipt-16").orElseThrow()));
            TestBrowser mine = house.browser(port, hers);
            Piece begun = house.within(() -> begun(how, hers, dan));
            assertThat(mine.get("/my").body())
                    .as(how.id() + " is begun on the week")
                    .contains(begun.whole() ? "/my/techniques/" + begun.id() : "Something is half done");
            Piece piece = house.within(() -> whole(how, begun, hers, dan));
            assertThat(piece.whole()).as(how.id() + " is whole").isTrue();

            String title = texts.say(new Language("en"), how.texts() + ".title");
            boolean aTie = piece.with().isPresent();
            String said = title + (aTie ? ": Dan" : "");
            String here = "/techniques/" + piece.id();
            String record = "/desk/people/" + anna.id();
            assertThat(mine.get("/my").body())
                    .as(how.id() + " on the week")
                    .contains(how.leads().map(leads -> answer(leads.what())).orElse("/my" + here));
            assertThat(mine.get("/my/timeline").body())
                    .as(how.id() + " on the timeline")
                    .contains("/my" + here);
            how.happened()
                    .ifPresent(it -> assertThat(mine.get("/my/timeline").body())
                            .as(how.id() + " on its own day of the timeline")
                            .contains(texts.say(
                                    new Language("en"),
                                    how.texts() + ".happened",
                                    it.what().equals(Question.Whom.WHO) ? "Dan" : answer(it.what()))));
            assertThat(desk.get(record + "/timeline").body())
                    .as(how.id() + " on the timeline at the desk")
                    .contains(record + here);
            assertThat(desk.get(record + "/session").body())
                    .as(how.id() + " in the plan for the hour")
                    .contains("They have worked on: " + said);
            assertThat(desk.get(record + "/thread-sheet").body())
                    .as(how.id() + " on the thread sheet")
                    .contains(said);
            assertThat(how.steps().stream().anyMatch(step -> step.fields().contains(Question.Whom.WHO)))
                    .as(how.id() + " is about a tie where it asks for one")
                    .isEqualTo(aTie);
            if (aTie) {
                assertThat(mine.get("/my/circles/relationships/" + dan.value() + "/mentions")
                                .body())
                        .as(how.id() + " on the circles")
                        .contains("/my" + here);
            }
        }
    }

    private Piece begun(Technique how, Account hers, RelationshipId dan) {
        Step first = how.steps().getFirst();
        return pieces.visibleTo(hers.viewer())
                .begin(hers.person().orElseThrow(), how, with(first, dan), answers(first, dan));
    }

    /** The least path, whom it is about and when it was, and what comes of it. */
    private Piece whole(Technique how, Piece begun, Account hers, RelationshipId dan) {
        Pieces.Visible all = pieces.visibleTo(hers.viewer());
        Piece piece = begun;
        for (Step step : how.steps().subList(1, how.steps().size()).stream()
                .filter(step -> step.least() || isOfATieOrADay(how, step))
                .toList()) {
            piece = all.say(
                    begun.person(), begun.id(), piece.version(), how, step, answers(step, dan), with(step, dan));
        }
        if (how.leads().isPresent()) {
            if (piece.with().isPresent()) {
                all.answer(piece, SafeToSay.Answer.SAFE);
            }
            all.lead(begun.person(), begun.id(), how);
        }
        return piece;
    }

    private static boolean isOfATieOrADay(Technique how, Step step) {
        return step.fields().contains(Question.Whom.WHO)
                || how.happened().filter(it -> step.fields().contains(it.day())).isPresent();
    }

    private static Optional<RelationshipId> with(Step step, RelationshipId dan) {
        return Optional.of(dan).filter(it -> step.fields().contains(Question.Whom.WHO));
    }

    private static Answers answers(Step step, RelationshipId dan) {
        return new Answers(step.questions().stream()
                .flatMap(question -> answers(question, dan))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    private static Stream<Map.Entry<String, List<String>>> answers(Question question, RelationshipId dan) {
        List<String> said = new ArrayList<>();
        switch (question) {
            case Question.Words words -> said.add(answer(words.id()));
            case Question.Whom whom -> said.add(dan.value().toString());
            case Question.Scale scale -> said.add("1");
            case Question.One one -> said.add(one.options().getFirst());
            case Question.Some some -> said.add(some.options().getFirst());
            case Question.Grid grid -> {}
            case Question.Turns turns -> {}
        }
        return said.isEmpty() ? Stream.of() : Stream.of(Map.entry(question.id(), said));
    }

    private static String answer(String question) {
        return question.equals("date") ? "March 2019" : "My " + question;
    }
}
