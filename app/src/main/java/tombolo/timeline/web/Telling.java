package tombolo.timeline.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tombolo.inventory.Inventory;
import tombolo.timeline.Entry;
import tombolo.timeline.LifeEvent;
import tombolo.timeline.RoleBar;
import tombolo.timeline.SymptomMark;
import tombolo.ui.Conflict.Difference;
import tombolo.ui.Frame;

/** Puts what is on a timeline into words of the page's language, with people called what the circles call them today. */
record Telling(Frame frame, Inventory circles) {

    TimelinePage.Row row(Entry entry) {
        return new TimelinePage.Row(
                entry, label(entry), when(entry), entry.words().names(circles));
    }

    static String label(Entry entry) {
        return switch (entry) {
            case SymptomMark mark -> "timeline.turn." + mark.turn().key();
            case LifeEvent event -> "timeline.kind." + event.kind().key();
            case RoleBar role -> "timeline.role";
        };
    }

    private String when(Entry entry) {
        String from = entry.when().in(frame);
        if (!(entry instanceof RoleBar role)) {
            return from;
        }
        return role.until()
                .map(until -> frame.t("timeline.role.until", from, until.in(frame)))
                .orElseGet(() -> frame.t("timeline.role.since", from));
    }

    /** What a flag in the picture says: the person's few words, or which way it turned. */
    String flag(Entry entry) {
        return entry.words().what().isEmpty()
                ? frame.t(label(entry))
                : entry.words().what();
    }

    /**
     * What two who tell the same thing say differently.
     *
     * @param yours empty where it was only taken off or put back
     */
    List<Difference> differences(Optional<Entry> yours, Entry theirs) {
        if (yours.isEmpty()) {
            return List.of(new Difference(
                    "timeline.conflict.entry",
                    removed(),
                    theirs.removed() ? removed() : when(theirs) + ": " + flag(theirs)));
        }
        Map<String, String> mine = facts(yours.get());
        List<Difference> differences = new ArrayList<>();
        facts(theirs).forEach((label, words) -> {
            if (!words.equals(mine.get(label))) {
                differences.add(new Difference(label, mine.getOrDefault(label, ""), words));
            }
        });
        return differences;
    }

    private String removed() {
        return frame.t("timeline.conflict.removed");
    }

    /** Everything that can differ, by its text key. */
    private Map<String, String> facts(Entry entry) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("timeline.form.when", entry.when().in(frame));
        if (entry instanceof RoleBar role) {
            facts.put(
                    "timeline.form.until",
                    role.until().map(until -> until.in(frame)).orElse(""));
        }
        facts.put("timeline.conflict.kind", frame.t(label(entry)));
        facts.put("timeline.form.what", entry.words().what());
        facts.put("timeline.form.people", String.join(", ", names(entry)));
        facts.put("timeline.form.mood", entry.mood().map(String::valueOf).orElse(""));
        facts.put("timeline.form.more", entry.words().more());
        if (entry.removed()) {
            facts.put("timeline.conflict.entry", removed());
        }
        return facts;
    }

    private List<String> names(Entry entry) {
        return entry.words().names(circles);
    }
}
