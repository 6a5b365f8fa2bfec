package tombolo.inventory.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tombolo.inventory.ChangedMeanwhile;
import tombolo.inventory.CirclesNow;
import tombolo.inventory.ClosenessCircles;
import tombolo.inventory.Inventories;
import tombolo.inventory.Inventory;
import tombolo.inventory.Names;
import tombolo.inventory.Position;
import tombolo.inventory.Relationship;
import tombolo.inventory.RelationshipId;
import tombolo.inventory.Standing;
import tombolo.inventory.SupportNetwork;
import tombolo.inventory.web.CirclesPage.Group;
import tombolo.inventory.web.CirclesPage.Panel;
import tombolo.inventory.web.CirclesPage.QuickAdd;
import tombolo.inventory.web.CirclesPage.Seen;
import tombolo.ui.Conflict;
import tombolo.ui.Conflict.Difference;
import tombolo.ui.Drafts;
import tombolo.ui.Errors;
import tombolo.ui.Frame;
import tombolo.ui.Frames;
import tombolo.vault.Viewer;

/** The circles of one person, for themself or for the therapist beside them: looking, adding, moving, taking off, undoing. */
@Controller
@RequestMapping({"/my/circles", "/desk/people/{person}/circles"})
class CirclesController {
    /** From how many people on what comes from whom says more about the whole than about one of them. */
    private static final int ENOUGH_FOR_A_WHOLE = 3;

    private final Inventories inventories;
    private final Acting acting;
    private final Drafts drafts;
    private final Frames frames;

    CirclesController(Inventories inventories, Acting acting, Drafts drafts, Frames frames) {
        this.inventories = inventories;
        this.acting = acting;
        this.drafts = drafts;
        this.frames = frames;
    }

    @GetMapping
    String circles(
            Viewer viewer,
            @PathVariable(required = false) @Nullable UUID person,
            @RequestParam(required = false) @Nullable UUID who,
            HttpServletRequest request,
            Model model) {
        Whose whose = Whose.of(viewer, person);
        Inventory inventory = acting.looking(() -> inventories.visibleTo(viewer).of(whose.person()));
        model.addAttribute("page", page(whose, inventory, who, QuickAdd.EMPTY, Errors.none(), frames.of(request)));
        return "inventory/circles";
    }

    @GetMapping("/table")
    String table(
            Viewer viewer,
            @PathVariable(required = false) @Nullable UUID person,
            HttpServletRequest request,
            Model model) {
        Whose whose = Whose.of(viewer, person);
        Frame frame = frames.of(request);
        Telling telling = new Telling(frame);
        Inventory inventory = acting.looking(() -> inventories.visibleTo(viewer).toCompare(whose.person()));
        List<TablePage.Line> lines = Position.all()
                .flatMap(position -> inventory.at(position).stream())
                .map(who -> new TablePage.Line(
                        telling.row(who),
                        telling.position(who.standing().now()),
                        telling.position(who.standing().wished()),
                        telling.facts(who)))
                .toList();
        model.addAttribute("page", new TablePage(whose.place(inventory, frame), lines));
        return "inventory/table";
    }

    @PostMapping("/relationships")
    String add(
            Viewer viewer,
            @PathVariable(required = false) @Nullable UUID person,
            @RequestParam(defaultValue = "") String names,
            @RequestParam String place,
            @RequestParam String sector,
            @RequestParam("_idem") UUID idem,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Whose whose = Whose.of(viewer, person);
        Standing standing = Standing.at(Placement.position(place), Placement.sector(sector));
        try {
            return acting.act(viewer, whose, idem, inventory -> {
                List<String> typed = Names.typed(names);
                check(inventory, typed);
                List<Relationship> added = inventory.add(typed, standing, acting.signature(viewer));
                drafts.done(viewer, "inventory.add:" + whose.person());
                return whose.base()
                        + (added.size() == 1 ? chosen(added.getFirst().id().value()) : "");
            });
        } catch (Acting.Refused refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            Inventory inventory =
                    acting.looking(() -> inventories.visibleTo(viewer).of(whose.person()));
            QuickAdd again = new QuickAdd(names, place, sector);
            model.addAttribute("page", page(whose, inventory, null, again, refused.errors(), frames.of(request)));
            return "inventory/circles";
        }
    }

    private static void check(Inventory inventory, List<String> typed) {
        Errors errors = new Errors();
        if (typed.isEmpty()) {
            errors.add("names", "inventory.add.none");
        }
        typed.stream()
                .filter(Names::isTooLong)
                .forEach(name -> errors.add(
                        "names",
                        "inventory.add.long",
                        Row.isolated(name.substring(0, name.offsetByCodePoints(0, 24)) + "…")));
        typed.stream()
                .filter(name -> inventory.called(name).isPresent())
                .forEach(name -> errors.add("names", "inventory.add.known", Row.isolated(name)));
        if (!inventory.hasRoomFor(typed.size())) {
            errors.add("names", "inventory.add.full");
        }
        if (!errors.isEmpty()) {
            throw new Acting.Refused(errors);
        }
    }

    /** However somebody is moved, it arrives here. One page holds one key for all its buttons, so the move is part of it. */
    @PostMapping("/placements")
    String place(
            Viewer viewer,
            @PathVariable(required = false) @Nullable UUID person,
            @RequestParam String move,
            @RequestParam(defaultValue = "") String who,
            @RequestParam("_idem") UUID idem,
            HttpServletRequest request) {
        Whose whose = Whose.of(viewer, person);
        Placement placement = Placement.read(move);
        UUID key = UUID.nameUUIDFromBytes((idem + move).getBytes(UTF_8));
        UUID moved = placement.relationship().value();
        String back = whose.base() + (who.isEmpty() ? "#row-" + moved : chosen(moved));
        try {
            return acting.act(viewer, whose, key, inventory -> {
                inventory.place(
                        placement.relationship(), placement.version(), placement.standing(), acting.signature(viewer));
                return back;
            });
        } catch (ChangedMeanwhile changed) {
            throw conflict(placement.standing(), changed.current(), back, new Telling(frames.of(request)));
        }
    }

    private static Conflict conflict(Standing yours, Relationship current, String back, Telling telling) {
        Standing theirs = current.standing();
        String now = current.removed() ? telling.say("conflict.removed.", true) : telling.position(theirs.now());
        return new Conflict(
                List.of(
                        new Difference("inventory.conflict.now", telling.position(yours.now()), now),
                        new Difference(
                                "inventory.conflict.wished",
                                telling.position(yours.wished()),
                                telling.position(theirs.wished()))),
                back);
    }

    @PostMapping("/relationships/{id}/removal")
    String remove(
            Viewer viewer,
            @PathVariable(required = false) @Nullable UUID person,
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam("_idem") UUID idem,
            HttpServletRequest request) {
        Whose whose = Whose.of(viewer, person);
        try {
            return acting.act(viewer, whose, idem, inventory -> {
                inventory.remove(new RelationshipId(id), version, acting.signature(viewer));
                return whose.base();
            });
        } catch (ChangedMeanwhile changed) {
            Telling telling = new Telling(frames.of(request));
            throw new Conflict(
                    List.of(new Difference(
                            "inventory.conflict.removed",
                            telling.say("conflict.removed.", true),
                            telling.say("conflict.removed.", changed.current().removed()))),
                    whose.base() + chosen(id));
        }
    }

    @PostMapping("/relationships/{id}/return")
    String putBack(
            Viewer viewer,
            @PathVariable(required = false) @Nullable UUID person,
            @PathVariable UUID id,
            @RequestParam("_idem") UUID idem) {
        Whose whose = Whose.of(viewer, person);
        return acting.act(viewer, whose, idem, inventory -> {
            if (!inventory.hasRoomFor(1)) {
                return whose.base() + "?done=inventory.done.full";
            }
            inventory.putBack(new RelationshipId(id), acting.signature(viewer));
            return whose.base() + chosen(id);
        });
    }

    @PostMapping("/steps/{step}/undoing")
    String undo(
            Viewer viewer,
            @PathVariable(required = false) @Nullable UUID person,
            @PathVariable int step,
            @RequestParam("_idem") UUID idem) {
        Whose whose = Whose.of(viewer, person);
        return acting.act(
                viewer,
                whose,
                idem,
                inventory -> whose.base()
                        + (inventory.undo(step, acting.signature(viewer))
                                ? "?done=inventory.done.undone"
                                : "?done=inventory.done.not-undone"));
    }

    private static String chosen(UUID who) {
        return "?who=" + who;
    }

    private static CirclesPage page(
            Whose whose, Inventory inventory, @Nullable UUID chosen, QuickAdd add, Errors errors, Frame frame) {
        Telling telling = new Telling(frame);
        Map<RelationshipId, Row> rows = new LinkedHashMap<>();
        inventory.people().forEach(who -> rows.put(who.id(), telling.row(who)));
        List<Group> groups = Position.all()
                .map(position -> new Group(
                        position,
                        inventory.at(position).stream().map(telling::row).toList()))
                .toList();
        ClosenessCircles circles = CirclesNow.of(inventory).circles();
        List<Seen> seen = circles.dots().stream()
                .flatMap(dot ->
                        Optional.ofNullable(rows.get(dot.who().id())).stream().map(row -> new Seen(dot, row)))
                .toList();
        Panel panel = Optional.ofNullable(chosen)
                .flatMap(id -> inventory.find(new RelationshipId(id)))
                .map(who -> new Panel(telling.row(who), telling.facts(who)))
                .orElse(null);
        return new CirclesPage(
                whose.place(inventory, frame),
                circles,
                seen,
                groups,
                inventory.removed().stream().map(telling::row).toList(),
                panel,
                inventory.last().map(telling::last).orElse(null),
                add,
                giving(inventory),
                errors);
    }

    private static List<SupportPage.Kind> giving(Inventory inventory) {
        SupportNetwork network = SupportNetwork.of(inventory);
        return network.people().size() < ENOUGH_FOR_A_WHOLE || !network.isSaid()
                ? List.of()
                : SupportController.kinds(network);
    }
}
