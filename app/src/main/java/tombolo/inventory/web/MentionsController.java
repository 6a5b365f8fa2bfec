package tombolo.inventory.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import tombolo.inventory.Inventories;
import tombolo.inventory.Inventory;
import tombolo.inventory.MentionOf;
import tombolo.inventory.Relationship;
import tombolo.inventory.RelationshipId;
import tombolo.people.People;
import tombolo.ui.Frame;
import tombolo.ui.Frames;
import tombolo.ui.NotFound;
import tombolo.vault.Viewer;

/** One thread: from somebody on the circles to everywhere else they come up. */
@Controller
class MentionsController {
    private final Inventories inventories;
    private final People people;
    private final List<MentionOf> places;
    private final Acting acting;
    private final Frames frames;

    MentionsController(
            Inventories inventories, People people, ObjectProvider<MentionOf> places, Acting acting, Frames frames) {
        this.inventories = inventories;
        this.people = people;
        this.places = places.orderedStream().toList();
        this.acting = acting;
        this.frames = frames;
    }

    @GetMapping({"/my/circles/relationships/{id}/mentions", "/desk/people/{person}/circles/relationships/{id}/mentions"
    })
    String mentions(
            Viewer viewer,
            @PathVariable(required = false) @Nullable UUID person,
            @PathVariable UUID id,
            HttpServletRequest request,
            Model model) {
        Whose whose = Whose.of(viewer, person);
        Frame frame = frames.of(request);
        RelationshipId who = new RelationshipId(id);
        model.addAttribute("page", acting.looking(() -> {
            Inventory inventory = inventories.visibleTo(viewer).toCompare(whose.person());
            Relationship one = inventory.find(who).orElseThrow(NotFound::new);
            List<MentionsPage.Group> groups = places.stream()
                    .filter(place -> people.visibleTo(viewer).mayOpen(whose.person(), place.part()))
                    .map(place -> new MentionsPage.Group(place.title(), place.of(whose.person(), who, viewer, frame)))
                    .filter(group -> !group.mentions().isEmpty())
                    .toList();
            return new MentionsPage(
                    whose.place(inventory, frame),
                    id.toString(),
                    Row.isolated(one.name().words()),
                    groups);
        }));
        return "inventory/mentions";
    }
}
