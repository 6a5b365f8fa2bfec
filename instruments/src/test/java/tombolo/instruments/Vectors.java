package tombolo.instruments;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** The worked cases that lie beside each questionnaire, and the published figures copied into the tests. */
public final class Vectors {

    private Vectors() {}

    /** The cases of one questionnaire. */
    public static List<NamedCsvRecord> of(Instrument instrument) {
        return read("/instruments/" + instrument.id() + "/vectors.csv");
    }

    /** The rows of a CSV file on the class path. */
    public static List<NamedCsvRecord> read(String resource) {
        try (InputStream in = Vectors.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("No " + resource);
            }
            try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(in)) {
                return csv.stream().toList();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The answers of a case. */
    static Answers answers(Instrument instrument, NamedCsvRecord row) {
        Answers answers = instrument.noAnswers();
        for (Item item : instrument.total().items()) {
            String cell = row.getField(Integer.toString(item.number()));
            if (!cell.isEmpty() && !cell.equals("NA")) {
                answers = answers.with(item.number(), Integer.parseInt(cell));
            }
        }
        return answers;
    }
}
