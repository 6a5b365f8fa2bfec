package tombolo.inventory.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tombolo.inventory.Amount;
import tombolo.inventory.ClosenessCircles;
import tombolo.inventory.Comparison;
import tombolo.inventory.Inventories;
import tombolo.inventory.Inventory;
import tombolo.inventory.Kept;
import tombolo.inventory.Names;
import tombolo.inventory.Ring;
import tombolo.inventory.Snapshot;
import tombolo.inventory.SnapshotId;
import tombolo.inventory.Snapshots;
import tombolo.inventory.Someone;
import tombolo.inventory.web.ThenAndNowPage.Compared;
import tombolo.inventory.web.ThenAndNowPage.KeptPicture;
import tombolo.inventory.web.ThenAndNowPage.Told;
import tombolo.inventory.web.ThenAndNowPage.Typed;
import tombolo.ui.Errors;
import tombolo.ui.Frame;
import tombolo.ui.Frames;
import tombolo.ui.NotFound;
import tombolo.vault.Viewer;

/** Keeping a picture of the circles, and seeing what has changed since. */
@Controller
@RequestMapping({"/my/circles", "/desk/people/{person}/circles"})
class ThenAndNowController {
    /** The days of kept pictures are days here. */
    private static final ZoneId HOME = ZoneId.of("Europe/London");

    private final Inventories inventories;
    private final Snapshots snapshots;
    private final Acting acting;
    private final Frames frames;

    ThenAndNowController(Inventories inventories, Snapshots snapshots, Acting acting, Frames frames) {
        this.inventories = inventories;
        this.snapshots = snapshots;
        this.acting = acting;
        this.frames = frames;
    }

    @GetMapping("/then-and-now")
    String compare(
            Viewer viewer,
            @PathVariable(required = false) @Nullable UUID person,
            @RequestParam(required = false) @Nullable UUID then,
            @RequestParam(required = false) @Nullable UUID now,
            HttpServletRequest request,
            Model model) {
        return shown(viewer, Whose.of(viewer, person), then, now, Typed.NOTHING, frames.of(request), model);
    }

    private String shown(
            Viewer viewer,
            Whose whose,
            @Nullable UUID then,
            @Nullable UUID now,
            Typed typed,
            Frame frame,
            Model model) {
        List<SnapshotId> asked = Stream.of(then, now)
                .flatMap(Stream::ofNullable)
                .map(SnapshotId::new)
                .toList();
        model.addAttribute("page", acting.looking(() -> {
            Inventory inventory = inventories.visibleTo(viewer).toCompare(whose.person());
            List<Snapshot> kept = snapshots.of(inventory, asked);
            return new ThenAndNowPage(
                    whose.place(inventory, frame),
                    kept.stream()
                            .map(snapshot ->
                                    new KeptPicture(snapshot.id().value().toString(), name(snapshot, frame)))
                            .toList(),
                    then == null ? null : compared(inventory, kept, then, now, frame),
                    Arrays.stream(Snapshot.Moment.values())
                            .map(DescriptionForm::key)
                            .toList(),
                    typed);
        }));
        return "inventory/thenAndNow";
    }

    @PostMapping("/snapshots")
    String keep(
            Viewer viewer,
            @PathVariable(required = false) @Nullable UUID person,
            @RequestParam String moment,
            @RequestParam(defaultValue = "") String title,
            @RequestParam("_idem") UUID idem,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Whose whose = Whose.of(viewer, person);
        Snapshot.Moment which = Arrays.stream(Snapshot.Moment.values())
                .filter(each -> DescriptionForm.key(each).equals(moment))
                .findFirst()
                .orElseThrow(NotFound::new);
        String named = Names.tidy(title);
        if (Names.isTooLong(named)) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            Errors errors = Errors.none().add("title", "inventory.compare.title.long", Names.LONGEST);
            return shown(viewer, whose, null, null, new Typed(moment, named, errors), frames.of(request), model);
        }
        return acting.act(viewer, whose, idem, inventory -> {
            snapshots.keep(inventory, which, named, acting.signature(viewer), viewer);
            return whose.base() + "/then-and-now?done=inventory.done.kept";
        });
    }

    @PostMapping("/snapshots/{id}/removal")
    String letGo(
            Viewer viewer,
            @PathVariable(required = false) @Nullable UUID person,
            @PathVariable UUID id,
            @RequestParam("_idem") UUID idem) {
        Whose whose = Whose.of(viewer, person);
        return acting.act(viewer, whose, idem, inventory -> {
            snapshots.letGo(inventory, new SnapshotId(id), viewer);
            return whose.base() + "/then-and-now?done=inventory.done.let-go";
        });
    }

    private static Compared compared(
            Inventory inventory, List<Snapshot> kept, UUID then, @Nullable UUID now, Frame frame) {
        Snapshot before = find(kept, then);
        List<Kept> today = inventory.people().stream().map(Kept::of).toList();
        List<Kept> after = now == null ? today : find(kept, now).people();
        List<ClosenessCircles> pictures = ClosenessCircles.sideBySide(onRings(before.people()), onRings(after));
        return new Compared(
                then.toString(),
                now == null ? "" : now.toString(),
                name(before, frame),
                now == null ? frame.t("inventory.compare.today") : name(find(kept, now), frame),
                told(Comparison.between(before.people(), after), frame),
                pictures.getFirst(),
                pictures.getLast());
    }

    private static Snapshot find(List<Snapshot> kept, UUID id) {
        return kept.stream()
                .filter(snapshot -> snapshot.id().value().equals(id))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private static List<Someone> onRings(List<Kept> people) {
        return people.stream()
                .flatMap(kept -> Stream.of(kept.standing().now())
                        .filter(Ring.class::isInstance)
                        .map(Ring.class::cast)
                        .map(ring -> someone(kept, ring)))
                .toList();
    }

    private static Someone someone(Kept kept, Ring ring) {
        Amount strain = kept.strain();
        return new Someone(
                kept.relationship(),
                kept.name().words(),
                ring,
                kept.standing().sector(),
                null,
                strain != null && strain.isMuch());
    }

    private static List<Told> told(Comparison comparison, Frame frame) {
        return Arrays.stream(Comparison.Kind.values())
                .map(kind -> new Told(
                        DescriptionForm.key(kind),
                        comparison.of(kind).stream()
                                .map(difference -> line(difference, frame))
                                .toList()))
                .filter(told -> !told.lines().isEmpty())
                .toList();
    }

    private static String line(Comparison.Difference difference, Frame frame) {
        String name = Row.isolated(difference.name().words());
        if (difference.from().isEmpty()) {
            return frame.t("inventory.change.to", name, frame.t("inventory." + difference.to()));
        }
        String from = frame.t("inventory." + difference.from());
        return difference.to().isEmpty()
                ? frame.t("inventory.change.from", name, from)
                : frame.t("inventory.change.from-to", name, from, frame.t("inventory." + difference.to()));
    }

    private static String name(Snapshot snapshot, Frame frame) {
        String day = frame.day(snapshot.signed().at().atZone(HOME).toLocalDate());
        String title = Optional.of(snapshot.title().words())
                .filter(words -> !words.isEmpty())
                .map(Row::isolated)
                .orElseGet(() -> frame.t("inventory.moment." + DescriptionForm.key(snapshot.moment())));
        return frame.t("inventory.compare.named", title, day);
    }
}
