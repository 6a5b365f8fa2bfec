package tombolo.continuity;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.HybridEncrypt;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.StreamingAead;
import com.google.crypto.tink.streamingaead.AesGcmHkdfStreamingKey;
import com.google.crypto.tink.streamingaead.PredefinedStreamingAeadParameters;
import com.google.crypto.tink.streamingaead.StreamingAeadConfig;
import com.google.crypto.tink.util.SecretBytes;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * A file that only the code on the sheet opens. Its first line says what it is, its second holds its own key, locked for
 * the holder of the sheet; all that follows is encrypted with that key, a megabyte at a time.
 */
final class SealedFile {
    private static final int KEY = 32;

    private final String kind;

    /** @param kind what the file is; one kind is never mistaken for another */
    SealedFile(String kind) {
        this.kind = kind;
    }

    /** A key for one file. While it is held, the file can be read back without the sheet. */
    static byte[] freshKey() {
        byte[] key = new byte[KEY];
        new SecureRandom().nextBytes(key);
        return key;
    }

    OutputStream write(Path file, byte[] key, HybridEncrypt sheet) throws IOException, GeneralSecurityException {
        byte[] header = header(Base64.getEncoder().encodeToString(sheet.encrypt(key, bytes(kind))));
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
        out.write(header);
        return cipher(key).newEncryptingStream(out, header);
    }

    InputStream read(Path file, byte[] key) throws IOException, GeneralSecurityException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        byte[] header = header(lockedKey(in));
        return cipher(key).newDecryptingStream(in, header);
    }

    /** @throws WrongSheet when the code is another sheet's, or the file is not what it should be */
    byte[] unlock(Path file, SheetCode code) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            return code.unlocking().decrypt(Base64.getDecoder().decode(lockedKey(in)), bytes(kind));
        } catch (NoSuchFileException e) {
            throw new Trouble("There is no file " + file + ".", e);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new WrongSheet(file);
        }
    }

    private byte[] header(String lockedKey) {
        return bytes(kind + "\n" + lockedKey + "\n");
    }

    private String lockedKey(InputStream in) throws IOException {
        if (!line(in).equals(kind)) {
            throw new IOException("this is not a file of the kind '" + kind + "'");
        }
        return line(in);
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0 || line.size() > 1_000) {
                throw new IOException("this is not a backup of Tombolo");
            }
            line.write(next);
        }
        return line.toString(StandardCharsets.UTF_8);
    }

    @AccessesPartialKey
    private static StreamingAead cipher(byte[] key) throws GeneralSecurityException {
        StreamingAeadConfig.register();
        AesGcmHkdfStreamingKey own = AesGcmHkdfStreamingKey.create(
                PredefinedStreamingAeadParameters.AES256_GCM_HKDF_1MB,
                SecretBytes.copyFrom(key, InsecureSecretKeyAccess.get()));
        return KeysetHandle.newBuilder()
                .addEntry(KeysetHandle.importKey(own).withFixedId(1).makePrimary())
                .build()
                .getPrimitive(RegistryConfiguration.get(), StreamingAead.class);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The code does not open this file. */
    static final class WrongSheet extends IOException {
        WrongSheet(Path file) {
            super("The code does not open " + file + ". It belongs to another sheet, or the file was changed.");
        }
    }
}
