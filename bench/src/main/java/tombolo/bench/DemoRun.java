package tombolo.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The packaged application, started as a person starts the demo, and stopped again. */
final class DemoRun implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private final Process process;
    private final URI address;
    private final Path data;
    private final Duration firstPage;
    private final Duration cpuToFirstPage;

    private DemoRun(Process process, URI address, Path data, Duration firstPage, Duration cpuToFirstPage) {
        this.process = process;
        this.address = address;
        this.data = data;
        this.firstPage = firstPage;
        this.cpuToFirstPage = cpuToFirstPage;
    }

    /** As {@code ./tombolo demo} starts it: with the first compiler alone. */
    static final List<String> QUICK = List.of("-XX:TieredStopAtLevel=1");

    /** As {@code ./tombolo serve} runs: with both. */
    static final List<String> LASTING = List.of();

    /** Starts the demo on the given data and waits until its first page answers 200. */
    static DemoRun start(Path data, boolean useAotCache, List<String> compilers)
            throws IOException, InterruptedException {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        List<String> command = new ArrayList<>(List.of(
                Paths.JAVA.toString(),
                "-XX:+UseSerialGC",
                "-Xmx384m",
                "-XX:+UseCompactObjectHeaders",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow"));
        command.addAll(compilers);
        if (useAotCache) {
            command.add("-XX:AOTCache=" + Paths.AOT_CACHE);
        }
        command.addAll(List.of(
                "-jar",
                Paths.APPLICATION.toString(),
                "demo",
                "--port",
                String.valueOf(port),
                "--data",
                data.toString()));
        long begun = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(Files.createTempFile("tombolo-bench", ".log").toFile())
                .start();
        URI address = URI.create("http://localhost:" + port);
        Duration firstPage = awaitFirstPage(process, address, begun);
        return new DemoRun(process, address, data, firstPage, cpuOf(process.toHandle()));
    }

    private static Duration awaitFirstPage(Process process, URI address, long begun)
            throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(address.resolve("/")).build();
            while (System.nanoTime() - begun < PATIENCE.toNanos()) {
                if (!process.isAlive()) {
                    throw new IOException("The demo stopped before its first page, with status " + process.exitValue());
                }
                try {
                    if (client.send(request, HttpResponse.BodyHandlers.discarding())
                                    .statusCode()
                            == 200) {
                        return Duration.ofNanos(System.nanoTime() - begun);
                    }
                } catch (IOException notYetListening) {
                    TimeUnit.MILLISECONDS.sleep(10);
                }
            }
        }
        process.destroy();
        throw new IOException("The demo did not show its first page within " + PATIENCE);
    }

    /** User and system time of the process alone; its PostgreSQL is counted apart. */
    private static Duration cpuOf(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    URI address() {
        return address;
    }

    /** Where it keeps what it was told. */
    Path data() {
        return data;
    }

    Duration firstPage() {
        return firstPage;
    }

    Duration cpuToFirstPage() {
        return cpuToFirstPage;
    }

    Duration cpu() {
        return cpuOf(process.toHandle());
    }

    /** Resident memory of the application in MiB, PostgreSQL not included; Linux only. */
    double residentMiB() throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc", String.valueOf(process.pid()), "status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                            .map(line -> line.replaceAll("\\D", ""))
                            .mapToLong(Long::parseLong)
                            .findFirst()
                            .orElseThrow()
                    / 1024.0;
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }
}
