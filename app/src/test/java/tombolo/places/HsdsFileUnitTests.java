package tombolo.places;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files of services as Open Referral's HSDS 3.0 words them: what is taken from one, and what is refused and why. */
class HsdsFileUnitTests {
    /** Shaped as their example of a service with all that belongs to it. */
    private static final String CHOIR = """
            {"id": "ac148810-d857-441c-9679-408f346de14b", "name": "Community  Choir", "status": "active",
             "description": "We sing.\\nNobody listens.", "url": "https://choir.example/", "email": "sing@choir.example",
             "fees_description": "Free", "eligibility_description": "Everybody", "minimum_age": 12, "ours": {"extra": [1]},
             "phones": [{"id": "1554f2e2-a373-45db-a3fa-9fc48a61c15e", "number": "\\"+44 (0)1632 960102\\"", "extension": 100}],
             "schedules": [
               {"id": "1", "freq": "WEEKLY", "interval": 1, "byday": "TH,MO", "opens_at": "19:00:00", "closes_at": "21:00Z",
                "description": "In the evening"},
               {"id": "2", "freq": "MONTHLY", "byday": "2SA", "opens_at": "11:00", "description": "The second Saturday"},
               {"id": "3", "byday": "SU", "until": "2005-01-01", "opens_at": "11:00"}],
             "service_at_locations": [{"id": "5", "contacts": [{"id": "6", "name": "Ann Persona"}],
               "phones": [{"id": "7", "number": "01632 960999"}],
               "location": {"id": "8", "location_type": "physical", "name": "Kirk Hall", "addresses": [
                 {"id": "9", "attention": "A. Persona", "address_1": "2 Kirk Wynd", "city": "Kilbrannoch",
                  "state_province": "Highland", "postal_code": "ZZ1 1AA", "country": "GB", "address_type": "physical"},
                 {"id": "10", "address_1": "PO Box 1", "address_type": "postal"}]}}],
             "organization": {"id": "d9d5e0f5-d3ce-4f73-9a2f-4dd0ecc6c610", "name": "Arts Trust", "website": "http://arts.example"}}
            """;

    private static HsdsFile read(String file) {
        return HsdsFile.read(file.getBytes(StandardCharsets.UTF_8));
    }

    private static PlaceToBelong choir(String old, String changed) {
        assertThat(CHOIR).contains(old);
        return read("[" + CHOIR.replace(old, changed) + "]").places().getFirst();
    }

    private static List<Object> refused(String file) {
        DirectoryRefused refused =
                Objects.requireNonNull(catchThrowableOfType(DirectoryRefused.class, () -> read(file)), "it was taken");
        return List.of(
                refused.said().key().replace("places.desk.refused.", ""),
                refused.said().arguments());
    }

    @Test
    void aServiceIsTakenWithAllThatHelpsSomebodyToGoThere() {
        HsdsFile file = read("[" + CHOIR + "]");
        PlaceToBelong place = file.places().getFirst();
        assertThat(file.leftOut()).isZero();
        assertThat(file.whole()).isTrue();
        assertThat(place.name()).isEqualTo("Community Choir");
        assertThat(place.organisation()).isEqualTo("Arts Trust");
        assertThat(place.description()).isEqualTo("We sing.\nNobody listens.");
        assertThat(place.forWhom()).isEqualTo("Everybody");
        assertThat(place.cost()).isEqualTo("Free");
        assertThat(place.website()).isEqualTo("https://choir.example/");
        assertThat(place.addresses()).containsExactly("Kirk Hall, 2 Kirk Wynd, Kilbrannoch, Highland, ZZ1 1AA");
        assertThat(place.phones()).containsExactly(new Phone("+44 (0)1632 960102", "100"));
        assertThat(place.phones().getFirst().dialled()).isEqualTo("+441632960102");
        assertThat(place.toString()).as("nobody's name").doesNotContain("Persona");
    }

    @Test
    void simpleHoursAreReadAndOthersAreLeftInTheirOwnWords() {
        List<Hours> hours = choir("Free", "Free").hours();
        assertThat(hours.getFirst().days()).containsExactly(DayOfWeek.MONDAY, DayOfWeek.THURSDAY);
        assertThat(hours.getFirst().opens()).contains(LocalTime.of(19, 0));
        assertThat(hours.getFirst().closes()).contains(LocalTime.of(21, 0));
        assertThat(hours.get(1).days()).isEmpty();
        assertThat(hours.get(1).words()).isEqualTo("The second Saturday");
        assertThat(hours.get(2).hold(LocalDate.of(2005, 1, 1))).isTrue();
        assertThat(hours.get(2).hold(LocalDate.of(2005, 1, 2))).isFalse();
        assertThat(choir("\"interval\": 1", "\"interval\": 2")
                        .hours()
                        .getFirst()
                        .words())
                .isEqualTo("In the evening");
    }

    @Test
    void nobodyIsSentToAFaxOrAPager() {
        String number = "\"extension\": 100";
        for (String silent : List.of("fax", "Pager")) {
            assertThat(choir(number, number + ", \"type\": \"" + silent + "\"").phones())
                    .as(silent)
                    .isEmpty();
        }
        assertThat(choir(number, number + ", \"type\": \"voice\"").phones()).hasSize(1);
    }

    /** The format sets no limit to these: one long line does not keep a whole directory from people who have nobody. */
    @Test
    void whatIsSaidAtLengthOfForWhomItIsAndWhatItCostsIsTaken() {
        String long501 = "a ".repeat(251).strip();
        assertThat(choir("\"Everybody\"", "\"" + long501 + "\"").forWhom()).isEqualTo(long501);
        assertThat(choir("\"The second Saturday\"", "\"" + long501 + "\"")
                        .hours()
                        .get(1)
                        .words())
                .isEqualTo(long501);
    }

    @Test
    void aPageAndAnObjectOfServicesAreTakenAsAListIs() {
        assertThat(read("{\"total_pages\": 1, \"contents\": [" + CHOIR + "]}").places())
                .hasSize(1);
        assertThat(read("{\"services\": [" + CHOIR + "]}").places()).hasSize(1);
        assertThat(read("[]").places()).isEmpty();
        assertThat(read("{\"total_pages\": 10, \"contents\": [" + CHOIR + "]}").whole())
                .as("one page of several")
                .isFalse();
    }

    @Test
    void onlyWhatIsActiveIsTaken() {
        HsdsFile file = read("[" + CHOIR.replace("\"active\"", "\"temporarily closed\"") + "]");
        assertThat(file.places()).isEmpty();
        assertThat(file.leftOut()).isEqualTo(1);
    }

    @Test
    void aWebsiteThatIsNoneIsNoLink() {
        assertThat(choir("https://choir.example/", "javascript:alert(1)").website())
                .isEqualTo("http://arts.example");
        assertThat(choir("https://choir.example/", "https:\\\\choir").website()).isEqualTo("http://arts.example");
        assertThat(new Phone("Ask at the door", "").dialled()).isEmpty();
    }

    @Test
    void whatTheDatabaseCannotKeepIsTakenOut() {
        assertThat(choir("We sing.", "We\\u0000 sing \\ud800.").description())
                .isEqualTo("We  sing  .\nNobody listens.");
    }

    @Test
    void aLongDescriptionIsShortenedAtTheEndOfASentenceOrAWord() {
        String sentence = "Somebody is always there who has been new once. ";
        PlaceToBelong place = choir("We sing.", sentence.repeat(9).strip());
        assertThat(place.isLong()).isTrue();
        assertThat(place.inShort()).hasSizeLessThan(261).endsWith("new once.");
        assertThat(choir("We sing.", "and on ".repeat(80)).inShort())
                .endsWith("…")
                .hasSizeLessThan(262);
        assertThat(choir("Free", "Free").inShort()).isEqualTo("We sing.\nNobody listens.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "id": "ac148810-d857-441c-9679-408f346de14b", |                 | missing      | id
            ac148810-d857-441c-9679-408f346de14b | 1-1-1-1-1                | id           | id
            "active"                 | "open"                               | status       | status
            "active"                 | 1                                    | words        | status
            "status": "active",      |                                      | missing      | status
            "name": "Arts Trust",    |                                      | missing      | organization.name
            "city": "Kilbrannoch"    | "city": 1                            | words        | service_at_locations[0].location.addresses[0].city
            "number": "01632 960999" | "number": []                         |              |
            "phones": [{"id": "1554  | "phones": 1, "were": [{"id": "1554   | list         | phones
            "schedules": [           | "schedules": [7,                     | object.field | schedules[0]
            """)
    void whatIsNotAsItMustBeIsNamed(String old, String changed, String key, String field) {
        assertThat(CHOIR).contains(old);
        String file = "[" + CHOIR.replace("ac148810", "bc148810") + ","
                + CHOIR.replace(old, changed == null ? "" : changed) + "]";
        if (key == null) {
            assertThat(read(file).places()).as("nearer numbers are used").hasSize(2);
        } else {
            assertThat(refused(file)).containsExactly(key, List.of(2, " (Community Choir)", field));
        }
    }

    @Test
    void aServiceWithoutANameIsNamedByItsPlaceInTheList() {
        assertThat(refused("[" + CHOIR.replace("\"Community  Choir\"", "\" \"") + "]"))
                .containsExactly("missing", List.of(1, "", "name"));
        assertThat(refused("[" + CHOIR + ",7]")).containsExactly("object", List.of(2, "", ""));
    }

    @Test
    void twoServicesOfOneIdAreRefused() {
        assertThat(refused("[" + CHOIR + "," + CHOIR + "]"))
                .containsExactly("twice", List.of(2, " (Community Choir)", "id"));
    }

    @Test
    void whatIsNoSuchFileIsRefused() {
        assertThat(refused("[\n{").getFirst()).isEqualTo("json");
        assertThat(refused("<html>").getFirst()).isEqualTo("json");
        assertThat(refused("").getFirst()).isIn("json", "shape");
        assertThat(refused("[] []").getFirst()).isEqualTo("json");
        assertThat(refused("[".repeat(5_000)).getFirst()).isEqualTo("json");
        assertThat(refused("{}").getFirst()).isEqualTo("shape");
        assertThat(refused("7").getFirst()).isEqualTo("shape");
        assertThat(refused(CHOIR).getFirst()).isEqualTo("shape");
    }

    @Test
    void moreThanTwoThousandOrTwoMegabytesAreRefused() {
        assertThat(refused("[" + String.join(",", Collections.nCopies(2_001, "{}")) + "]"))
                .containsExactly("many", List.of(2_000, "", ""));
        assertThat(refused(" ".repeat(HsdsFile.LARGEST) + "[]")).containsExactly("large", List.of(2, "", ""));
    }

    @Test
    void thePlacesOfTheDemoAreSuchAFile() throws IOException {
        try (InputStream demo = Objects.requireNonNull(HsdsFile.class.getResourceAsStream("/demo/places.json"))) {
            HsdsFile file = HsdsFile.read(demo.readAllBytes());
            assertThat(file.places())
                    .hasSize(8)
                    .allMatch(place -> !place.hours().isEmpty());
            assertThat(file.leftOut()).isEqualTo(1);
            assertThat(file.places().stream().flatMap(place -> place.phones().stream()))
                    .as("numbers kept free for stories")
                    .allMatch(phone -> phone.number().startsWith("01632 960"));
        }
    }
}
