package tombolo.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import tombolo.continuity.Doctor;
import tombolo.continuity.Settings;
import tombolo.time.ProgrammeTime;

/** Looks the installation over. */
@Command(
        name = "doctor",
        description = "Looks this installation over, running or not. Ends with 1 when something is wrong.")
final class DoctorVerb implements Callable<Integer> {
    @Override
    public Integer call() {
        Settings settings = Settings.of(System.getenv());
        List<Doctor.Finding> findings = new Doctor(
                        settings, Optional.ofNullable(System.getenv("TOMBOLO_URL")), ProgrammeTime.of(settings.data()))
                .lookOver();
        findings.forEach(finding -> System.out.println(mark(finding.state()) + finding.words()));
        return findings.stream().anyMatch(finding -> finding.state() == Doctor.State.WRONG) ? 1 : 0;
    }

    private static String mark(Doctor.State state) {
        return switch (state) {
            case WELL -> "well   ";
            case LOOK -> "look   ";
            case WRONG -> "WRONG  ";
        };
    }
}
