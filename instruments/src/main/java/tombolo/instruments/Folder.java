package tombolo.instruments;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** The files of one questionnaire, in the jar or on disk. */
sealed interface Folder {

    /** The folder's own name, which is the questionnaire's id. */
    String name();

    /** Opens one of its files, or answers null where there is none. */
    @Nullable
    InputStream open(String file);

    /** What people are told when a file of this folder is wrong. */
    default String path(String file) {
        return name() + "/" + file;
    }

    default boolean has(String file) {
        try (InputStream in = open(file)) {
            return in != null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads a properties file in UTF-8. */
    default Map<String, String> properties(String file) {
        Properties properties = new Properties();
        try (InputStream in = open(file)) {
            if (in == null) {
                throw new InstrumentRefused(path(file), "", "this file to be there");
            }
            Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder());
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw new InstrumentRefused(path(file), "", "a properties file in UTF-8 (" + e.getMessage() + ")");
        }
        Map<String, String> texts = new HashMap<>();
        properties.forEach((key, value) -> texts.put((String) key, (String) value));
        return texts;
    }

    /** A folder that came with Tombolo. */
    record Bundled(String name) implements Folder {
        static final String ROOT = "/instruments/";

        @Override
        public @Nullable InputStream open(String file) {
            return Folder.class.getResourceAsStream(ROOT + name + "/" + file);
        }
    }

    /** A folder on disk. */
    record OnDisk(Path directory) implements Folder {
        @Override
        public String name() {
            return String.valueOf(directory.getFileName());
        }

        @Override
        public @Nullable InputStream open(String file) {
            try {
                Path path = directory.resolve(file);
                return Files.isRegularFile(path) ? Files.newInputStream(path) : null;
            } catch (FileNotFoundException e) {
                return null;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
