package tombolo;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import picocli.CommandLine;
import tombolo.cli.Launch;
import tombolo.cli.PlainWords;

/** The application and its way in from the command line. */
@SpringBootApplication
public class Tombolo {

    /** Runs the verb given on the command line; {@code ./tombolo} names them all. */
    public static void main(String[] arguments) {
        int status = new CommandLine(new Launch())
                .setExecutionExceptionHandler(new PlainWords())
                .execute(arguments);
        if (status != 0) {
            System.exit(status);
        }
    }
}
