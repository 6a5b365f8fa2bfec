package tombolo.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tombolo.continuity.AuditCheck;
import tombolo.continuity.Settings;
import tombolo.vault.Verdict;

/** What can be done with the record of who looked. */
@Command(
        name = "audit",
        description = "The record of who looked.",
        subcommands = {AuditVerb.Verify.class})
final class AuditVerb implements Runnable {
    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                java.util.Objects.requireNonNull(spec, "picocli fills this in").commandLine(),
                "Say what to do: audit verify.");
    }

    /** Says whether the record of who looked is as it was written. */
    @Command(
            name = "verify",
            description =
                    "Checks the record of who looked, running or not. Ends with 0 when it is whole and proved to the"
                            + " end, 1 when it was tampered with, 2 when nothing signed vouches for its newest entries.")
    static final class Verify implements Callable<Integer> {
        @Option(names = "--backup", description = "Check a backup instead; asks for the code on the sheet.")
        private @Nullable Path backup;

        @Override
        public Integer call() {
            AuditCheck check = new AuditCheck(Settings.of(System.getenv()));
            Verdict verdict = backup == null ? check.here() : check.in(backup, TypedCode.ask());
            verdict.findings().forEach(System.out::println);
            if (verdict.isSound()) {
                System.out.printf("%,d entries, each as it was written.%n", verdict.entries());
            }
            verdict.notProvableSince()
                    .ifPresent(
                            since -> System.out.println("Nothing signed vouches for what came after " + since + "."));
            return verdict.exitStatus();
        }
    }
}
