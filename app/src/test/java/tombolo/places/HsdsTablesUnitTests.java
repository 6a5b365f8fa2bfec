package tombolo.places;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** HSDS 3.0 as tables: a zip of CSV files, one a table. */
class HsdsTablesUnitTests {
    private static final String CHOIR = "ac148810-d857-441c-9679-408f346de14b";
    private static final Map<String, String> TABLES = Map.of(
            "services.csv",
            "\uFEFFid,organization_id,name,status,description,url,ours\n" + CHOIR
                    + ",o1,Community Choir,active,\"We sing.\nNobody, listens.\",https://choir.example/,x\n"
                    + "bc148810-d857-441c-9679-408f346de14b,o1,Old Choir,defunct,,,\n",
            "organizations.csv",
            "id,name,description\no1,Arts Trust,We do arts\n",
            "locations.csv",
            "id,location_type,name\nl1,physical,Kirk Hall\n",
            "service_at_location.csv",
            "id,service_id,location_id\ns1," + CHOIR + ",l1\n",
            "data/addresses.csv",
            "id,location_id,address_1,city,postal_code,address_type\na1,l1,2 Kirk Wynd,Kilbrannoch,ZZ1 1AA,physical\n",
            "phones.csv",
            "id,service_id,contact_id,number,extension\np1," + CHOIR + ",,01632 960102,100\np2,,c1,01632 960999,\n",
            "schedules.csv",
            "id,service_id,freq,byday,opens_at,closes_at\nh1," + CHOIR + ",WEEKLY,\"TH,MO\",19:00,21:00\n",
            "contacts.csv",
            "id,name\nc1,Ann Persona\n",
            "datapackage.json",
            "{}");

    private static byte[] zip(Map<String, String> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> file : new LinkedHashMap<>(files).entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static Map<String, String> with(String file, String words) {
        Map<String, String> files = new HashMap<>(TABLES);
        files.put(file, words);
        return files;
    }

    private static List<Object> refused(byte[] zip) {
        DirectoryRefused refused = Objects.requireNonNull(
                catchThrowableOfType(DirectoryRefused.class, () -> HsdsFile.read(zip)), "it was taken");
        return List.of(
                refused.said().key().replace("places.desk.refused.", ""),
                refused.said().arguments());
    }

    @Test
    void theTablesArePutTogetherAsTheJsonHasThem() {
        HsdsFile file = HsdsFile.read(zip(TABLES));
        assertThat(file.leftOut()).isEqualTo(1);
        assertThat(file.whole()).isTrue();
        PlaceToBelong place = file.places().getFirst();
        assertThat(place.name()).isEqualTo("Community Choir");
        assertThat(place.organisation()).isEqualTo("Arts Trust");
        assertThat(place.description()).isEqualTo("We sing.\nNobody, listens.");
        assertThat(place.website()).isEqualTo("https://choir.example/");
        assertThat(place.addresses()).containsExactly("Kirk Hall, 2 Kirk Wynd, Kilbrannoch, ZZ1 1AA");
        assertThat(place.hours())
                .singleElement()
                .satisfies(hours -> assertThat(hours.days()).hasSize(2));
        assertThat(place.phones()).as("no number of a person alone").containsExactly(new Phone("01632 960102", "100"));
        assertThat(place.toString()).doesNotContain("Persona");
    }

    @Test
    void tablesMayBeNamedInTheSingularAndOnlyThatOfTheServicesIsNeeded() {
        HsdsFile file =
                HsdsFile.read(zip(Map.of("service.csv", "id,name,status\n" + CHOIR + ",Community Choir,active\n")));
        assertThat(file.places())
                .singleElement()
                .satisfies(place -> assertThat(place.name()).isEqualTo("Community Choir"));
        assertThat(refused(zip(Map.of("locations.csv", "id,name\nl1,Kirk Hall\n")))
                        .getFirst())
                .isEqualTo("tables");
    }

    @Test
    void whatIsNotRightIsToldByItsFileLineAndField() {
        String services = "id,organization_id,name,status\n" + CHOIR + ",o1,Choir,active\n";
        assertThat(refused(zip(with("services.csv", services + "x,o1,Shed,active\n"))))
                .isEqualTo(List.of("id.table", List.of(3L, "services.csv", "id")));
        assertThat(refused(zip(with("services.csv", services.replace(",active", ",open")))))
                .isEqualTo(List.of("status.table", List.of(2L, "services.csv", "status")));
        assertThat(refused(zip(with("services.csv", services.replace(",Choir,", ",,")))))
                .isEqualTo(List.of("missing.table", List.of(2L, "services.csv", "name")));
        assertThat(refused(zip(with("services.csv", services + CHOIR + ",o1,Choir,active\n"))))
                .isEqualTo(List.of("twice.table", List.of(3L, "services.csv", "id")));
        assertThat(refused(zip(with("services.csv", services.replace(",o1,", ",o2,")))))
                .isEqualTo(List.of("unknown.table", List.of(2L, "services.csv", "organization_id")));
        assertThat(refused(zip(with("services.csv", services + "too,few\n"))))
                .isEqualTo(List.of("csv.table", List.of(3L, "services.csv", "")));
        assertThat(refused(zip(with("organizations.csv", "id,name\n\no1,\n"))))
                .isEqualTo(List.of("missing.table", List.of(3L, "organizations.csv", "name")));
        assertThat(refused(zip(with("phones.csv", "id,service_id,number\np1," + CHOIR + "," + "1".repeat(501) + "\n"))))
                .isEqualTo(List.of("long-line.table", List.of(2L, "phones.csv", "number")));
        assertThat(refused(zip(with("services.csv", "id,name\n\"unclosed,x\n"))).getFirst())
                .isEqualTo("csv.table");
    }

    @Test
    void aZipThatIsBrokenOrSwellsIsRefused() {
        byte[] broken = zip(TABLES);
        broken[40] ^= 0x55;
        broken[60] ^= 0x55;
        broken[80] ^= 0x55;
        assertThat(catchThrowableOfType(DirectoryRefused.class, () -> HsdsFile.read(broken)))
                .isNotNull();
        assertThat(refused(zip(with("notes.txt", " ".repeat(25 * 1024 * 1024)))).getFirst())
                .isEqualTo("large");
    }
}
