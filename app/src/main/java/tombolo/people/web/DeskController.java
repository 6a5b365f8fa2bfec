package tombolo.people.web;

import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import tombolo.people.Awaiting;
import tombolo.vault.Role;
import tombolo.vault.Viewer;

/** The first page of staff. */
@Controller
class DeskController {
    private final List<Awaiting> awaiting;
    private final PersonLines lines;

    DeskController(ObjectProvider<Awaiting> awaiting, PersonLines lines) {
        this.awaiting = awaiting.orderedStream().toList();
        this.lines = lines;
    }

    @GetMapping("/desk")
    @Transactional
    String desk(Viewer viewer, Model model) {
        List<DeskPage.Waiting> waiting = awaiting.stream()
                .map(kind -> new DeskPage.Waiting(kind.title(), kind.none(), kind.lines(viewer)))
                .filter(kind -> !kind.lines().isEmpty() || !kind.none().isEmpty())
                .toList();
        model.addAttribute("page", new DeskPage(waiting, lines.walkedWith(viewer), viewer.is(Role.THERAPIST)));
        return "people/desk";
    }
}
