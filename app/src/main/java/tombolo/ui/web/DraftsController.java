package tombolo.ui.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tombolo.ui.Drafts;
import tombolo.ui.MayWriteAbout;
import tombolo.ui.NotFound;
import tombolo.vault.KeyDestroyed;
import tombolo.vault.PersonId;
import tombolo.vault.Viewer;

/** Keeps what is being typed, every few seconds, and lets it go when it is not wanted. */
@Controller
final class DraftsController {
    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9.:-]{1,150}");
    private static final Pattern OWN_PAGE = Pattern.compile("/(my|desk)(/[A-Za-z0-9._~-]+)*");
    private static final int LONGEST = 100_000;

    private final ObjectProvider<Drafts> drafts;
    private final ObjectProvider<MayWriteAbout> known;

    DraftsController(ObjectProvider<Drafts> drafts, ObjectProvider<MayWriteAbout> known) {
        this.drafts = drafts;
        this.known = known;
    }

    @PostMapping({"/my/drafts", "/desk/drafts"})
    ResponseEntity<Void> keep(Viewer viewer, @RequestParam Map<String, String> fields) {
        Map<String, String> words = new LinkedHashMap<>();
        fields.forEach((name, typed) -> {
            if (!name.startsWith("_")) {
                words.put(name, typed);
            }
        });
        if (words.values().stream().mapToInt(String::length).sum() > LONGEST) {
            return ResponseEntity.status(HttpStatus.CONTENT_TOO_LARGE).build();
        }
        try {
            drafts.getObject().keep(viewer, form(fields), words, about(viewer, fields));
            return ResponseEntity.noContent().build();
        } catch (KeyDestroyed gone) {
            throw new NotFound();
        }
    }

    /** Lets a draft go, at a press of its button, and leads back to the form. */
    @PostMapping({"/my/drafts/removal", "/desk/drafts/removal"})
    String remove(Viewer viewer, @RequestParam Map<String, String> fields) {
        drafts.getObject().done(viewer, form(fields));
        String back = fields.getOrDefault("_back", "");
        if (!OWN_PAGE.matcher(back).matches()) {
            throw new NotFound();
        }
        return "redirect:" + back;
    }

    private static String form(Map<String, String> fields) {
        String form = fields.getOrDefault("_form", "");
        if (!FORM.matcher(form).matches()) {
            throw new NotFound();
        }
        return form;
    }

    /** Somebody the viewer may not see is nobody: whether they exist does not show. */
    private Optional<PersonId> about(Viewer viewer, Map<String, String> fields) {
        String person = fields.getOrDefault("_about", "");
        if (person.isEmpty()) {
            return Optional.empty();
        }
        try {
            PersonId about = new PersonId(UUID.fromString(person));
            if (known.stream().noneMatch(one -> one.mayWrite(viewer, about))) {
                throw new NotFound();
            }
            return Optional.of(about);
        } catch (IllegalArgumentException nobody) {
            throw new NotFound();
        }
    }
}
