package tombolo.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.ApplicationModule;

/** The shape of the tables, kept by each module in its own folder, laid down in the order in which modules use each other. */
final class Migrations {
    private static final String FOLDER = "db/migration/";

    private final Map<String, List<Resource>> scripts;

    Migrations() {
        this.scripts = found();
    }

    /** What all the scripts together come to: equal fingerprints mean there is nothing to do. */
    String fingerprint() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Map.Entry<String, List<Resource>> module : scripts.entrySet()) {
                for (Resource script : module.getValue()) {
                    digest.update((module.getKey() + "/" + script.getFilename() + "\n").getBytes(UTF_8));
                    digest.update(script.getContentAsByteArray());
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        } catch (IOException e) {
            throw new UncheckedIOException("The scripts of the database could not be read", e);
        }
    }

    void run(DataSource owner) {
        try (HikariDataSource kept = Connections.kept(owner)) {
            inOrder().forEach(module -> migrate(kept, module));
            JdbcClient.create(kept)
                    .sql("insert into schema_fingerprint (one, fingerprint) values (1, :fingerprint)"
                            + " on conflict (one) do update set fingerprint = excluded.fingerprint")
                    .param("fingerprint", fingerprint())
                    .update();
        }
    }

    private static void migrate(DataSource owner, String module) {
        Flyway.configure()
                .dataSource(owner)
                .locations("classpath:" + FOLDER + module)
                .table("flyway_" + module)
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .cleanDisabled(true)
                .load()
                .migrate();
    }

    List<String> inOrder() {
        Set<String> ordered = new LinkedHashSet<>();
        visit("database", ordered, new LinkedHashSet<>());
        scripts.keySet().forEach(module -> visit(module, ordered, new LinkedHashSet<>()));
        ordered.retainAll(scripts.keySet());
        return List.copyOf(ordered);
    }

    private void visit(String module, Set<String> ordered, Set<String> path) {
        if (ordered.contains(module)) {
            return;
        }
        if (!path.add(module)) {
            throw new IllegalStateException("These modules use each other in a circle: " + path);
        }
        usedBy(module).forEach(used -> visit(used, ordered, path));
        path.remove(module);
        ordered.add(module);
    }

    /** From the module's own declaration, so that there is no second list to forget. Everybody stands on the ground. */
    private static List<String> usedBy(String module) {
        List<String> used = new ArrayList<>();
        try {
            Package declared =
                    Class.forName("tombolo." + module + ".package-info").getPackage();
            ApplicationModule declaration = declared.getAnnotation(ApplicationModule.class);
            if (declaration != null) {
                for (String name : declaration.allowedDependencies()) {
                    used.add(name.split("::")[0].strip());
                }
            }
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("db/migration/" + module + " has no module tombolo." + module, e);
        }
        used.remove(ApplicationModule.OPEN_TOKEN);
        return used;
    }

    private static Map<String, List<Resource>> found() {
        Map<String, List<Resource>> found = new TreeMap<>();
        try {
            Resource[] all =
                    new PathMatchingResourcePatternResolver().getResources("classpath*:" + FOLDER + "*/V*.sql");
            for (Resource script : all) {
                String[] parts = script.getURL().toString().split("/");
                found.computeIfAbsent(parts[parts.length - 2], module -> new ArrayList<>())
                        .add(script);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The scripts of the database could not be listed", e);
        }
        found.values().forEach(list -> list.sort(java.util.Comparator.comparing(Resource::getFilename)));
        return found;
    }
}
