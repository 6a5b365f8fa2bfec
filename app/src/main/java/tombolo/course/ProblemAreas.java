package tombolo.course;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The problem areas there are: one file each in {@code problem-areas/}. */
@Component
public class ProblemAreas {
    private final Map<String, ProblemArea> byId = new LinkedHashMap<>();

    public ProblemAreas() {
        files("problem-areas").entrySet().stream()
                .map(file -> ProblemArea.read(file.getKey(), file.getValue()))
                .sorted(Comparator.comparingInt(ProblemArea::order))
                .forEach(area -> byId.put(area.id(), area));
    }

    public List<ProblemArea> all() {
        return List.copyOf(byId.values());
    }

    /** Their ids, in order. */
    public Set<String> ids() {
        return byId.keySet();
    }

    public Optional<ProblemArea> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** Those of these ids that there are. */
    public List<ProblemArea> of(List<String> ids) {
        return ids.stream().map(this::find).flatMap(Optional::stream).toList();
    }

    /** Every file of a folder that came with the program, by its name. */
    static Map<String, String> files(String folder) {
        try {
            Map<String, String> files = new LinkedHashMap<>();
            Resource[] found =
                    new PathMatchingResourcePatternResolver().getResources("classpath*:" + folder + "/*.json");
            Arrays.sort(found, Comparator.comparing(file -> Objects.requireNonNullElse(file.getFilename(), "")));
            for (Resource file : found) {
                files.put(
                        folder + "/" + Objects.requireNonNullElse(file.getFilename(), ""),
                        file.getContentAsString(StandardCharsets.UTF_8));
            }
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
