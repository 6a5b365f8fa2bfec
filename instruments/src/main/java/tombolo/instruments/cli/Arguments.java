package tombolo.instruments.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The words after the verb: flags, options with a value, and one positional word at most. */
final class Arguments {
    private final String verb;
    private final Map<String, String> options = new HashMap<>();
    private final List<String> positionals = new ArrayList<>();

    /**
     * Reads the words after the verb.
     *
     * @param flags options that stand alone
     * @param valued options that take the word after them
     */
    Arguments(String verb, List<String> words, Set<String> flags, Set<String> valued) {
        this.verb = verb;
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (!word.startsWith("--")) {
                positionals.add(word);
                continue;
            }
            int equals = word.indexOf('=');
            String name = equals < 0 ? word : word.substring(0, equals);
            if (flags.contains(word)) {
                options.put(word, "");
            } else if (!valued.contains(name)) {
                throw new BadInput("expected no option '" + word + "'");
            } else if (equals >= 0) {
                options.put(name, word.substring(equals + 1));
            } else if (++i < words.size()) {
                options.put(name, words.get(i));
            } else {
                throw new BadInput("expected a word after " + name);
            }
        }
    }

    boolean has(String option) {
        return options.containsKey(option);
    }

    @Nullable
    String value(String option) {
        return options.get(option);
    }

    /** The one positional word. */
    String positional(String what) {
        if (positionals.isEmpty()) {
            throw new BadInput("expected " + what);
        }
        if (positionals.size() > 1) {
            throw new BadInput(
                    "expected nothing after '" + positionals.getFirst() + "', found '" + positionals.get(1) + "'");
        }
        return positionals.getFirst();
    }

    void noPositional() {
        if (!positionals.isEmpty()) {
            throw new BadInput("expected the file on the standard input, found '" + positionals.getFirst() + "'");
        }
    }
}
