package tombolo.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tombolo.places.HsdsFile;
import tombolo.places.Places;

/** The places around Lochside, brought in by Priya from a file as any manager does it. */
@Component
@Profile("demo")
@Order(75)
class CastPlaces implements Story {
    private static final int BROUGHT = 2;

    private final Places places;

    CastPlaces(Places places) {
        this.places = places;
    }

    @Override
    public void week(int ago, Told told) {
        if (ago == BROUGHT) {
            places.replace(told.viewer(Cast.PRIYA), HsdsFile.read(file()));
        }
    }

    private static byte[] file() {
        try {
            return new ClassPathResource("demo/places.json").getContentAsByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("The places of the demo cannot be read", e);
        }
    }
}
