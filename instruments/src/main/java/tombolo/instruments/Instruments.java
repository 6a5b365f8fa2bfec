package tombolo.instruments;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.stream.Stream;

/** The questionnaires a service can use, each known by its id. */
public final class Instruments {
    private final Map<String, Instrument> byId;

    private Instruments(Collection<Instrument> instruments) {
        this.byId = new TreeMap<>();
        instruments.forEach(instrument -> byId.put(instrument.id(), instrument));
    }

    /** All the questionnaires that come with Tombolo. */
    public static Instruments bundled() {
        return new Instruments(bundledIds().stream()
                .map(id -> InstrumentFolder.read(new Folder.Bundled(id)))
                .toList());
    }

    /** One of the questionnaires that come with Tombolo, read alone, for programs that must start at once. */
    public static Optional<Instrument> bundled(String id) {
        Folder folder = new Folder.Bundled(id);
        return id.matches("[a-z0-9-]+") && folder.has(InstrumentFolder.DATA)
                ? Optional.of(InstrumentFolder.read(folder))
                : Optional.empty();
    }

    /**
     * Every questionnaire in the folders of a directory.
     *
     * @throws InstrumentRefused if one of them does not say what it must
     */
    public static Instruments in(Path directory) {
        return new Instruments(foldersIn(directory).stream()
                .map(folder -> InstrumentFolder.read(new Folder.OnDisk(folder)))
                .toList());
    }

    /** The ids of the questionnaires that come with Tombolo, in alphabetical order. */
    public static List<String> bundledIds() {
        String known = Folder.Bundled.ROOT + "phq-9/" + InstrumentFolder.DATA;
        URL url = Instruments.class.getResource(known);
        if (url == null) {
            throw new IllegalStateException("The questionnaires are not beside the program: " + known);
        }
        try {
            return url.openConnection() instanceof JarURLConnection jar
                    ? idsIn(jar)
                    : foldersIn(Path.of(url.toURI()).resolve("../..").normalize()).stream()
                            .map(folder -> String.valueOf(folder.getFileName()))
                            .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("Cannot list the questionnaires at " + url, e);
        }
    }

    private static List<String> idsIn(JarURLConnection jar) throws IOException {
        String root = Folder.Bundled.ROOT.substring(1);
        String file = "/" + InstrumentFolder.DATA;
        return jar.getJarFile().stream()
                .map(JarEntry::getName)
                .filter(name -> name.startsWith(root) && name.endsWith(file))
                .map(name -> name.substring(root.length(), name.length() - file.length()))
                .sorted()
                .toList();
    }

    private static List<Path> foldersIn(Path directory) {
        try (Stream<Path> folders = Files.list(directory)) {
            return folders.filter(Files::isDirectory).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The same questionnaires with a service's own licensed words for some of them.
     *
     * <p>The slot has a folder for each questionnaire, named by its id, with a properties file of words for each
     * language and a {@code permission.properties} that says who allowed it; {@link Permission} says what it must hold.
     *
     * @throws InstrumentRefused if the words are not complete, or the evidence of permission is not beside them
     */
    public Instruments withWording(Path slot) {
        Map<String, Instrument> worded = new TreeMap<>(byId);
        for (Path directory : foldersIn(slot)) {
            Folder folder = new Folder.OnDisk(directory);
            Instrument instrument = byId.get(folder.name());
            if (instrument == null) {
                throw new InstrumentRefused(directory.toString(), "", "a folder named after one of " + byId.keySet());
            }
            Permission.read(directory);
            worded.put(instrument.id(), withWording(instrument, directory, folder));
        }
        return new Instruments(worded.values());
    }

    private static Instrument withWording(Instrument instrument, Path directory, Folder folder) {
        Instrument worded = instrument;
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.sorted().toList()) {
                String name = String.valueOf(file.getFileName());
                if (name.endsWith(".properties") && !name.equals(Permission.FILE)) {
                    String language = name.substring(0, name.length() - ".properties".length());
                    worded = worded.withWording(InstrumentFolder.wording(folder, language, instrument.items()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (worded == instrument) {
            throw new InstrumentRefused(directory.toString(), "", "a file of words, such as en.properties");
        }
        return worded;
    }

    /** Every questionnaire, by id in alphabetical order. */
    public List<Instrument> all() {
        return List.copyOf(byId.values());
    }

    /** The questionnaire with this id, if there is one. */
    public Optional<Instrument> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /**
     * The questionnaire with this id.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Instrument get(String id) {
        return find(id).orElseThrow(() ->
                new IllegalArgumentException("No questionnaire '" + id + "'; there are " + byId.keySet()));
    }
}
