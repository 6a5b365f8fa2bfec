package tombolo.cover.web;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tombolo.practice.Staff;
import tombolo.ui.Choice;
import tombolo.ui.Frame;
import tombolo.vault.AccountId;
import tombolo.vault.Role;
import tombolo.vault.Viewer;

/** Who may be there instead of somebody who is away, with what each would open; or nobody. */
@Component
class WhoCovers {
    static final String NOBODY = "nobody";

    private final Staff staff;

    WhoCovers(Staff staff) {
        this.staff = staff;
    }

    /** Everybody but one, as the viewer may choose them. The hint says what it opens: a key, which {@link #inWords} turns into words. */
    List<Choice> but(String one, Viewer viewer) {
        return Stream.concat(
                        staff.working().stream()
                                .filter(colleague -> !colleague.id().toString().equals(one))
                                .map(colleague -> new Choice(
                                        colleague.id().toString(),
                                        colleague.name(),
                                        "cover.desk.away.cover." + opens(colleague, viewer))),
                        Stream.of(new Choice(NOBODY, "", "cover.desk.away.cover.nobody.hint")))
                .toList();
    }

    private static String opens(Staff.Colleague colleague, Viewer viewer) {
        if (!colleague.roles().contains(Role.THERAPIST)) {
            return "contact";
        }
        return colleague.id().equals(viewer.account()) ? "own-word" : "record";
    }

    Optional<AccountId> chosen(String value) {
        return staff.working().stream()
                .map(Staff.Colleague::id)
                .filter(id -> id.toString().equals(value))
                .findFirst();
    }

    static List<Choice> inWords(List<Choice> covers, Frame frame) {
        return covers.stream()
                .map(one -> new Choice(
                        one.value(),
                        one.label().isEmpty() ? frame.t("cover.desk.away.cover.nobody") : one.label(),
                        frame.t(one.hint())))
                .toList();
    }
}
