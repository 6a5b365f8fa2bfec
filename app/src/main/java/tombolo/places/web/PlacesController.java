package tombolo.places.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import tombolo.people.People;
import tombolo.people.Person;
import tombolo.places.Directory;
import tombolo.places.DirectoryRefused;
import tombolo.places.HsdsFile;
import tombolo.places.Places;
import tombolo.practice.Practices;
import tombolo.time.ProgrammeTime;
import tombolo.ui.Errors;
import tombolo.ui.NotFound;
import tombolo.ui.Once;
import tombolo.ui.Said;
import tombolo.vault.Confidential;
import tombolo.vault.PersonId;
import tombolo.vault.Role;
import tombolo.vault.Viewer;

/** Places to belong: everybody in the practice may look through them, a manager may bring in a new list. */
@Controller
class PlacesController {
    private static final String MY = "/my/places";
    private static final String DESK = "/desk/places";
    private static final String TOGETHER = "/desk/people/{person}/places";
    private static final String STEP = "/techniques/new/contact-ladder";
    private static final int LONGEST = 100;

    private final Places places;
    private final People people;
    private final Practices practices;
    private final Once once;
    private final ProgrammeTime time;

    PlacesController(Places places, People people, Practices practices, Once once, ProgrammeTime time) {
        this.places = places;
        this.people = people;
        this.practices = practices;
        this.once = once;
        this.time = time;
    }

    @GetMapping({MY, DESK})
    @Transactional
    String look(
            Viewer viewer,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        boolean desk = viewer.person().isEmpty();
        model.addAttribute(
                "page",
                page(viewer, desk ? DESK : MY, Optional.empty(), desk ? "" : "/my" + STEP, q, page, Errors.none()));
        return desk ? "places/desk" : "places/my";
    }

    /** In the room, with somebody beside the therapist: whatever fits leads on to a step of theirs. */
    @GetMapping(TOGETHER)
    @Transactional
    String together(
            Viewer viewer,
            @PathVariable UUID person,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        Person whose = people.visibleTo(viewer).get(new PersonId(person));
        String base = "/desk/people/" + whose.id();
        PlacesPage.About about =
                new PlacesPage.About(base, whose.name().map(Confidential::words).orElse(""));
        model.addAttribute(
                "page", page(viewer, base + "/places", Optional.of(about), base + STEP, q, page, Errors.none()));
        return "places/together";
    }

    @PostMapping(DESK)
    @Transactional
    String bring(
            Viewer viewer,
            @RequestParam("_idem") UUID idem,
            @RequestParam(name = "file", required = false) @Nullable MultipartFile file,
            HttpServletResponse response,
            Model model)
            throws IOException {
        if (!viewer.is(Role.MANAGER)) {
            throw new NotFound();
        }
        Errors errors = Errors.none();
        if (file == null || file.isEmpty()) {
            errors.add("file", "places.desk.refused.none");
        } else {
            try {
                HsdsFile read = HsdsFile.read(file.getBytes());
                return "redirect:"
                        + once.effect(idem, () -> {
                            places.replace(viewer, read);
                            return DESK + "?done=places.done.brought";
                        });
            } catch (DirectoryRefused refused) {
                Said said = refused.said();
                errors.add("file", said.key(), said.arguments().toArray());
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("page", page(viewer, DESK, Optional.empty(), "", "", 1, errors));
        return "places/desk";
    }

    private PlacesPage page(
            Viewer viewer,
            String address,
            Optional<PlacesPage.About> about,
            String step,
            String typed,
            int asked,
            Errors errors) {
        String q = words(typed);
        int page = Math.max(1, asked);
        ZoneId zone = practices.current().zone();
        LocalDate today = time.today(zone);
        Optional<PlacesPage.Brought> brought = places.directory().map(directory -> brought(directory, zone));
        Places.Found found = places.find(q, page);
        List<PlacesPage.Line> lines = found.places().stream()
                .map(place -> new PlacesPage.Line(
                        place,
                        place.hours().stream()
                                .filter(hours -> hours.hold(today))
                                .toList()))
                .toList();
        return new PlacesPage(
                address,
                about,
                step,
                brought.filter(it -> it.cameIn() > 0).map(PlacesPage.Brought::day),
                q,
                found.count(),
                lines,
                page > 1 ? link(address, q, page - 1) : "",
                (long) page * Places.ON_A_PAGE < found.count() ? link(address, q, page + 1) : "",
                viewer.is(Role.MANAGER),
                brought,
                errors);
    }

    private static PlacesPage.Brought brought(Directory directory, ZoneId zone) {
        return new PlacesPage.Brought(
                directory.importedAt().atZone(zone).toLocalDate(),
                directory.cameIn(),
                directory.leftOut(),
                directory.whole());
    }

    private static String words(String typed) {
        String plain = typed.replaceAll("[\\s\\p{Cc}]+", " ").strip();
        return plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST);
    }

    private static String link(String address, String q, int page) {
        return address + "?q=" + URLEncoder.encode(q, StandardCharsets.UTF_8) + "&page=" + page;
    }
}
