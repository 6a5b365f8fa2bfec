package tombolo.browser;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Names, words and ways of being reached that nobody ever had, no two alike, each remembered with where it was typed. */
final class Canaries implements Hand.Words {
    private static final String[] SYLLABLES = {
        "bru", "dax", "fen", "glo", "hiv", "jum", "kle", "lorp", "mig", "nox", "pru", "quel", "rast", "sko", "tiv",
        "ulm", "vant", "wex", "yorb", "zin"
    };

    /** The numbers that Ofcom keeps for stories, but for the one the demo has given away. */
    private static final int STORY_NUMBERS = 1000;

    private final SplittableRandom chance = new SplittableRandom(20261125);
    private final Map<String, List<String>> planted = new LinkedHashMap<>();
    private final Set<String> words = new TreeSet<>();
    private int number = 200;

    @Override
    public String into(ReadPage.Form form, ReadPage.Field field) {
        String where = Crawl.kind(form.action()).replaceAll("[?].*", "") + " "
                + Crawl.kind(field.name()).replace("{id}", "");
        return switch (field.kind()) {
            case TEXT -> word(where);
            case EMAIL -> address(where);
            case TELEPHONE -> telephone(where);
            case HIDDEN, CHOSEN, PASSWORD -> field.value();
        };
    }

    /** A word that has never been said, with a letter now and then that not every alphabet has. */
    String word(String where) {
        String word;
        do {
            StringBuilder spelled = new StringBuilder("Qu");
            for (int i = 0; i < 4; i++) {
                spelled.append(SYLLABLES[chance.nextInt(SYLLABLES.length)]);
            }
            word = spelled + (planted.size() % 3 == 0 ? "é" : "");
        } while (!words.add(word));
        return plant(where, word, List.of(word));
    }

    /** An address of a place that is kept for examples. */
    String address(String where) {
        String name = word(where).toLowerCase(java.util.Locale.ROOT).replace('é', 'e');
        return plant(where, name + "@example.org", List.of(name));
    }

    /** A mobile number of nobody, as it is typed and as a machine writes it. */
    String telephone(String where) {
        String last = "%03d".formatted(number++ % STORY_NUMBERS);
        return plant(where, "07700 900" + last, List.of("7700900" + last, "7700 900" + last));
    }

    private String plant(String where, String typed, List<String> looks) {
        List<String> all = new ArrayList<>(looks);
        planted.merge(where, all, (before, more) -> {
            List<String> both = new ArrayList<>(before);
            both.addAll(more);
            return both;
        });
        return typed;
    }

    /** Everything that may be looked for. */
    List<String> all() {
        return planted.values().stream().flatMap(List::stream).toList();
    }

    /** Where what was found had been typed, and how many of each. */
    Map<String, Long> places(Set<String> found) {
        return planted.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> entry.getValue().stream()
                                .filter(found::contains)
                                .count(),
                        Long::sum,
                        LinkedHashMap::new));
    }
}
