package tombolo.instruments.cli;

import java.util.List;
import java.util.Map;
import tombolo.instruments.Network;

/**
 * A network as a file holds it: its nodes' ids, what people call them, and who takes a turn as ego.
 *
 * @param network the network, its people by id
 * @param names what each id is called; an id without an entry is its own name
 * @param egos who takes a turn, by id
 */
record NamedNetwork(Network network, Map<String, String> names, List<String> egos) {

    String nameOf(String id) {
        return names.getOrDefault(id, id);
    }

    /**
     * The one with this id or name, or nobody.
     *
     * @throws BadInput if several people have the name
     */
    List<String> called(String name) {
        List<String> called = network.people().stream()
                .filter(id -> id.equals(name) || nameOf(id).equals(name))
                .toList();
        if (called.contains(name)) {
            return List.of(name);
        }
        if (called.size() > 1) {
            throw new BadInput("--ego: expected one person, found " + called.size() + " called '" + Latin1.toText(name)
                    + "'; give an id: " + Latin1.toText(String.join(", ", called)));
        }
        return called;
    }
}
