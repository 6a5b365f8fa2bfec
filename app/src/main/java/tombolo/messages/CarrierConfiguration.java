package tombolo.messages;

import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import tombolo.database.Job;
import tombolo.time.ProgrammeTime;

/** By which carriers messages leave, and in which rounds they are handed over. The demo sends nothing, whatever else is set; nor does a text leave anywhere yet. */
@Configuration(proxyBeanMethods = false)
class CarrierConfiguration {

    @Bean
    Carrier emailCarrier(
            Environment environment,
            ProgrammeTime time,
            @Value("${tombolo.smtp.url:#{null}}") @Nullable String server,
            @Value("${tombolo.smtp.from:#{null}}") @Nullable String from) {
        if (environment.acceptsProfiles(Profiles.of("demo")) || server == null || server.isBlank()) {
            return new LogCarrier(Way.EMAIL);
        }
        return new SmtpCarrier(
                URI.create(server.strip()),
                Optional.ofNullable(from)
                        .map(String::strip)
                        .filter(it -> it.matches("[^\\s@,;<>\"]+@[^\\s@,;<>\"]+"))
                        .orElseThrow(() -> new IllegalStateException(
                                "TOMBOLO_SMTP_URL is set, and TOMBOLO_SMTP_FROM is missing: the neutral address messages"
                                        + " come from, such as post@example.org")),
                time);
    }

    @Bean
    Carrier textCarrier() {
        return new LogCarrier(Way.TEXT);
    }

    @Bean
    Job deliverToPeople(Delivery delivery) {
        return new DeliveryRound("deliver-messages", MessageKind.Who.PERSON, delivery);
    }

    @Bean
    Job deliverToStaff(Delivery delivery) {
        return new DeliveryRound("deliver-to-staff", MessageKind.Who.STAFF, delivery);
    }
}
