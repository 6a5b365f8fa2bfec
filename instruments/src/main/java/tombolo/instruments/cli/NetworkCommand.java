package tombolo.instruments.cli;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import tombolo.instruments.EgoNetwork;
import tombolo.instruments.Network;

/** {@code network FILE}: ties in; the figures of each person's own network out. */
final class NetworkCommand {
    static final String USAGE = """
            network [--ego NAME] [--out FILE] FILE

            In:  CSV with the header from,to[,weight], one undirected tie a row; or GraphML;
                 or a Network Canvas export (its GraphML, one of its CSV files, the zip, or the folder)
            Out: ego,size,ties,density,effective_size,efficiency,constraint
                 one row for each person, or for NAME alone; for the ego of a Network Canvas export
            """;

    private NetworkCommand() {}

    static void run(Arguments arguments, Output out) {
        Path file = Path.of(arguments.positional("FILE"));
        @Nullable String asked = arguments.value("--ego");
        List<NamedNetwork> networks = NetworkFile.read(file);
        out.plain("ego").plain("size").plain("ties").plain("density");
        out.plain("effective_size").plain("efficiency").plain("constraint");
        out.endRow();
        boolean found = false;
        for (NamedNetwork named : networks) {
            Network network = named.network();
            if (asked == null) {
                named.egos().forEach(ego -> write(network.around(ego), named, out));
                continue;
            }
            for (String ego : named.called(Latin1.fromText(asked))) {
                write(network.around(ego), named, out);
                found = true;
            }
        }
        if (asked != null && !found) {
            throw new BadInput("--ego: expected somebody in " + file + ", found nobody called '" + asked + "'");
        }
    }

    private static void write(EgoNetwork ego, NamedNetwork named, Output out) {
        out.text(named.nameOf(ego.ego()))
                .plain(Integer.toString(ego.size()))
                .plain(Long.toString(ego.ties()))
                .plain(figure(ego.density()))
                .plain(figure(ego.effectiveSize()))
                .plain(figure(ego.efficiency()))
                .plain(figure(ego.constraint()));
        out.endRow();
    }

    /** At most four decimals, half up; the noise of binary fractions is cut off first. */
    private static String figure(OptionalDouble figure) {
        if (figure.isEmpty()) {
            return "";
        }
        BigDecimal rounded =
                new BigDecimal(figure.getAsDouble(), new MathContext(12)).setScale(4, RoundingMode.HALF_UP);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }
}
