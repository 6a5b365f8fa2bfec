package tombolo.browser;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** A folder searched to the last byte for planted words, compressed passages unpacked where they stand. */
final class Haystack {
    private static final int LONGEST_INFLATED = 16 << 20;

    private final Needles needles;
    private final Map<String, Set<String>> found = new TreeMap<>();
    private long bytes;
    private int files;

    Haystack(Needles needles) {
        this.needles = needles;
    }

    /** Searches every file under a folder; sockets and files that vanish while we look are passed over. */
    Haystack search(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (attributes.isRegularFile() && !Files.isSymbolicLink(file)) {
                    look(folder.relativize(file).toString(), Files.readAllBytes(file));
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                    throw failure;
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return this;
    }

    /** Searches one text under a name of its own. */
    Haystack look(String name, byte[] content) throws IOException {
        files++;
        bytes += content.length;
        note(name, needles.in(content));
        for (int at = 0; at + 2 < content.length; at++) {
            int wrapped = start(content, at);
            if (wrapped >= 0) {
                note(name + " (inflated at " + at + ")", needles.in(inflated(content, wrapped)));
            }
        }
        return this;
    }

    /** Where each word was found; empty when nothing was. */
    Map<String, Set<String>> found() {
        return found;
    }

    long bytes() {
        return bytes;
    }

    int files() {
        return files;
    }

    private void note(String name, Set<String> words) {
        if (!words.isEmpty()) {
            found.computeIfAbsent(name, unseen -> new TreeSet<>()).addAll(words);
        }
    }

    /** Where deflated data begins if a gzip or zlib header stands here (RFC 1950 and 1952), else -1. */
    private static int start(byte[] content, int at) throws IOException {
        int first = content[at] & 0xff;
        int second = content[at + 1] & 0xff;
        if (first == 0x1f && second == 0x8b && content[at + 2] == 8) {
            return afterGzipHeader(content, at);
        }
        boolean zlib = first == 0x78 && (second == 0x01 || second == 0x5e || second == 0x9c || second == 0xda);
        return zlib ? at + 2 : -1;
    }

    private static int afterGzipHeader(byte[] content, int at) throws IOException {
        InputStream header = new ByteArrayInputStream(content, at, content.length - at);
        byte[] fixed = header.readNBytes(10);
        if (fixed.length < 10) {
            return -1;
        }
        int flags = fixed[3];
        int length = 10;
        if ((flags & 4) != 0) {
            int extra = header.read() + (header.read() << 8);
            header.skipNBytes(Math.max(0, Math.min(extra, header.available())));
            length += 2 + Math.max(0, extra);
        }
        for (int text : new int[] {8, 16}) {
            if ((flags & text) != 0) {
                int letter;
                do {
                    letter = header.read();
                    length++;
                } while (letter > 0);
            }
        }
        return at + length + ((flags & 2) != 0 ? 2 : 0);
    }

    private static byte[] inflated(byte[] content, int from) {
        Inflater inflater = new Inflater(true);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            if (from >= content.length) {
                return new byte[0];
            }
            inflater.setInput(content, from, content.length - from);
            byte[] piece = new byte[8192];
            while (!inflater.finished() && out.size() < LONGEST_INFLATED) {
                int got = inflater.inflate(piece);
                if (got == 0) {
                    break;
                }
                out.write(piece, 0, got);
            }
        } catch (DataFormatException notDeflated) {
            return out.toByteArray();
        } finally {
            inflater.end();
        }
        return out.toByteArray();
    }
}
