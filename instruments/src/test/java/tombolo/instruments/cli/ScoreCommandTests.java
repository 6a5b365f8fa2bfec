package tombolo.instruments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import tombolo.instruments.Instrument;
import tombolo.instruments.Instruments;
import tombolo.instruments.Vectors;

/** {@code score}: the same cases as a library gives, from a file to a file, and every way a file can be wrong. */
class ScoreCommandTests {
    private static final List<Instrument> INSTRUMENTS = Instruments.bundled().all();
    private static final String HEADER = "id,total,band,case,risk,answered,note\n";
    private static final String PHQ2 = "id,1,2\n";

    @ParameterizedTest
    @FieldSource("INSTRUMENTS")
    void scoresTheWorkedCasesOfEveryQuestionnaire(Instrument instrument) {
        List<NamedCsvRecord> rows = Vectors.of(instrument);
        int items = instrument.total().items().size();
        StringBuilder in = new StringBuilder();
        StringBuilder expected = new StringBuilder(HEADER);
        in.append(String.join(",", rows.getFirst().getHeader().subList(0, items + 1)))
                .append('\n');
        for (NamedCsvRecord row : rows) {
            in.append(String.join(",", row.getFields().subList(0, items + 1))).append('\n');
            expected.append(row.getField("id"))
                    .append(',')
                    .append(String.join(",", row.getFields().subList(items + 1, items + 7)))
                    .append('\n');
        }
        CommandLine score = CommandLine.run(in.toString(), "score", instrument.id());
        assertThat(score.err())
                .isEqualTo(instrument
                        .coding()
                        .map(coding -> "score: " + instrument.id() + ": " + coding + System.lineSeparator())
                        .orElse(""));
        assertThat(score.code()).isZero();
        assertThat(score.out()).isEqualTo(expected.toString());
    }

    @Test
    void scoresTheEdgesOfThePhq9() throws IOException {
        byte[] in = ScoreCommandTests.class
                .getResourceAsStream("/published/phq-9.csv")
                .readAllBytes();
        assertThat(CommandLine.run(in, "score", "phq-9").out()).isEqualTo(HEADER + """
                all-zero,0,minimal,no,no,9,
                all-three,27,severe,yes,yes,9,
                one-missing,9,mild,no,unanswered,8,
                two-missing,15.43,moderately-severe,yes,no,7,
                three-missing,,,,no,6,missing 2 5 8
                risk-only,1,minimal,no,yes,9,
                """);
    }

    @Test
    void numbersTheColumnsOfThePg13rFromOneOrAsOnTheForm() {
        String answers = "joan,3,3,3,3,3,3,3,3,3,\n";
        assertThat(CommandLine.run("id,3,4,5,6,7,8,9,10,11,12\n" + answers, "score", "pg-13-r")
                        .out())
                .isEqualTo(HEADER + "joan,,,,,9,missing 12\n");
        assertThat(CommandLine.run("id,1,2,3,4,5,6,7,8,9,10\n" + answers, "score", "pg-13-r")
                        .out())
                .isEqualTo(HEADER + "joan,,,,,9,missing 10\n");
        assertThat(CommandLine.run("id,3,4,5,6,7,8,9,10,11,13\n" + answers, "score", "pg-13-r")
                        .code())
                .isEqualTo(2);
    }

    @Test
    void passesNamesThroughByteForByte() {
        byte[] latin1 = (PHQ2 + "Zo\u00EB,1,1\n").getBytes(StandardCharsets.ISO_8859_1);
        assertThat(CommandLine.run(PHQ2 + "Zo\u00EB \u6C34,1,1\n", "score", "phq-2")
                        .out())
                .isEqualTo(HEADER + "Zo\u00EB \u6C34,2,,no,,2,\n");
        assertThat(CommandLine.run(latin1, "score", "phq-2").code()).isZero();
        assertThat(CommandLine.run(PHQ2 + "\"a, \"\"b\"\"\n c\",1,1\n", "score", "phq-2")
                        .out())
                .isEqualTo(HEADER + "\"a, \"\"b\"\"\n c\",2,,no,,2,\n");
    }

    @Test
    void readsWhatSpreadsheetsWrite() {
        String expected = HEADER + "a,2,,no,,2,\nb,,,,,1,missing 2\n";
        assertThat(CommandLine.run("\uFEFFid,1,2\r\na,1,1\r\nb,1,\r\n", "score", "phq-2")
                        .out())
                .isEqualTo(expected);
        assertThat(CommandLine.run("\"id\",\"1\",\"2\"\n\"a\",\"1\",\"1\"\n\nb,\" 1 \",NA", "score", "phq-2")
                        .out())
                .isEqualTo(expected);
    }

    @Test
    void aFileWithoutRowsGivesOneWithoutRows() {
        assertThat(CommandLine.run(PHQ2, "score", "phq-2").out()).isEqualTo(HEADER);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                     | line 1, column 1: expected the header id,1,2, found nothing
            a,1,1\\n               | line 1, column 1: expected 'id' of the header id,1,2, found 'a'
            id,1\\na,1\\n          | line 1, column 3: expected '2' of the header id,1,2, found the end of the line
            id,2,1\\na,1,1\\n      | line 1, column 2: expected '1' of the header id,1,2, found '2'
            id,1,2,3\\na,1,1,1\\n  | line 1, column 4: expected the end of the header id,1,2: phq-2 has 2 scored items
            id;1;2\\n              | line 1, column 1: expected 'id' of the header id,1,2, found 'id;1;2'
            id,1,2\\na,1,4\\n      | line 2, column 3 (item 2): expected 0, 1, 2, 3, or blank or NA for no answer, found '4'
            id,1,2\\na,1,1\\nb,-1,1\\n | line 3, column 2 (item 1): expected 0, 1, 2, 3, or blank or NA for no answer, found '-1'
            id,1,2\\na,x,y\\n      | line 2, column 2 (item 1): expected 0, 1, 2, 3, or blank or NA for no answer, found 'x'
            id,1,2\\na,1.0,1\\n    | line 2, column 2 (item 1): expected 0, 1, 2, 3, or blank or NA for no answer, found '1.0'
            id,1,2\\na,1,na\\n     | line 2, column 3 (item 2): expected 0, 1, 2, 3, or blank or NA for no answer, found 'na'
            id,1,2\\na,1\\n        | line 2, column 3 (item 2): expected 3 columns, found the end of the line
            id,1,2\\na\\n          | line 2, column 2 (item 1): expected 3 columns, found the end of the line
            id,1,2\\na,1,1,1\\n    | line 2, column 4: expected the end of the line after 3 columns, found more
            id,1,2\\n"a,1,1\\n     | line 2, column 1 (id): expected CSV, found a fault in the quoting
            id,1,2\\n"a"b,1,1\\n   | line 2, column 1 (id): expected CSV, found a fault in the quoting
            """)
    void tellsWhereAFileIsWrong(String in, String told) {
        CommandLine score = CommandLine.run(in.replace("\\n", "\n"), "score", "phq-2");
        assertThat(score.err()).startsWith("score: " + told);
        assertThat(score.code()).isEqualTo(2);
    }

    @Test
    void countsLinesInsideQuotesAndBlankOnes() {
        CommandLine score = CommandLine.run(PHQ2 + "\"two\nlines\",1,1\n\nb,9,1\n", "score", "phq-2");
        assertThat(score.err()).startsWith("score: line 5, column 2 (item 1)");
    }

    @Test
    void writesOnlyWholeRowsBeforeItStops() {
        StringBuilder in = new StringBuilder(PHQ2);
        for (int i = 0; i < 10_000; i++) {
            in.append("person-").append(i).append(",1,1\n");
        }
        CommandLine score = CommandLine.run(in + "last,1,x\n", "score", "phq-2");
        assertThat(score.code()).isEqualTo(2);
        assertThat(score.out()).endsWith("person-9999,2,,no,,2,\n");
        assertThat(score.out().lines()).hasSize(10_001);
    }

    @Test
    void refusesUtf16AndTellsSo() {
        byte[] utf16 = (PHQ2 + "a,1,1\n").getBytes(StandardCharsets.UTF_16);
        assertThat(CommandLine.run(utf16, "score", "phq-2").err()).contains("line 1, column 1: expected text in UTF-8");
    }

    @Test
    void refusesAMeasureThereIsNone() {
        CommandLine score = CommandLine.run(PHQ2, "score", "phq-3");
        assertThat(score.code()).isEqualTo(2);
        assertThat(score.err()).contains("expected one of").contains("phq-9").contains("found 'phq-3'");
        assertThat(CommandLine.run(PHQ2, "score").err()).contains("expected MEASURE");
        assertThat(CommandLine.run(PHQ2, "score", "../phq-2").code()).isEqualTo(2);
        assertThat(CommandLine.run(PHQ2, "score", "phq-2", "gad-7").code()).isEqualTo(2);
        assertThat(CommandLine.run(PHQ2, "score", "phq-2", "--fast").err()).contains("no option '--fast'");
        assertThat(CommandLine.run(PHQ2, "score", "phq-2", "--out").err()).contains("a word after --out");
    }

    @Test
    void saysHowItIsUsed() {
        assertThat(CommandLine.run("", "score", "--help").out()).contains("id,total,band,case,risk,answered,note");
        assertThat(CommandLine.run("", "score", "core-10", "--help").out())
                .contains("Bands: healthy from 0, low from 6")
                .contains("Case: from 11 (Barkham")
                .contains("turned round");
        assertThat(CommandLine.run("", "score", "phq-3", "--help").code()).isEqualTo(2);
        assertThat(CommandLine.run("", "--help").out()).contains("outcomes").contains("network");
        assertThat(CommandLine.run("", "grade").code()).isEqualTo(2);
        assertThat(CommandLine.run("").code()).isEqualTo(2);
    }

    @Test
    void aFileAppearsWhole(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("scores.csv");
        CommandLine score = CommandLine.run(PHQ2 + "a,1,1\n", "score", "phq-2", "--out", file.toString());
        assertThat(score.code()).isZero();
        assertThat(score.out()).isEmpty();
        assertThat(file).hasContent(HEADER + "a,2,,no,,2,");
        assertThat(filesIn(folder)).containsExactly("scores.csv");
    }

    @Test
    void afterAFaultTheOldFileStandsAndNoHalfOneLies(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("scores.csv");
        Files.writeString(file, "last week's");
        String bad = PHQ2 + "a,1,1\n".repeat(20_000) + "b,1,9\n";
        assertThat(CommandLine.run(bad, "score", "phq-2", "--out=" + file).code())
                .isEqualTo(2);
        assertThat(file).hasContent("last week's");
        assertThat(filesIn(folder)).containsExactly("scores.csv");
        assertThat(CommandLine.run(PHQ2, "score", "phq-2", "--out=" + file).code())
                .isZero();
        assertThat(file).hasContent(HEADER.strip());
    }

    @Test
    void aLinkIsFollowedToItsFile(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("real.csv"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("link.csv"), file);
        assertThat(CommandLine.run(PHQ2, "score", "phq-2", "--out", link.toString())
                        .code())
                .isZero();
        assertThat(Files.isSymbolicLink(link)).isTrue();
        assertThat(file).hasContent(HEADER.strip());
    }

    @Test
    void refusesToWriteWhereItCannot(@TempDir Path folder) {
        assertThat(CommandLine.run(PHQ2, "score", "phq-2", "--out", folder.toString())
                        .err())
                .contains("expected the name of a file");
        assertThat(CommandLine.run(
                                PHQ2,
                                "score",
                                "phq-2",
                                "--out",
                                folder.resolve("no/where.csv").toString())
                        .err())
                .contains("expected a folder that exists");
    }

    private static List<String> filesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
