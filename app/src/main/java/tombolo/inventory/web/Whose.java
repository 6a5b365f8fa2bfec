package tombolo.inventory.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tombolo.inventory.Inventory;
import tombolo.ui.Frame;
import tombolo.ui.NotFound;
import tombolo.vault.PersonId;
import tombolo.vault.Viewer;

/** Whose circles a page is about: one's own, or those of the person the address names. The rest is for the loading to decide. */
record Whose(PersonId person, String base, boolean desk) {

    static Whose of(Viewer viewer, @Nullable UUID person) {
        if (person == null) {
            return new Whose(viewer.person().orElseThrow(NotFound::new), "/my/circles", false);
        }
        PersonId id = new PersonId(person);
        return new Whose(id, "/desk/people/" + id + "/circles", true);
    }

    CirclesPage.Place place(Inventory inventory, Frame frame) {
        String called = inventory
                .called()
                .map(name -> frame.t("inventory.desk.heading", Row.isolated(name.words())))
                .orElseGet(() -> frame.t("inventory.desk.nameless"));
        return new CirclesPage.Place(person.toString(), base, desk, called);
    }
}
