package tombolo.instruments.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** One run of the command line, with what it wrote and how it left. */
record CommandLine(int code, String out, String err) {

    static CommandLine run(String in, String... words) {
        return run(in.getBytes(StandardCharsets.UTF_8), words);
    }

    static CommandLine run(byte[] in, String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = Main.run(
                List.of(words), new ByteArrayInputStream(in), out, new PrintStream(err, true, StandardCharsets.UTF_8));
        return new CommandLine(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
