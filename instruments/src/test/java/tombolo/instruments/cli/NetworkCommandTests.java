package tombolo.instruments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code network}: lists of ties, GraphML, and what Network Canvas exports. */
class NetworkCommandTests {
    private static final String OUT = "ego,size,ties,density,effective_size,efficiency,constraint\n";
    private static final String INTERVIEW = "case-01_00000000-0000-4000-8000-000000000100";
    private static final String EGO_ROW = "00000000-0000-4000-8000-000000000001,3,2,0.6667,1.6667,0.5556,0.8395\n";

    @TempDir
    Path folder;

    @Test
    void everybodyTakesATurnInTheOrderTheyAreFirstSeen() {
        assertThat(network(published("borgatti-1997.csv"))).isEqualTo(OUT + """
                A,4,3,0.5,2.5,0.625,0.5955
                B,3,2,0.6667,1.6667,0.5556,0.6427
                F,2,1,1,1,0.5,0.7309
                G,6,4,0.2667,4.6667,0.7778,0.4003
                E,2,1,1,1,0.5,0.7309
                D,2,1,1,1,0.5,0.7847
                C,1,0,,1,1,1
                """);
    }

    @Test
    void weightsBringBurtsWeightedForms() {
        assertThat(network(published("borgatti-1997-weighted.csv")))
                .contains("G,6,4,0.2667,5.4717,0.912,0.2989\n")
                .contains("A,4,3,0.5,2.475,0.6188,0.795\n");
    }

    @Test
    void onePersonAloneOnRequest() {
        assertThat(network(published("borgatti-1997.csv"), "--ego", "G"))
                .isEqualTo(OUT + "G,6,4,0.2667,4.6667,0.7778,0.4003\n");
        CommandLine nobody = CommandLine.run("", "network", "--ego", "Zo\u00EB", published("borgatti-1997.csv"));
        assertThat(nobody.code()).isEqualTo(2);
        assertThat(nobody.err()).contains("found nobody called 'Zo\u00EB'");
    }

    @Test
    void tiesNamedTwiceAddUpWhereThereAreWeightsAndAreOneWhereThereAreNone() throws IOException {
        assertThat(network(file("from,to,weight\nSam,Tom,1\nTom,Sam,2\nSam,Nell,1\n"), "--ego", "Sam"))
                .isEqualTo(OUT + "Sam,2,0,0,2,1,0.625\n");
        assertThat(network(file("from,to\nSam,Tom\nTom,Sam\nSam,Nell\n"), "--ego", "Sam"))
                .isEqualTo(OUT + "Sam,2,0,0,2,1,0.5\n");
    }

    @Test
    void namesPassThrough() throws IOException {
        assertThat(network(file("from,to\n\"Zo\u00EB, at work\",\u6C34\n"), "--ego", "Zo\u00EB, at work"))
                .isEqualTo(OUT + "\"Zo\u00EB, at work\",1,0,,1,1,1\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                          | line 1, column 1: expected the header from,to[,weight], found nothing
            a,b\\n                      | line 1, column 1: expected the header from,to[,weight], found 'a'
            from\\n                     | line 1, column 2: expected the header from,to[,weight], found nothing
            from,to,strength\\n         | line 1, column 3: expected the header from,to[,weight], found 'strength'
            from,to,weight,kind\\n      | line 1, column 4: expected the header from,to[,weight], found 'kind'
            from,to\\nSam,Sam\\n        | line 2, column 2 (to): expected somebody other than 'Sam'
            from,to\\nSam,\\n           | line 2, column 2 (to): expected somebody's name, found a blank
            from,to\\nSam,Tom\\n ,Tom\\n| line 3, column 1 (from): expected somebody's name, found a blank
            from,to\\nSam\\n            | line 2, column 2 (to): expected 2 columns, found the end of the line
            from,to,weight\\nSam,Tom,0\\n   | line 2, column 3 (weight): expected a number above 0, found '0'
            from,to,weight\\nSam,Tom,-1\\n  | line 2, column 3 (weight): expected a number above 0, found '-1'
            from,to,weight\\nSam,Tom,NaN\\n | line 2, column 3 (weight): expected a number above 0, found 'NaN'
            from,to,weight\\nSam,Tom,\\n    | line 2, column 3 (weight): expected a number above 0, found ''
            <graphml><graph></graphml>      | line 1, column
            <svg/>                          | line 1, column 7: expected a graphml element, found 'svg'
            """)
    void tellsWhereAFileIsWrong(String text, String told) throws IOException {
        CommandLine network = CommandLine.run("", "network", file(text.replace("\\n", "\n")));
        assertThat(network.err()).startsWith("network: " + told);
        assertThat(network.code()).isEqualTo(2);
        assertThat(network.out()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".graphml",
                "_attributeList_Person.csv",
                "_edgeList_knows.csv",
                "_edgeList_conflict.csv",
                "_ego.csv"
            })
    void theEgoOfANetworkCanvasInterviewIsTiedToEverybody(String file) {
        assertThat(network(published("network-canvas/" + INTERVIEW + file))).isEqualTo(OUT + EGO_ROW);
    }

    @Test
    void aWholeExportIsReadFromItsFolderOrItsZip() throws IOException {
        String canvas = published("network-canvas");
        assertThat(network(canvas)).isEqualTo(OUT + EGO_ROW);
        Path zip = folder.resolve("export.zip");
        try (OutputStream out = Files.newOutputStream(zip);
                ZipOutputStream zipped = new ZipOutputStream(out);
                Stream<Path> files = Files.list(Path.of(canvas))) {
            for (Path file : files.toList()) {
                zipped.putNextEntry(new ZipEntry(file.getFileName().toString()));
                Files.copy(file, zipped);
            }
        }
        assertThat(network(zip.toString())).isEqualTo(OUT + EGO_ROW);
        assertThat(network(zip.toString(), "--ego", "Ann, \"Annie\""))
                .isEqualTo(OUT + "\"Ann, \"\"Annie\"\"\",2,1,1,1,0.5,0.8403\n".replace("0.8403", constraintOfAnn()));
    }

    /** Ann is tied to the ego and to Bob; the ego to Ann, Bob and Cai; Bob to the ego, Ann and Cai. */
    private static String constraintOfAnn() {
        double toEgo = 0.5 + 0.5 / 3;
        double toBob = 0.5 + 0.5 / 3;
        return String.format(java.util.Locale.ROOT, "%.4f", toEgo * toEgo + toBob * toBob);
    }

    @Test
    void tablesWithoutTheTableOfPeopleAreRefused() throws IOException {
        Path alone = folder.resolve(INTERVIEW + "_edgeList_knows.csv");
        Files.copy(Path.of(published("network-canvas/" + INTERVIEW + "_edgeList_knows.csv")), alone);
        CommandLine network = CommandLine.run("", "network", alone.toString());
        assertThat(network.code()).isEqualTo(2);
        assertThat(network.err()).contains("attributeList");
    }

    @Test
    void severalInterviewsExportedAsOneStayApart() throws IOException {
        Path people = folder.resolve("all_x_attributeList_Person.csv");
        Files.writeString(people, """
                nodeID,networkCanvasEgoUUID,networkCanvasUUID,name
                1,ego-a,p1,Isla
                2,ego-a,p2,Dan
                1,ego-b,p3,Isla
                """);
        Files.writeString(folder.resolve("all_x_edgeList_knows.csv"), """
                edgeID,from,to,networkCanvasEgoUUID,networkCanvasUUID,networkCanvasSourceUUID,networkCanvasTargetUUID
                1,1,2,ego-a,e1,p1,p2
                """);
        assertThat(network(people.toString())).isEqualTo(OUT + "ego-a,2,1,1,1,0.5,1.125\nego-b,1,0,,1,1,1\n");
    }

    @Test
    void graphMlWithoutAnEgoGivesEverybodyTheirTurn() throws IOException {
        assertThat(network(file("""
                <graphml xmlns="http://graphml.graphdrawing.org/xmlns">
                  <key id="d0" for="edge" attr.name="weight" attr.type="double"/>
                  <graph edgedefault="undirected">
                    <data key="g0">only a name</data>
                    <node id="Sam"/><node id="Tom"/><node id="Nell"/><node id="Morag"/>
                    <edge source="Sam" target="Tom"><data key="d0">3</data></edge>
                    <edge source="Sam" target="Nell"><data key="d0">1.0</data></edge>
                  </graph>
                </graphml>
                """))).isEqualTo(OUT + """
                Sam,2,0,0,2,1,0.625
                Tom,1,0,,1,1,1
                Nell,1,0,,1,1,1
                Morag,0,0,,,,
                """);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <graph edgedefault="directed"/>                                         | expected undirected ties
            <graph><node id="a"/><edge source="a" target="a"/></graph>              | expected a tie between two people
            <graph><node id="a"/><edge source="a" target="b"/></graph>              | expected the id of a node, found 'b'
            <graph><node id="a"/><node id="a"/></graph>                             | expected an id not yet used
            <graph><node/></graph>                                                  | expected a node with an id
            <graph><node id="a"/><node id="b"/><edge source="a" target="b" directed="true"/></graph> | expected an undirected tie
            <graph><hyperedge/></graph>                                             | found a hyperedge
            <key/>                                                                  | expected a graph element
            <key id="w" for="edge" attr.name="weight"/><graph><node id="a"/><node id="b"/><edge source="a" target="b"/></graph> | weight is a number above 0
            """)
    void tellsWhereGraphMlIsWrong(String graph, String told) throws IOException {
        CommandLine network = CommandLine.run("", "network", file("<graphml>" + graph + "</graphml>"));
        assertThat(network.err()).startsWith("network: line 1, column ").contains(told);
        assertThat(network.code()).isEqualTo(2);
    }

    @Test
    void readsNothingFromOutsideThroughXml() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "Tom");
        String text = "<!DOCTYPE graphml [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]><graphml><key id=\"l\" "
                + "attr.name=\"label\" for=\"node\"/><graph><node id=\"a\"><data key=\"l\">&x;</data></node></graph></graphml>";
        CommandLine network = CommandLine.run("", "network", file(text));
        assertThat(network.out()).doesNotContain("Tom");
    }

    @Test
    void aFileThatIsNotThereIsTold() {
        CommandLine network =
                CommandLine.run("", "network", folder.resolve("none.csv").toString());
        assertThat(network.code()).isEqualTo(2);
        assertThat(network.err()).contains("none.csv");
        assertThat(CommandLine.run("", "network", folder.toString()).err())
                .contains("expected a Network Canvas export");
    }

    /** The ego's ties have no strength, so a variable that happens to be called weight makes nothing weighted. */
    @Test
    void severalKindsOfTieBetweenTwoPeopleAreOneTie() throws IOException {
        assertThat(network(file("""
                <graphml xmlns="http://graphml.graphdrawing.org/xmlns">
                  <key id="w" for="edge" attr.name="weight" attr.type="int"/>
                  <graph edgedefault="undirected">
                    <data key="networkCanvasUUID">ego-1</data>
                    <node id="1"/><node id="2"/><node id="3"/>
                    <edge source="1" target="2"><data key="w">9</data></edge>
                    <edge source="2" target="1"/>
                    <edge source="2" target="3"/>
                  </graph>
                </graphml>
                """))).isEqualTo(OUT + "ego-1,3,2,0.6667,1.6667,0.5556,0.8395\n");
    }

    @Test
    @Timeout(30)
    void onePersonEverybodyKnowsCostsNoMore() throws IOException {
        StringBuilder ties = new StringBuilder("from,to\n");
        for (int i = 0; i < 300_000; i++) {
            ties.append("hub,n").append(i).append('\n');
        }
        assertThat(network(file(ties.toString())).lines()).hasSize(300_002).contains("hub,300000,0,0,300000,1,0");
    }

    private String network(String file, String... options) {
        String[] words = Stream.concat(Stream.of("network"), Stream.concat(Stream.of(options), Stream.of(file)))
                .toArray(String[]::new);
        CommandLine network = CommandLine.run("", words);
        assertThat(network.err()).isEmpty();
        return network.out();
    }

    private String file(String text) throws IOException {
        return Files.writeString(folder.resolve("ties.csv"), text).toString();
    }

    private static String published(String name) {
        try {
            return Path.of(Objects.requireNonNull(NetworkCommandTests.class.getResource("/published/" + name))
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
