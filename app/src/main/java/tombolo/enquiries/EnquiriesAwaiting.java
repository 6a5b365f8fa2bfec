package tombolo.enquiries;

import java.time.LocalDate;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tombolo.people.Awaiting;
import tombolo.practice.Practices;
import tombolo.time.ProgrammeTime;
import tombolo.vault.Confidential;
import tombolo.vault.Viewer;

/** Those who reached out and have not been answered yet, on the first page of the desk. */
@Component
@Order(10)
class EnquiriesAwaiting implements Awaiting {
    private final Enquiries enquiries;
    private final Practices practices;
    private final ProgrammeTime time;

    EnquiriesAwaiting(Enquiries enquiries, Practices practices, ProgrammeTime time) {
        this.enquiries = enquiries;
        this.practices = practices;
        this.time = time;
    }

    @Override
    public String title() {
        return "enquiries.waiting";
    }

    @Override
    public String none() {
        return "enquiries.waiting.none";
    }

    @Override
    public List<Line> lines(Viewer viewer) {
        LocalDate today = time.today(practices.current().zone());
        return enquiries.visibleTo(viewer).open().stream()
                .filter(line -> !line.enquiry().answered())
                .map(line -> new Line(
                        line.from().name().map(Confidential::words).orElse(""),
                        line.enquiry().isOverdue(today) ? "enquiries.waiting.overdue" : "enquiries.waiting.by",
                        line.enquiry().answerBy(),
                        "/desk/enquiries/" + line.enquiry().id(),
                        line.enquiry().isOverdue(today)))
                .toList();
    }
}
