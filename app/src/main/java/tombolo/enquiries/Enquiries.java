package tombolo.enquiries;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Repository;
import tombolo.enquiries.Enquiry.EnquiryId;
import tombolo.people.ContactPart;
import tombolo.people.PartOfRecord;
import tombolo.people.People;
import tombolo.people.Person;
import tombolo.ui.NotFound;
import tombolo.vault.Act;
import tombolo.vault.AuditChain;
import tombolo.vault.PersonId;
import tombolo.vault.Viewer;

/** The enquiries of a practice, as whoever is looking may see them. */
@Repository
public class Enquiries {
    private final EnquiryRows rows;
    private final People people;
    private final EnquiryPart words;
    private final ContactPart contact;
    private final AuditChain audit;

    Enquiries(EnquiryRows rows, People people, EnquiryPart words, ContactPart contact, AuditChain audit) {
        this.rows = rows;
        this.people = people;
        this.words = words;
        this.contact = contact;
        this.audit = audit;
    }

    public Visible visibleTo(Viewer viewer) {
        return new Visible(viewer);
    }

    /** False when somebody else changed it meanwhile: then nothing was written. */
    public boolean save(Enquiry enquiry) {
        return rows.save(enquiry);
    }

    /** An enquiry without its words, and whom it is from. */
    public record Line(Outline enquiry, Person from) {}

    /** An enquiry with its words, and whom it is from. */
    public record Opened(Enquiry enquiry, Person from) {}

    /** The enquiries a viewer may see. */
    public final class Visible {
        private final Viewer viewer;

        private Visible(Viewer viewer) {
            this.viewer = viewer;
        }

        /** What waits, the longest waiting first. */
        public List<Line> open() {
            return lines(rows.outlines(false));
        }

        /** What has ended and is not forgotten yet. */
        public List<Line> ended() {
            return lines(rows.outlines(true));
        }

        private List<Line> lines(List<Outline> outlines) {
            Map<PersonId, Person> from =
                    people
                            .visibleTo(viewer)
                            .among(outlines.stream().map(Outline::person).toList(), contact)
                            .stream()
                            .collect(Collectors.toMap(Person::id, Function.identity()));
            return outlines.stream()
                    .flatMap(outline ->
                            Stream.ofNullable(from.get(outline.person())).map(person -> new Line(outline, person)))
                    .toList();
        }

        /** With its words: for those who may answer. Reading it is recorded. */
        public Opened open(EnquiryId id) {
            Opened opened = get(id, words);
            audit.record(viewer, Act.READ, opened.from().id(), words.name());
            return opened;
        }

        /** To show beside a form; the words have been read before. */
        public Opened get(EnquiryId id) {
            return get(id, words);
        }

        /** For changing it, as the last change left it; nobody else changes it until this transaction ends. */
        public Opened toChange(EnquiryId id) {
            rows.waitFor(id);
            return get(id, words);
        }

        /** What this person first wrote, with its words; nothing where they came without writing. Reading it is recorded. */
        public Optional<Enquiry> firstOf(PersonId person) {
            people.visibleTo(viewer).get(person, words);
            Optional<Enquiry> first = rows.by(person);
            first.ifPresent(it -> audit.record(viewer, Act.READ, person, words.name()));
            return first;
        }

        /** That somebody wrote and how they may be reached, for those who see to it that nobody waits too long. */
        public Line line(EnquiryId id) {
            Outline outline = rows.outline(id).orElseThrow(NotFound::new);
            Person from = people.visibleTo(viewer).get(outline.person(), contact);
            audit.record(viewer, Act.READ, from.id(), contact.name());
            return new Line(outline, from);
        }

        /** Whether the words are for this viewer too. */
        public boolean mayOpen(EnquiryId id) {
            return rows.outline(id)
                    .filter(it -> people.visibleTo(viewer).mayOpen(it.person(), words))
                    .isPresent();
        }

        private Opened get(EnquiryId id, PartOfRecord part) {
            PersonId person = rows.outline(id).map(Outline::person).orElseThrow(NotFound::new);
            Person from = people.visibleTo(viewer).get(person, part);
            return new Opened(rows.find(id).orElseThrow(NotFound::new), from);
        }
    }
}
