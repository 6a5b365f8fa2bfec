package tombolo.inventory;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tombolo.database.Ids;
import tombolo.vault.Confidential;
import tombolo.vault.PersonId;

/**
 * The interpersonal inventory: everyone who matters in one person's life, laid on the closeness circles.
 *
 * <p>It begins empty, with the nearest contact there is, and may stay small. Somebody is added by name and placed on a
 * ring or apart; they move, a wish is set, the tie is described, they are taken off and put back. Whatever is done is a
 * {@link Step} of signed {@link Change changes}, so that the last one can be taken back, and the one before it. There
 * is no count to reach and no verdict.
 */
public final class Inventory {
    /** More than anyone needs, and as many as the picture can hold. */
    public static final int MOST = 120;

    private final PersonId person;
    private final @Nullable Confidential called;
    private final Map<RelationshipId, Relationship> relationships = new LinkedHashMap<>();
    private final @Nullable Step last;
    private final int steps;
    private final List<Change> changes = new ArrayList<>();
    private final Map<Relationship, Relationship> restored = new LinkedHashMap<>();
    private @Nullable Step undone;
    private @Nullable Signature undoneBy;

    private Inventory(
            PersonId person,
            @Nullable Confidential called,
            List<Relationship> relationships,
            @Nullable Step last,
            int steps) {
        this.person = person;
        this.called = called;
        this.last = last;
        this.steps = steps;
        relationships.forEach(relationship -> this.relationships.put(relationship.id(), relationship));
    }

    public static Inventory begun(PersonId person) {
        return new Inventory(person, null, List.of(), null, 0);
    }

    static Inventory kept(
            PersonId person,
            @Nullable Confidential called,
            List<Relationship> relationships,
            @Nullable Step last,
            int steps) {
        return new Inventory(person, called, relationships, last, steps);
    }

    public PersonId person() {
        return person;
    }

    /** What the person in the middle likes to be called. */
    public Optional<Confidential> called() {
        return Optional.ofNullable(called);
    }

    /** Everyone who is there, in the order in which they were named. */
    public List<Relationship> people() {
        return those(relationship -> !relationship.removed());
    }

    public List<Relationship> at(Position position) {
        return those(relationship ->
                !relationship.removed() && relationship.standing().now() == position);
    }

    /** Those taken off lately, who can still be put back. */
    public List<Relationship> removed() {
        return those(Relationship::removed);
    }

    private List<Relationship> those(Predicate<Relationship> which) {
        return relationships.values().stream().filter(which).toList();
    }

    public Optional<Relationship> find(RelationshipId id) {
        return Optional.ofNullable(relationships.get(id)).filter(relationship -> !relationship.removed());
    }

    /** What was done last and can be taken back. */
    public Optional<Step> last() {
        return changes.isEmpty() ? Optional.ofNullable(last) : Optional.of(new Step(steps + 1, changes));
    }

    /** Somebody whose name could not be told apart from this one when it is read out. */
    public Optional<Relationship> called(String name) {
        return people().stream()
                .filter(relationship -> Names.alike(relationship.name().words(), name))
                .findFirst();
    }

    public boolean hasRoomFor(int more) {
        return people().size() + more <= MOST;
    }

    /** Names several people in one go; each stands at the same place until moved. */
    public List<Relationship> add(List<String> names, Standing standing, Signature signature) {
        if (!hasRoomFor(names.size())) {
            throw new IllegalStateException("The circles hold " + people().size() + " and take no more than " + MOST);
        }
        List<UUID> ids = names.stream().map(name -> Ids.next()).sorted().toList();
        List<Relationship> added = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            added.add(Relationship.begun(new RelationshipId(ids.get(i)), named(names.get(i)), standing));
        }
        added.forEach(relationship -> change(Change.Kind.ADDED, null, relationship, signature));
        return added;
    }

    /** Moves somebody, sets what is wished, or both. However it was done, the same standing comes out. */
    public void place(RelationshipId id, int version, Standing standing, Signature signature) {
        Relationship before = current(id, version);
        Standing was = before.standing();
        if (was.equals(standing)) {
            return;
        }
        Change.Kind kind = was.now() != standing.now()
                ? Change.Kind.MOVED
                : was.sector() != standing.sector() ? Change.Kind.REGROUPED : Change.Kind.WISHED;
        change(kind, before, before.at(standing), signature);
    }

    /** Says what somebody is called, where they stand and what it is like between them. */
    public void describe(
            RelationshipId id,
            int version,
            String name,
            Standing standing,
            Description description,
            Signature signature) {
        Relationship before = current(id, version);
        boolean same = before.name().words().equals(name)
                && before.standing().equals(standing)
                && before.description().equals(description);
        if (!same) {
            change(
                    Change.Kind.DESCRIBED,
                    before,
                    before.described(named(name), inTheirPartOfLife(before, standing, description), description),
                    signature);
        }
    }

    /** A new kind of tie takes its place among its like, unless the person chose another at the same time. */
    private static Standing inTheirPartOfLife(Relationship before, Standing standing, Description description) {
        Tie tie = description.tie();
        if (tie == null || tie == before.description().tie()) {
            return standing;
        }
        return standing.sector() == before.standing().sector() ? standing.among(tie.sector()) : standing;
    }

    public void remove(RelationshipId id, int version, Signature signature) {
        Relationship before = current(id, version);
        change(Change.Kind.REMOVED, before, before.takenOff(signature.at()), signature);
    }

    public void putBack(RelationshipId id, Signature signature) {
        Relationship before = relationships.get(id);
        if (before != null && before.removed() && hasRoomFor(1)) {
            change(Change.Kind.PUT_BACK, before, before.putBack(), signature);
        }
    }

    /** Puts back whoever was taken off lately and could not be told apart from this name, if there is one. */
    public Optional<Relationship> putBack(String name, Signature signature) {
        Optional<RelationshipId> off = removed().stream()
                .filter(one -> Names.alike(one.name().words(), name))
                .map(Relationship::id)
                .reduce((earlier, later) -> later);
        off.ifPresent(who -> putBack(who, signature));
        return off.flatMap(this::find);
    }

    /** Takes back the last step, if it still is the last; false where somebody has done something since. */
    public boolean undo(int number, Signature signature) {
        if (last == null || last.number() != number || !changes.isEmpty()) {
            return false;
        }
        for (Change change : last.changes()) {
            Relationship current = relationships.get(change.after().id());
            if (current != null) {
                Relationship before = change.before();
                Relationship back = before == null ? current.takenOff(signature.at()) : current.restored(before);
                relationships.put(current.id(), back);
                restored.put(current, back);
            }
        }
        undone = last;
        undoneBy = signature;
        return true;
    }

    private Relationship current(RelationshipId id, int version) {
        Relationship current = relationships.get(id);
        if (current == null) {
            throw new UnknownRelationship();
        }
        if (current.version() != version) {
            throw new ChangedMeanwhile(current);
        }
        if (current.removed()) {
            throw new UnknownRelationship();
        }
        return current;
    }

    /** Several changes to one relationship in one step are one change. */
    private void change(Change.Kind kind, @Nullable Relationship before, Relationship after, Signature signature) {
        relationships.put(after.id(), after);
        for (int i = 0; i < changes.size(); i++) {
            Change earlier = changes.get(i);
            if (earlier.after().id().equals(after.id())) {
                Change.Kind both = earlier.kind() == Change.Kind.ADDED ? Change.Kind.ADDED : kind;
                changes.set(i, new Change(both, earlier.before(), after, signature));
                return;
            }
        }
        changes.add(new Change(kind, before, after, signature));
    }

    private static Confidential named(String name) {
        String tidy = Names.tidy(name);
        if (tidy.isEmpty() || Names.isTooLong(tidy)) {
            throw new IllegalArgumentException("A name has 1 to " + Names.LONGEST + " characters");
        }
        return Confidential.of(tidy);
    }

    /** What was done since it was loaded. */
    List<Change> changes() {
        return List.copyOf(changes);
    }

    /** The step that was taken back since it was loaded. */
    Optional<Step> undone() {
        return Optional.ofNullable(undone);
    }

    /** What taking it back made of each relationship. */
    Map<Relationship, Relationship> restored() {
        return restored;
    }

    Optional<Signature> undoneBy() {
        return Optional.ofNullable(undoneBy);
    }

    int steps() {
        return steps;
    }
}
