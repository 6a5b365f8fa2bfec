package tombolo.vault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tombolo.database.CurrentPractice;
import tombolo.database.PracticeRegistry;
import tombolo.database.UnsafeStart;
import tombolo.time.ProgrammeTime;

/** Opens the key directory, or refuses to, and keeps the record of who looked. */
@Configuration(proxyBeanMethods = false)
class VaultConfiguration {
    private static final Logger LOG = LoggerFactory.getLogger(VaultConfiguration.class);

    @Bean
    RootKey rootKey(
            PracticeRegistry practices,
            @Value("${tombolo.keys:./keys}") String keys,
            @Value("${tombolo.data:./data}") String data)
            throws IOException, GeneralSecurityException {
        Path folder = Files.createDirectories(Path.of(keys)).toRealPath();
        Path store = Files.createDirectories(Path.of(data)).toRealPath();
        if (Files.getFileStore(folder).equals(Files.getFileStore(store))) {
            LOG.warn("The keys in {} lie on the same disk as the data: whoever takes the disk takes both", folder);
        }
        if (RootKey.isIn(folder)) {
            return RootKey.in(folder);
        }
        if (!practices.all().isEmpty()) {
            throw new UnsafeStart("The root key is not in " + folder + ". Without it nothing that people wrote can be"
                    + " read, and a new one would not help, so Tombolo does not start. If the keys are somewhere else,"
                    + " say where with TOMBOLO_KEYS. If they are lost, bring them back from the newest backup with the"
                    + " code on your printed key-recovery sheet: ./tombolo restore --keys FILE.keys");
        }
        return RootKey.madeIn(folder);
    }

    @Bean
    Keys keys(RootKey root, PracticeRegistry practices, @Value("${tombolo.keys:./keys}") String folder)
            throws GeneralSecurityException {
        Keys keys = new Keys(Path.of(folder), root, System::nanoTime);
        for (UUID practice : practices.all()) {
            if (!keys.opens(practice)) {
                throw new UnsafeStart("The root key in " + folder + " does not open the keys of this database, so"
                        + " nothing that people wrote could be read. Put the right keys there, or say where they are"
                        + " with TOMBOLO_KEYS.");
            }
        }
        return keys;
    }

    @Bean
    Forgetting forgetting(
            Keys keys,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            PracticeRegistry practices,
            ProgrammeTime time) {
        return new Forgetting(keys, jdbc, new TransactionTemplate(transactions), practices, time);
    }

    @Bean
    Vault vault(Keys keys, Forgetting forgetting, Readiness readiness) {
        return new Vault(keys, forgetting::ask, readiness);
    }

    /** Invented people need no way back; for real ones the module {@code continuity} says when they may come. */
    @Bean
    @Profile("!serve")
    Readiness alwaysReady() {
        return Set::of;
    }

    @Bean
    Sight sight() {
        return granted -> granted;
    }

    @Bean
    AuditChain auditChain(JdbcClient jdbc, PlatformTransactionManager transactions, ProgrammeTime time) {
        return new AuditChain(jdbc, new TransactionTemplate(transactions), time);
    }

    @Bean
    Checkpoints checkpoints(
            @Value("${tombolo.checkpoints:./checkpoints}") String folder,
            @Value("${tombolo.keys:./keys}") String keys,
            @Value("${tombolo.older-data:false}") boolean olderData,
            RootKey root,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            PracticeRegistry practices,
            AuditChain audit,
            ProgrammeTime time)
            throws IOException, GeneralSecurityException {
        Checkpoints checkpoints = new Checkpoints(
                new CheckpointFolder(Path.of(folder)),
                Path.of(keys),
                root,
                jdbc,
                new TransactionTemplate(transactions),
                practices,
                time);
        Optional<Instant> older = checkpoints.olderThanSigned();
        if (older.isPresent() && !olderData) {
            throw new UnsafeStart("The data here is older than what Tombolo signed for on " + older.get()
                    + ": somebody has put an older copy in its place without saying so, or the data is somewhere else."
                    + " What was written in between is not here. Tombolo does not start, and nothing was changed."
                    + " If the newer data is still there, put it back, or say where it is with TOMBOLO_DATA. If it is"
                    + " lost, bring back your newest backup: ./tombolo restore FILE. If you have no backup and mean to go on"
                    + " with this older copy: ./tombolo serve --older-data, which says so, signed, in the record of who"
                    + " looked.");
        }
        if (older.isPresent()) {
            checkpoints.writeRestored();
            practices
                    .all()
                    .forEach(practice -> CurrentPractice.within(practice, () -> audit.record(Act.RESTORED, "data")));
        }
        return checkpoints;
    }

    @Bean
    Upkeep upkeep(Checkpoints checkpoints, Forgetting forgetting) {
        return new Upkeep(checkpoints, forgetting, Duration.ofMinutes(1));
    }
}
