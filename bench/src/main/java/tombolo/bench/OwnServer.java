package tombolo.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The PostgreSQL a demo runs on, seen from beside it with PostgreSQL's own tools. */
record OwnServer(Path data) {
    private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+)");

    /** Whether {@code psql} and {@code pgbench} are on this machine; Debian has them in postgresql-contrib. */
    static boolean hasTools() {
        return Stream.of("psql", "pgbench")
                .allMatch(tool -> Stream.of(
                                System.getenv().getOrDefault("PATH", "").split(":"))
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, tool))));
    }

    /** Runs statements as the superuser and gives back what they print, a line a row. */
    String ask(String statements) throws IOException, InterruptedException {
        return run("tombolo_admin", List.of("psql", "-qAt", "-v", "ON_ERROR_STOP=1", "-c", statements));
    }

    /** Runs of a script a second, each client doing it so often, as the role the application works as. */
    double rate(Path script, int clients, int each, int start) throws IOException, InterruptedException {
        String said = run(
                "tombolo_app",
                List.of(
                        "pgbench",
                        "-n",
                        "-M",
                        "prepared",
                        "-c",
                        String.valueOf(clients),
                        "-j",
                        "2",
                        "-t",
                        String.valueOf(each),
                        "-D",
                        "i=-1",
                        "-D",
                        "each=" + each,
                        "-D",
                        "start=" + start,
                        "-f",
                        script.toString()));
        Matcher rate = RATE.matcher(said);
        if (!rate.find()) {
            throw new IOException("pgbench gave no rate:\n" + said);
        }
        return Double.parseDouble(rate.group(1));
    }

    private String run(String role, List<String> command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        String port = Files.readAllLines(data.resolve("pg18").resolve("postmaster.pid"))
                .get(3)
                .strip();
        builder.environment().put("PGHOST", "127.0.0.1");
        builder.environment().put("PGPORT", port);
        builder.environment().put("PGDATABASE", "tombolo");
        builder.environment().put("PGUSER", role);
        builder.environment().put("PGPASSWORD", password(role));
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(command.getFirst() + " did not succeed:\n" + said);
        }
        return said.strip();
    }

    /** As the embedded PostgreSQL is given it: HMAC-SHA-256 of the role's name. */
    private String password(String role) throws IOException {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(
                    HexFormat.of()
                            .parseHex(Files.readString(data.resolve("pg18.secret"))
                                    .strip()),
                    "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(role.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has HmacSHA256", e);
        }
    }
}
