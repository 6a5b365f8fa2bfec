package tombolo;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The application. */
@SpringBootApplication
public class Tombolo {

    /** Starts the application. */
    public static void main(String[] arguments) {
        SpringApplication.run(Tombolo.class, arguments);
    }
}
