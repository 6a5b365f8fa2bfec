package tombolo.places;

import java.net.URI;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A file of services as Open Referral's Human Services Data Specification 3.0 words them, with all that belongs to a service
 * inside it ({@code service_full}), or as its tables in a zip ({@link HsdsTables}). What we do not know is passed over, and so are the people who are named in it.
 * See <a href="https://docs.openreferral.org/en/v3.0.1/hsds/schema_reference.html">the specification</a>.
 *
 * @param places those that are active
 * @param leftOut how many are not
 * @param whole false where the file says that it is one page of several
 */
public record HsdsFile(List<PlaceToBelong> places, int leftOut, boolean whole) {
    /** How large a file may be, in bytes. */
    public static final int LARGEST = 2 * 1024 * 1024;

    private static final int MOST = 2_000;
    private static final Set<String> SILENT = Set.of("fax", "pager");
    private static final String ACTIVE = "active";
    private static final Set<String> STATUSES = Set.of(ACTIVE, "inactive", "defunct", "temporarily closed");
    private static final Map<String, DayOfWeek> DAYS = Map.of(
            "MO", DayOfWeek.MONDAY,
            "TU", DayOfWeek.TUESDAY,
            "WE", DayOfWeek.WEDNESDAY,
            "TH", DayOfWeek.THURSDAY,
            "FR", DayOfWeek.FRIDAY,
            "SA", DayOfWeek.SATURDAY,
            "SU", DayOfWeek.SUNDAY);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    public HsdsFile {
        places = List.copyOf(places);
    }

    /**
     * Reads a file.
     *
     * @throws DirectoryRefused when something in it is not as it must be; then none of it is taken
     */
    public static HsdsFile read(byte[] file) {
        if (file.length > LARGEST) {
            throw new DirectoryRefused("places.desk.refused.large", LARGEST / 1024 / 1024);
        }
        JsonNode all = HsdsTables.isZip(file) ? HsdsTables.services(file) : parsed(file);
        JsonNode services = services(all);
        if (services.size() > MOST) {
            throw new DirectoryRefused("places.desk.refused.many", MOST);
        }
        List<PlaceToBelong> places = new ArrayList<>();
        Set<UUID> ids = new HashSet<>();
        int number = 0;
        for (JsonNode node : services) {
            HsdsPart service = HsdsPart.service(node, ++number);
            PlaceToBelong place = place(service);
            if (!ids.add(place.id())) {
                throw service.refused("places.desk.refused.twice", "id");
            }
            if (isActive(service)) {
                places.add(place);
            }
        }
        return new HsdsFile(
                places, number - places.size(), all.path("total_pages").asInt(1) <= 1);
    }

    private static JsonNode parsed(byte[] file) {
        try {
            return JSON.readTree(file);
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            throw new DirectoryRefused("places.desk.refused.json", Math.max(1, line));
        }
    }

    private static JsonNode services(JsonNode all) {
        return Stream.of(all, all.path("contents"), all.path("services"))
                .filter(JsonNode::isArray)
                .findFirst()
                .orElseThrow(() -> new DirectoryRefused("places.desk.refused.shape", 1));
    }

    private static boolean isActive(HsdsPart service) {
        String status = service.required("status");
        if (!STATUSES.contains(status)) {
            throw service.refused("places.desk.refused.status", "status");
        }
        return status.equals(ACTIVE);
    }

    private static PlaceToBelong place(HsdsPart service) {
        UUID id = id(service);
        String name = service.required("name");
        Optional<HsdsPart> organisation = service.part("organization");
        List<HsdsPart> at = service.parts("service_at_locations");
        List<HsdsPart> locations = Stream.concat(
                        at.stream().flatMap(one -> one.part("location").stream()), service.parts("locations").stream())
                .toList();
        return new PlaceToBelong(
                id,
                name,
                organisation.map(one -> one.required("name")).orElse(""),
                service.text("description"),
                service.longLine("eligibility_description"),
                cost(service),
                service.line("email"),
                website(service, organisation),
                addresses(locations),
                first("schedules", List.of(service), at, locations)
                        .flatMap(HsdsFile::hours)
                        .distinct()
                        .toList(),
                first(
                                "phones",
                                List.of(service),
                                at,
                                locations,
                                organisation.stream().toList())
                        .flatMap(HsdsFile::phone)
                        .distinct()
                        .toList());
    }

    private static UUID id(HsdsPart service) {
        String id = service.required("id");
        if (!id.matches("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
            throw service.refused("places.desk.refused.id", "id");
        }
        return UUID.fromString(id);
    }

    /** What is nearest to the service says it best: its own, else those of where it is held, else those of who holds it. */
    @SafeVarargs
    private static Stream<HsdsPart> first(String field, List<HsdsPart>... nearestFirst) {
        return Stream.of(nearestFirst)
                .map(level ->
                        level.stream().flatMap(one -> one.parts(field).stream()).toList())
                .filter(found -> !found.isEmpty())
                .findFirst()
                .stream()
                .flatMap(List::stream);
    }

    private static String cost(HsdsPart service) {
        String said = service.longLine("fees_description");
        return !said.isEmpty()
                ? said
                : service.parts("cost_options").stream()
                        .map(option -> option.line("amount_description", "option"))
                        .filter(option -> !option.isEmpty())
                        .collect(Collectors.joining("; "));
    }

    private static String website(HsdsPart service, Optional<HsdsPart> organisation) {
        return Stream.of(
                        service.line("url"),
                        organisation.map(one -> one.line("website")).orElse(""))
                .filter(HsdsFile::isWebsite)
                .findFirst()
                .orElse("");
    }

    private static boolean isWebsite(String address) {
        try {
            URI read = URI.create(address);
            return read.getHost() != null
                    && Set.of("http", "https").contains(read.getScheme().toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Where post is sent is named only where nothing else is. */
    private static List<String> addresses(List<HsdsPart> locations) {
        List<String> visited = new ArrayList<>();
        List<String> post = new ArrayList<>();
        for (HsdsPart location : locations) {
            String called = location.line("name");
            List<HsdsPart> addresses = location.parts("addresses");
            if (addresses.isEmpty() && !called.isEmpty()) {
                visited.add(called);
            }
            addresses.forEach(address ->
                    (address.line("address_type").equals("postal") ? post : visited).add(address(called, address)));
        }
        return (visited.isEmpty() ? post : visited)
                .stream().filter(one -> !one.isEmpty()).distinct().toList();
    }

    private static String address(String called, HsdsPart address) {
        return Stream.of(
                        called,
                        address.line("address_1"),
                        address.line("address_2"),
                        address.line("city"),
                        address.line("state_province"),
                        address.line("postal_code"))
                .filter(part -> !part.isEmpty())
                .distinct()
                .collect(Collectors.joining(", "));
    }

    /** Nobody speaks at a fax, nor at a pager. */
    private static Stream<Phone> phone(HsdsPart phone) {
        if (SILENT.contains(phone.line("type").toLowerCase(Locale.ROOT))) {
            return Stream.empty();
        }
        String number = phone.line("number").replace("\"", "").strip();
        return number.isEmpty() ? Stream.empty() : Stream.of(new Phone(number, phone.loosely("extension")));
    }

    private static Stream<Hours> hours(HsdsPart schedule) {
        String words = schedule.longLine("description");
        Optional<LocalDate> last = Stream.of(schedule.line("until"), schedule.line("valid_to"))
                .flatMap(day -> day(day).stream())
                .min(LocalDate::compareTo);
        List<DayOfWeek> days = everyWeekOn(schedule);
        Optional<LocalTime> opens = time(schedule.line("opens_at"));
        if (!days.isEmpty() && (opens.isPresent() || words.isEmpty())) {
            return Stream.of(new Hours(days, opens, time(schedule.line("closes_at")), "", last));
        }
        return words.isEmpty()
                ? Stream.empty()
                : Stream.of(new Hours(List.of(), Optional.empty(), Optional.empty(), words, last));
    }

    /** The days, where it is as simple as that; every second week, or the first Monday, is for words to say. */
    private static List<DayOfWeek> everyWeekOn(HsdsPart schedule) {
        boolean weekly = Set.of("", "WEEKLY").contains(schedule.line("freq").toUpperCase(Locale.ROOT))
                && Set.of("", "1").contains(schedule.loosely("interval"));
        List<String> named = Stream.of(
                        schedule.line("byday").toUpperCase(Locale.ROOT).split("[,\\s]+"))
                .filter(day -> !day.isEmpty())
                .toList();
        return weekly && DAYS.keySet().containsAll(named)
                ? List.copyOf(new TreeSet<>(named.stream()
                        .map(DAYS::get)
                        .map(Objects::requireNonNull)
                        .toList()))
                : List.of();
    }

    private static Optional<LocalTime> time(String said) {
        try {
            return said.matches("\\d{2}:\\d{2}.*")
                    ? Optional.of(LocalTime.parse(said.substring(0, 5)))
                    : Optional.empty();
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> day(String said) {
        try {
            return said.matches("\\d{4}-\\d{2}-\\d{2}.*")
                    ? Optional.of(LocalDate.parse(said.substring(0, 10)))
                    : Optional.empty();
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
