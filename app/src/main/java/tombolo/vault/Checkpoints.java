package tombolo.vault;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.PublicKeySign;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.signature.PredefinedSignatureParameters;
import com.google.crypto.tink.signature.SignatureConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tombolo.database.CurrentPractice;
import tombolo.database.PracticeRegistry;
import tombolo.time.ProgrammeTime;

/** Writes down outside the database where the chains stand, signed, so that a chain cut short or remade is noticed. */
final class Checkpoints {
    private static final String KEY = "checkpoint.key";
    private static final byte[] BINDING = "checkpoint".getBytes(StandardCharsets.UTF_8);

    private final CheckpointFolder folder;
    private final PublicKeySign key;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final PracticeRegistry practices;
    private final ProgrammeTime time;
    private final Map<Head.Chain, Head> signed = new HashMap<>();
    private Instant lastSigned = Instant.EPOCH;
    private long number;
    private String before = Checkpoint.NONE_BEFORE;

    Checkpoints(
            CheckpointFolder folder,
            Path keys,
            RootKey root,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            PracticeRegistry practices,
            ProgrammeTime time)
            throws IOException, GeneralSecurityException {
        KeysetHandle own = own(keys.resolve(KEY), root);
        this.folder = folder;
        this.key = own.getPrimitive(RegistryConfiguration.get(), PublicKeySign.class);
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.practices = practices;
        this.time = time;
        folder.publish(own.getPublicKeysetHandle());
        takeUp();
    }

    /** Signs where every chain stands that has moved since the last line; nothing when none has. */
    synchronized void write() {
        List<Head> moved = heads().stream()
                .filter(head -> !head.equals(signed.get(head.chain())))
                .toList();
        if (!moved.isEmpty()) {
            write(Checkpoint.Kind.GREW, moved);
        }
    }

    /** When the newest line was signed that a chain falls short of, because an older database was put in this one's place. */
    synchronized Optional<Instant> olderThanSigned() {
        Map<Head.Chain, Head> now = new HashMap<>();
        heads().forEach(head -> now.put(head.chain(), head));
        boolean behind = signed.values().stream().anyMatch(head -> {
            Head there = now.get(head.chain());
            return there == null
                    || there.seq() < head.seq()
                    || there.seq() == head.seq() && !there.hash().equals(head.hash());
        });
        return behind ? Optional.of(lastSigned) : Optional.empty();
    }

    /** Says, signed, that the chains stand where a backup left them, and on purpose. */
    synchronized void writeRestored() {
        signed.clear();
        write(Checkpoint.Kind.RESTORED, heads());
    }

    private void write(Checkpoint.Kind kind, List<Head> heads) {
        try {
            Checkpoint checkpoint = new Checkpoint(number + 1, time.now(), kind, before, heads);
            String line = checkpoint.signedBy(key);
            folder.append(checkpoint, line);
            number++;
            before = Checkpoint.hash(line);
            lastSigned = checkpoint.at();
            heads.forEach(head -> signed.put(head.chain(), head));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A checkpoint could not be signed", e);
        } catch (IOException e) {
            throw new UncheckedIOException("A checkpoint could not be written to " + folder.folder(), e);
        }
    }

    private List<Head> heads() {
        List<Head> heads = new ArrayList<>();
        for (UUID practice : practices.all()) {
            heads.addAll(CurrentPractice.within(
                    practice,
                    () -> Objects.requireNonNull(transaction.execute(
                            status -> jdbc.sql("select bucket, seq, hash from audit_head where practice_id = :practice")
                                    .param("practice", practice)
                                    .query((row, number) -> Head.of(
                                            practice, row.getShort("bucket"), row.getLong("seq"), row.getBytes("hash")))
                                    .list()))));
        }
        return heads;
    }

    /** Goes on from the last line that is there. */
    private void takeUp() throws IOException, GeneralSecurityException {
        for (String line : folder.lines()) {
            number++;
            before = Checkpoint.hash(line);
            Checkpoint.read(line, folder.publicKey()).ifPresent(this::takeUp);
        }
    }

    private void takeUp(Checkpoint read) {
        if (read.kind() == Checkpoint.Kind.RESTORED) {
            signed.clear();
        }
        read.heads().forEach(head -> signed.put(head.chain(), head));
        lastSigned = read.at();
    }

    private static KeysetHandle own(Path file, RootKey root) throws IOException, GeneralSecurityException {
        SignatureConfig.register();
        if (!Files.exists(file)) {
            KeysetHandle fresh = KeysetHandle.newBuilder()
                    .addEntry(KeysetHandle.generateEntryFromParameters(PredefinedSignatureParameters.ED25519)
                            .withRandomId()
                            .makePrimary())
                    .build();
            CarefulFile.write(
                    file, TinkProtoKeysetFormat.serializeEncryptedKeyset(fresh, root.wrapping(), BINDING), "r--------");
        }
        return TinkProtoKeysetFormat.parseEncryptedKeyset(Files.readAllBytes(file), root.wrapping(), BINDING);
    }
}
