package tombolo.instruments.cli;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import tombolo.instruments.Network;

/**
 * Reads the nodes and ties of GraphML, and knows the ego of a Network Canvas export.
 *
 * <p>Network Canvas writes what it knows of the ego as data of the graph itself, and attribute names with blanks in
 * them, which readers that validate refuse; so nothing is validated here but what is used. External entities are off.
 */
final class GraphMl {
    private static final String NETWORK_CANVAS = "http://schema.networkcanvas.com/xmlns";
    private static final String EGO_KEY = "networkCanvasUUID";

    private final XMLStreamReader xml;
    private final Set<String> weightKeys = new HashSet<>();
    private final Set<String> labelKeys = new HashSet<>();
    private final List<NamedNetwork> networks = new ArrayList<>();

    private GraphMl(XMLStreamReader xml) {
        this.xml = xml;
    }

    static List<NamedNetwork> read(InputStream in) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        try {
            return new GraphMl(factory.createXMLStreamReader(in)).document();
        } catch (XMLStreamException e) {
            Location at = e.getLocation();
            String reason = String.valueOf(e.getMessage()).replaceFirst("(?s).*Message: ", "");
            throw BadInput.at(
                    at == null ? 1 : Math.max(1, at.getLineNumber()),
                    at == null ? 1 : Math.max(1, at.getColumnNumber()),
                    "",
                    "GraphML (" + reason + ")");
        }
    }

    private List<NamedNetwork> document() throws XMLStreamException {
        boolean rootSeen = false;
        while (xml.hasNext()) {
            if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            String name = xml.getLocalName();
            if (!rootSeen && !name.equals("graphml")) {
                throw refuse("a graphml element, found '" + name + "'");
            }
            rootSeen = true;
            switch (name) {
                case "key" -> key();
                case "graph" -> networks.add(new Graph().read());
                default -> {}
            }
        }
        if (networks.isEmpty()) {
            throw refuse("a graph element");
        }
        return networks;
    }

    private void key() {
        String id = attribute("id");
        String name = attribute("attr.name");
        if (name.equals("weight") && !attribute("for").equals("node")) {
            weightKeys.add(id);
        } else if ((name.equals("label") || name.equals("name"))
                && !attribute("for").equals("edge")) {
            labelKeys.add(id);
        }
    }

    private String attribute(String name) {
        @Nullable String value = xml.getAttributeValue(null, name);
        return value == null ? "" : value;
    }

    private BadInput refuse(String expected) {
        return refuse(xml.getLocation(), expected);
    }

    private static BadInput refuse(Location at, String expected) {
        return BadInput.at(Math.max(1, at.getLineNumber()), Math.max(1, at.getColumnNumber()), "", expected);
    }

    /** A tie, kept until all nodes are known. */
    private record Edge(String from, String to, double weight, Location at) {}

    /** One graph of the file. */
    private final class Graph {
        private final Set<String> nodes = new LinkedHashSet<>();
        private final Map<String, String> names = new HashMap<>();
        private final List<Edge> edges = new ArrayList<>();
        private @Nullable String ego;
        private boolean networkCanvas;

        NamedNetwork read() throws XMLStreamException {
            if (attribute("edgedefault").equals("directed")) {
                throw refuse("undirected ties (edgedefault)");
            }
            for (int i = 0; i < xml.getAttributeCount(); i++) {
                networkCanvas |= NETWORK_CANVAS.equals(xml.getAttributeNamespace(i));
            }
            while (xml.next() != XMLStreamConstants.END_ELEMENT
                    || !xml.getLocalName().equals("graph")) {
                if (xml.isStartElement()) {
                    child(xml.getLocalName());
                }
            }
            return network();
        }

        private void child(String element) throws XMLStreamException {
            switch (element) {
                case "node" -> node();
                case "edge" -> edge();
                case "data" -> {
                    String key = attribute("key");
                    String text = text();
                    if (key.equals(EGO_KEY)) {
                        networkCanvas = true;
                        ego = Latin1.fromText(text);
                    }
                }
                case "hyperedge" -> throw refuse("ties between two people, found a hyperedge");
                default -> text();
            }
        }

        private void node() throws XMLStreamException {
            String id = Latin1.fromText(attribute("id"));
            if (id.isEmpty()) {
                throw refuse("a node with an id");
            }
            if (!nodes.add(id)) {
                throw refuse("an id not yet used, found '" + Latin1.toText(id) + "' again");
            }
            Map<String, String> data = data("node");
            labelKeys.stream()
                    .filter(data::containsKey)
                    .findFirst()
                    .ifPresent(key -> names.put(id, Latin1.fromText(data.getOrDefault(key, ""))));
        }

        private void edge() throws XMLStreamException {
            Location at = xml.getLocation();
            String from = Latin1.fromText(attribute("source"));
            String to = Latin1.fromText(attribute("target"));
            if (attribute("directed").equals("true")) {
                throw refuse("an undirected tie");
            }
            if (from.equals(to)) {
                throw refuse("a tie between two people, found '" + Latin1.toText(from) + "' tied to themselves");
            }
            Map<String, String> data = data("edge");
            double weight = 1;
            for (String key : weightKeys) {
                weight = Weight.of(data.getOrDefault(key, ""));
                if (!(weight > 0) && !networkCanvas) {
                    throw refuse(at, "a tie whose weight is " + Weight.EXPECTED);
                }
            }
            edges.add(new Edge(from, to, weight, at));
        }

        /** The data of a node or an edge, by key, up to its end. */
        private Map<String, String> data(String element) throws XMLStreamException {
            Map<String, String> data = new HashMap<>();
            while (xml.next() != XMLStreamConstants.END_ELEMENT
                    || !xml.getLocalName().equals(element)) {
                if (xml.isStartElement() && xml.getLocalName().equals("data")) {
                    data.put(attribute("key"), text());
                }
            }
            return data;
        }

        /** The text of the element, whatever other elements it holds. */
        private String text() throws XMLStreamException {
            StringBuilder text = new StringBuilder();
            for (int depth = 1; depth > 0; ) {
                switch (xml.next()) {
                    case XMLStreamConstants.START_ELEMENT -> depth++;
                    case XMLStreamConstants.END_ELEMENT -> depth--;
                    case XMLStreamConstants.CHARACTERS -> text.append(xml.getText());
                    default -> {}
                }
            }
            return text.toString().strip();
        }

        private NamedNetwork network() {
            Network.Builder network = weightKeys.isEmpty() || networkCanvas ? Network.unweighted() : Network.weighted();
            String centre = ego == null ? "ego" : ego;
            if (networkCanvas) {
                network.person(centre);
                nodes.forEach(node -> network.tie(centre, node));
            } else {
                nodes.forEach(network::person);
            }
            for (Edge edge : edges) {
                for (String end : List.of(edge.from(), edge.to())) {
                    if (!nodes.contains(end)) {
                        throw refuse(edge.at(), "the id of a node, found '" + Latin1.toText(end) + "', which is none");
                    }
                }
                network.tie(edge.from(), edge.to(), networkCanvas ? 1 : edge.weight());
            }
            return new NamedNetwork(network.build(), names, networkCanvas ? List.of(centre) : List.copyOf(nodes));
        }
    }
}
