package tombolo.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tombolo.continuity.Backup;
import tombolo.continuity.Restore;
import tombolo.continuity.Settings;
import tombolo.continuity.Trouble;
import tombolo.time.ProgrammeTime;

/** Brings a backup back with the code on the printed sheet. */
@Command(
        name = "restore",
        description =
                "Brings a backup back. Asks for the code on the key-recovery sheet. What was there before is moved"
                        + " aside, never deleted. Without FILE, brings back the keys only.")
final class RestoreVerb implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", arity = "0..1", description = "The backup.")
    private @Nullable Path file;

    @Option(names = "--keys", description = "The backup of the keys (default: FILE.keys).")
    private @Nullable Path keys;

    @Override
    public Integer call() {
        if (file == null && keys == null) {
            throw new Trouble("Say which backup: ./tombolo restore FILE");
        }
        Settings settings = Settings.of(System.getenv());
        Restore restore = new Restore(settings, ProgrammeTime.of(settings.data()), System.out::println);
        var code = TypedCode.ask();
        if (file == null) {
            restore.keysFrom(java.util.Objects.requireNonNull(keys), code);
            System.out.println("Done. The keys are back in " + settings.keys() + ".");
        } else {
            var outcome = restore.from(file, keys == null ? Backup.keysBeside(file) : keys, code);
            System.out.println("Done. Brought back: " + outcome + ".");
        }
        return 0;
    }
}
