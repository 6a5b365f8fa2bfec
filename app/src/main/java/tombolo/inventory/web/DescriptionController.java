package tombolo.inventory.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tombolo.inventory.ChangedMeanwhile;
import tombolo.inventory.Inventories;
import tombolo.inventory.Inventory;
import tombolo.inventory.Relationship;
import tombolo.inventory.RelationshipId;
import tombolo.ui.Conflict;
import tombolo.ui.Conflict.Difference;
import tombolo.ui.Drafts;
import tombolo.ui.Errors;
import tombolo.ui.Frame;
import tombolo.ui.Frames;
import tombolo.ui.NotFound;
import tombolo.vault.Confidential;
import tombolo.vault.Viewer;

/** Saying what it is like between the person and somebody on the circles. */
@Controller
@RequestMapping({
    "/my/circles/relationships/{id}/description",
    "/desk/people/{person}/circles/relationships/{id}/description"
})
class DescriptionController {
    private final Inventories inventories;
    private final Acting acting;
    private final Drafts drafts;
    private final Frames frames;

    DescriptionController(Inventories inventories, Acting acting, Drafts drafts, Frames frames) {
        this.inventories = inventories;
        this.acting = acting;
        this.drafts = drafts;
        this.frames = frames;
    }

    @GetMapping
    String form(
            Viewer viewer,
            @PathVariable(required = false) @Nullable UUID person,
            @PathVariable UUID id,
            HttpServletRequest request,
            Model model) {
        Whose whose = Whose.of(viewer, person);
        Inventory inventory = acting.looking(() -> inventories.visibleTo(viewer).toCompare(whose.person()));
        Relationship who = inventory.find(new RelationshipId(id)).orElseThrow(NotFound::new);
        model.addAttribute(
                "page",
                page(whose, inventory, who, who.version(), DescriptionForm.of(who), Errors.none(), frames.of(request)));
        return "inventory/description";
    }

    @PostMapping
    String describe(
            Viewer viewer,
            @PathVariable(required = false) @Nullable UUID person,
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam("_idem") UUID idem,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Whose whose = Whose.of(viewer, person);
        DescriptionForm form = new DescriptionForm(fields);
        try {
            return acting.act(viewer, whose, idem, inventory -> {
                if (!form.errors().isEmpty()) {
                    throw new Acting.Refused(form.errors());
                }
                inventory.describe(
                        new RelationshipId(id),
                        version,
                        form.name(),
                        form.standing(),
                        form.description(),
                        acting.signature(viewer));
                drafts.done(viewer, "inventory.description:" + id);
                return whose.base() + "?who=" + id;
            });
        } catch (Acting.Refused refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            Inventory inventory =
                    acting.looking(() -> inventories.visibleTo(viewer).toCompare(whose.person()));
            Relationship who = inventory.find(new RelationshipId(id)).orElseThrow(NotFound::new);
            model.addAttribute(
                    "page", page(whose, inventory, who, version, form, refused.errors(), frames.of(request)));
            return "inventory/description";
        } catch (ChangedMeanwhile changed) {
            throw conflict(whose, form, changed.current(), frames.of(request));
        }
    }

    private static DescriptionPage page(
            Whose whose,
            Inventory inventory,
            Relationship who,
            int version,
            DescriptionForm form,
            Errors errors,
            Frame frame) {
        return new DescriptionPage(
                whose.place(inventory, frame),
                who.id().value().toString(),
                version,
                Row.isolated(who.name().words()),
                form,
                errors);
    }

    /** Both versions, fact by fact, where they differ. */
    private static Conflict conflict(Whose whose, DescriptionForm form, Relationship theirs, Frame frame) {
        Telling telling = new Telling(frame);
        Relationship yours = new Relationship(
                theirs.id(), Confidential.of(form.name()), form.standing(), form.description(), null, theirs.version());
        Map<String, String> mine = told(telling, yours);
        Map<String, String> other = told(telling, theirs);
        List<Difference> differences = new ArrayList<>();
        Map<String, String> labels = new LinkedHashMap<>(mine);
        other.forEach(labels::putIfAbsent);
        labels.keySet().forEach(label -> {
            String written = mine.getOrDefault(label, "");
            String kept = other.getOrDefault(label, "");
            if (!written.equals(kept)) {
                differences.add(new Difference(label, written, kept));
            }
        });
        String back = theirs.removed()
                ? whose.base()
                : whose.base() + "/relationships/" + theirs.id().value() + "/description";
        return new Conflict(differences, back);
    }

    private static Map<String, String> told(Telling telling, Relationship who) {
        Map<String, String> told = new LinkedHashMap<>();
        told.put("inventory.form.name", who.name().words());
        told.put("inventory.conflict.now", telling.position(who.standing().now()));
        told.put("inventory.conflict.wished", telling.position(who.standing().wished()));
        told.put("inventory.form.sector", telling.say("sector.", who.standing().sector()));
        told.put("inventory.conflict.removed", telling.say("conflict.removed.", who.removed()));
        telling.facts(who).forEach(fact -> told.put(fact.label(), fact.words()));
        return told;
    }
}
