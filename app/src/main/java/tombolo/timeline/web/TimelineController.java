package tombolo.timeline.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tombolo.inventory.Apart;
import tombolo.inventory.Inventories;
import tombolo.inventory.Inventory;
import tombolo.inventory.Relationship;
import tombolo.inventory.Sector;
import tombolo.inventory.Signature;
import tombolo.inventory.Standing;
import tombolo.practice.Practices;
import tombolo.time.ProgrammeTime;
import tombolo.timeline.Entry;
import tombolo.timeline.EntryChanged;
import tombolo.timeline.EntryId;
import tombolo.timeline.Involved;
import tombolo.timeline.Timeline;
import tombolo.timeline.Timelines;
import tombolo.timeline.UnknownEntry;
import tombolo.timeline.web.TimelinePage.Open;
import tombolo.timeline.web.TimelinePage.Where;
import tombolo.timeline.web.TimelinePages.Asked;
import tombolo.ui.Conflict;
import tombolo.ui.Drafts;
import tombolo.ui.Errors;
import tombolo.ui.Frame;
import tombolo.ui.Frames;
import tombolo.ui.NotFound;
import tombolo.ui.Once;
import tombolo.vault.Confidential;
import tombolo.vault.PersonId;
import tombolo.vault.Viewer;

/** The timeline, for the person themself or for the therapist beside them: looking, adding, telling again, taking off. */
@Controller
@RequestMapping({"/my/timeline", "/desk/people/{person}/timeline"})
class TimelineController {
    private final Timelines timelines;
    private final Inventories inventories;
    private final TimelinePages pages;
    private final Practices practices;
    private final ProgrammeTime time;
    private final Drafts drafts;
    private final Once once;
    private final Frames frames;

    TimelineController(
            Timelines timelines,
            Inventories inventories,
            TimelinePages pages,
            Practices practices,
            ProgrammeTime time,
            Drafts drafts,
            Once once,
            Frames frames) {
        this.timelines = timelines;
        this.inventories = inventories;
        this.pages = pages;
        this.practices = practices;
        this.time = time;
        this.drafts = drafts;
        this.once = once;
        this.frames = frames;
    }

    @GetMapping
    @Transactional
    String timeline(
            Viewer viewer,
            @PathVariable(required = false) @Nullable UUID person,
            Asked asked,
            HttpServletRequest request,
            Model model) {
        PersonId whose = whose(viewer, person);
        Timeline timeline = timelines.visibleTo(viewer).of(whose);
        Inventory circles = inventories.visibleTo(viewer).toCompare(whose);
        Open open = EntryForm.Sort.of(asked.add())
                .map(sort -> new Open(
                        pages.begun(viewer, timeline, sort, asked.kind()),
                        null,
                        0,
                        TimelinePages.choices(circles, List.of())))
                .or(() -> Optional.ofNullable(asked.edit())
                        .flatMap(id -> timeline.find(new EntryId(id)))
                        .map(entry -> TimelinePages.opened(entry, circles)))
                .orElse(null);
        Where place = place(viewer, whose, circles.called());
        model.addAttribute(
                "page", pages.of(viewer, place, timeline, circles, asked, open, Errors.none(), frames.of(request)));
        return "timeline/timeline";
    }

    @PostMapping("/entries")
    @Transactional
    String add(
            Viewer viewer,
            @PathVariable(required = false) @Nullable UUID person,
            @RequestParam String sort,
            @RequestParam("_idem") UUID idem,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        EntryForm form = new EntryForm(EntryForm.Sort.of(sort).orElseThrow(NotFound::new), fields);
        return tell(viewer, whose(viewer, person), null, form, 0, idem, request, response, model);
    }

    @PostMapping("/entries/{id}")
    @Transactional
    String tellAgain(
            Viewer viewer,
            @PathVariable(required = false) @Nullable UUID person,
            @PathVariable UUID id,
            @RequestParam String sort,
            @RequestParam int version,
            @RequestParam("_idem") UUID idem,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        EntryForm form = new EntryForm(EntryForm.Sort.of(sort).orElseThrow(NotFound::new), fields);
        return tell(viewer, whose(viewer, person), new EntryId(id), form, version, idem, request, response, model);
    }

    private String tell(
            Viewer viewer,
            PersonId whose,
            @Nullable EntryId id,
            EntryForm form,
            int version,
            UUID idem,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Timeline timeline = timelines.visibleTo(viewer).toChange(whose);
        Inventory circles = inventories.visibleTo(viewer).toCompare(whose);
        Where place = place(viewer, whose, circles.called());
        List<Involved> before = Optional.ofNullable(id)
                .flatMap(timeline::find)
                .map(entry -> entry.words().people())
                .orElse(List.of());
        List<Involved> people = form.ticked(TimelinePages.known(circles, before));
        Optional<Entry> told = form.entry(time.today(practices.current().zone()), people);
        if (id == null && !timeline.hasRoom()) {
            form.errors().add("what", "timeline.form.full");
        }
        if (!form.someone().isEmpty() && circles.called(form.someone()).isEmpty() && !circles.hasRoomFor(1)) {
            form.errors().add("someone", "timeline." + (place.desk() ? "desk." : "") + "form.someone.full");
        }
        String open = id == null ? null : id.value().toString();
        if (told.isEmpty() || !form.errors().isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            Open again = new Open(form, open, version, TimelinePages.choices(circles, before));
            Frame frame = frames.of(request);
            model.addAttribute(
                    "page", pages.of(viewer, place, timeline, circles, Asked.NOTHING, again, form.errors(), frame));
            return "timeline/timeline";
        }
        String draft = new Open(form, open, version, List.of()).draft(place);
        return "redirect:"
                + once.effect(idem, () -> {
                    Entry entry = withSomeone(told.get(), form.someone(), whose, viewer);
                    EntryId kept = id == null ? entry.id() : id;
                    keep(viewer, timeline, frames.of(request), circles, place, entry, all -> {
                        if (id == null) {
                            all.add(entry);
                        } else {
                            all.change(id, version, entry);
                        }
                    });
                    drafts.done(viewer, draft);
                    return place.base() + "?done=timeline.done.kept#entry-" + kept.value();
                });
    }

    @PostMapping("/entries/{id}/removal")
    @Transactional
    String remove(
            Viewer viewer,
            @PathVariable(required = false) @Nullable UUID person,
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam("_idem") UUID idem,
            HttpServletRequest request) {
        PersonId whose = whose(viewer, person);
        Where place = place(viewer, whose, Optional.empty());
        return "redirect:"
                + once.effect(idem, () -> {
                    Timeline timeline = timelines.visibleTo(viewer).toChange(whose);
                    keep(
                            viewer,
                            timeline,
                            frames.of(request),
                            Inventory.begun(whose),
                            place,
                            null,
                            all -> all.remove(new EntryId(id), version, time.now()));
                    return place.base() + "?done=timeline.done.removed#removed";
                });
    }

    @PostMapping("/entries/{id}/return")
    @Transactional
    String putBack(
            Viewer viewer,
            @PathVariable(required = false) @Nullable UUID person,
            @PathVariable UUID id,
            @RequestParam("_idem") UUID idem,
            HttpServletRequest request) {
        PersonId whose = whose(viewer, person);
        Where place = place(viewer, whose, Optional.empty());
        return "redirect:"
                + once.effect(idem, () -> {
                    Timeline timeline = timelines.visibleTo(viewer).toChange(whose);
                    if (!timeline.hasRoom()) {
                        return place.base() + "?done=timeline.done.full";
                    }
                    keep(
                            viewer,
                            timeline,
                            frames.of(request),
                            Inventory.begun(whose),
                            place,
                            null,
                            all -> all.putBack(new EntryId(id)));
                    return place.base() + "?done=timeline.done.back#entry-" + id;
                });
    }

    /** Does it and keeps it, or shows both versions where somebody else was first. */
    private void keep(
            Viewer viewer,
            Timeline timeline,
            Frame frame,
            Inventory circles,
            Where place,
            @Nullable Entry yours,
            Consumer<Timeline> act) {
        try {
            act.accept(timeline);
            timelines.visibleTo(viewer).save(timeline);
        } catch (EntryChanged changed) {
            throw conflict(new Telling(frame, circles), yours, changed.current(), place);
        } catch (UnknownEntry unknown) {
            throw new NotFound();
        }
    }

    private static Conflict conflict(Telling telling, @Nullable Entry yours, Entry theirs, Where place) {
        return new Conflict(
                telling.differences(Optional.ofNullable(yours), theirs),
                place.base()
                        + (theirs.removed()
                                ? "#removed"
                                : "?edit=" + theirs.id().value()));
    }

    /** Somebody named here for the first time is on the circles from now on, once, and waits there to be placed. */
    private Entry withSomeone(Entry entry, String name, PersonId whose, Viewer viewer) {
        if (name.isEmpty()) {
            return entry;
        }
        Inventory circles = inventories.visibleTo(viewer).toChange(whose);
        Relationship someone = circles.called(name).orElse(null);
        if (someone == null) {
            if (!circles.hasRoomFor(1)) {
                return entry;
            }
            someone = circles.add(
                            List.of(name),
                            Standing.at(Apart.NOT_PLACED, Sector.OTHERS),
                            new Signature(viewer.account(), time.now()))
                    .getFirst();
            inventories.save(circles, viewer);
        }
        return entry.about(new Involved(someone.id(), someone.name().words()));
    }

    private static PersonId whose(Viewer viewer, @Nullable UUID person) {
        return person == null ? viewer.person().orElseThrow(NotFound::new) : new PersonId(person);
    }

    private static Where place(Viewer viewer, PersonId whose, Optional<Confidential> name) {
        boolean themself = viewer.person().equals(Optional.of(whose));
        return new Where(
                themself ? "/my/timeline" : "/desk/people/" + whose + "/timeline",
                !themself,
                whose.toString(),
                name.map(Confidential::words).orElse(""));
    }
}
