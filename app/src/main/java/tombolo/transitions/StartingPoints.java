package tombolo.transitions;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tombolo.timeline.LifeEvent;
import tombolo.transitions.StartingPoint.Turn;
import tombolo.ui.Texts;

/**
 * The starting points there are: one line each in {@code role-changes/starting-points.csv}, with what the timeline calls it,
 * what of a role has its day there, the words it is known by and the questions it adds. Its words are texts: {@code transitions.change.baby} for the line {@code baby}, and
 * {@code transitions.birth} for a question {@code birth}. A new one is a line and its texts.
 */
@Component
class StartingPoints {
    private static final String FILE = "role-changes/starting-points.csv";
    private static final List<String> COLUMNS = List.of("id", "timeline", "role", "tells", "asks");
    private static final String WORD = "[a-z][a-z-]{1,40}";

    private final List<StartingPoint> all;

    @Autowired
    StartingPoints(Texts texts) {
        this(FILE, read(FILE), texts::has);
    }

    /**
     * @param file what the file is called, for whoever has to mend it
     * @param hasText whether there is a text of a key
     * @throws StartingPointRefused when a line is not as it must be
     */
    StartingPoints(String file, String csv, Predicate<String> hasText) {
        all = new Lines(file, hasText).of(csv);
    }

    List<StartingPoint> all() {
        return all;
    }

    Optional<StartingPoint> find(String id) {
        return all.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    /** Whether what stands on the timeline is the change somebody began with; where that cannot be told, it is not. */
    boolean fits(StartingPoint point, LifeEvent event) {
        String told = event.words().what();
        return point.kinds().contains(event.kind()) && point.isToldIn(told)
                || point.mayStandFor(event.kind()) && all.stream().noneMatch(any -> any.isToldIn(told));
    }

    /** All that any of them adds, in their order. */
    List<String> asks() {
        return all.stream().flatMap(one -> one.asks().stream()).toList();
    }

    private static String read(String file) {
        try {
            return new ClassPathResource(file).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The lines of the file as they are read, strictly. */
    private record Lines(String file, Predicate<String> hasText, Set<String> seen) {
        Lines(String file, Predicate<String> hasText) {
            this(file, hasText, new HashSet<>());
        }

        List<StartingPoint> of(String csv) {
            List<StartingPoint> points = new ArrayList<>();
            boolean first = true;
            try (CsvReader<CsvRecord> records = CsvReader.builder()
                    .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .ofCsvRecord(csv)) {
                for (CsvRecord line : records) {
                    if (first && !line.getFields().equals(COLUMNS)) {
                        throw refused(line, "the first line is " + String.join(",", COLUMNS));
                    }
                    if (!first) {
                        points.add(point(line));
                    }
                    first = false;
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            if (points.isEmpty()) {
                throw new StartingPointRefused(file, 1, "there is no starting point in it");
            }
            return List.copyOf(points);
        }

        private StartingPoint point(CsvRecord line) {
            if (line.getFieldCount() != COLUMNS.size()) {
                throw refused(line, "expected " + COLUMNS.size() + " cells and found " + line.getFieldCount());
            }
            return new StartingPoint(id(line), kinds(line), turns(line), tells(line), asks(line));
        }

        private String id(CsvRecord line) {
            return known(line, line.getField(0).strip(), "transitions.change.");
        }

        private List<Turn> turns(CsvRecord line) {
            return words(line, 2)
                    .map(word -> Stream.of(Turn.values())
                            .filter(turn -> turn.name().equalsIgnoreCase(word))
                            .findFirst()
                            .orElseThrow(() -> refused(line, "a role ended or began, not “" + word + "”")))
                    .toList();
        }

        /** Words that belong together are joined by a hyphen. */
        private static List<String> tells(CsvRecord line) {
            return words(line, 3).map(word -> word.replace('-', ' ')).toList();
        }

        private List<String> asks(CsvRecord line) {
            return words(line, 4).map(ask -> known(line, ask, "transitions.")).toList();
        }

        /** Nothing is there twice, and all of it has its words. */
        private String known(CsvRecord line, String word, String texts) {
            if (!word.matches(WORD)) {
                throw refused(line, "small letters and hyphens are expected, not “" + word + "”");
            }
            if (!seen.add(texts + word)) {
                throw refused(line, "“" + word + "” is there twice");
            }
            if (!hasText.test(texts + word)) {
                throw refused(line, "there is no text " + texts + word);
            }
            return word;
        }

        private Set<LifeEvent.Kind> kinds(CsvRecord line) {
            Set<LifeEvent.Kind> kinds = EnumSet.noneOf(LifeEvent.Kind.class);
            words(line, 1).forEach(word -> kinds.add(kind(line, word)));
            if (kinds.isEmpty()) {
                throw refused(line, "it does not say what the timeline calls it");
            }
            return kinds;
        }

        private LifeEvent.Kind kind(CsvRecord line, String word) {
            return Stream.of(LifeEvent.Kind.values())
                    .filter(kind -> kind.key().equals(word))
                    .findFirst()
                    .orElseThrow(() -> refused(
                            line,
                            "the timeline knows "
                                    + String.join(
                                            ", ",
                                            Stream.of(LifeEvent.Kind.values())
                                                    .map(LifeEvent.Kind::key)
                                                    .toList())
                                    + ", not “" + word + "”"));
        }

        private static Stream<String> words(CsvRecord line, int column) {
            return Stream.of(line.getField(column).strip().split("\\s+")).filter(word -> !word.isEmpty());
        }

        private StartingPointRefused refused(CsvRecord line, String why) {
            return new StartingPointRefused(file, line.getStartingLineNumber(), why);
        }
    }
}
