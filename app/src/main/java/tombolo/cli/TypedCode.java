package tombolo.cli;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import tombolo.continuity.SheetCode;
import tombolo.continuity.Trouble;

/** Asks for the code on the key-recovery sheet; never as an argument, which other users of the machine could see. */
final class TypedCode {
    private TypedCode() {}

    static SheetCode ask() {
        Console console = System.console();
        for (int attempt = 0; attempt < 3; attempt++) {
            String line = console == null
                    ? piped()
                    : console.readLine("The code on the key-recovery sheet (%d groups of four): ", SheetCode.GROUPS);
            var code = SheetCode.typed(line == null ? "" : line);
            if (code.isPresent()) {
                return code.get();
            }
            System.err.println("That is not a code of a sheet: a letter is wrong or missing.");
            if (console == null) {
                break;
            }
        }
        throw new Trouble("Nothing was done. Look at the sheet again, group by group.");
    }

    private static String piped() {
        try {
            String line = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
            return line == null ? "" : line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
