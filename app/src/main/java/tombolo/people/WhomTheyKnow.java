package tombolo.people;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tombolo.ui.MayWriteAbout;
import tombolo.vault.PersonId;
import tombolo.vault.Viewer;

/** Whoever may see how somebody is reached may write about them; anybody else does not know that they exist. */
@Component
class WhomTheyKnow implements MayWriteAbout {
    private final People people;
    private final ContactPart contact;

    WhomTheyKnow(People people, ContactPart contact) {
        this.people = people;
        this.contact = contact;
    }

    @Override
    @Transactional
    public boolean mayWrite(Viewer viewer, PersonId about) {
        return people.visibleTo(viewer).mayOpen(about, contact);
    }
}
