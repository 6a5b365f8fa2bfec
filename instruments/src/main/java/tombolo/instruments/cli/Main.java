package tombolo.instruments.cli;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/**
 * The command line over the questionnaires: {@code score}, {@code outcomes} and {@code network}.
 *
 * <p>Leaves with 0 when all is written, 2 when what it was given cannot be read, 1 when the machine fails it.
 */
public final class Main {
    private static final Set<String> HELP = Set.of("--help", "-h", "help");

    private Main() {}

    /** Runs one verb and leaves with its exit code. */
    public static void main(String[] words) {
        int code = run(
                List.of(words),
                new FileInputStream(FileDescriptor.in),
                new FileOutputStream(FileDescriptor.out),
                System.err);
        System.exit(code);
    }

    static int run(List<String> words, InputStream in, OutputStream out, PrintStream err) {
        if (words.isEmpty() || HELP.contains(words.getFirst())) {
            (words.isEmpty() ? err : new PrintStream(out, true)).print(usage());
            return words.isEmpty() ? 2 : 0;
        }
        String verb = words.getFirst();
        List<String> rest = words.subList(1, words.size());
        try {
            if (rest.contains("--help")) {
                new PrintStream(out, true, StandardCharsets.UTF_8).print(usage(verb, rest));
                return 0;
            }
            run(verb, rest, in, out, err);
            return 0;
        } catch (BadInput e) {
            err.println(verb + ": " + e.getMessage());
            return 2;
        } catch (UncheckedIOException e) {
            err.println(verb + ": stopped: " + String.valueOf(e.getMessage()).replaceFirst("^[\\w.]+Exception: ", ""));
            return 1;
        }
    }

    private static void run(String verb, List<String> words, InputStream in, OutputStream out, PrintStream err) {
        switch (verb) {
            case "score" -> {
                Arguments arguments = new Arguments(verb, words, Set.of(), Set.of("--out"));
                write(arguments, out, output -> ScoreCommand.run(arguments, in, output, err));
            }
            case "outcomes" -> {
                Arguments arguments = new Arguments(verb, words, Set.of("--summary"), Set.of("--out"));
                write(arguments, out, output -> OutcomesCommand.run(arguments, in, output));
            }
            case "network" -> {
                Arguments arguments = new Arguments(verb, words, Set.of(), Set.of("--ego", "--out"));
                write(arguments, out, output -> NetworkCommand.run(arguments, output));
            }
            default -> throw new BadInput("expected score, outcomes or network");
        }
    }

    /** Something that writes rows. */
    private interface Writing {
        void to(Output output);
    }

    private static void write(Arguments arguments, OutputStream out, Writing writing) {
        try (Output output = Output.to(arguments.value("--out"), out)) {
            writing.to(output);
            output.finish();
        }
    }

    private static String usage() {
        return String.join("\n", ScoreCommand.USAGE, OutcomesCommand.usage(), NetworkCommand.USAGE);
    }

    private static String usage(String verb, List<String> words) {
        return switch (verb) {
            case "score" ->
                words.getFirst().startsWith("--") ? ScoreCommand.USAGE : ScoreCommand.about(words.getFirst());
            case "outcomes" -> OutcomesCommand.usage();
            case "network" -> NetworkCommand.USAGE;
            default -> usage();
        };
    }
}
