package tombolo.ui;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.databind.json.JsonMapper;

/** Whom to call in one country: the emergency number first, then the lines. A country is a file in {@code help/}. */
public record HelpLines(String country, String name, int order, String language, Line emergency, List<Line> lines) {
    /** Every country there is a file for, home first. */
    public static List<HelpLines> all() {
        JsonMapper json = JsonMapper.builder().build();
        try {
            return Arrays.stream(new PathMatchingResourcePatternResolver().getResources("classpath*:help/*.json"))
                    .map(file -> read(json, file))
                    .sorted(Comparator.comparingInt(HelpLines::order).thenComparing(HelpLines::name))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static HelpLines read(JsonMapper json, Resource file) {
        try (InputStream in = file.getInputStream()) {
            return json.readValue(in, HelpLines.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The line the help bar names beside the emergency number. */
    public Line listener() {
        return lines.getFirst();
    }

    /** One number to call, or word to text; where it was read and when, since a wrong number is worse than none. */
    public record Line(
            String name,
            String where,
            String number,
            String href,
            String who,
            String when,
            String source,
            LocalDate verified) {}
}
