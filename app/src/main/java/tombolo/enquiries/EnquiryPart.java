package tombolo.enquiries;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tombolo.people.Eyes;
import tombolo.people.PartOfRecord;
import tombolo.vault.PersonId;

/** What somebody first wrote to us, and what was answered. */
@Component
@Order(2)
final class EnquiryPart implements PartOfRecord {
    private final EnquiryRows rows;

    EnquiryPart(EnquiryRows rows) {
        this.rows = rows;
    }

    @Override
    public String name() {
        return "enquiries";
    }

    @Override
    public String title() {
        return "enquiries.part";
    }

    @Override
    public String titleForStaff() {
        return "enquiries.desk.part";
    }

    @Override
    public String about() {
        return "enquiries.part.about";
    }

    /** Until somebody walks with the person any therapist here may answer; from then on it is between the two of them. */
    @Override
    public Set<Eyes> openTo() {
        return EnumSet.of(Eyes.THEMSELF, Eyes.THERAPIST, Eyes.THERAPIST_OF_THE_PRACTICE);
    }

    @Override
    public Optional<String> pageForThem() {
        return Optional.of("/my/first-words");
    }

    /** Read once, and by many who never wrote: not among what they come back for. */
    @Override
    public boolean isOnTheirFirstPage() {
        return false;
    }

    /** Whoever came without writing first has none. */
    @Override
    public Optional<String> pageForStaff(PersonId person) {
        return rows.outlineOf(person).map(first -> "/desk/enquiries/" + first.id());
    }

    @Override
    public void forget(PersonId person) {
        rows.forget(person);
    }
}
