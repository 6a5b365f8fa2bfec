package tombolo.instruments;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Walks every questionnaire's folder: each worked case comes out as written, and each has the cases it needs. */
class InstrumentVectorsTests {
    static final List<Instrument> INSTRUMENTS = Instruments.bundled().all();

    record Case(Instrument instrument, NamedCsvRecord row) {
        @Override
        public String toString() {
            return instrument.id() + ": " + row.getField("id");
        }
    }

    static Stream<Case> cases() {
        return INSTRUMENTS.stream()
                .flatMap(instrument -> Vectors.of(instrument).stream().map(row -> new Case(instrument, row)));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void scoresAsWritten(Case one) {
        Scored scored = one.instrument().score(Vectors.answers(one.instrument(), one.row()));
        assertThat(total(scored)).as("total").isEqualTo(one.row().getField("total"));
        assertThat(band(scored)).as("band").isEqualTo(one.row().getField("band"));
        assertThat(caseness(scored)).as("case").isEqualTo(one.row().getField("case"));
        assertThat(risk(scored)).as("risk").isEqualTo(one.row().getField("risk"));
        assertThat(scored.answered() + "").as("answered").isEqualTo(one.row().getField("answered"));
        assertThat(note(scored)).as("note").isEqualTo(one.row().getField("note"));
        for (Scale scale : one.instrument().subscales()) {
            Scored part = one.instrument().score(Vectors.answers(one.instrument(), one.row()), scale);
            assertThat(total(part)).as(scale.key()).isEqualTo(one.row().getField(scale.key()));
        }
    }

    @ParameterizedTest
    @FieldSource("INSTRUMENTS")
    void hasACaseForBothEndsAndForAMissingAnswer(Instrument instrument) {
        List<NamedCsvRecord> rows = Vectors.of(instrument);
        assertThat(rows)
                .extracting(row -> row.getField("total"))
                .contains(
                        instrument.total().lowest().toString(),
                        instrument.total().highest().toString(),
                        "");
        int fewest =
                instrument.total().items().size() - instrument.total().missing().tolerated();
        assertThat(rows)
                .as("the most missing answers that still give a score")
                .anyMatch(row -> row.getField("answered").equals(fewest + "")
                        && !row.getField("total").isEmpty());
        assertThat(rows)
                .as("one missing answer more")
                .anyMatch(row -> row.getField("answered").equals(fewest - 1 + "")
                        && row.getField("total").isEmpty());
    }

    @ParameterizedTest
    @FieldSource("INSTRUMENTS")
    void hasACaseInEveryBandAndOnBothSidesOfTheCutOff(Instrument instrument) {
        List<NamedCsvRecord> rows = Vectors.of(instrument);
        for (Band band : instrument.total().bands()) {
            assertThat(rows).extracting(row -> row.getField("band")).contains(band.key());
        }
        if (instrument.total().cutOff().isPresent()) {
            assertThat(rows).extracting(row -> row.getField("case")).contains("yes", "no");
        }
        if (instrument.risk().isPresent()) {
            assertThat(rows).extracting(row -> row.getField("risk")).contains("yes", "no", "unanswered");
        }
    }

    @Test
    void hasTheQuestionnairesThatThePlanNames() {
        assertThat(Instruments.bundledIds())
                .contains(
                        "phq-9",
                        "phq-8",
                        "phq-2",
                        "gad-7",
                        "gad-2",
                        "ucla-3",
                        "core-10",
                        "wsas",
                        "who-5",
                        "mspss",
                        "lsns-6",
                        "djg-6",
                        "ucla-20",
                        "epds",
                        "pg-13-r",
                        "ons-loneliness");
    }

    private static String total(Scored scored) {
        return scored instanceof Score score ? score.total().toString() : "";
    }

    private static String band(Scored scored) {
        return scored instanceof Score score ? score.band().map(Band::key).orElse("") : "";
    }

    private static String caseness(Scored scored) {
        return scored instanceof Score score
                ? score.atCaseness().map(yes -> yes ? "yes" : "no").orElse("")
                : "";
    }

    private static String risk(Scored scored) {
        return switch (scored.risk()) {
            case NOT_ASKED -> "";
            case UNANSWERED -> "unanswered";
            case NOT_AT_ALL -> "no";
            case ABOVE_NOT_AT_ALL -> "yes";
        };
    }

    private static String note(Scored scored) {
        return scored instanceof Unscorable unscorable
                ? unscorable.missing().stream()
                        .map(item -> Integer.toString(item.number()))
                        .collect(Collectors.joining(" ", "missing ", ""))
                : "";
    }
}
