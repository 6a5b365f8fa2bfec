package tombolo.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tombolo.continuity.Backup;
import tombolo.continuity.Settings;
import tombolo.time.ProgrammeTime;

/** Makes a backup that only the printed sheet opens, and brings it back on trial before it says done. */
@Command(
        name = "backup",
        description =
                "Makes FILE, with the record, and FILE.keys, with the keys. Keep them apart; destroy FILE.keys after"
                        + " 35 days at most, so that somebody who is forgotten is forgotten in older backups too.")
final class BackupVerb implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "The new backup; an older one is never overwritten.")
    private Path file = Path.of("");

    @Override
    public Integer call() {
        Settings settings = Settings.of(System.getenv());
        var outcome = new Backup(settings, ProgrammeTime.of(settings.data()), System.out::println)
                .to(file.toAbsolutePath().normalize());
        System.out.println("Done. Brought back on trial: " + outcome + ".");
        System.out.println("Keep " + Backup.keysBeside(file) + " apart from " + file + ", for 35 days at most.");
        return 0;
    }
}
