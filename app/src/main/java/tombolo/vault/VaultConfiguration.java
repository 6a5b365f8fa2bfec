package tombolo.vault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tombolo.time.ProgrammeTime;

/** Opens the key directory and begins the record of who looked. */
@Configuration(proxyBeanMethods = false)
class VaultConfiguration {
    private static final Logger LOG = LoggerFactory.getLogger(VaultConfiguration.class);

    @Bean
    Vault vault(@Value("${tombolo.keys:./keys}") String keys, @Value("${tombolo.data:./data}") String data)
            throws IOException, GeneralSecurityException {
        Path folder = Files.createDirectories(Path.of(keys));
        Path store = Files.createDirectories(Path.of(data));
        if (Files.getFileStore(folder).equals(Files.getFileStore(store))) {
            LOG.warn("The keys in {} lie on the same disk as the data: whoever takes the disk takes both", folder);
        }
        return new Vault(new Keys(folder, RootKey.in(folder), System::nanoTime));
    }

    @Bean
    Sight sight() {
        return granted -> granted;
    }

    @Bean
    AuditChain auditChain(JdbcClient jdbc, PlatformTransactionManager transactions, ProgrammeTime time) {
        return new AuditChain(jdbc, new TransactionTemplate(transactions), time);
    }
}
