package tombolo.timeline;

import java.util.List;
import java.util.stream.Stream;
import tombolo.inventory.Inventory;
import tombolo.inventory.Relationship;
import tombolo.inventory.RelationshipId;
import tombolo.vault.Confidential;

/**
 * What the person says of one thing on the timeline, and whom it is about.
 *
 * @param what in a few words, as it stands on the picture; only how it felt may go without
 * @param more in as many words as they like; may be empty
 */
public record Words(String what, String more, List<Involved> people) {
    /** Nothing said. */
    public static final Words NONE = new Words("", "", List.of());

    /** Characters in the few words. */
    public static final int LONGEST = 120;

    /** Characters in the many. */
    public static final int MOST = 2000;

    public Words {
        people = List.copyOf(people);
        if (what.length() > LONGEST || more.length() > MOST) {
            throw new IllegalArgumentException("A few words have " + LONGEST + " characters at most, and many " + MOST);
        }
    }

    public static Words of(String what, Involved... people) {
        return new Words(what, "", List.of(people));
    }

    void mustSay() {
        if (what.isBlank()) {
            throw new IllegalArgumentException("What happened, and what somebody was, is said in a few words");
        }
    }

    Words and(Involved one) {
        return isAbout(one.who())
                ? this
                : new Words(
                        what,
                        more,
                        Stream.concat(people.stream(), Stream.of(one)).toList());
    }

    public boolean isAbout(RelationshipId who) {
        return people.stream().anyMatch(one -> one.who().equals(who));
    }

    /** Whom it is about, called what the circles call them today. */
    public List<String> names(Inventory circles) {
        return people.stream()
                .map(one -> circles.find(one.who())
                        .map(Relationship::name)
                        .map(Confidential::words)
                        .orElse(one.name()))
                .toList();
    }

    /** Confidential: nothing of it may get into a log by accident. */
    @Override
    public String toString() {
        return "(confidential)";
    }
}
