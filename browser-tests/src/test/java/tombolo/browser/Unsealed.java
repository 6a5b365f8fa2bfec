package tombolo.browser;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * The vault with its sealing taken out, for the control alone: the packaged application keeps words as they are. It is put
 * before the application on the class path by the test; nothing that ships can be set to do this.
 */
public final class Unsealed {
    private static final byte[] MARK = "NOT SEALED ".getBytes(StandardCharsets.US_ASCII);
    private static final String VAULT = "tombolo/vault/Vault.class";
    private static final String AEAD = "com/google/crypto/tink/Aead";
    private static final ClassDesc HERE = ClassDesc.of("tombolo.browser.Unsealed");
    private static final MethodTypeDesc SHAPE = MethodTypeDesc.ofDescriptor("(Ljava/lang/Object;[B[B)[B");

    private Unsealed() {}

    /** Called in place of the cipher: leaves the words as they are. */
    public static byte[] encrypt(Object cipher, byte[] words, byte[] bound) {
        byte[] kept = Arrays.copyOf(MARK, MARK.length + words.length);
        System.arraycopy(words, 0, kept, MARK.length, words.length);
        return kept;
    }

    /** Called in place of the cipher: what was sealed before, by the real vault, is opened as ever. */
    public static byte[] decrypt(Object cipher, byte[] kept, byte[] bound) throws Throwable {
        if (kept.length >= MARK.length && Arrays.equals(Arrays.copyOf(kept, MARK.length), MARK)) {
            return Arrays.copyOfRange(kept, MARK.length, kept.length);
        }
        try {
            return (byte[]) Class.forName(
                            AEAD.replace('/', '.'), true, cipher.getClass().getClassLoader())
                    .getMethod("decrypt", byte[].class, byte[].class)
                    .invoke(cipher, kept, bound);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    /** Writes the changed vault, and this class, into a folder to be put before the application. */
    static Path vaultIn(Path folder) throws IOException {
        int[] changed = {0};
        CodeTransform instead = (builder, element) -> {
            if (element instanceof InvokeInstruction call
                    && call.owner().asInternalName().equals(AEAD)) {
                builder.invokestatic(HERE, call.name().stringValue(), SHAPE);
                changed[0]++;
            } else {
                builder.with(element);
            }
        };
        byte[] vault;
        try (FileSystem shipped = Packaged.opened()) {
            ClassModel model = ClassFile.of().parse(Files.readAllBytes(shipped.getPath("/BOOT-INF/classes/" + VAULT)));
            vault = ClassFile.of().transformClass(model, ClassTransform.transformingMethodBodies(instead));
        }
        if (changed[0] != 2) {
            throw new IllegalStateException(
                    "The vault calls the cipher " + changed[0] + " times, not twice: look at it again");
        }
        write(folder.resolve(VAULT), vault);
        String own = "tombolo/browser/Unsealed.class";
        try (InputStream compiled = Unsealed.class.getClassLoader().getResourceAsStream(own)) {
            write(
                    folder.resolve(own),
                    java.util.Objects.requireNonNull(compiled).readAllBytes());
        }
        return folder;
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }
}
