package tombolo.browser;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What all journeys of a run share: one running demo, and one neutral page somewhere else for those who leave quickly. */
final class Stage {
    /** Journeys that share the one demo take turns. */
    static final String SHARED = "the demo";

    /** What needs a Tombolo of its own takes turns too, beside them. */
    static final String OWN = "a Tombolo of one's own";

    private static @Nullable TomboloProcess demo;
    private static @Nullable Path furnished;
    private static @Nullable HttpServer elsewhere;

    private Stage() {}

    /** The demo, started when the first journey asks. */
    static synchronized TomboloProcess demo() {
        if (demo == null) {
            demo = fresh("demo").start();
        }
        return demo;
    }

    /** The second practice of the same demo, under its own name. */
    static URI harbour() {
        return URI.create(demo().base().toString().replace("localhost", "harbour.localhost"));
    }

    /** A demo of one's own, furnished and not yet started, for journeys that kill it or search its folder. */
    static TomboloProcess fresh(String name) {
        return empty(name).withDataLike(furnished());
    }

    /** The same in a folder of the journey's own choice, on a disk it has made. */
    static TomboloProcess freshIn(Path folder) {
        return TomboloProcess.demoIn(folder).withDataLike(furnished());
    }

    /** A demo's data as they are after its first start: the months before today are told once for a build, and copied for an hour. */
    private static synchronized Path furnished() {
        if (furnished == null) {
            Path kept = Path.of("target", "homes", "furnished").toAbsolutePath();
            Path mark = kept.resolve("is-of-build");
            try {
                Instant hourAgo = Instant.now().minus(Duration.ofHours(1));
                boolean fresh = Files.exists(mark)
                        && Files.readString(mark).equals(Packaged.build())
                        && Files.getLastModifiedTime(mark).toInstant().isAfter(hourAgo);
                if (!fresh) {
                    empty("furnished").rehearsing().start().stop();
                    Files.writeString(mark, Packaged.build());
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            furnished = kept.resolve("data");
        }
        return furnished;
    }

    private static TomboloProcess empty(String name) {
        return TomboloProcess.demo(name)
                .with("TOMBOLO_INVENTED_LANGUAGES", "true")
                .with("TOMBOLO_LEAVE_TO", elsewhere().toString());
    }

    /** A page that belongs to nobody, in place of the weather. */
    static synchronized URI elsewhere() {
        if (elsewhere == null) {
            try {
                elsewhere = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            byte[] page = "<!doctype html><html lang=en><title>Weather</title><h1>Weather</h1>"
                    .getBytes(StandardCharsets.UTF_8);
            elsewhere.createContext("/", exchange -> {
                exchange.getResponseHeaders().add("Content-Type", "text/html;charset=UTF-8");
                exchange.sendResponseHeaders(200, page.length);
                exchange.getResponseBody().write(page);
                exchange.close();
            });
            elsewhere.start();
        }
        return URI.create("http://127.0.0.1:" + elsewhere.getAddress().getPort() + "/");
    }

    static synchronized void clear() {
        if (elsewhere != null) {
            elsewhere.stop(0);
            elsewhere = null;
        }
        demo = null;
        furnished = null;
    }
}
