package tombolo.demo;

import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tombolo.course.Course;
import tombolo.course.Courses;
import tombolo.ending.EndingReview.Parts;
import tombolo.ending.EndingReview.Reached;
import tombolo.ending.EndingReview.Turned;
import tombolo.ending.EndingReviews;
import tombolo.inventory.Inventories;
import tombolo.inventory.Ring;
import tombolo.vault.PersonId;
import tombolo.vault.Viewer;

/** Ewa and Ishbel have looked back in the last sessions; at home she added what is still ahead. */
@Component
@Profile("demo")
@Order(85)
class CastEnding implements Story {
    private static final int TOGETHER = 2;
    private static final int AT_HOME = 1;

    private final EndingReviews reviews;
    private final Courses courses;
    private final Inventories inventories;

    CastEnding(EndingReviews reviews, Courses courses, Inventories inventories) {
        this.reviews = reviews;
        this.courses = courses;
        this.inventories = inventories;
    }

    @Override
    public void week(int ago, Told told) {
        if (ago == TOGETHER) {
            write(told, told.viewer(Cast.ISHBEL), 0, "");
        } else if (ago == AT_HOME) {
            write(told, told.viewer(Cast.EWA), 1, "The dark months. I go to class even when it rains.");
        }
    }

    private void write(Told told, Viewer hand, int seen, String ahead) {
        PersonId ewa = told.person(Cast.EWA);
        List<Reached> reached = courses.visibleTo(hand).of(ewa).map(Course::goals).orElse(List.of()).stream()
                .map(goal -> new Reached(goal.id(), goal.text(), goal.baseline(), 8))
                .toList();
        List<Turned> people = inventories.visibleTo(hand).toCompare(ewa).people().stream()
                .filter(one -> one.standing().now() == Ring.VERY_CLOSE)
                .map(one -> new Turned(one.id(), one.name().words()))
                .toList();
        reviews.visibleTo(hand)
                .write(
                        ewa,
                        seen,
                        new Parts(
                                reached,
                                "I sleep, and I cook again. I still miss the old streets, and that may stay.",
                                "Ringing my aunt on Sundays, and going to class before I felt like it.",
                                List.of("I let the phone ring", "I eat from the packet, standing up"),
                                people,
                                List.of(
                                        "Ring my aunt the same day",
                                        "Tell one person in class",
                                        "After two low weeks, write to the practice"),
                                ahead));
    }
}
