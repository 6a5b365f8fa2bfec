package tombolo.vault;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.function.Consumer;

/** Where words are sealed and opened: a person's with their own key, a practice's with the practice's. */
public final class Vault {
    private static final byte VERSION = 1;

    /** Version 1 byte, Tink's key number 5, nonce 12, tag 16. */
    private static final int OVERHEAD = 34;

    private final Keys keys;
    private final Consumer<PersonId> forgetting;
    private final Readiness readiness;

    Vault(Keys keys, Consumer<PersonId> forgetting, Readiness readiness) {
        this.keys = keys;
        this.forgetting = forgetting;
        this.readiness = readiness;
    }

    public byte[] seal(PersonId who, Place place, String words) {
        return seal(KeyName.of(PracticeId.current(), who), place, words);
    }

    public Confidential open(PersonId who, Place place, byte[] sealed) {
        return open(KeyName.of(PracticeId.current(), who), place, sealed);
    }

    public byte[] seal(PracticeId practice, Place place, String words) {
        return seal(KeyName.of(practice), place, words);
    }

    public Confidential open(PracticeId practice, Place place, byte[] sealed) {
        return open(KeyName.of(practice), place, sealed);
    }

    /** A mark by which a practice finds equal words again (an address, say) without keeping the words. */
    public byte[] blindIndex(PracticeId practice, String normalised) {
        try {
            return keys.indexing(practice).computeMac(normalised.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The blind index could not be made", e);
        }
    }

    /** For a new practice, before anything of it is sealed. Doing it twice changes nothing. */
    public void createKeys(PracticeId practice) {
        keys.create(KeyName.of(practice));
        keys.create(KeyName.index(practice));
    }

    /**
     * For a new person, before anything of theirs is sealed. Doing it twice changes nothing.
     *
     * @throws NotReady while nobody real may be taken in
     */
    public void createKeys(PersonId who) {
        if (!readiness.isOpen()) {
            throw new NotReady(readiness.missing());
        }
        keys.create(KeyName.of(PracticeId.current(), who));
    }

    /**
     * Nobody can read this person's words afterwards, in no backup either once the keys' own backups are gone. It
     * happens when the present transaction is committed, and not at all when it is undone.
     */
    public void destroyKeys(PersonId who) {
        forgetting.accept(who);
    }

    private byte[] seal(KeyName owner, Place place, String words) {
        try {
            byte[] sealed = keys.sealing(owner).encrypt(Padding.filled(words), Binding.ofWords(VERSION, owner, place));
            byte[] kept = new byte[sealed.length + 1];
            kept[0] = VERSION;
            System.arraycopy(sealed, 0, kept, 1, sealed.length);
            return kept;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The words could not be sealed", e);
        }
    }

    private Confidential open(KeyName owner, Place place, byte[] kept) {
        return Confidential.of(words(keys, owner, place, kept));
    }

    /** Has the look of sealed words, not of a mark or a hash. */
    static boolean isSealed(byte[] bytes) {
        return bytes.length > OVERHEAD && bytes[0] == VERSION && Padding.isLength(bytes.length - OVERHEAD);
    }

    static boolean opens(Keys keys, KeyName owner, Place place, byte[] kept) {
        try {
            words(keys, owner, place, kept);
            return true;
        } catch (KeyDestroyed | SealBroken e) {
            return false;
        }
    }

    private static String words(Keys keys, KeyName owner, Place place, byte[] kept) {
        try {
            if (kept.length == 0 || kept[0] != VERSION) {
                throw new SealBroken();
            }
            byte[] sealed = Arrays.copyOfRange(kept, 1, kept.length);
            return Padding.words(keys.sealing(owner).decrypt(sealed, Binding.ofWords(VERSION, owner, place)));
        } catch (GeneralSecurityException e) {
            throw new SealBroken();
        }
    }
}
