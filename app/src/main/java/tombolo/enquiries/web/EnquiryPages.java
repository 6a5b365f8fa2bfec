package tombolo.enquiries.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tombolo.accounts.Accounts;
import tombolo.enquiries.Enquiries;
import tombolo.enquiries.Enquiry;
import tombolo.enquiries.Enquiry.Reason;
import tombolo.enquiries.Outline;
import tombolo.enquiries.Reply;
import tombolo.people.HowToReach;
import tombolo.people.Invitation;
import tombolo.people.Invitations;
import tombolo.people.Person;
import tombolo.practice.Practice;
import tombolo.time.ProgrammeTime;
import tombolo.ui.Errors;
import tombolo.vault.AccountId;
import tombolo.vault.Confidential;
import tombolo.vault.PersonId;
import tombolo.vault.Viewer;

/** Lays out what the desk sees of enquiries: the list, one that may be read, and one of which only the outline is seen. */
@Component
class EnquiryPages {
    private final Invitations invitations;
    private final Accounts accounts;
    private final ProgrammeTime time;

    EnquiryPages(Invitations invitations, Accounts accounts, ProgrammeTime time) {
        this.invitations = invitations;
        this.accounts = accounts;
        this.time = time;
    }

    List<EnquiriesPage.Row> rows(List<Enquiries.Line> lines, Practice practice) {
        LocalDate today = time.today(practice.zone());
        return lines.stream()
                .filter(line -> line.enquiry().state() != Enquiry.State.BEGAN)
                .map(line -> row(line.enquiry(), line.from(), practice, today))
                .toList();
    }

    private EnquiriesPage.Row row(Outline outline, Person from, Practice practice, LocalDate today) {
        return new EnquiriesPage.Row(
                ChangeEnquiry.address(outline.id().value()),
                name(from),
                outline.sent(),
                practice.promise().waited(outline.sent(), today),
                outline.answerBy(),
                outline.isOverdue(today),
                outline.state(),
                outline.takenBy().map(accounts::nameOf).orElse(""),
                outline.tries(),
                outline.reason().map(Reason::name).orElse(""),
                forgotten(outline.sent(), practice));
    }

    LinePage line(Enquiries.Line line, Practice practice) {
        LocalDate today = time.today(practice.zone());
        Outline outline = line.enquiry();
        return new LinePage(
                name(line.from()),
                outline.reference().text(),
                outline.state(),
                outline.sent(),
                practice.promise().waited(outline.sent(), today),
                outline.answerBy(),
                outline.isOverdue(today),
                outline.takenBy().map(accounts::nameOf).orElse(""),
                outline.tries(),
                HowToReach.of(line.from().contact(), practice.country()),
                practice.zone());
    }

    EnquiryPage one(Viewer viewer, Enquiries.Opened opened, Practice practice, ReplyForm reply, Errors errors) {
        Enquiry enquiry = opened.enquiry();
        Person from = opened.from();
        LocalDate today = time.today(practice.zone());
        Optional<AccountId> holder = enquiry.taken().map(Enquiry.Taken::by);
        return new EnquiryPage(
                enquiry.id().toString(),
                from.id(),
                name(from),
                enquiry.reference().text(),
                enquiry.state(),
                enquiry.sent(),
                practice.promise().waited(enquiry.sent(), today),
                enquiry.answerBy(),
                enquiry.isOverdue(today),
                holder.map(accounts::nameOf).orElse(""),
                holder.map(AccountId::toString).orElse(""),
                holder.equals(Optional.of(viewer.account())),
                HowToReach.of(from.contact(), practice.country()),
                words(enquiry.words()),
                words(enquiry.marked()),
                enquiry.replies().stream().map(this::answered).toList(),
                enquiry.ending().map(this::ended),
                openInvitation(from.id()),
                forgotten(enquiry.sent(), practice),
                practice.zone(),
                reply,
                errors);
    }

    FirstWordsPage mine(Optional<Enquiry> first, Practice practice) {
        return new FirstWordsPage(
                first.map(it -> new FirstWordsPage.First(
                        it.sent(),
                        words(it.words()),
                        words(it.marked()),
                        it.replies().stream().map(this::tried).toList())),
                practice.zone());
    }

    private FirstWordsPage.Tried tried(Reply reply) {
        return new FirstWordsPage.Tried(
                accounts.nameOf(reply.by()), reply.at(), reply.how().name(), reply.reached());
    }

    private EnquiryPage.Answered answered(Reply reply) {
        return new EnquiryPage.Answered(
                accounts.nameOf(reply.by()),
                reply.at(),
                reply.how().name(),
                reply.reached(),
                reply.said().words(),
                reply.next().words());
    }

    private EnquiryPage.Ended ended(Enquiry.Ending ending) {
        return new EnquiryPage.Ended(
                ending.reason().name(),
                ending.by().map(accounts::nameOf).orElse(""),
                ending.at(),
                ending.note().words());
    }

    private Optional<Instant> openInvitation(PersonId person) {
        Instant now = time.now();
        return invitations.of(person).stream()
                .filter(invitation -> invitation.state(now) == Invitation.State.OPEN)
                .map(Invitation::expires)
                .findFirst();
    }

    private static LocalDate forgotten(Instant sent, Practice practice) {
        return LocalDate.ofInstant(sent.plus(Enquiry.KEPT), practice.zone());
    }

    static String name(Person from) {
        return words(from.name());
    }

    private static String words(Optional<Confidential> words) {
        return words.map(Confidential::words).orElse("");
    }
}
