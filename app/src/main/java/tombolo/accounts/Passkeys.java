package tombolo.accounts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tombolo.accounts.Account.Standing;
import tombolo.database.Ids;
import tombolo.time.ProgrammeTime;
import tombolo.ui.Area;
import tombolo.ui.NotFound;
import tombolo.vault.AccountId;
import tombolo.vault.PersonId;
import tombolo.vault.PracticeId;

/** The passkeys of a practice. <a href="https://www.w3.org/TR/webauthn-3/#credential-record">Web Authentication, credential record</a>. */
@Repository
@Transactional
class Passkeys {
    private static final String RECORD = """
            select p.credential_id, p.public_key, p.sign_count, p.transports, p.verified, p.backup_able, p.backed_up,
                   p.attestation, p.client_data, p.added_at, p.used_at, a.user_handle
            from passkey p
            join account a on a.practice_id = p.practice_id and a.id = p.account_id
            where p.practice_id = :practice and a.area = :area and a.standing <> 'DISABLED'
            """;

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final Words words;
    private final ProgrammeTime time;

    Passkeys(JdbcClient jdbc, Accounts accounts, Words words, ProgrammeTime time) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.words = words;
        this.time = time;
    }

    List<Passkey> of(AccountId account) {
        Optional<PersonId> person = accounts.get(account).person();
        return jdbc.sql("""
                        select id, label, added_at, used_at, backed_up from passkey
                        where practice_id = :practice and account_id = :account order by added_at
                        """)
                .param("practice", PracticeId.current().value())
                .param("account", account.value())
                .query((row, n) -> passkey(person, row))
                .list();
    }

    private Passkey passkey(Optional<PersonId> person, ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new Passkey(
                id,
                words.open(person, "passkey", "label", id, row.getBytes("label")),
                Accounts.instant(row, "added_at"),
                Accounts.instant(row, "used_at"),
                row.getBoolean("backed_up"));
    }

    boolean has(AccountId account) {
        return jdbc.sql("select exists (select from passkey where practice_id = :practice and account_id = :account)")
                .param("practice", PracticeId.current().value())
                .param("account", account.value())
                .query((row, n) -> row.getBoolean(1))
                .single();
    }

    void remove(AccountId account, UUID id) {
        int removed = jdbc.sql(
                        "delete from passkey where practice_id = :practice and account_id = :account and id = :id")
                .param("practice", PracticeId.current().value())
                .param("account", account.value())
                .param("id", id)
                .update();
        if (removed == 0) {
            throw new NotFound();
        }
    }

    void removeAll(AccountId account) {
        jdbc.sql("delete from passkey where practice_id = :practice and account_id = :account")
                .param("practice", PracticeId.current().value())
                .param("account", account.value())
                .update();
    }

    /** The passkeys of one area as Spring Security asks for them: a key of the other area does not exist here. */
    UserCredentialRepository in(Area area) {
        return new Of(area);
    }

    /** The count a key last showed; one that goes back was copied. */
    Optional<CredentialRecord> record(Area area, Bytes credentialId) {
        return jdbc.sql(RECORD + " and p.credential_id = :credential")
                .param("practice", PracticeId.current().value())
                .param("area", area.name())
                .param("credential", credentialId.getBytes())
                .query((row, n) -> record(row))
                .optional();
    }

    private List<CredentialRecord> records(Area area, Bytes handle) {
        return jdbc.sql(RECORD + " and a.user_handle = :handle")
                .param("practice", PracticeId.current().value())
                .param("area", area.name())
                .param("handle", handle.getBytes())
                .query((row, n) -> record(row))
                .list();
    }

    private static CredentialRecord record(ResultSet row) throws SQLException {
        return ImmutableCredentialRecord.builder()
                .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
                .credentialId(new Bytes(row.getBytes("credential_id")))
                .userEntityUserId(new Bytes(row.getBytes("user_handle")))
                .publicKey(new ImmutablePublicKeyCose(row.getBytes("public_key")))
                .signatureCount(row.getLong("sign_count"))
                .uvInitialized(row.getBoolean("verified"))
                .transports(transports(row.getString("transports")))
                .backupEligible(row.getBoolean("backup_able"))
                .backupState(row.getBoolean("backed_up"))
                .attestationObject(new Bytes(row.getBytes("attestation")))
                .attestationClientDataJSON(new Bytes(row.getBytes("client_data")))
                .created(Accounts.instant(row, "added_at"))
                .lastUsed(Accounts.instant(row, "used_at"))
                .label("")
                .build();
    }

    private static Set<AuthenticatorTransport> transports(String names) {
        return Arrays.stream(names.split(","))
                .filter(name -> !name.isEmpty())
                .map(AuthenticatorTransport::valueOf)
                .collect(Collectors.toUnmodifiableSet());
    }

    private void save(Area area, CredentialRecord record) {
        int known = jdbc.sql("""
                        update passkey p set sign_count = :count, backed_up = :backedUp, used_at = :now
                        where p.practice_id = :practice and p.credential_id = :credential and p.sign_count <= :count
                        """)
                .param("count", record.getSignatureCount())
                .param("backedUp", record.isBackupState())
                .param("now", Timestamp.from(time.now()))
                .param("practice", PracticeId.current().value())
                .param("credential", record.getCredentialId().getBytes())
                .update();
        if (known == 0) {
            add(area, record);
        }
    }

    private void add(Area area, CredentialRecord record) {
        UUID id = Ids.next();
        Account account = accounts.withHandle(record.getUserEntityUserId().getBytes())
                .filter(found -> found.area() == area && found.standing() != Standing.DISABLED)
                .orElseThrow(NotFound::new);
        jdbc.sql("""
                        insert into passkey (practice_id, id, account_id, credential_id, public_key, sign_count, transports,
                                             verified, backup_able, backed_up, attestation, client_data, label,
                                             added_at, used_at)
                        values (:practice, :id, :account, :credential, :key, :count, :transports,
                                :verified, :backupAble, :backedUp, :attestation, :clientData, :label, :now, :now)
                        """)
                .param("practice", PracticeId.current().value())
                .param("id", id)
                .param("account", account.id().value())
                .param("credential", record.getCredentialId().getBytes())
                .param("key", record.getPublicKey().getBytes())
                .param("count", record.getSignatureCount())
                .param(
                        "transports",
                        record.getTransports().stream()
                                .map(AuthenticatorTransport::getValue)
                                .collect(Collectors.joining(",")))
                .param("verified", record.isUvInitialized())
                .param("backupAble", record.isBackupEligible())
                .param("backedUp", record.isBackupState())
                .param("attestation", bytes(record.getAttestationObject()))
                .param("clientData", bytes(record.getAttestationClientDataJSON()))
                .param("label", words.seal(account.person(), "passkey", "label", id, record.getLabel()))
                .param("now", Timestamp.from(time.now()))
                .update();
    }

    private static byte[] bytes(@Nullable Bytes bytes) {
        return bytes == null ? new byte[0] : bytes.getBytes();
    }

    /** One area's keys. */
    private final class Of implements UserCredentialRepository {
        private final Area area;

        Of(Area area) {
            this.area = area;
        }

        @Override
        public @Nullable CredentialRecord findByCredentialId(Bytes credentialId) {
            return Passkeys.this.record(area, credentialId).orElse(null);
        }

        @Override
        public List<CredentialRecord> findByUserId(Bytes userId) {
            return records(area, userId);
        }

        @Override
        public void save(CredentialRecord record) {
            Passkeys.this.save(area, record);
        }

        /** Keys are removed by their owner, through {@link Passkeys#remove}. */
        @Override
        public void delete(Bytes credentialId) {
            throw new UnsupportedOperationException();
        }
    }
}
