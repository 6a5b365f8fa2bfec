package tombolo.inventory.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import tombolo.inventory.Amount;
import tombolo.inventory.Exchange;
import tombolo.inventory.Inventories;
import tombolo.inventory.Inventory;
import tombolo.inventory.Relationship;
import tombolo.inventory.Support;
import tombolo.inventory.SupportNetwork;
import tombolo.ui.Frame;
import tombolo.ui.Frames;
import tombolo.vault.Viewer;

/** The support map over everyone on the circles: who gives what, what hangs on one person alone, and what is missing. */
@Controller
@RequestMapping({"/my/circles/support", "/desk/people/{person}/circles/support"})
class SupportController {
    private static final int NOT_SAID = -1;

    private final Inventories inventories;
    private final Acting acting;
    private final Frames frames;

    SupportController(Inventories inventories, Acting acting, Frames frames) {
        this.inventories = inventories;
        this.acting = acting;
        this.frames = frames;
    }

    @GetMapping
    String support(
            Viewer viewer,
            @PathVariable(required = false) @Nullable UUID person,
            HttpServletRequest request,
            Model model) {
        Whose whose = Whose.of(viewer, person);
        Frame frame = frames.of(request);
        Inventory inventory = acting.looking(() -> inventories.visibleTo(viewer).toCompare(whose.person()));
        SupportNetwork network = SupportNetwork.of(inventory);
        Telling telling = new Telling(frame);
        model.addAttribute(
                "page",
                new SupportPage(
                        whose.place(inventory, frame),
                        kinds(network),
                        network.people().stream()
                                .map(who -> new SupportPage.Line(telling.row(who), cells(who, telling, frame)))
                                .toList()));
        return "inventory/support";
    }

    static List<SupportPage.Kind> kinds(SupportNetwork network) {
        return network.kinds().stream()
                .map(kind -> new SupportPage.Kind(
                        kind.support().name().toLowerCase(Locale.ROOT),
                        kind.coverage(),
                        kind.givers().stream()
                                .map(who -> Row.isolated(who.name().words()))
                                .toList()))
                .toList();
    }

    private static List<SupportPage.Cell> cells(Relationship who, Telling telling, Frame frame) {
        Exchange exchange = who.description().exchange();
        return Arrays.stream(Support.values())
                .map(support -> new SupportPage.Cell(
                        number(exchange.received(), support),
                        number(exchange.given(), support),
                        frame.t(
                                "inventory.gives.both",
                                said(exchange.received(), support, telling, frame),
                                said(exchange.given(), support, telling, frame))))
                .toList();
    }

    private static int number(Map<Support, Amount> amounts, Support support) {
        Amount amount = amounts.get(support);
        return amount == null ? NOT_SAID : amount.ordinal();
    }

    private static String said(Map<Support, Amount> amounts, Support support, Telling telling, Frame frame) {
        Amount amount = amounts.get(support);
        return amount == null ? frame.t("inventory.gives.unsaid") : telling.amount(amount);
    }
}
