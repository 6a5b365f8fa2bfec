package tombolo.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import tombolo.accounts.Account;
import tombolo.course.Contract.Agreement;
import tombolo.course.Contract.Terms;
import tombolo.course.Contract.Way;
import tombolo.course.Course.State;
import tombolo.database.Ids;
import tombolo.inventory.RelationshipId;
import tombolo.people.ForgetPerson;
import tombolo.people.Person;
import tombolo.people.TestHouse;
import tombolo.ui.NotFound;
import tombolo.vault.Act;
import tombolo.vault.Viewer;

/** The course as it is kept: whole when it comes back, sealed on disk, and there for nobody else. */
@SpringBootTest
class CourseModuleTests {
    private final TestHouse house;
    private final Courses courses;
    private final Variants variants;
    private final ForgetPerson forget;
    private final Person anna;
    private final Viewer ishbel;

    CourseModuleTests(ApplicationContext context, Courses courses, Variants variants, ForgetPerson forget) {
        this.house = new TestHouse(context, "Lochside Practice", Optional.empty());
        this.courses = courses;
        this.variants = variants;
        this.forget = forget;
        this.anna = house.known("Anna", house.ishbel());
        this.ishbel = house.ishbel().viewer();
    }

    private Course begin() {
        return house.within(() -> courses.visibleTo(ishbel)
                .begin(anna.id(), variants.find("ipt-16").orElseThrow()));
    }

    private Course now() {
        return house.within(() -> courses.visibleTo(ishbel).of(anna.id()).orElseThrow());
    }

    private void agree() {
        house.within(() -> {
            Courses.Visible visible = courses.visibleTo(ishbel);
            Course course = visible.of(anna.id()).orElseThrow();
            course.agreeOn(new Focus(
                    List.of("transition"),
                    List.of(new Focus.Named(new RelationshipId(Ids.next()), "Dan")),
                    "Heatherbell since Finn came",
                    visible.signature()));
            course.propose(
                    16,
                    LocalDate.of(2027, 3, 1),
                    new Terms(
                            List.of(
                                    new Goal(
                                            Ids.next(),
                                            "Ask Dan for Saturday",
                                            Optional.empty(),
                                            "He has Finn",
                                            2,
                                            Optional.empty()),
                                    new Goal(
                                            Ids.next(),
                                            "Ring Isla",
                                            Optional.empty(),
                                            "Twice a week",
                                            4,
                                            Optional.empty())),
                            "Ring the day before",
                            "Only if both agree",
                            "We talk at once",
                            ""),
                    visible.signature());
            course.agree(new Agreement(
                    Way.IN_THE_ROOM, ishbel.account(), visible.signature().at()));
            visible.save(course);
            return course;
        });
    }

    @Test
    void comesBackAsItWasKept() {
        begin();
        agree();
        house.within(() -> {
            Courses.Visible visible = courses.visibleTo(ishbel);
            Course course = visible.of(anna.id()).orElseThrow();
            Signature now = visible.signature();
            course.heldSession(1, now.at(), Optional.empty(), now.by());
            visible.save(course);
            return course;
        });
        Course course = now();
        assertThat(course.state()).isEqualTo(State.UNDERWAY);
        assertThat(course.sessionsPlanned()).isEqualTo(16);
        assertThat(course.sessionsHeld()).isEqualTo(1);
        assertThat(course.phase()).isEqualTo(Phase.INITIAL);
        assertThat(course.goals()).extracting(Goal::text).containsExactly("Ask Dan for Saturday", "Ring Isla");
        assertThat(course.focus().orElseThrow().people())
                .extracting(Focus.Named::name)
                .containsExactly("Dan");
        assertThat(course.contract().orElseThrow().endDate()).isEqualTo(LocalDate.of(2027, 3, 1));
        assertThat(house.looked(anna.id()))
                .anyMatch(entry -> entry.act() == Act.WROTE && entry.what().equals("course"));
    }

    @Test
    void onePersonHasOneCourseAtATime() {
        begin();
        assertThatExceptionOfType(CourseChanged.class).isThrownBy(this::begin);
    }

    @Test
    void twoHandsAtOnceAreNotBothKept() {
        begin();
        Course mine = now();
        agree();
        assertThatExceptionOfType(CourseChanged.class)
                .isThrownBy(() -> house.within(() -> {
                    Signature now = courses.visibleTo(ishbel).signature();
                    mine.heldSession(1, now.at(), Optional.empty(), now.by());
                    courses.visibleTo(ishbel).save(mine);
                    return mine;
                }));
        assertThat(now().sessionsHeld()).isZero();
    }

    @Test
    void noWordLiesInARowAndForgettingLeavesNone() {
        begin();
        agree();
        String rows = house.rows("course") + house.rows("course_step") + house.rows("course_contract");
        for (String word : List.of("Heatherbell", "Dan", "Isla", "Saturday", "talk at once")) {
            assertThat(rows).doesNotContain(word).doesNotContain(TestHouse.hex(word));
        }
        assertThat(rows).contains("transition");
        house.within(() -> {
            forget.forget(anna.id(), ishbel);
            return "";
        });
        for (String table : List.of("course", "course_step", "course_contract", "course_session")) {
            assertThat(house.count(table)).as(table).isZero();
        }
    }

    @Test
    void isThereForWhoeverWalksWithThemAndForNobodyElse() {
        begin();
        TestHouse harbour = new TestHouse(house.context(), "Harbour Practice", Optional.empty());
        for (Account other : List.of(house.idris(), house.priya())) {
            assertThatExceptionOfType(NotFound.class)
                    .isThrownBy(() ->
                            house.within(() -> courses.visibleTo(other.viewer()).of(anna.id())));
            assertThat(house.within(() -> courses.visibleTo(other.viewer()).open()))
                    .isEmpty();
        }
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> harbour.within(
                        () -> courses.visibleTo(harbour.ishbel().viewer()).of(anna.id())));
        assertThat(house.within(() -> courses.visibleTo(ishbel).open())).hasSize(1);
    }

    @Test
    void aPracticesOwnVariantIsSealedVersionedAndKeptByTheCourseThatBeganWithIt() {
        Variant own =
                house.within(() -> variants.copy(ishbel, variants.find("ipt-16").orElseThrow(), "Marram evenings"));
        house.within(() -> courses.visibleTo(ishbel).begin(anna.id(), own));
        Variant changed = house.within(
                () -> variants.change(ishbel, own, own.copiedAs(own.id(), own.version(), "Marram mornings"))
                        .orElseThrow());
        assertThat(changed.version()).isEqualTo(2);
        assertThat(house.<Optional<Variant>>within(() -> variants.change(ishbel, own, own)))
                .as("an older version")
                .isEmpty();
        assertThat(now().variant().name()).isEqualTo("Marram evenings");
        assertThat(house.within(() -> variants.all()))
                .extracting(Variant::name)
                .contains("Marram mornings", "IPT, 16 sessions")
                .doesNotContain("Marram evenings");
        assertThat(house.rows("course_variant")).doesNotContain("Marram").doesNotContain(TestHouse.hex("Marram"));
    }
}
