package tombolo.timeline;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tombolo.inventory.Inventory;
import tombolo.inventory.Relationship;
import tombolo.inventory.RelationshipId;

/**
 * What the person says of one thing on the timeline, and whom it is about.
 *
 * @param what in a few words, as it stands on the picture
 * @param more in as many words as they like; may be empty
 */
public record Words(String what, String more, List<Involved> people) {
    /** Characters in the few words. */
    public static final int LONGEST = 120;

    /** Characters in the many. */
    public static final int MOST = 2000;

    public Words {
        people = List.copyOf(people);
        if (what.isBlank() || what.length() > LONGEST || more.length() > MOST) {
            throw new IllegalArgumentException(
                    "What happened has 1 to " + LONGEST + " characters, and " + MOST + " more at most");
        }
    }

    public static Words of(String what, Involved... people) {
        return new Words(what, "", List.of(people));
    }

    public boolean isAbout(RelationshipId who) {
        return people.stream().anyMatch(one -> one.who().equals(who));
    }

    /** Whom it is about, called what the circles call them today. */
    public List<String> names(Inventory circles) {
        return people.stream()
                .map(one -> Stream.of(circles.find(one.who()))
                        .flatMap(Optional::stream)
                        .map(Relationship::name)
                        .map(name -> name.words())
                        .findFirst()
                        .orElse(one.name()))
                .toList();
    }

    /** Confidential: nothing of it may get into a log by accident. */
    @Override
    public String toString() {
        return "(confidential)";
    }
}
