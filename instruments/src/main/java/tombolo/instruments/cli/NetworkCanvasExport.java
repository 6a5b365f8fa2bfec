package tombolo.instruments.cli;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import tombolo.instruments.Network;

/**
 * The files Network Canvas exports for an interview: one GraphML, or tables of the ego, the people and each kind of tie.
 *
 * <p>Everybody named is tied to the ego; people without ties are only in the table of people. A pair tied in several
 * ways is one tie. Node numbers start again with each interview, so the universal ids are used instead.
 */
final class NetworkCanvasExport {
    private static final Pattern TABLE =
            Pattern.compile("(?<interview>.*)_(?<table>ego|attributeList|edgeList|adjacencyMatrix)(_.*)?\\.csv");
    private static final String EGO = "networkCanvasEgoUUID";
    private static final String NODE = "networkCanvasUUID";
    private static final String SOURCE = "networkCanvasSourceUUID";
    private static final String TARGET = "networkCanvasTargetUUID";

    /** Opens one of the export's files. */
    private interface Source {
        InputStream open() throws IOException;
    }

    private final Map<String, Source> files;

    private NetworkCanvasExport(Map<String, Source> files) {
        this.files = new TreeMap<>(files);
    }

    /** Whether a file's first line is that of one of the export's tables. */
    static boolean isOneOf(Path file, String start) {
        String header = start.lines().findFirst().orElse("");
        return TABLE.matcher(String.valueOf(file.getFileName())).matches() && header.contains(EGO);
    }

    /** The interview one of whose tables this is; the others lie beside it. */
    static List<NamedNetwork> around(Path table) throws IOException {
        String interview = interviewOf(String.valueOf(table.getFileName()));
        Path folder = table.toAbsolutePath().resolveSibling(".").normalize();
        NetworkCanvasExport export = new NetworkCanvasExport(filesIn(folder));
        export.files.keySet().removeIf(name -> !interviewOf(name).equals(interview) || !name.endsWith(".csv"));
        return export.read(table.toString());
    }

    static List<NamedNetwork> inFolder(Path folder) throws IOException {
        return new NetworkCanvasExport(filesIn(folder)).read(folder.toString());
    }

    static List<NamedNetwork> inZip(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            Map<String, Source> files = new HashMap<>();
            for (ZipEntry entry : zip.stream().filter(one -> !one.isDirectory()).toList()) {
                files.put(entry.getName(), () -> zip.getInputStream(entry));
            }
            return new NetworkCanvasExport(files).read(file.toString());
        }
    }

    private static Map<String, Source> filesIn(Path folder) throws IOException {
        Map<String, Source> files = new HashMap<>();
        try (Stream<Path> paths = Files.list(folder)) {
            paths.filter(Files::isRegularFile)
                    .forEach(path -> files.put(String.valueOf(path.getFileName()), () -> Files.newInputStream(path)));
        }
        return files;
    }

    private static String interviewOf(String name) {
        Matcher table = TABLE.matcher(name);
        if (table.matches()) {
            return table.group("interview");
        }
        return name.endsWith(".graphml") ? name.substring(0, name.length() - ".graphml".length()) : "";
    }

    /** Each interview once: from its GraphML where there is one, else from its tables. */
    private List<NamedNetwork> read(String place) throws IOException {
        TreeSet<String> interviews = new TreeSet<>();
        files.keySet().forEach(name -> interviews.add(interviewOf(name)));
        interviews.remove("");
        if (interviews.isEmpty()) {
            throw new BadInput("expected a Network Canvas export (.graphml or _attributeList_ files) in " + place);
        }
        List<NamedNetwork> networks = new ArrayList<>();
        for (String interview : interviews) {
            Source graph = files.get(interview + ".graphml");
            if (graph == null) {
                networks.addAll(new Tables(interview).read());
            } else {
                try (InputStream in = graph.open()) {
                    networks.addAll(GraphMl.read(in));
                } catch (BadInput e) {
                    throw new BadInput(interview + ".graphml: " + e.getMessage());
                }
            }
        }
        return networks;
    }

    /** The tables of one interview, or of several that were exported as one. */
    private final class Tables {
        private final String interview;
        private final Map<String, Network.Builder> byEgo = new LinkedHashMap<>();
        private final Map<String, String> names = new HashMap<>();

        Tables(String interview) {
            this.interview = interview;
        }

        List<NamedNetwork> read() throws IOException {
            if (named("attributeList").isEmpty()) {
                throw new BadInput(
                        "expected " + interview + "_attributeList_….csv beside it: people without ties are only there");
            }
            for (String file : named("ego")) {
                rows(file).forEach(row -> network(file, row));
            }
            for (String file : named("attributeList")) {
                for (NamedCsvRecord row : rows(file)) {
                    String node = field(file, row, NODE);
                    network(file, row).tie(field(file, row, EGO), node);
                    row.findField("name").filter(name -> !name.isBlank()).ifPresent(name -> names.put(node, name));
                }
            }
            for (String file : named("edgeList")) {
                rows(file).forEach(row -> tie(file, row));
            }
            List<NamedNetwork> networks = new ArrayList<>();
            byEgo.forEach((ego, network) -> networks.add(new NamedNetwork(network.build(), names, List.of(ego))));
            return networks;
        }

        private List<String> named(String table) {
            return files.keySet().stream()
                    .filter(name -> name.startsWith(interview + "_" + table)
                            && interviewOf(name).equals(interview))
                    .toList();
        }

        private Network.Builder network(String file, NamedCsvRecord row) {
            String ego = field(file, row, EGO);
            return byEgo.computeIfAbsent(ego, _ -> Network.unweighted().person(ego));
        }

        private void tie(String file, NamedCsvRecord row) {
            String from = field(file, row, SOURCE);
            String to = field(file, row, TARGET);
            Network.Builder network = network(file, row);
            for (String column : List.of(SOURCE, TARGET)) {
                if (!network.knows(field(file, row, column))) {
                    throw refuse(file, row, column, "the id of somebody in the table of people");
                }
            }
            if (from.equals(to)) {
                throw refuse(file, row, TARGET, "somebody other than in " + SOURCE);
            }
            network.tie(from, to);
        }

        private String field(String file, NamedCsvRecord row, String column) {
            return row.findField(column)
                    .filter(text -> !text.isBlank())
                    .orElseThrow(() -> refuse(file, row, column, "an id"));
        }

        private BadInput refuse(String file, NamedCsvRecord row, String column, String expected) {
            int index = row.getHeader().indexOf(column);
            BadInput where = BadInput.at(row.getStartingLineNumber(), Math.max(1, index + 1), column, expected);
            return new BadInput(file + ": " + where.getMessage());
        }

        private List<NamedCsvRecord> rows(String file) throws IOException {
            Source source = files.get(file);
            if (source == null) {
                return List.of();
            }
            try (CsvReader<NamedCsvRecord> csv = CsvReader.builder()
                    .detectBomHeader(true)
                    .ofNamedCsvRecord(source.open(), StandardCharsets.ISO_8859_1)) {
                return csv.stream().toList();
            } catch (CsvParseException e) {
                throw new BadInput(file + ": expected CSV (" + e.getMessage() + ")");
            }
        }
    }
}
