package tombolo.instruments.cli;

import java.util.List;
import java.util.Map;
import tombolo.instruments.Network;

/** A list of ties: {@code from,to} with or without a {@code weight}. */
final class TieTable extends Table {
    private static final List<String> HEADER = List.of("from", "to", "weight");

    private Network.Builder network = Network.unweighted();
    private String from = "";
    private String to = "";
    private double weight = 1;

    NamedNetwork network() {
        Network all = network.build();
        return new NamedNetwork(all, Map.of(), all.people());
    }

    @Override
    String expectedHeader() {
        return "from,to[,weight]";
    }

    @Override
    void header(List<String> names) {
        List<String> found = names.stream().map(String::strip).toList();
        for (int i = 0; i < Math.max(2, found.size()); i++) {
            String wanted = i < HEADER.size() ? HEADER.get(i) : "";
            String actual = i < found.size() ? found.get(i) : "";
            if (!actual.equals(wanted) || i >= HEADER.size()) {
                throw headerFault(
                        i,
                        "the header " + expectedHeader() + ", found "
                                + (actual.isEmpty() ? "nothing" : "'" + Latin1.toText(actual) + "'"));
            }
        }
        if (found.size() == HEADER.size()) {
            network = Network.weighted();
        }
    }

    @Override
    void cell(int column, char[] text, int start, int length) {
        switch (column) {
            case 0 -> from = name(0, text, start, length);
            case 1 -> to = name(1, text, start, length);
            default -> weight = weight(text, start, length);
        }
    }

    private String name(int column, char[] text, int start, int length) {
        if (isBlank(text, start, length)) {
            refuse(column, "somebody's name, found a blank");
        }
        String name = new String(text, start, length);
        if (column == 1 && name.equals(from)) {
            refuse(column, "somebody other than '" + Latin1.toText(name) + "': a tie is between two people");
        }
        return name;
    }

    private double weight(char[] text, int start, int length) {
        double number = Weight.of(new String(text, start, length));
        if (!(number > 0)) {
            refuse(2, Weight.EXPECTED, text, start, length);
        }
        return number;
    }

    @Override
    void row() {
        network.tie(from, to, weight);
    }
}
