package tombolo.techniques.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import tombolo.accounts.Account;
import tombolo.accounts.TestBrowser;
import tombolo.accounts.TestClock;
import tombolo.database.CountedStatements;
import tombolo.inventory.Inventories;
import tombolo.inventory.Inventory;
import tombolo.inventory.RelationshipId;
import tombolo.inventory.Ring;
import tombolo.inventory.Sector;
import tombolo.inventory.Signature;
import tombolo.inventory.Standing;
import tombolo.people.TestHouse;
import tombolo.vault.PersonId;
import tombolo.vault.Place;
import tombolo.vault.Vault;

/** What changes between people and in a life, as the pages of a piece of work and the timeline keep it. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import({TestClock.class, CountedStatements.class})
class ChangesControllerTests {
    private static final String BASE = "/my/techniques";
    private static final ZoneId ZONE = ZoneId.of("Europe/London");

    private final ApplicationContext context;
    private final Inventories inventories;
    private final Vault vault;
    private final TestClock.Moved clock;

    @LocalServerPort
    private int port;

    private TestHouse house;
    private PersonId anna;
    private Account hers;
    private RelationshipId dan;
    private TestBrowser mine = new TestBrowser(0, "");

    ChangesControllerTests(ApplicationContext context, Inventories inventories, Vault vault, TestClock.Moved clock) {
        this.context = context;
        this.inventories = inventories;
        this.vault = vault;
        this.clock = clock;
    }

    @BeforeEach
    void annaAndDan() {
        house = new TestHouse(context, "Lochside Practice", Optional.empty());
        anna = house.known("Anna", house.ishbel()).id();
        hers = house.practice().person(anna, "anna");
        dan = house.within(() -> {
            Inventory circles = inventories.visibleTo(hers.viewer()).toChange(anna);
            RelationshipId added = circles.add(
                            List.of("Dan"),
                            new Standing(Ring.CLOSE, null, Sector.FAMILY),
                            new Signature(hers.id(), clock.now()))
                    .getFirst()
                    .id();
            inventories.save(circles, hers.viewer());
            return added;
        });
        mine = house.browser(port, hers);
    }

    @Test
    void howADisputeStoodIsKeptWithItsDayAndToldOnThePieceAndAtTheDesk() {
        String piece = begin("dispute", Map.of("who", dan.value().toString()), "issue");
        says(piece, "stage", 0, Map.of("stage", "stuck"));
        assertThat(mine.get(piece).body())
                .as("it always stood like that")
                .contains("We have stopped talking about it")
                .doesNotContain("you said that you were stuck", "Now you are");
        String then = today();
        clock.on(Duration.ofDays(30));
        mine = house.browser(port, hers);
        says(piece, "stage", 1, Map.of("stage", "talking"));
        assertThat(mine.get(piece).body())
                .contains("On " + then + " you said that you were stuck.", "Now you are talking again.")
                .doesNotContain("it was put down");
        says(piece, "issue", 2, Map.of("issue", "The nights"));
        assertThat(mine.get(piece).body()).contains("On " + then + " you said that you were stuck.");
        assertThat(house.browser(port, house.ishbel())
                        .get("/desk/people/" + anna + "/techniques" + piece.replace(BASE, ""))
                        .body())
                .contains("On " + then + " it was put down that they were stuck.", "Now the two are talking again.");
        assertThat(house.rows("piece_of_work")).doesNotContain("stuck", TestHouse.hex("stuck"));
    }

    @Test
    void aDisputeThatWasKeptBeforeItsDaysWereTellsTheDayItWasLastWorkedOn() {
        String piece = begin("dispute", Map.of("who", dan.value().toString()), "issue");
        says(piece, "stage", 0, Map.of("stage", "talking"));
        String then = today();
        asItWasKeptOnce(piece, "{\"with\":\"Dan\",\"answers\":{\"stage\":[\"talking\"]}}");
        assertThat(mine.get(piece).body()).contains("We still talk or argue about it");
        clock.on(Duration.ofDays(30));
        mine = house.browser(port, hers);
        says(piece, "stage", 1, Map.of("stage", "over"));
        assertThat(mine.get(piece).body())
                .contains("On " + then + " you said that you were talking about it.")
                .contains("Now it is over, or as good as over.");
    }

    private void asItWasKeptOnce(String piece, String words) {
        UUID id = UUID.fromString(piece.replace(BASE + "/", ""));
        house.within(() -> context.getBean(JdbcClient.class)
                .sql("update piece_of_work set words = :words where id = :id")
                .param("words", vault.seal(anna, new Place("piece_of_work", "words", id), words))
                .param("id", id)
                .update());
    }

    private String today() {
        return DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", Locale.UK)
                .format(LocalDate.ofInstant(clock.now(), ZONE));
    }

    /** The address of a piece that was begun, which goes on with the step named. */
    private String begin(String technique, Map<String, String> first, String next) {
        mine.get(BASE + "/new/" + technique);
        return TestBrowser.location(mine.post(BASE + "/new/" + technique, first))
                .replace("/" + next, "");
    }

    private void says(String piece, String step, int seen, Map<String, String> said) {
        Map<String, String> all = new HashMap<>(said);
        all.put("seen", String.valueOf(seen));
        assertThat(mine.open(piece + "/" + step, piece + "/" + step, all).statusCode())
                .as(step)
                .isEqualTo(302);
    }
}
