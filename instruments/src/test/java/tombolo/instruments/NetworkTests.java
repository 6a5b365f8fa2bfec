package tombolo.instruments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Burt's and Borgatti's figures, as published and against a second, slow implementation. */
class NetworkTests {
    private static final String[] PEOPLE = {"Morag", "Joan", "Ravi", "Ewa", "Tom", "Nell", "Sam", "Anna", "Grace"};

    /** networkx, test_structuralholes.py: values computed by UCINET, igraph and by hand. */
    @ParameterizedTest
    @CsvSource({
        "A, 4, 3, 0.5,    2.5,    0.625,  0.5955",
        "B, 3, 2, 0.6667, 1.6667, 0.5556, 0.6427",
        "C, 1, 0, ,       1,      1,      1",
        "D, 2, 1, 1,      1,      0.5,    0.7847",
        "E, 2, 1, 1,      1,      0.5,    0.7309",
        "F, 2, 1, 1,      1,      0.5,    0.7309",
        "G, 6, 4, 0.2667, 4.6667, 0.7778, 0.4003"
    })
    void borgattisGraph(String who, int size, int ties, Double density, double effective, double efficiency, double c) {
        EgoNetwork ego = borgatti(false).around(who);
        assertThat(ego.size()).isEqualTo(size);
        assertThat(ego.ties()).isEqualTo(ties);
        if (density == null) {
            assertThat(ego.density()).isEmpty();
        } else {
            assertThat(ego.density().getAsDouble()).isCloseTo(density, within(0.00005));
        }
        assertThat(ego.effectiveSize().getAsDouble()).isCloseTo(effective, within(0.00005));
        assertThat(ego.efficiency().getAsDouble()).isCloseTo(efficiency, within(0.00005));
        assertThat(ego.constraint().getAsDouble()).isCloseTo(c, within(0.00005));
    }

    /** networkx, test_structuralholes.py, the weighted graph. */
    @ParameterizedTest
    @CsvSource({"G, 0.299, 5.47", "A, 0.795, 2.47", "C, 1, 1"})
    void borgattisWeightedGraph(String who, double constraint, double effective) {
        EgoNetwork ego = borgatti(true).around(who);
        assertThat(ego.constraint().getAsDouble()).isCloseTo(constraint, within(0.0005));
        assertThat(ego.effectiveSize().getAsDouble()).isCloseTo(effective, within(0.0051));
    }

    /** networkx, test_structuralholes.py: 0 to 1, 0 to 2, 1 to 0, 2 to 1; both directions add up. */
    @ParameterizedTest
    @CsvSource({"0, 1.003, 1.167", "1, 1.003, 1.167", "2, 1.389, 1"})
    void aDirectedGraphIsTheSumOfItsDirections(String who, double constraint, double effective) {
        EgoNetwork ego = Network.weighted()
                .tie("0", "1")
                .tie("0", "2")
                .tie("1", "0")
                .tie("2", "1")
                .build()
                .around(who);
        assertThat(ego.constraint().getAsDouble()).isCloseTo(constraint, within(0.0005));
        assertThat(ego.effectiveSize().getAsDouble()).isCloseTo(effective, within(0.0005));
    }

    /** The same with weights 2, 2, 1 and 1. */
    @ParameterizedTest
    @CsvSource({"0, 0.840, 1.567", "1, 1.143, 1.083", "2, 1.378, 1"})
    void aDirectedWeightedGraph(String who, double constraint, double effective) {
        EgoNetwork ego = Network.weighted()
                .tie("0", "1", 2)
                .tie("0", "2", 2)
                .tie("1", "0", 1)
                .tie("2", "1", 1)
                .build()
                .around(who);
        assertThat(ego.constraint().getAsDouble()).isCloseTo(constraint, within(0.0005));
        assertThat(ego.effectiveSize().getAsDouble()).isCloseTo(effective, within(0.0005));
    }

    @Test
    void fivePeopleApartAndFivePeopleAllTied() {
        Network.Builder apart = Network.unweighted();
        Network.Builder clique = Network.unweighted();
        for (int i = 0; i < 5; i++) {
            apart.tie("Morag", PEOPLE[i + 1]);
            clique.tie("Morag", PEOPLE[i + 1]);
            for (int j = 0; j < i; j++) {
                clique.tie(PEOPLE[i + 1], PEOPLE[j + 1]);
            }
        }
        assertThat(apart.build().around("Morag").constraint().getAsDouble()).isCloseTo(0.20, within(1e-9));
        assertThat(apart.build().around("Morag").effectiveSize().getAsDouble()).isEqualTo(5);
        assertThat(clique.build().around("Morag").constraint().getAsDouble()).isCloseTo(0.648, within(0.0005));
        assertThat(clique.build().around("Morag").effectiveSize().getAsDouble()).isEqualTo(1);
    }

    @Test
    void nothingIsSaidOfNobody() {
        EgoNetwork alone = Network.unweighted().person("Sam").build().around("Sam");
        assertThat(alone.size()).isZero();
        assertThat(alone.ties()).isZero();
        assertThat(alone.density()).isEmpty();
        assertThat(alone.effectiveSize()).isEmpty();
        assertThat(alone.efficiency()).isEmpty();
        assertThat(alone.constraint()).isEmpty();
    }

    @Test
    void aTieNamedTwiceCountsOnceOrAddsUp() {
        EgoNetwork once = Network.unweighted()
                .tie("Sam", "Tom")
                .tie("Tom", "Sam")
                .tie("Sam", "Nell")
                .build()
                .around("Sam");
        assertThat(once.size()).isEqualTo(2);
        assertThat(once.constraint().getAsDouble()).isEqualTo(0.5);
        EgoNetwork added = Network.weighted()
                .tie("Sam", "Tom", 1)
                .tie("Tom", "Sam", 2)
                .tie("Sam", "Nell", 1)
                .build()
                .around("Sam");
        assertThat(added.constraint().getAsDouble()).isEqualTo(0.75 * 0.75 + 0.25 * 0.25);
    }

    @Test
    void randomNetworksAgreeWithASecondImplementation() {
        Random random = new Random(63);
        for (int round = 0; round < 300; round++) {
            boolean weighted = round % 2 == 0;
            double[][] matrix = new double[PEOPLE.length][PEOPLE.length];
            Network.Builder network = weighted ? Network.weighted() : Network.unweighted();
            for (String person : PEOPLE) {
                network.person(person);
            }
            int ties = 1 + random.nextInt(40);
            for (int i = 0; i < ties; i++) {
                int a = random.nextInt(PEOPLE.length);
                int b = (a + 1 + random.nextInt(PEOPLE.length - 1)) % PEOPLE.length;
                double weight = 1 + random.nextInt(9);
                network.tie(PEOPLE[a], PEOPLE[b], weight);
                matrix[a][b] = weighted ? matrix[a][b] + weight : 1;
                matrix[b][a] = matrix[a][b];
            }
            Network built = network.build();
            for (int i = 0; i < PEOPLE.length; i++) {
                agrees(built.around(PEOPLE[i]), matrix, i, weighted);
            }
        }
    }

    /** The definitions written over the whole matrix: p as shares, m against the strongest tie. */
    private static void agrees(EgoNetwork actual, double[][] z, int i, boolean weighted) {
        int n = z.length;
        int[] alters = IntStream.range(0, n).filter(j -> z[i][j] > 0).toArray();
        assertThat(actual.size()).isEqualTo(alters.length);
        if (alters.length == 0) {
            assertThat(actual.constraint()).isEmpty();
            return;
        }
        double effective = 0;
        double constraint = 0;
        int among = 0;
        for (int j : alters) {
            double redundancy = 0;
            double share = z[i][j] / sum(z[i]);
            for (int q = 0; q < n; q++) {
                if (q != i && q != j) {
                    redundancy += z[i][q] / sum(z[i]) * (z[j][q] / max(z[j]));
                    share += z[q][j] == 0 ? 0 : z[i][q] / sum(z[i]) * (z[q][j] / sum(z[q]));
                    among += z[i][q] > 0 && z[j][q] > 0 ? 1 : 0;
                }
            }
            effective += 1 - redundancy;
            constraint += share * share;
        }
        if (!weighted) {
            effective = alters.length - (double) among / alters.length;
        }
        assertThat(actual.ties()).isEqualTo(among / 2);
        assertThat(actual.constraint().getAsDouble()).isCloseTo(constraint, within(1e-9));
        assertThat(actual.effectiveSize().getAsDouble()).isCloseTo(effective, within(1e-9));
    }

    private static double sum(double[] row) {
        return IntStream.range(0, row.length).mapToDouble(k -> row[k]).sum();
    }

    private static double max(double[] row) {
        return IntStream.range(0, row.length).mapToDouble(k -> row[k]).max().orElseThrow();
    }

    @Test
    void refusesWhatIsNoTie() {
        Network.Builder network = Network.weighted();
        assertThatThrownBy(() -> network.tie("Sam", "Sam")).hasMessageContaining("themselves");
        assertThatThrownBy(() -> network.tie("Sam", "Tom", 0)).hasMessageContaining("above 0");
        assertThatThrownBy(() -> network.tie("Sam", "Tom", Double.NaN)).hasMessageContaining("above 0");
        assertThatThrownBy(() -> network.build().around("Nobody")).hasMessageContaining("Nobody");
    }

    private static Network borgatti(boolean weighted) {
        Network.Builder network = weighted ? Network.weighted() : Network.unweighted();
        Vectors.read("/published/borgatti-1997" + (weighted ? "-weighted" : "") + ".csv")
                .forEach(row -> network.tie(
                        row.getField("from"),
                        row.getField("to"),
                        weighted ? Double.parseDouble(row.getField("weight")) : 1));
        return network.build();
    }
}
