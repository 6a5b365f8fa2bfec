package tombolo.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tombolo.vault.AccountId;
import tombolo.vault.Confidential;
import tombolo.vault.PersonId;

/** What may happen on the circles, and what is remembered of it. */
class InventoryUnitTests {
    private static final Standing CLOSE = Standing.at(Ring.CLOSE, Sector.FAMILY);

    private final Signature anna =
            new Signature(new AccountId(UUID.randomUUID()), Instant.parse("2026-11-21T21:04:00Z"));
    private Inventory inventory = Inventory.begun(new PersonId(UUID.randomUUID()));

    @Test
    void beginsWithNobody() {
        assertThat(inventory.people()).isEmpty();
        assertThat(inventory.last()).isEmpty();
    }

    @Test
    void severalAreNamedInOneGo() {
        inventory.add(List.of("Isla", "Dan"), Standing.at(Apart.NOT_PLACED, Sector.OTHERS), anna);
        assertThat(inventory.people()).extracting(who -> who.name().words()).containsExactly("Isla", "Dan");
        assertThat(inventory.at(Apart.NOT_PLACED)).hasSize(2);
        assertThat(inventory.last().orElseThrow().changes())
                .extracting(Change::kind)
                .containsExactly(Change.Kind.ADDED, Change.Kind.ADDED);
    }

    @Test
    void aMoveIsSigned() {
        Relationship isla = added("Isla", CLOSE);
        inventory.place(isla.id(), 0, CLOSE.movedTo(Ring.VERY_CLOSE), anna);
        assertThat(find(isla).standing().now()).isEqualTo(Ring.VERY_CLOSE);
        Change change = inventory.changes().getLast();
        assertThat(change.kind()).isEqualTo(Change.Kind.MOVED);
        assertThat(change.signed()).isEqualTo(anna);
        assertThat(change.before()).isEqualTo(isla);
    }

    @Test
    void movingNobodyAnywhereIsNoChange() {
        Relationship isla = added("Isla", CLOSE);
        inventory.place(isla.id(), 0, CLOSE, anna);
        assertThat(inventory.changes()).isEmpty();
        assertThat(find(isla).version()).isZero();
    }

    @Test
    void aWishThatHasComeTrueIsNoWishAnyMore() {
        Relationship mum = added("Mum", Standing.at(Ring.FURTHER_OUT, Sector.FAMILY));
        inventory.place(mum.id(), 0, mum.standing().wishedAt(Ring.CLOSE), anna);
        assertThat(inventory.changes()).extracting(Change::kind).containsExactly(Change.Kind.WISHED);
        inventory.place(mum.id(), 1, find(mum).standing().movedTo(Ring.CLOSE), anna);
        assertThat(find(mum).standing().wished()).isNull();
    }

    @Test
    void nobodyIsWishedDead() {
        assertThatIllegalArgumentException().isThrownBy(() -> CLOSE.wishedAt(Apart.DIED));
        assertThat(CLOSE.wishedAt(Apart.LEFT).wished()).isEqualTo(Apart.LEFT);
        assertThat(Standing.at(Apart.DIED, Sector.FAMILY).wishedAt(Ring.CLOSE).wished())
                .isNull();
    }

    @Test
    void aNewKindOfTieTakesItsPlaceAmongItsLike() {
        Relationship ewa = added("Ewa", Standing.at(Ring.CLOSE, Sector.OTHERS));
        inventory.describe(ewa.id(), 0, "Ewa", ewa.standing(), as(Tie.WORKMATE), anna);
        assertThat(find(ewa).standing().sector()).isEqualTo(Sector.WORK);
        inventory.describe(ewa.id(), 1, "Ewa", find(ewa).standing().among(Sector.FRIENDS), as(Tie.WORKMATE), anna);
        assertThat(find(ewa).standing().sector()).isEqualTo(Sector.FRIENDS);
    }

    @Test
    void refusesASecondVersionOfTheSamePerson() {
        Relationship dan = added("Dan", CLOSE);
        inventory.place(dan.id(), 0, CLOSE.movedTo(Ring.FURTHER_OUT), anna);
        assertThatExceptionOfType(ChangedMeanwhile.class)
                .isThrownBy(() -> inventory.place(dan.id(), 0, CLOSE.movedTo(Ring.VERY_CLOSE), anna))
                .satisfies(changed ->
                        assertThat(changed.current().standing().now()).isEqualTo(Ring.FURTHER_OUT));
        assertThatExceptionOfType(UnknownRelationship.class)
                .isThrownBy(() -> inventory.remove(new RelationshipId(UUID.randomUUID()), 0, anna));
    }

    @Test
    void whoeverIsTakenOffCanBePutBack() {
        Relationship dan = added("Dan", CLOSE);
        inventory.remove(dan.id(), 0, anna);
        assertThat(inventory.people()).isEmpty();
        assertThat(inventory.find(dan.id())).isEmpty();
        assertThat(inventory.removed()).extracting(Relationship::id).containsExactly(dan.id());
        inventory.putBack(dan.id(), anna);
        assertThat(find(dan).standing()).isEqualTo(CLOSE);
    }

    @Test
    void theLastStepIsTakenBackWhole() {
        Relationship isla = added("Isla", CLOSE);
        Relationship moved = isla.at(CLOSE.movedTo(Ring.VERY_CLOSE));
        Inventory later = Inventory.kept(
                inventory.person(),
                null,
                List.of(moved),
                new Step(2, List.of(new Change(Change.Kind.MOVED, isla, moved, anna))),
                2);
        assertThat(later.undo(1, anna)).as("an older step").isFalse();
        assertThat(later.undo(2, anna)).isTrue();
        Relationship back = later.find(isla.id()).orElseThrow();
        assertThat(back.standing()).isEqualTo(CLOSE);
        assertThat(back.version()).as("nobody saves over what was taken back").isEqualTo(2);
    }

    @Test
    void takingBackSeveralNamesTakesThemAllOff() {
        List<Relationship> two = inventory.add(List.of("Isla", "Dan"), CLOSE, anna);
        Inventory later = Inventory.kept(inventory.person(), null, two, new Step(1, inventory.changes()), 1);
        assertThat(later.undo(1, anna)).isTrue();
        assertThat(later.people()).isEmpty();
    }

    @Test
    void severalChangesInOneStepAreOne() {
        List<Relationship> two = inventory.add(List.of("Isla", "Dan"), CLOSE, anna);
        inventory.place(two.getFirst().id(), 0, CLOSE.movedTo(Ring.VERY_CLOSE), anna);
        assertThat(inventory.changes()).extracting(Change::kind).containsExactly(Change.Kind.ADDED, Change.Kind.ADDED);
        assertThat(inventory.changes().getFirst().after().standing().now()).isEqualTo(Ring.VERY_CLOSE);
    }

    @Test
    void knowsWhenTwoNamesSoundTheSame() {
        added("Isla", CLOSE);
        assertThat(inventory.called("isla")).isPresent();
        assertThat(inventory.called("Isla (work)")).isEmpty();
    }

    @Test
    void holdsNoMoreThanThePictureCan() {
        List<String> many =
                IntStream.range(0, Inventory.MOST).mapToObj(i -> "Someone " + i).toList();
        inventory.add(many, CLOSE, anna);
        assertThat(inventory.hasRoomFor(1)).isFalse();
        assertThatIllegalStateException().isThrownBy(() -> inventory.add(List.of("One more"), CLOSE, anna));
    }

    @Test
    void namesMayBeAnything() {
        assertThat(Names.typed(" Isla, Dan\r\n\n عمّة فاطمة ؛ x\n👩‍👧 Mam;Isla\nthe  \u00a0 man at\tthe shop"))
                .containsExactly("Isla", "Dan", "عمّة فاطمة ؛ x", "👩‍👧 Mam", "the man at the shop");
        assertThat(Names.typed("<script>alert(1)</script>")).containsExactly("<script>alert(1)</script>");
        assertThat(Names.tidy("a\u0000b\ud800")).isEqualTo("a b");
        assertThat(Names.isTooLong("👩".repeat(80))).isFalse();
        assertThat(Names.isTooLong("a".repeat(81))).isTrue();
    }

    @Test
    void wordsNeverShowThemselves() {
        Words words = new Words("my sister", "", "", "", "", "");
        Relationship isla = new Relationship(
                new RelationshipId(UUID.randomUUID()), Confidential.of("Isla"), CLOSE, described(words), null, 0);
        assertThat(isla.toString()).doesNotContain("Isla").doesNotContain("sister");
    }

    private static Description described(Words words) {
        Description unsaid = Description.UNSAID;
        return new Description(
                null, unsaid.heard(), unsaid.honest(), Contact.UNSAID, Exchange.UNSAID, null, null, null, null, words);
    }

    private static Description as(Tie tie) {
        return new Description(
                tie,
                new Sense(1, 3),
                Sense.UNSAID,
                new Contact(Contact.Often.WEEKLY, Set.of(Contact.Way.CALLING)),
                Exchange.UNSAID,
                Amount.QUITE_A_LOT,
                true,
                Met.PARTLY,
                null,
                Words.NONE);
    }

    private Relationship added(String name, Standing standing) {
        Relationship added = inventory.add(List.of(name), standing, anna).getFirst();
        inventory = Inventory.kept(
                inventory.person(), null, inventory.people(), inventory.last().orElseThrow(), 1);
        return added;
    }

    private Relationship find(Relationship relationship) {
        return inventory.find(relationship.id()).orElseThrow();
    }
}
