package tombolo.cli;

import picocli.CommandLine.Command;

/** Every verb the application answers to. */
@Command(
        name = "tombolo",
        description = "Interpersonal Psychotherapy as a working system.",
        mixinStandardHelpOptions = true,
        subcommands = {BackupVerb.class, RestoreVerb.class, AuditVerb.class, DoctorVerb.class, Serve.class, Demo.class})
public final class Launch implements Runnable {
    @Override
    public void run() {
        throw new picocli.CommandLine.ParameterException(
                new picocli.CommandLine(this), "Say what to do: serve, demo, backup, restore, audit or doctor.");
    }
}
