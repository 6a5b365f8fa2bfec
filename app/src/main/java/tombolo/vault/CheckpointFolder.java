package tombolo.vault;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.PublicKeyVerify;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.signature.SignatureConfig;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The signed lines on disk, one file a month, and the public key beside them with which anybody can check them. */
record CheckpointFolder(Path folder) {
    private static final String PUBLIC_KEY = "public-key.json";
    private static final String ENDING = ".checkpoints";
    private static final DateTimeFormatter MONTH =
            DateTimeFormatter.ofPattern("yyyy-MM").withZone(ZoneOffset.UTC);

    /** All lines in the order in which they were written, but for one that a power cut left half written. */
    List<String> lines() {
        try {
            List<String> lines = new ArrayList<>();
            for (Path file : files()) {
                String text = Files.readString(file);
                text.substring(0, text.lastIndexOf('\n') + 1).lines().forEach(lines::add);
            }
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException("The checkpoints in " + folder + " cannot be read", e);
        }
    }

    /** On the disk before it returns. A line that a power cut left half written is taken away first. */
    void append(Checkpoint checkpoint, String line) throws IOException {
        Files.createDirectories(folder);
        Path file = folder.resolve(MONTH.format(checkpoint.at()) + ENDING);
        try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rwd")) {
            out.setLength(wholeLines(out));
            out.seek(out.length());
            out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        }
    }

    void publish(KeysetHandle publicKey) throws IOException, GeneralSecurityException {
        String text = TinkJsonProtoKeysetFormat.serializeKeysetWithoutSecret(publicKey) + "\n";
        Path file = folder.resolve(PUBLIC_KEY);
        if (!Files.exists(file) || !Files.readString(file).equals(text)) {
            CarefulFile.write(file, text.getBytes(StandardCharsets.UTF_8), "r--r--r--");
        }
    }

    boolean hasPublicKey() {
        return Files.exists(folder.resolve(PUBLIC_KEY));
    }

    PublicKeyVerify publicKey() throws IOException, GeneralSecurityException {
        SignatureConfig.register();
        return TinkJsonProtoKeysetFormat.parseKeysetWithoutSecret(Files.readString(folder.resolve(PUBLIC_KEY)))
                .getPrimitive(RegistryConfiguration.get(), PublicKeyVerify.class);
    }

    private List<Path> files() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.filter(file -> file.toString().endsWith(ENDING))
                    .sorted()
                    .toList();
        }
    }

    private static long wholeLines(RandomAccessFile file) throws IOException {
        long end = file.length();
        while (end > 0) {
            file.seek(end - 1);
            if (file.read() == '\n') {
                return end;
            }
            end--;
        }
        return 0;
    }
}
