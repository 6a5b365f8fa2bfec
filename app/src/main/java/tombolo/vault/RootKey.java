package tombolo.vault;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.util.SecretBytes;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import tombolo.database.UnsafeStart;

/** The key to all keys: a file of its own that only this user may read, never in the database or its backups. */
final class RootKey {
    static final String FILE = "root.key";
    private static final int LENGTH = 32;

    private final Aead wrapping;

    private RootKey(Aead wrapping) {
        this.wrapping = wrapping;
    }

    static boolean isIn(Path keys) {
        return Files.exists(keys.resolve(FILE));
    }

    static RootKey madeIn(Path keys) throws IOException, GeneralSecurityException {
        byte[] fresh = new byte[LENGTH];
        new SecureRandom().nextBytes(fresh);
        String text = HexFormat.of().formatHex(fresh) + "\n";
        CarefulFile.write(keys.resolve(FILE), text.getBytes(StandardCharsets.US_ASCII), "r--------");
        return in(keys);
    }

    static RootKey in(Path keys) throws IOException, GeneralSecurityException {
        Path file = keys.resolve(FILE);
        try {
            return new RootKey(
                    aead(HexFormat.of().parseHex(Files.readString(file).strip())));
        } catch (AccessDeniedException e) {
            throw new UnsafeStart("The root key " + file + " may not be read by this user.", e);
        } catch (CharacterCodingException | IllegalArgumentException | GeneralSecurityException e) {
            throw new UnsafeStart(
                    "What stands in " + file + " is not a root key: it is 64 letters and digits, and these are not."
                            + " Put the right file there, or move the keys aside and bring them back from the newest"
                            + " backup with the code on your printed key-recovery sheet: ./tombolo restore --keys"
                            + " FILE.keys",
                    e);
        }
    }

    Aead wrapping() {
        return wrapping;
    }

    @AccessesPartialKey
    private static Aead aead(byte[] key) throws GeneralSecurityException {
        AeadConfig.register();
        AesGcmParameters parameters = AesGcmParameters.builder()
                .setKeySizeBytes(LENGTH)
                .setIvSizeBytes(12)
                .setTagSizeBytes(16)
                .setVariant(AesGcmParameters.Variant.NO_PREFIX)
                .build();
        AesGcmKey root = AesGcmKey.builder()
                .setParameters(parameters)
                .setKeyBytes(SecretBytes.copyFrom(key, InsecureSecretKeyAccess.get()))
                .build();
        return KeysetHandle.newBuilder()
                .addEntry(KeysetHandle.importKey(root).withFixedId(1).makePrimary())
                .build()
                .getPrimitive(RegistryConfiguration.get(), Aead.class);
    }
}
