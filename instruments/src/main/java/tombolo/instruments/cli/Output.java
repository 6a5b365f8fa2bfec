package tombolo.instruments.cli;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Where rows are written: the standard output, or a file that appears whole or not at all.
 *
 * <p>A file is written under another name beside its own and moved over it at the end; whatever goes wrong before then
 * leaves the old one as it was.
 */
final class Output implements AutoCloseable {
    private final OutputStream out;
    private final @Nullable Path written;
    private final @Nullable Path wanted;
    private final @Nullable Thread undo;
    private final byte[] buffer = new byte[1 << 16];
    private int used;
    private boolean rowBegun;
    private boolean finished;
    private boolean stopped;

    private Output(OutputStream out, @Nullable Path written, @Nullable Path wanted) {
        this.out = out;
        this.written = written;
        this.wanted = wanted;
        this.undo = written == null ? null : new Thread(this::stop);
        if (undo != null) {
            Runtime.getRuntime().addShutdownHook(undo);
        }
    }

    /** Writes to the file named, or to the given stream when none is. */
    static Output to(@Nullable String file, OutputStream standard) {
        if (file == null) {
            return new Output(standard, null, null);
        }
        Path wanted = Path.of(file).toAbsolutePath();
        try {
            if (Files.exists(wanted)) {
                wanted = wanted.toRealPath();
                if (!Files.isRegularFile(wanted)) {
                    throw new BadInput("--out " + file + ": expected the name of a file");
                }
            }
            Path folder = wanted.getParent();
            if (folder == null || !Files.isDirectory(folder)) {
                throw new BadInput("--out " + file + ": expected a folder that exists");
            }
            Path written = folder.resolve("." + wanted.getFileName() + "."
                    + ProcessHandle.current().pid() + "-" + System.nanoTime() + ".part");
            return new Output(Files.newOutputStream(written, StandardOpenOption.CREATE_NEW), written, wanted);
        } catch (IOException e) {
            throw new BadInput("--out " + file + ": expected a file that can be written (" + e.getMessage() + ")");
        }
    }

    /** A cell of text held one byte a character, quoted if it must be. */
    Output text(CharSequence text) {
        separate();
        boolean quotes = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            quotes |= c == ',' || c == '"' || c == '\n' || c == '\r';
        }
        if (!quotes) {
            return raw(text);
        }
        put('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                put('"');
            }
            put(c);
        }
        put('"');
        return this;
    }

    /** A cell of plain ASCII without commas or quotes. */
    Output plain(String ascii) {
        separate();
        return raw(ascii);
    }

    /** A cell with a small number. */
    Output number(int number) {
        if (number < 0 || number > 99) {
            return plain(Integer.toString(number));
        }
        separate();
        if (number > 9) {
            put((char) ('0' + number / 10));
        }
        put((char) ('0' + number % 10));
        return this;
    }

    /** An empty cell. */
    Output blank() {
        separate();
        return this;
    }

    /** Ends the row. */
    void endRow() {
        put('\n');
        rowBegun = false;
    }

    private void separate() {
        if (rowBegun) {
            put(',');
        }
        rowBegun = true;
    }

    private Output raw(CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            put(text.charAt(i));
        }
        return this;
    }

    private void put(char c) {
        if (used == buffer.length) {
            drain();
        }
        buffer[used++] = (byte) c;
    }

    private void drain() {
        try {
            out.write(buffer, 0, used);
            used = 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The program is being stopped, perhaps with what it reads: nothing written so far is taken for the whole. */
    private synchronized void stop() {
        stopped = true;
        if (written != null && !finished) {
            delete(written);
        }
    }

    /** Everything was written: the file now takes its name. */
    synchronized void finish() {
        if (stopped) {
            throw new UncheckedIOException(new InterruptedIOException("before all was read"));
        }
        drain();
        try {
            out.flush();
            if (written != null && wanted != null) {
                out.close();
                Files.move(written, wanted, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            }
            finished = true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Leaves no half file behind, and no half row on the standard output. */
    @Override
    public void close() {
        try {
            if (!finished && written == null) {
                drain();
            } else if (!finished && written != null) {
                out.close();
                delete(written);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            forgetUndo();
        }
    }

    private void forgetUndo() {
        try {
            if (undo != null) {
                Runtime.getRuntime().removeShutdownHook(undo);
            }
        } catch (IllegalStateException alreadyShuttingDown) {
            // then the hook itself deletes the file
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
