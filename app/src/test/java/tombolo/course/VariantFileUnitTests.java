package tombolo.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tombolo.course.Variant.OtherLengths;

/** The variants as files: those that come with Tombolo are whole, and one that is not is refused where it is wrong. */
class VariantFileUnitTests {
    private static final Path FOLDER = Path.of("src/main/resources/variants");
    private static final Set<String> AREAS = new ProblemAreas().ids();

    @Test
    void theFolderHoldsTheSixVariantsAndEachIsNamedAfterItself() throws Exception {
        List<String> names = new ArrayList<>();
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.sorted().toList()) {
                Variant variant = VariantFile.read(file.toString(), Files.readString(file), AREAS);
                assertThat(file.getFileName()).hasToString(variant.id() + ".json");
                names.add(variant.id());
            }
        }
        assertThat(names).containsExactly("ipc", "ipt-12", "ipt-16", "ipt-b", "maintenance", "perinatal");
    }

    /** Expected values: reference protocol A.1 (IPT-UK, Weissman, Swartz, O'Hara, Frank). */
    @ParameterizedTest
    @CsvSource({
        "ipt-16, 16, 4, 12, 12",
        "ipt-12, 12, 3, 10, 9",
        "ipt-b, 8, 2, 7, 5",
        "ipc, 6, 2, 5, 3",
        "perinatal, 12, 3, 10, 9",
        "maintenance, 12, 1, 10, 10"
    })
    void eachVariantHasItsPublishedPhases(String id, int sessions, int initialTo, int middleTo, int endingSaidBy) {
        Variant variant = bundled(id);
        assertThat(variant.phases(variant.sessions().usual())).isEqualTo(new Phases(initialTo, middleTo, sessions));
        assertThat(variant.endingSaidBy(sessions)).isEqualTo(endingSaidBy);
    }

    @ParameterizedTest
    @CsvSource({"16,4,12", "15,4,12", "14,4,11", "12,3,10", "10,3,9", "8,2,7", "6,2,5", "4,1,3", "3,1,2"})
    void anyNumberOfSessionsHasPhasesByTheRule(int sessions, int initialTo, int middleTo) {
        assertThat(Phases.of(sessions)).isEqualTo(new Phases(initialTo, middleTo, sessions));
    }

    @Test
    void everyLengthAVariantAllowsHasAllThreePhasesAndSomethingToDoInEach() throws Exception {
        for (Variant variant : all()) {
            for (int n = variant.sessions().from(); n <= variant.sessions().to(); n++) {
                Phases phases = variant.phases(n);
                assertThat(phases.sessions()).as(variant.id()).isEqualTo(n);
                for (int session = 1; session <= n; session++) {
                    assertThat(variant.agenda(session, phases))
                            .as("%s %d/%d", variant.id(), session, n)
                            .hasSizeGreaterThan(4);
                }
            }
        }
    }

    @Test
    void whatASessionAloneHoldsComesFirst() throws Exception {
        for (Variant variant : all()) {
            Phases phases = variant.phases(variant.sessions().usual());
            variant.bySession()
                    .forEach((where, own) -> assertThat(variant.agenda(where.in(phases.sessions()), phases))
                            .as("%s, %s", variant.id(), where.key())
                            .startsWith(own.toArray(AgendaItem[]::new)));
        }
    }

    @Test
    void whateverLengthIsAgreedTheEndingIsSaidThePlanForLaterIsMadeAndGoodbyeIsSaidInTheLastHour() throws Exception {
        for (Variant variant : all()) {
            for (int planned = variant.sessions().from();
                    planned <= variant.sessions().to();
                    planned++) {
                String course = variant.id() + " of " + planned;
                assertThat(hours(variant, planned, "say-ending"))
                        .as(course)
                        .containsExactly(variant.endingSaidBy(planned));
                assertThat(hours(variant, planned, "last-review")).as(course).hasSize(1);
                assertThat(hours(variant, planned, "relapse-plan")).as(course).containsExactly(planned);
                assertThat(hours(variant, planned, "goodbye")).as(course).containsExactly(planned);
            }
        }
    }

    @Test
    void aLookBackFromTheMiddleIsInTheMiddleOfWhatWasAgreed() {
        assertThat(hours(bundled("ipt-16"), 16, "review-midway")).containsExactly(8);
        assertThat(hours(bundled("ipt-16"), 12, "review-midway")).containsExactly(6);
        assertThat(hours(bundled("perinatal"), 8, "review-midway")).containsExactly(4);
    }

    /** The sessions whose plan holds this. */
    private static List<Integer> hours(Variant variant, int planned, String key) {
        Phases phases = variant.phases(planned);
        return IntStream.rangeClosed(1, planned)
                .filter(session -> variant.agenda(session, phases).stream()
                        .anyMatch(item -> item.key().equals(key)))
                .boxed()
                .toList();
    }

    /** What names no session of this course, by its line. */
    @ParameterizedTest
    @CsvSource({"17", "0", "first", "last-16", "last-0", "last+1", "Middle", "' '"})
    void refusesThePlanOfASessionThereIsNot(String wrong) throws Exception {
        String changed =
                Files.readString(FOLDER.resolve("ipt-16.json")).replace("\"last-1\": [", "\"" + wrong + "\": [");
        assertThatExceptionOfType(FileRefused.class)
                .isThrownBy(() -> VariantFile.read("mine.json", changed, AREAS))
                .satisfies(refused -> {
                    assertThat(refused.line())
                            .isEqualTo((int) changed.substring(0, changed.indexOf("\"" + wrong + "\": ["))
                                    .lines()
                                    .count());
                    assertThat(refused.field()).isEqualTo("agenda.sessions." + wrong);
                    assertThat(refused.expected())
                            .isEqualTo("the number of a session, 1 to 16, or middle, last, or last-1 to last-15");
                });
    }

    @Test
    void interpersonalCounsellingIsAsLongAsItIsCalled() {
        assertThat(bundled("ipc").name()).contains("3 to 6 sessions");
        assertThat(bundled("ipc").sessions()).isEqualTo(new Variant.Sessions(6, 3, 6));
    }

    @Test
    void aLongerMaintenanceKeepsItsOneFirstAndTwoLastSessions() {
        assertThat(bundled("maintenance").otherLengths()).isEqualTo(OtherLengths.MIDDLE);
        assertThat(bundled("maintenance").phases(24)).isEqualTo(new Phases(1, 22, 24));
    }

    @Test
    void measuresAreAskedEverySessionAndLonelinessEveryMonth() {
        Variant standard = bundled("ipt-16");
        assertThat(standard.measures(1, 16, worded -> true))
                .containsExactly("phq-9", "gad-7", "ucla-3", "ons-loneliness");
        assertThat(standard.measures(2, 16, worded -> true)).containsExactly("phq-9", "gad-7");
        assertThat(standard.measures(5, 16, worded -> true)).contains("ucla-3", "ons-loneliness");
    }

    /** Reference protocol A.4: loneliness monthly; the end is named, for a course rarely ends with the month. */
    @ParameterizedTest
    @CsvSource({
        "ipt-16, 16, 1 5 9 13 16",
        "ipt-16, 12, 1 5 9 12",
        "ipt-12, 12, 1 5 9 12",
        "ipt-12, 10, 1 5 9 10",
        "perinatal, 12, 1 5 9 12",
        "perinatal, 8, 1 5 8",
        "ipt-b, 8, 1 5 8",
        "ipt-b, 6, 1 5 6",
        "ipc, 6, 1 5 6",
        "ipc, 5, 1 5",
        "ipc, 3, 1 3"
    })
    void aCourseAsksAboutLonelinessMonthlyAndOnceMoreAtItsEnd(String id, int planned, String sessions) {
        Variant course = bundled(id);
        assertThat(IntStream.rangeClosed(1, planned)
                        .filter(session -> course.measures(session, planned, worded -> true)
                                .contains("ucla-3"))
                        .mapToObj(String::valueOf)
                        .collect(Collectors.joining(" ")))
                .isEqualTo(sessions);
    }

    @Test
    void namedSessionsAreKeptInOrderAndTheLastIsWhicheverWasAgreed() {
        Rhythm named = new Rhythm.At(List.of(8, 1, 4), true);
        assertThat(named).isEqualTo(new Rhythm.At(List.of(1, 4, 8), true));
        assertThat(named.isBefore(4, 16)).isTrue();
        assertThat(named.isBefore(5, 16)).isFalse();
        assertThat(named.isBefore(16, 16)).isTrue();
        assertThat(named.isBefore(16, 17)).isFalse();
        assertThat(new Rhythm.At(List.of(1), false).isBefore(16, 16)).isFalse();
    }

    /** Sessions that cannot be, each with its line, its place in the list and what was expected. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"sessions\": [1, 0] | measures[2].sessions[1] | sessions from 1 to 16 or \"last\", one at least and each once, not '0'",
                "\"sessions\": [1, -4] | measures[2].sessions[1] | not '-4'",
                "\"sessions\": [1, 17] | measures[2].sessions[1] | not '17'",
                "\"sessions\": [1, \"four\"] | measures[2].sessions[1] | not 'four'",
                "\"sessions\": [1, 4.5] | measures[2].sessions[1] | sessions from 1 to 16",
                "\"sessions\": [1, [4]] | measures[2].sessions[1] | sessions from 1 to 16",
                "\"sessions\": [1, 4, 4] | measures[2].sessions[2] | '4' is there twice",
                "\"sessions\": [\"last\", \"last\"] | measures[2].sessions[1] | 'last' is there twice",
                "\"sessions\": [] | measures[2].sessions | one at least",
                "\"sessions\": 4 | measures[2].sessions | sessions from 1 to 16",
                "\"every\": 4, \"sessions\": [1] | measures[2].every | not both",
                "\"evry\": 4 | measures[2].every | it is not there",
            })
    void refusesSessionsThatCannotBe(String wrong, String field, String expected) throws Exception {
        String changed = Files.readString(FOLDER.resolve("ipt-16.json"))
                .replace("\"ucla-3\", \"sessions\": [1, 5, 9, 13, \"last\"]", "\"ucla-3\", " + wrong);
        assertThatExceptionOfType(FileRefused.class)
                .isThrownBy(() -> VariantFile.read("mine.json", changed, AREAS))
                .satisfies(refused -> {
                    assertThat(refused.line()).isEqualTo(27);
                    assertThat(refused.field()).isEqualTo(field);
                    assertThat(refused.expected()).contains(expected);
                });
    }

    @Test
    void whereTheEpdsIsNotLicensedThePhqStandsInForIt() {
        Variant perinatal = bundled("perinatal");
        assertThat(perinatal.measures(1, 12, id -> true)).contains("epds", "phq-9");
        Map<Integer, List<Integer>> asked =
                Map.of(8, List.of(1, 5, 8), 10, List.of(1, 5, 9, 10), 12, List.of(1, 5, 9, 12));
        asked.forEach((planned, sessions) -> assertThat(IntStream.rangeClosed(1, planned)
                        .filter(session ->
                                perinatal.measures(session, planned, id -> true).contains("epds"))
                        .boxed()
                        .toList())
                .as("of %s sessions the last has a score to set beside the first", planned)
                .isEqualTo(sessions));
        assertThat(perinatal.measures(1, 12, id -> !id.equals("epds")))
                .containsExactly("phq-9", "gad-7", "ucla-3", "ons-loneliness");
    }

    @Test
    void whatIsWrittenCanBeReadAgain() throws Exception {
        for (Variant variant : all()) {
            assertThat(VariantFile.read("again", VariantFile.write(variant), AREAS))
                    .isEqualTo(variant);
        }
    }

    /** Each slip is named by its line, its field, and what was expected there. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'\"usual\": 16' | '\"usual\": \"sixteen\"' | 8 | sessions.usual | a whole number from 2 to 60",
                "'\"usual\": 16' | '\"usual\": 400' | 8 | sessions.usual | not 400",
                "'\"middle\": [5, 12]' | '\"middle\": [6, 12]' | 19 | phases.middle | to begin with session 5, not 6",
                "'\"ending\": [13, 16]' | '\"ending\": [13, 15]' | 20 | phases.ending | to end with session 16",
                "'\"ending\": [13, 16]' | '\"ending\": 13' | 20 | phases.ending | two session numbers",
                "'\"instrument\": \"gad-7\"' | '\"instrument\": \"gad-77\"' | 26 | measures[1].instrument | gad-7",
                "'\"name\":' | '\"nmae\":' | 1 | name | it is not there",
                "'\"everyWeeks\": 1,' | '\"everyWeeks\": 1, \"extra\": 2,' | 16 | extra | no such field here",
                "'    \"grief\",' | '    \"greif\",' | 30 | areas | problem areas among grief",
                "'\"key\": \"opening\"' | '\"key\": \"review-measures\"' | 39 | agenda.every[1].key | a key that is not used yet",
                "'\"otherLengths\": \"rule\"' | '\"otherLengths\": \"guess\"' | 21 | phases.otherLengths | rule or middle",
                "'\"everyWeeks\": 1,' | '\"everyWeeks\": 1 ' | 17 | '' | JSON",
            })
    void refusesABadFileWithItsLineItsFieldAndWhatWasExpected(
            String right, String wrong, int line, String field, String expected) throws Exception {
        String text = Files.readString(FOLDER.resolve("ipt-16.json"));
        assertThat(text).contains(right);
        int at = text.indexOf(right);
        String changed = text.substring(0, at) + wrong + text.substring(at + right.length());
        assertThatExceptionOfType(FileRefused.class)
                .isThrownBy(() -> VariantFile.read("mine.json", changed, AREAS))
                .satisfies(refused -> {
                    assertThat(refused.line()).isEqualTo(line);
                    assertThat(refused.field()).isEqualTo(field);
                    assertThat(refused.expected()).contains(expected);
                    assertThat(refused).hasMessageContaining("mine.json, line " + line);
                });
    }

    @Test
    void refusesWhatIsNotAnObjectAndWhatComesAfterIt() {
        for (String text : List.of("", "[]", "{", "{} {}", "null")) {
            assertThatExceptionOfType(FileRefused.class).isThrownBy(() -> VariantFile.read("x", text, AREAS));
        }
    }

    @Test
    void problemAreasAreFilesAndSomeSchoolsHaveThreeOfThem() {
        assertThat(new ProblemAreas().all())
                .extracting(ProblemArea::id)
                .containsExactly("grief", "dispute", "transition", "sensitivity");
        assertThat(new ProblemAreas().all())
                .filteredOn(ProblemArea::lastResort)
                .extracting(ProblemArea::id)
                .containsExactly("sensitivity");
        assertThat(bundled("ipt-b").areas()).containsExactly("grief", "dispute", "transition");
    }

    static Variant bundled(String id) {
        return VariantFile.read(id, text("/variants/" + id + ".json"), AREAS);
    }

    private static List<Variant> all() throws Exception {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> bundled(file.getFileName().toString().replace(".json", "")))
                    .toList();
        }
    }

    private static String text(String resource) {
        try (var in = VariantFileUnitTests.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
