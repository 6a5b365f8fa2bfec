package tombolo.people;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tombolo.time.ProgrammeTime;
import tombolo.ui.NotFound;
import tombolo.vault.Act;
import tombolo.vault.AuditChain;
import tombolo.vault.PersonId;
import tombolo.vault.Viewer;

/**
 * Somebody else may read or hear what reaches a person: they close that way themself, at once and without a reason. No word
 * of it is sent to them; whoever walks with them finds it at the desk.
 */
@Component
public class CloseWay {
    private final People people;
    private final ContactPart contact;
    private final AuditChain audit;
    private final ApplicationEventPublisher events;
    private final ProgrammeTime time;

    CloseWay(
            People people,
            ContactPart contact,
            AuditChain audit,
            ApplicationEventPublisher events,
            ProgrammeTime time) {
        this.people = people;
        this.contact = contact;
        this.audit = audit;
        this.events = events;
        this.time = time;
    }

    /** Whoever changes something else about them at the same moment does not keep it from being closed. */
    @Transactional
    public void of(Viewer viewer) {
        PersonId me = viewer.person().orElseThrow(NotFound::new);
        Person person;
        do {
            person = people.visibleTo(viewer).get(me, contact);
            person.closesTheirWay(time.now());
        } while (!people.save(person));
        audit.record(viewer, Act.WROTE, me, contact.name());
        events.publishEvent(new WayClosed(me));
    }
}
