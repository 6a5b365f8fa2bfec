package tombolo.timeline;

import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tombolo.inventory.RelationshipId;
import tombolo.timeline.SymptomMark.Turn;
import tombolo.vault.PersonId;

/**
 * One person's timeline, from when they were last well until now: what it felt like, what happened in their life, and what
 * they were for others. It begins empty. Things are added, told again, taken off, and for a while put back. Whoever tells a
 * thing again says which version they had before them, so that nothing is written over unseen.
 */
public final class Timeline {
    /** More than a life needs on one picture. */
    public static final int MOST = 200;

    /** How long before the mood fell something still may belong to it, and how soon after. */
    private static final Period BEFORE = Period.ofMonths(12);

    private static final Period AFTER = Period.ofMonths(1);

    /** In the order of time; what lies at the same time, in the order in which it was told. */
    private static final Comparator<Entry> IN_ORDER =
            Comparator.comparing(Entry::when).thenComparing(entry -> entry.id().value());

    private final PersonId person;
    private final Map<EntryId, Entry> entries = new LinkedHashMap<>();
    private final List<Entry> changed = new ArrayList<>();

    private Timeline(PersonId person, List<Entry> entries) {
        this.person = person;
        entries.forEach(entry -> this.entries.put(entry.id(), entry));
    }

    public static Timeline begun(PersonId person) {
        return new Timeline(person, List.of());
    }

    static Timeline kept(PersonId person, List<Entry> entries) {
        return new Timeline(person, entries);
    }

    public PersonId person() {
        return person;
    }

    /** Everything there is, the earliest first. */
    public List<Entry> inOrder() {
        return there(Entry.class).toList();
    }

    /** As much of it as fits where there is little room: the newest, and always when they were last well and when it began. */
    public List<Entry> inShort(int most) {
        Set<EntryId> kept = Stream.concat(
                        Stream.concat(onset().stream(), lastWell().stream()), inOrder().reversed().stream())
                .map(Entry::id)
                .distinct()
                .limit(most)
                .collect(Collectors.toSet());
        return inOrder().stream().filter(entry -> kept.contains(entry.id())).toList();
    }

    public List<SymptomMark> marks() {
        return there(SymptomMark.class).toList();
    }

    public List<LifeEvent> events() {
        return there(LifeEvent.class).toList();
    }

    public List<RoleBar> roles() {
        return there(RoleBar.class).toList();
    }

    /** What was taken off lately and can be put back. */
    public List<Entry> removed() {
        return entries.values().stream().filter(Entry::removed).sorted(IN_ORDER).toList();
    }

    private <E extends Entry> Stream<E> there(Class<E> kind) {
        return entries.values().stream()
                .filter(entry -> !entry.removed() && kind.isInstance(entry))
                .sorted(IN_ORDER)
                .map(kind::cast);
    }

    public boolean isEmpty() {
        return entries.values().stream().allMatch(Entry::removed);
    }

    public boolean hasRoom() {
        return inOrder().size() < MOST;
    }

    public Optional<Entry> find(EntryId id) {
        return Optional.ofNullable(entries.get(id)).filter(entry -> !entry.removed());
    }

    /** As it stands now, taken off or not. */
    Optional<Entry> newest(EntryId id) {
        return Optional.ofNullable(entries.get(id));
    }

    /** When it began this time: the latest beginning that was told. */
    public Optional<SymptomMark> onset() {
        return there(SymptomMark.class)
                .filter(mark -> mark.turn() == Turn.ONSET)
                .reduce((earlier, later) -> later);
    }

    /** When they were last well before it began. */
    public Optional<SymptomMark> lastWell() {
        return onset().flatMap(onset -> there(SymptomMark.class)
                .filter(mark -> mark.turn() == Turn.WELL && mark.when().compareTo(onset.when()) <= 0)
                .reduce((earlier, later) -> later));
    }

    /** What happened in the year before it began, or within a month after. It lies near; whether it belongs, people say. */
    public List<LifeEvent> nearOnset() {
        return onset().map(onset -> there(LifeEvent.class)
                        .filter(event -> !event.when()
                                        .last()
                                        .isBefore(onset.when().first().minus(BEFORE))
                                && !event.when()
                                        .first()
                                        .isAfter(onset.when().last().plus(AFTER)))
                        .toList())
                .orElse(List.of());
    }

    /** Everything that is about somebody on the circles. */
    public List<Entry> about(RelationshipId who) {
        return there(Entry.class).filter(entry -> entry.words().isAbout(who)).toList();
    }

    public void add(Entry entry) {
        if (!hasRoom()) {
            throw new IllegalStateException(
                    "The timeline holds " + inOrder().size() + " and takes no more than " + MOST);
        }
        keep(entry);
    }

    /** Tells a thing again; what kind of thing it is stays. */
    public void change(EntryId id, int version, Entry told) {
        Entry before = current(id, version);
        if (before.getClass() != told.getClass()) {
            throw new IllegalArgumentException("One thing on a timeline does not become another");
        }
        Entry after = told.as(id, null, version);
        if (!after.equals(before)) {
            keep(told.as(id, null, version + 1));
        }
    }

    public void remove(EntryId id, int version, Instant when) {
        Entry before = current(id, version);
        keep(before.as(id, when, version + 1));
    }

    /** Putting back what is there already, or what there is no room for, changes nothing. */
    public void putBack(EntryId id) {
        Entry before = entries.get(id);
        if (before != null && before.removed() && hasRoom()) {
            keep(before.as(id, null, before.version() + 1));
        }
    }

    private Entry current(EntryId id, int version) {
        Entry current = entries.get(id);
        if (current == null) {
            throw new UnknownEntry();
        }
        if (current.version() != version) {
            throw new EntryChanged(current);
        }
        if (current.removed()) {
            throw new UnknownEntry();
        }
        return current;
    }

    private void keep(Entry entry) {
        entries.put(entry.id(), entry);
        changed.add(entry);
    }

    /** What was done since it was loaded. */
    List<Entry> changed() {
        return List.copyOf(changed);
    }
}
