package tombolo.inventory;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tombolo.inventory.ClosenessCircles.Label;

/**
 * Names made to fit into a circle: whole on one line or two if that can be, else shortened so that no two look alike. The
 * whole name stands in the list, and is what is read out.
 */
final class Labels {
    /** Sizes of the letters on a small screen, in units of the picture: the usual one, and one for longer names. */
    static final List<Integer> LITTLE = List.of(22, 19);

    /** Sizes of the letters on a large screen. */
    static final List<Integer> LARGE = List.of(16, 14);

    /** How far the outer edges of one line and of two lie from the middle, in letters' heights. */
    static final double EDGE_OF_ONE = 0.4;

    static final double EDGE_OF_TWO = 0.9;

    /** Two lines shorter than this hold no more than one. */
    private static final double SHORTEST = 1.25;

    private static final int ROUNDS = 6;
    private static final String CUT = ".";
    private static final String LEFT_OUT = "…";

    private final Room usual;
    private final Room tight;

    private Labels(int radius, List<Integer> sizes) {
        this.usual = Room.in(radius, sizes.getFirst());
        this.tight = Room.in(radius, sizes.getLast());
    }

    static Map<RelationshipId, Label> fitting(List<Someone> people, int radius, List<Integer> sizes) {
        return new Labels(radius, sizes).of(people);
    }

    private Map<RelationshipId, Label> of(List<Someone> people) {
        Map<RelationshipId, Label> labels = new HashMap<>();
        Map<RelationshipId, List<String>> names = new HashMap<>();
        for (Someone someone : people) {
            Label whole = whole(someone.name().strip());
            if (whole == null) {
                names.put(someone.id(), Lettering.letters(someone.name().strip()));
            }
            labels.put(someone.id(), whole == null ? shortened(words(someone.name())) : whole);
        }
        for (int round = 0; round < ROUNDS; round++) {
            Map<List<String>, List<RelationshipId>> alike = labels.entrySet().stream()
                    .filter(label -> names.containsKey(label.getKey()))
                    .collect(Collectors.groupingBy(
                            label -> label.getValue().lines(),
                            Collectors.mapping(Map.Entry::getKey, Collectors.toList())));
            alike.values().stream()
                    .filter(ids -> ids.stream().map(names::get).distinct().count() > 1)
                    .forEach(ids -> labels.putAll(apart(ids, names)));
        }
        return labels;
    }

    private @Nullable Label whole(String name) {
        for (Room room : List.of(usual, tight)) {
            if (Lettering.width(name) <= room.one()) {
                return new Label(List.of(name), room == tight);
            }
            List<String> words = words(name);
            for (int first = 1; first < words.size(); first++) {
                String upper = String.join(" ", words.subList(0, first));
                String lower = String.join(" ", words.subList(first, words.size()));
                if (Lettering.width(upper) <= room.two() && Lettering.width(lower) <= room.two()) {
                    return new Label(List.of(upper, lower), room == tight);
                }
            }
        }
        return null;
    }

    /** As many first words as fit on one line, and the beginning of the rest on the other. */
    private Label shortened(List<String> words) {
        int first = 1;
        while (first < words.size() - 1
                && Lettering.width(String.join(" ", words.subList(0, first + 1))) <= tight.two()) {
            first++;
        }
        String upper = begun(String.join(" ", words.subList(0, first)), tight.two());
        String lower = begun(String.join(" ", words.subList(first, words.size())), tight.two());
        if (tight.two() >= SHORTEST
                && Lettering.letters(upper).size() > 1
                && Lettering.letters(lower).size() > 1) {
            return new Label(List.of(upper, lower), true);
        }
        String only = begun(String.join(" ", words), tight.one());
        return new Label(
                List.of(only.isEmpty() ? Lettering.letters(words.getFirst()).getFirst() : only), true);
    }

    /** Names that begin alike: how they begin, and from where they differ; from the beginning of that word if it can be. */
    private Map<RelationshipId, Label> apart(List<RelationshipId> ids, Map<RelationshipId, List<String>> names) {
        List<List<String>> alike = ids.stream().map(names::get).distinct().toList();
        int differ = 0;
        while (common(alike, differ)) {
            differ++;
        }
        int word = differ;
        while (word > 0 && !alike.getFirst().get(word - 1).isBlank()) {
            word--;
        }
        for (int from = word; from <= differ; from++) {
            Map<RelationshipId, Label> labels = endingFrom(from, ids, names);
            if (labels.values().stream().distinct().count() == alike.size()
                    && (from == word || ids.stream().allMatch(id -> endsWhole(labels.get(id), names.get(id))))) {
                return labels;
            }
        }
        return endingFrom(differ, ids, names);
    }

    private static boolean endsWhole(@Nullable Label label, @Nullable List<String> name) {
        return label != null
                && name != null
                && label.lines().getLast().startsWith(LEFT_OUT)
                && label.lines().getLast().endsWith(name.getLast());
    }

    private Map<RelationshipId, Label> endingFrom(
            int from, List<RelationshipId> ids, Map<RelationshipId, List<String>> names) {
        boolean marked = ids.stream()
                .map(id -> names.getOrDefault(id, List.of()))
                .allMatch(name -> Lettering.width(LEFT_OUT + restOf(name, from)) <= tight.two());
        return ids.stream()
                .collect(Collectors.toMap(
                        Function.identity(), id -> endingFrom(names.getOrDefault(id, List.of()), from, marked)));
    }

    private static boolean common(List<List<String>> names, int at) {
        List<String> first = names.getFirst();
        return at < first.size()
                && names.stream()
                        .allMatch(name -> at < name.size() && name.get(at).equals(first.get(at)));
    }

    /** How a name begins, and how it goes on from where it differs; the mark between them only where all alike have room. */
    private Label endingFrom(List<String> name, int from, boolean marked) {
        String rest = restOf(name, from);
        if (from == 0 || rest.isEmpty()) {
            return shortened(words(String.join("", name)));
        }
        String before = String.join("", name.subList(0, from));
        String first = words(before).getFirst();
        boolean next = before.strip().equals(first) && before.endsWith(" ");
        String upper = begun(first, tight.two());
        String lower = kept(marked && !next ? LEFT_OUT + rest : rest, tight.two());
        if (tight.two() >= SHORTEST && !upper.isEmpty() && !lower.isEmpty()) {
            return new Label(List.of(upper, lower), true);
        }
        String only = kept(rest, tight.one());
        return new Label(List.of(only.isEmpty() ? Lettering.letters(rest).getFirst() : only), true);
    }

    private static String restOf(List<String> name, int from) {
        return String.join("", name.subList(Math.min(from, name.size()), name.size()))
                .strip();
    }

    /** The whole text, or its beginning with a mark that there is more. */
    private static String begun(String text, double wide) {
        if (Lettering.width(text) <= wide) {
            return text;
        }
        String kept = kept(text, wide - Lettering.width(LEFT_OUT));
        if (text.startsWith(" ", kept.length())) {
            return kept + LEFT_OUT;
        }
        String mark = Character.isAlphabetic(text.codePointAt(0)) && !Character.isIdeographic(text.codePointAt(0))
                ? CUT
                : LEFT_OUT;
        String more = kept(text, wide - Lettering.width(mark));
        return more.isEmpty() ? "" : more + mark;
    }

    private static String kept(String text, double wide) {
        StringBuilder kept = new StringBuilder();
        double width = 0;
        for (String letter : Lettering.letters(text)) {
            width += Lettering.width(letter);
            if (width > wide) {
                break;
            }
            kept.append(letter);
        }
        return kept.toString().strip();
    }

    private static List<String> words(String name) {
        return Arrays.asList(name.strip().split("\\s+"));
    }

    /** How wide one line may be in a circle, and each of two, in letters' heights. */
    private record Room(double one, double two) {
        static Room in(int radius, int size) {
            return new Room(chord(radius, EDGE_OF_ONE * size) / size, chord(radius, EDGE_OF_TWO * size) / size);
        }

        private static double chord(int radius, double edge) {
            return edge >= radius ? 0 : 2 * Math.sqrt(radius * radius - edge * edge) - 5;
        }
    }
}
