package tombolo.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Mac;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.mac.HmacParameters;
import com.google.crypto.tink.mac.MacConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The keys as files of their own, each wrapped by the one above it; unwrapped ones are remembered for ten minutes. */
final class Keys {
    private static final Logger LOG = LoggerFactory.getLogger(Keys.class);
    private static final Duration REMEMBERED = Duration.ofMinutes(10);
    private static final int MOST = 2_000;
    private static final HmacParameters INDEX = index();

    private final Path folder;
    private final RootKey root;
    private final Supplier<Long> nanos;
    private final Map<KeyName, Open> open = new LinkedHashMap<>(64, 0.75f, true);

    private record Open(KeysetHandle handle, Object primitive, long since) {}

    Keys(Path folder, RootKey root, Supplier<Long> nanos) throws GeneralSecurityException {
        AeadConfig.register();
        MacConfig.register();
        this.folder = folder;
        this.root = root;
        this.nanos = nanos;
    }

    /** False where the root key is not the one this practice's key was wrapped with. */
    boolean opens(UUID practice) {
        try {
            read(KeyName.of(new PracticeId(practice)));
            return true;
        } catch (KeyDestroyed e) {
            LOG.error("The key of practice {} is not in {}: nothing of it can be read", practice, folder);
            return true;
        } catch (SealBroken e) {
            return false;
        }
    }

    Aead sealing(KeyName name) {
        return (Aead) opened(name).primitive;
    }

    Mac indexing(PracticeId practice) {
        return (Mac) opened(KeyName.index(practice)).primitive;
    }

    /** Once made, a key is never made again: what it has sealed would be lost. */
    synchronized void create(KeyName name) {
        Path file = folder.resolve(name.file());
        if (Files.exists(file)) {
            return;
        }
        try {
            KeysetHandle fresh = KeysetHandle.newBuilder()
                    .addEntry(KeysetHandle.generateEntryFromParameters(parameters(name))
                            .withRandomId()
                            .makePrimary())
                    .build();
            byte[] wrapped = TinkProtoKeysetFormat.serializeEncryptedKeyset(fresh, wrapping(name), Binding.ofKey(name));
            CarefulFile.write(file, wrapped, "r--------");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A key could not be made", e);
        } catch (IOException e) {
            throw new UncheckedIOException("A key could not be kept in " + folder, e);
        }
    }

    synchronized void destroy(KeyName name) {
        open.remove(name);
        try {
            CarefulFile.destroy(folder.resolve(name.file()));
        } catch (IOException e) {
            throw new UncheckedIOException("A key could not be destroyed in " + folder, e);
        }
    }

    private Open opened(KeyName name) {
        synchronized (this) {
            Open known = open.get(name);
            if (known != null && nanos.get() - known.since < REMEMBERED.toNanos()) {
                return known;
            }
        }
        Open fresh = read(name);
        synchronized (this) {
            open.put(name, fresh);
            while (open.size() > MOST) {
                open.remove(open.keySet().iterator().next());
            }
        }
        return fresh;
    }

    private Open read(KeyName name) {
        try {
            byte[] wrapped = Files.readAllBytes(folder.resolve(name.file()));
            KeysetHandle handle =
                    TinkProtoKeysetFormat.parseEncryptedKeyset(wrapped, wrapping(name), Binding.ofKey(name));
            Class<?> kind = name.kind() == KeyName.Kind.INDEX ? Mac.class : Aead.class;
            return new Open(handle, handle.getPrimitive(RegistryConfiguration.get(), kind), nanos.get());
        } catch (NoSuchFileException e) {
            throw new KeyDestroyed();
        } catch (GeneralSecurityException e) {
            throw new SealBroken();
        } catch (IOException e) {
            throw new UncheckedIOException("A key could not be read from " + folder, e);
        }
    }

    private Aead wrapping(KeyName name) {
        return switch (name.kind()) {
            case PRACTICE, INDEX -> root.wrapping();
            case PERSON -> sealing(KeyName.of(new PracticeId(name.practice())));
        };
    }

    private static Parameters parameters(KeyName name) {
        return name.kind() == KeyName.Kind.INDEX ? INDEX : PredefinedAeadParameters.AES256_GCM;
    }

    /** Without a prefix, so that equal words have equal marks for as long as the practice lives. */
    private static HmacParameters index() {
        try {
            return HmacParameters.builder()
                    .setKeySizeBytes(32)
                    .setTagSizeBytes(32)
                    .setHashType(HmacParameters.HashType.SHA256)
                    .setVariant(HmacParameters.Variant.NO_PREFIX)
                    .build();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA256 with 32 bytes is a valid choice", e);
        }
    }
}
