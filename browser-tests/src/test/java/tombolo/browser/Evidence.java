package tombolo.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/** What a run has shown, in figures; printed as one table when the last test has ended, when everything is also stopped. */
public final class Evidence implements TestExecutionListener {
    private static final Map<String, String> FIGURES = new ConcurrentSkipListMap<>();

    /** Called by the service loader. */
    public Evidence() {}

    /** Notes a figure under a name, to be printed at the end. */
    static void note(String what, Object figure) {
        FIGURES.put(what, String.valueOf(figure));
    }

    @Override
    public void executionFinished(TestIdentifier what, TestExecutionResult how) {
        if (what.getSource().filter(ClassSource.class::isInstance).isPresent()) {
            Browsers.putBack();
        }
    }

    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        Browsers.close();
        TomboloProcess.closeAll();
        Stage.clear();
        if (PageGate.places() > 0) {
            note("pages through the gate (axe in light and dark, Nu, 320/360/1280 px)", PageGate.places());
        }
        if (PageGate.glances() > 0) {
            note("pages glanced at beside them (axe, Nu, 320 px)", PageGate.glances());
        }
        int width = FIGURES.keySet().stream().mapToInt(String::length).max().orElse(0);
        StringBuilder table = new StringBuilder("\nWhat this run has shown\n");
        FIGURES.forEach((what, figure) ->
                table.append("  %s  %s%n".formatted(what + " ".repeat(width - what.length()), figure)));
        if (!FIGURES.isEmpty()) {
            System.out.println(table);
            keep(table.toString());
        }
    }

    private static void keep(String table) {
        try {
            Files.writeString(Path.of("target", "evidence.txt"), table);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
