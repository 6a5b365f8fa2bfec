package tombolo.bench;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** W3, as far as it is built: the person's circles, signed in, over HTTP. */
final class CirclesPage {
    private static final Duration WARM_UP = Duration.ofSeconds(20);
    private static final Duration LENGTH = Duration.ofSeconds(10);

    private CirclesPage() {}

    static List<Figure> measure(URI address) throws IOException, InterruptedException {
        try (Visitor anna = new Visitor(address)) {
            anna.signInAs("Anna");
            int bytes = anna.open("/my/circles").body().length;
            OpenModel.capacity(WARM_UP, () -> anna.open("/my/circles"));
            double capacity = OpenModel.capacity(LENGTH, () -> anna.open("/my/circles"));
            double p99 = OpenModel.latency(capacity / 2, LENGTH, 0.99, () -> anna.open("/my/circles"));
            return List.of(
                    Figure.atMost("W3", "circles page, compressed", bytes / 1024.0, 14, "KiB"),
                    Figure.atLeast("W3", "circles page, eight at a time", capacity, 300, "pages/s"),
                    Figure.atMost("W3", "circles page, p99 at half of that rate", p99, 20, "ms"));
        }
    }
}
