package tombolo.course.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import tombolo.course.FileRefused;
import tombolo.course.ProblemArea;
import tombolo.course.ProblemAreas;
import tombolo.course.Variant;
import tombolo.course.Variants;
import tombolo.people.TypedContact;
import tombolo.ui.Conflict;
import tombolo.ui.Drafts;
import tombolo.ui.Errors;
import tombolo.ui.Language;
import tombolo.ui.NotFound;
import tombolo.ui.Once;
import tombolo.ui.Texts;
import tombolo.vault.Role;
import tombolo.vault.Viewer;

/** The variants of the therapy: to read, to copy and change, to give on as a file and to bring in. */
@Controller
@RequestMapping("/desk/variants")
class VariantsController {
    private static final int LARGEST = 200_000;

    private final Variants variants;
    private final ProblemAreas areas;
    private final Texts texts;
    private final Drafts drafts;
    private final Once once;

    VariantsController(Variants variants, ProblemAreas areas, Texts texts, Drafts drafts, Once once) {
        this.variants = variants;
        this.areas = areas;
        this.texts = texts;
        this.drafts = drafts;
        this.once = once;
    }

    @GetMapping
    @Transactional
    String all(Viewer viewer, Model model) {
        onlyTherapists(viewer);
        model.addAttribute("page", new VariantsPage(variants.all(), Errors.none()));
        return "course/variants";
    }

    @GetMapping("/{id}")
    @Transactional
    String one(Viewer viewer, @PathVariable String id, Model model) {
        Variant variant = get(viewer, id);
        model.addAttribute("page", new VariantPage(variant, areas.of(variant.areas())));
        return "course/variant";
    }

    @GetMapping("/{id}/file")
    @Transactional
    ResponseEntity<byte[]> file(Viewer viewer, @PathVariable String id) {
        Variant variant = get(viewer, id);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"variant.json\"")
                .body(variants.file(variant).getBytes(StandardCharsets.UTF_8));
    }

    @PostMapping("/{id}/copy")
    @Transactional
    String copy(Viewer viewer, @PathVariable String id, @RequestParam("_idem") UUID idem) {
        Variant variant = get(viewer, id);
        return "redirect:"
                + once.effect(
                        idem,
                        () -> "/desk/variants/"
                                + variants.copy(viewer, variant, variant.name()).id() + "/writing");
    }

    @GetMapping("/{id}/writing")
    @Transactional
    String write(Viewer viewer, @PathVariable String id, Model model) {
        Variant variant = own(viewer, id);
        model.addAttribute("page", new VariantEditPage(variant, areas.all(), VariantForm.of(variant), Errors.none()));
        return "course/variant-writing";
    }

    @PostMapping("/{id}")
    @Transactional
    String change(
            Viewer viewer,
            Language language,
            @PathVariable String id,
            @RequestParam("_idem") UUID idem,
            @RequestParam int seen,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        Variant variant = own(viewer, id);
        VariantForm form = new VariantForm(variant, fields);
        Variant typed;
        try {
            typed = variants.read(variant.name(), form.file());
        } catch (FileRefused refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("page", new VariantEditPage(variant, areas.all(), form, form.errors(refused)));
            return "course/variant-writing";
        }
        return "redirect:"
                + once.effect(idem, () -> {
                    if (variant.version() != seen
                            || variants.change(viewer, variant, typed).isEmpty()) {
                        throw new Conflict(differs(language, form, id), "/desk/variants/" + id + "/writing");
                    }
                    drafts.done(viewer, "course.variant:" + id);
                    return "/desk/variants/" + id + "?done=course.done.variant";
                });
    }

    private List<Conflict.Difference> differs(Language language, VariantForm yours, String id) {
        VariantForm theirs = VariantForm.of(variants.find(id).orElseThrow(NotFound::new));
        Map<String, String> names = areas.all().stream().collect(Collectors.toMap(ProblemArea::id, ProblemArea::name));
        return yours.differs(theirs, said -> texts.say(language, said), area -> names.getOrDefault(area, area));
    }

    @PostMapping
    @Transactional
    String bring(
            Viewer viewer,
            @RequestParam("_idem") UUID idem,
            @RequestParam("file") MultipartFile file,
            HttpServletResponse response,
            Model model)
            throws IOException {
        onlyTherapists(viewer);
        String name = TypedContact.line(file.getOriginalFilename());
        Errors errors = Errors.none();
        if (file.isEmpty()) {
            errors.add("file", "course.desk.variants.wrong.none");
        } else if (file.getSize() > LARGEST) {
            errors.add("file", "course.desk.variants.wrong.large");
        } else {
            try {
                Variant read = variants.read(name, new String(file.getBytes(), StandardCharsets.UTF_8));
                return "redirect:"
                        + once.effect(
                                idem,
                                () -> "/desk/variants/"
                                        + variants.copy(viewer, read, read.name())
                                                .id() + "?done=course.done.brought");
            } catch (FileRefused refused) {
                errors.add(
                        "file",
                        refused.field().isEmpty()
                                ? "course.desk.variants.refused"
                                : "course.desk.variants.refused.field",
                        refused.line(),
                        refused.expected(),
                        refused.field());
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("page", new VariantsPage(variants.all(), errors));
        return "course/variants";
    }

    private Variant get(Viewer viewer, String id) {
        onlyTherapists(viewer);
        return variants.find(id).orElseThrow(NotFound::new);
    }

    private Variant own(Viewer viewer, String id) {
        Variant variant = get(viewer, id);
        if (!variant.isOwn()) {
            throw new NotFound();
        }
        return variant;
    }

    private static void onlyTherapists(Viewer viewer) {
        if (!viewer.is(Role.THERAPIST)) {
            throw new NotFound();
        }
    }
}
