package tombolo.browser;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tombolo.browser.Routes.Route;

/**
 * Who may open what, as rows from the particular to the general: the first that fits an address speaks for it. A new address
 * under a place that has a row needs none of its own.
 */
final class AccessRules {
    static final String FILE = "who-may-open-what.csv";

    private final List<Row> rows;

    private AccessRules(List<Row> rows) {
        this.rows = rows;
    }

    /** One row: a verb or any, an address or all under it, who may, whether the demo holds one, and why. */
    record Row(String verb, String address, Set<String> who, boolean seen, String why) {
        boolean speaksFor(Route route) {
            String asked = plain(route.path());
            String stem = plain(address).replaceAll("/\\*\\*$", "");
            boolean fits =
                    address.endsWith("/**") ? asked.equals(stem) || asked.startsWith(stem + "/") : asked.equals(stem);
            return fits && (verb.equals("*") || verb.equals(route.verb()));
        }

        private static String plain(String path) {
            return path.replaceAll("\\{[^/]+}", "{}");
        }
    }

    static AccessRules read() {
        try (InputStream file = AccessRules.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException("There is no " + FILE);
            }
            return new AccessRules(new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(AccessRules::row)
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Row row(String line) {
        String[] cells = line.split(",", 5);
        if (cells.length != 5) {
            throw new IllegalStateException("A row has five cells, this has " + cells.length + ": " + line);
        }
        Set<String> who = new LinkedHashSet<>(List.of(cells[2].split(" \\+ ")));
        return new Row(cells[0], cells[1], who, !cells[3].equals("no"), cells[4]);
    }

    List<Row> rows() {
        return rows;
    }

    Row of(Route route) {
        return rows.stream()
                .filter(row -> row.speaksFor(route))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No row of " + FILE + " speaks for " + route));
    }
}
