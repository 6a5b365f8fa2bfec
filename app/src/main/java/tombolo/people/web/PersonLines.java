package tombolo.people.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tombolo.accounts.Accounts;
import tombolo.people.AtAGlance;
import tombolo.people.ContactPart;
import tombolo.people.Eyes;
import tombolo.people.PartOfRecord;
import tombolo.people.People;
import tombolo.people.Person;
import tombolo.people.web.PersonLine.PartLink;
import tombolo.ui.Said;
import tombolo.vault.AccountId;
import tombolo.vault.Confidential;
import tombolo.vault.PersonId;
import tombolo.vault.Viewer;

/** Lays out the people a member of staff may see, each with the parts of the record that are open to them. */
@Component
class PersonLines {
    private final People people;
    private final ContactPart contact;
    private final List<PartOfRecord> parts;
    private final List<AtAGlance> glances;
    private final Accounts accounts;

    PersonLines(
            People people,
            ContactPart contact,
            List<PartOfRecord> parts,
            ObjectProvider<AtAGlance> glances,
            Accounts accounts) {
        this.people = people;
        this.contact = contact;
        this.parts = parts;
        this.glances = glances.orderedStream().toList();
        this.accounts = accounts;
    }

    /** Those the viewer walks with. */
    List<PersonLine> walkedWith(Viewer viewer) {
        List<Person> shown = people.visibleTo(viewer).all();
        List<PersonId> ids = shown.stream().map(Person::id).toList();
        return lines(
                viewer, shown, glances.stream().map(glance -> glance.of(ids)).toList());
    }

    /** Everyone whose contact is open to the viewer; whoever only enquired so far stands on the list of enquiries instead. */
    List<PersonLine> known(Viewer viewer) {
        return lines(
                viewer,
                people.visibleTo(viewer).all(contact).stream()
                        .filter(person -> !person.cares().isEmpty())
                        .toList(),
                List.of());
    }

    /** The parts of one person's record that are open to the viewer and have a page for them, their contact apart. */
    List<PartLink> parts(Viewer viewer, PersonId person) {
        List<PartLink> links = new ArrayList<>();
        Map<Set<Eyes>, Boolean> open = new HashMap<>();
        for (PartOfRecord part : parts) {
            part.pageForStaff(person)
                    .filter(page -> part != contact)
                    .filter(page -> open.computeIfAbsent(
                            part.openTo(), eyes -> people.visibleTo(viewer).mayOpen(person, part)))
                    .ifPresent(page -> links.add(new PartLink(part.titleForStaff(), page)));
        }
        return links;
    }

    private List<PersonLine> lines(Viewer viewer, List<Person> shown, List<Map<PersonId, Said>> told) {
        Map<PartOfRecord, Set<PersonId>> open = new LinkedHashMap<>();
        List<PersonId> ids = shown.stream().map(Person::id).toList();
        for (PartOfRecord part : parts) {
            if (part.isForemost()) {
                Set<PersonId> seen = new HashSet<>();
                people.visibleTo(viewer).among(ids, part).forEach(person -> seen.add(person.id()));
                open.put(part, seen);
            }
        }
        Map<AccountId, String> names = new HashMap<>();
        return shown.stream()
                .map(person -> new PersonLine(
                        person.id(),
                        person.name().map(Confidential::words).orElse(""),
                        person.therapists().stream()
                                .map(one -> names.computeIfAbsent(one, accounts::nameOf))
                                .toList(),
                        person.enrolment().isPresent(),
                        told.stream()
                                .flatMap(glance -> Optional.ofNullable(glance.get(person.id())).stream())
                                .toList(),
                        open.entrySet().stream()
                                .filter(part -> part.getValue().contains(person.id()))
                                .flatMap(part -> part.getKey().pageForStaff(person.id()).stream()
                                        .map(page -> new PartLink(part.getKey().titleForStaff(), page)))
                                .toList()))
                .toList();
    }
}
