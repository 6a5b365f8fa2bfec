package tombolo.cli;

import java.util.Optional;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;
import tombolo.continuity.Trouble;
import tombolo.database.UnsafeStart;

/** What a host can put right is said in plain words, without a page of Java underneath. */
public final class PlainWords implements SpringBootExceptionReporter, IExecutionExceptionHandler {
    /** For the command line. */
    public PlainWords() {}

    /** For the start of the application, which makes its reporters like this. */
    public PlainWords(ConfigurableApplicationContext context) {}

    /** True: it is said, by the command line, which gets the same failure a moment later. */
    @Override
    public boolean reportException(Throwable failure) {
        return words(failure).isPresent();
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult result) throws Exception {
        System.err.println(words(failure).orElseThrow(() -> failure));
        return 1;
    }

    private static Optional<String> words(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnsafeStart || cause instanceof Trouble) {
                return Optional.ofNullable(cause.getMessage());
            }
        }
        return Optional.empty();
    }
}
