package tombolo.continuity;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import tombolo.vault.Readiness;

/** For real use: nobody is taken in before their words could be brought back. */
@Configuration(proxyBeanMethods = false)
class ContinuityConfiguration {

    @Bean
    RecoverySheet recoverySheet(@Value("${tombolo.keys:./keys}") String keys) {
        return new RecoverySheet(Path.of(keys));
    }

    @Bean
    SheetMaking sheetMaking(RecoverySheet sheet, @Value("${tombolo.data:./data}") String data) {
        return new SheetMaking(sheet, LastBackup.of(Path.of(data)));
    }

    @Bean
    @Profile("serve")
    Readiness readiness(RecoverySheet sheet, @Value("${tombolo.data:./data}") String data) {
        return new BroughtBack(sheet, LastBackup.of(Path.of(data)));
    }
}
