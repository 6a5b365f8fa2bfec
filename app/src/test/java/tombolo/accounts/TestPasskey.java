package tombolo.accounts;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Set;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;

/** A device with one passkey, honest or not: a P-256 key that signs what it is told to. Web Authentication §6. */
final class TestPasskey {
    private static final int PRESENT_AND_VERIFIED = 0x05;
    private static final int HOLDS_A_KEY = 0x40;

    private final KeyPair pair;
    private final byte[] id = new byte[16];
    private final String site;
    private final byte[] handle;

    /** @param site the name the key is bound to */
    TestPasskey(String site, byte[] handle) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        this.pair = generator.generateKeyPair();
        new SecureRandom().nextBytes(id);
        this.site = site;
        this.handle = handle.clone();
    }

    /** As it is kept once it has been made. */
    CredentialRecord record() throws GeneralSecurityException {
        Instant now = Instant.EPOCH;
        return ImmutableCredentialRecord.builder()
                .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
                .credentialId(new Bytes(id))
                .userEntityUserId(new Bytes(handle))
                .publicKey(new ImmutablePublicKeyCose(cose()))
                .signatureCount(0)
                .uvInitialized(true)
                .transports(Set.of())
                .backupEligible(false)
                .backupState(false)
                .attestationObject(new Bytes(attestation()))
                .attestationClientDataJSON(new Bytes(new byte[0]))
                .created(now)
                .lastUsed(now)
                .label("a test's key")
                .build();
    }

    /** What a device answers; whoever copies a key, or sits between, can say something else than the truth. */
    record Saying(String origin, String site, int flags, long count, byte[] handle) {
        Saying from(String other) {
            return new Saying(other, site, flags, count, handle);
        }

        Saying forSite(String other) {
            return new Saying(origin, other, flags, count, handle);
        }

        Saying withFlags(int other) {
            return new Saying(origin, site, other, count, handle);
        }

        Saying counting(long other) {
            return new Saying(origin, site, flags, other, handle);
        }

        Saying asSomebodyElse() {
            return new Saying(origin, site, flags, count, new byte[handle.length]);
        }
    }

    Saying honestly(String origin) {
        return new Saying(origin, site, PRESENT_AND_VERIFIED, 0, handle);
    }

    String answer(String challenge, Saying saying) throws GeneralSecurityException {
        byte[] said = ("{\"type\":\"webauthn.get\",\"challenge\":\"" + challenge + "\",\"origin\":\"" + saying.origin()
                        + "\",\"crossOrigin\":false}")
                .getBytes(StandardCharsets.UTF_8);
        byte[] device = ByteBuffer.allocate(37)
                .put(Secret.sha256(saying.site()))
                .put((byte) saying.flags())
                .putInt((int) saying.count())
                .array();
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(pair.getPrivate());
        signature.update(device);
        signature.update(sha256(said));
        return """
                {"id":"%1$s","rawId":"%1$s","type":"public-key","clientExtensionResults":{},"authenticatorAttachment":"platform",
                 "response":{"clientDataJSON":"%2$s","authenticatorData":"%3$s","signature":"%4$s","userHandle":"%5$s"}}
                """.formatted(text(id), text(said), text(device), text(signature.sign()), text(saying.handle()));
    }

    private byte[] attestation() throws GeneralSecurityException {
        byte[] key = cose();
        byte[] device = ByteBuffer.allocate(37 + 16 + 2 + id.length + key.length)
                .put(Secret.sha256(site))
                .put((byte) (PRESENT_AND_VERIFIED | HOLDS_A_KEY))
                .putInt(0)
                .put(new byte[16])
                .putShort((short) id.length)
                .put(id)
                .put(key)
                .array();
        ByteArrayOutputStream cbor = new ByteArrayOutputStream();
        cbor.writeBytes(HexFormat.of().parseHex("a363666d74646e6f6e656761747453746d74a068617574684461746158"));
        cbor.write(device.length);
        cbor.writeBytes(device);
        return cbor.toByteArray();
    }

    /** The public key as CBOR: EC2, ES256, P-256. <a href="https://www.rfc-editor.org/rfc/rfc9053#section-7.1.1">RFC 9053</a>. */
    private byte[] cose() {
        ECPublicKey key = (ECPublicKey) pair.getPublic();
        ByteArrayOutputStream cbor = new ByteArrayOutputStream();
        cbor.writeBytes(HexFormat.of().parseHex("a5010203262001215820"));
        cbor.writeBytes(coordinate(key.getW().getAffineX()));
        cbor.writeBytes(HexFormat.of().parseHex("225820"));
        cbor.writeBytes(coordinate(key.getW().getAffineY()));
        return cbor.toByteArray();
    }

    private static byte[] coordinate(BigInteger number) {
        byte[] bytes = number.toByteArray();
        byte[] all = new byte[32];
        int length = Math.min(32, bytes.length);
        System.arraycopy(bytes, bytes.length - length, all, 32 - length, length);
        return all;
    }

    private static byte[] sha256(byte[] bytes) throws GeneralSecurityException {
        return java.security.MessageDigest.getInstance("SHA-256").digest(bytes);
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
