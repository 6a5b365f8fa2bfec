package tombolo.accounts;

import com.webauthn4j.verifier.exception.VerificationException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialCreationOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialRequestOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tombolo.accounts.Account.Standing;
import tombolo.ui.Area;
import tombolo.vault.AccountId;
import tombolo.vault.Act;
import tombolo.vault.AuditChain;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The conversation between a device's passkey and us, in the words of Web Authentication: a question, and an answer only that device can give. */
@Component
class PasskeyCeremony {
    /** Where the count lies in what an authenticator says: after the hash of our name and the flags. Web Authentication §6.1. */
    private static final int COUNT_AT = 33;

    private final Passkeys passkeys;
    private final Accounts accounts;
    private final Challenges challenges;
    private final AuditChain audit;
    private final TransactionTemplate transaction;
    private final JsonMapper json =
            JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();

    PasskeyCeremony(
            Passkeys passkeys,
            Accounts accounts,
            Challenges challenges,
            AuditChain audit,
            PlatformTransactionManager transactions) {
        this.passkeys = passkeys;
        this.accounts = accounts;
        this.challenges = challenges;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** The question to a device that is to make a new passkey for whoever is signed in. */
    String askForNew(SignIn signIn, OwnAddress site) {
        PublicKeyCredentialCreationOptions options = answered(() -> party(signIn.area(), site)
                .createPublicKeyCredentialCreationOptions(
                        new ImmutablePublicKeyCredentialCreationOptionsRequest(new SignedIn(signIn))));
        challenges.put(options.getChallenge(), forNew(signIn), options);
        return json.writeValueAsString(options);
    }

    /** Keeps the passkey a device has made. */
    void keep(SignIn signIn, OwnAddress site, String answer, String label) {
        answered(() -> {
            RelyingPartyPublicKey made = json.readValue(
                    "{\"credential\":" + answer + ",\"label\":" + json.writeValueAsString(label) + "}",
                    RelyingPartyPublicKey.class);
            PublicKeyCredentialCreationOptions options = challenges
                    .take(
                            challengeOf(made.getCredential().getResponse().getClientDataJSON()),
                            forNew(signIn),
                            PublicKeyCredentialCreationOptions.class)
                    .orElseThrow(Refused::new);
            audit.record(signIn.viewer(), Act.CHANGED_ACCESS, "accounts");
            return party(signIn.area(), site)
                    .registerCredential(new ImmutableRelyingPartyRegistrationRequest(options, made));
        });
    }

    /** The question at an area's door, the same for everybody. */
    String askAtDoor(Area area, OwnAddress site) {
        return ask(area, site, "door " + area, null);
    }

    /** The question to somebody signed in who is to show that it is still them. */
    String askForProof(SignIn signIn, OwnAddress site) {
        return ask(signIn.area(), site, forProof(signIn), new SignedIn(signIn));
    }

    private String ask(Area area, OwnAddress site, String to, @Nullable Authentication who) {
        ImmutablePublicKeyCredentialRequestOptionsRequest request =
                new ImmutablePublicKeyCredentialRequestOptionsRequest(who);
        PublicKeyCredentialRequestOptions options = who == null
                ? party(area, site).createCredentialRequestOptions(request)
                : answered(() -> party(area, site).createCredentialRequestOptions(request));
        challenges.put(options.getChallenge(), to, options);
        return json.writeValueAsString(options);
    }

    /** Whose passkey has answered at the door. */
    Account atDoor(Area area, OwnAddress site, String answer) {
        try {
            return proved(area, site, "door " + area, answer);
        } catch (Refused refused) {
            audit.record(Act.SIGN_IN_FAILED, "accounts");
            throw refused;
        }
    }

    /** Whether somebody signed in has answered with a passkey of their own. */
    void prove(SignIn signIn, OwnAddress site, String answer) {
        if (!proved(signIn.area(), site, forProof(signIn), answer)
                .id()
                .equals(signIn.viewer().account())) {
            throw new Refused();
        }
    }

    private Account proved(Area area, OwnAddress site, String to, String answer) {
        return answered(() -> {
            PublicKeyCredential<AuthenticatorAssertionResponse> given =
                    json.readValue(answer, new TypeReference<>() {});
            PublicKeyCredentialRequestOptions options = challenges
                    .take(
                            challengeOf(given.getResponse().getClientDataJSON()),
                            to,
                            PublicKeyCredentialRequestOptions.class)
                    .orElseThrow(Refused::new);
            CredentialRecord known = passkeys.record(area, given.getRawId()).orElseThrow(Refused::new);
            refuseAnothersHandle(known, given.getResponse());
            refuseACopy(known, given.getResponse());
            PublicKeyCredentialUserEntity whose =
                    party(area, site).authenticate(new RelyingPartyAuthenticationRequest(options, given));
            return accounts.withHandle(whose.getId().getBytes())
                    .filter(account -> account.area() == area && account.standing() != Standing.DISABLED)
                    .orElseThrow(Refused::new);
        });
    }

    private static void refuseAnothersHandle(CredentialRecord known, AuthenticatorAssertionResponse given) {
        Bytes handle = given.getUserHandle();
        if (handle != null && !handle.equals(known.getUserEntityUserId())) {
            throw new Refused();
        }
    }

    /** A count that does not rise comes from a copied key; a device that does not count says nought each time. */
    private static void refuseACopy(CredentialRecord known, AuthenticatorAssertionResponse given) {
        long count = Integer.toUnsignedLong(
                ByteBuffer.wrap(given.getAuthenticatorData().getBytes()).getInt(COUNT_AT));
        if ((count != 0 || known.getSignatureCount() != 0) && count <= known.getSignatureCount()) {
            throw new Refused();
        }
    }

    private Bytes challengeOf(Bytes clientData) {
        JsonNode said = json.readTree(clientData.getBytes());
        return Bytes.fromBase64(said.path("challenge").asString(""));
    }

    /** In one transaction; whatever is wrong with an answer, it is refused in the same words. */
    private <T> T answered(Supplier<T> ceremony) {
        try {
            return Objects.requireNonNull(transaction.execute(status -> ceremony.get()));
        } catch (JacksonException
                | VerificationException
                | IllegalArgumentException
                | IndexOutOfBoundsException
                | NullPointerException
                | DuplicateKeyException malformed) {
            throw new Refused();
        }
    }

    private static String forNew(SignIn signIn) {
        return "new " + signIn.id();
    }

    private static String forProof(SignIn signIn) {
        return "proof " + signIn.id();
    }

    private WebAuthnRelyingPartyOperations party(Area area, OwnAddress site) {
        Webauthn4JRelyingPartyOperations party = new Webauthn4JRelyingPartyOperations(
                new People(area),
                passkeys.in(area),
                PublicKeyCredentialRpEntity.builder()
                        .id(site.host())
                        .name("Tombolo")
                        .build(),
                Set.of(site.origin()));
        party.setCustomizeCreationOptions(
                options -> options.authenticatorSelection(AuthenticatorSelectionCriteria.builder()
                        .residentKey(ResidentKeyRequirement.REQUIRED)
                        .userVerification(UserVerificationRequirement.REQUIRED)
                        .build()));
        party.setCustomizeRequestOptions(options -> options.userVerification(UserVerificationRequirement.REQUIRED));
        return party;
    }

    /** An answer that opens nothing; why is not told. */
    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Refused() {
            super("refused", null, false, false);
        }
    }

    /** The accounts of an area as Spring Security asks for them; the user name is the account's id. */
    private final class People implements PublicKeyCredentialUserEntityRepository {
        private final Area area;

        People(Area area) {
            this.area = area;
        }

        @Override
        public @Nullable PublicKeyCredentialUserEntity findById(Bytes handle) {
            return accounts.withHandle(handle.getBytes())
                    .filter(account -> account.area() == area)
                    .map(this::entity)
                    .orElse(null);
        }

        @Override
        public @Nullable PublicKeyCredentialUserEntity findByUsername(String id) {
            return accounts.find(new AccountId(java.util.UUID.fromString(id)))
                    .map(this::entity)
                    .orElse(null);
        }

        /** What a device shows when it asks which passkey to use. */
        private PublicKeyCredentialUserEntity entity(Account account) {
            String shown = accounts.addressOf(account.id()).orElse("Tombolo");
            return ImmutablePublicKeyCredentialUserEntity.builder()
                    .id(new Bytes(Arrays.copyOf(accounts.handleOf(account.id()), 32)))
                    .name(shown)
                    .displayName(shown)
                    .build();
        }

        @Override
        public void save(PublicKeyCredentialUserEntity entity) {
            throw new UnsupportedOperationException("accounts are opened by invitation");
        }

        @Override
        public void delete(Bytes id) {
            throw new UnsupportedOperationException("accounts are closed by their practice");
        }
    }
}
