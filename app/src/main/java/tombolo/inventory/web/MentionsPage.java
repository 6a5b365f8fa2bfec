package tombolo.inventory.web;

import java.util.List;
import tombolo.inventory.MentionOf.Mention;

/** Where somebody on the circles comes up elsewhere, by kind of place. */
public record MentionsPage(CirclesPage.Place place, String id, String name, List<Group> groups) {

    /** One kind of place; {@code title} is a text key. */
    public record Group(String title, List<Mention> mentions) {}
}
