package tombolo.instruments.cli;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Tells what kind of network file it was given by what is in it, and reads it. */
final class NetworkFile {
    private static final int ENOUGH = 4096;

    private NetworkFile() {}

    static List<NamedNetwork> read(Path file) {
        try {
            if (Files.isDirectory(file)) {
                return NetworkCanvasExport.inFolder(file);
            }
            try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
                in.mark(ENOUGH);
                String start = new String(in.readNBytes(ENOUGH), StandardCharsets.ISO_8859_1);
                in.reset();
                return read(file, start, in);
            }
        } catch (IOException e) {
            throw new BadInput("expected a file that can be read: " + file + " (" + e.getMessage() + ")");
        }
    }

    private static List<NamedNetwork> read(Path file, String start, InputStream in) throws IOException {
        if (start.startsWith("PK")) {
            return NetworkCanvasExport.inZip(file);
        }
        if (start.replace("\u00EF\u00BB\u00BF", "").stripLeading().startsWith("<")) {
            return GraphMl.read(in);
        }
        if (NetworkCanvasExport.isOneOf(file, start)) {
            return NetworkCanvasExport.around(file);
        }
        TieTable ties = new TieTable();
        ties.read(in);
        return List.of(ties.network());
    }
}
