package org.rapporteur.exchange.seal;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rapporteur.core.problem.IoProblems;
import org.rapporteur.core.problem.Problem;

/**
 * Files encrypted in the age format, version 1 (age-encryption.org/v1, specified by C2SP), to X25519 recipients or
 * under a passphrase; other programs of that format read and write them as well. Memory stays constant whatever the
 * length, apart from what a passphrase costs (256 MB for a second).
 *
 * <p>Encryption hides the content from everyone else; it does not tell who wrote it. That is what the signature in the
 * package is for.
 */
public final class Age {
    private static final int BUFFER = 1 << 16;

    private Age() {}

    /**
     * Whether a file begins as an encrypted one.
     *
     * @throws Problem {@code FIL-..} if it cannot be read
     */
    public static boolean isEncrypted(Path file) {
        byte[] wanted = AgeHeader.VERSION_PREFIX.getBytes(StandardCharsets.US_ASCII);
        try (InputStream in = Files.newInputStream(file)) {
            return java.util.Arrays.equals(in.readNBytes(wanted.length), wanted);
        } catch (IOException e) {
            throw IoProblems.of(name(file), e);
        }
    }

    /**
     * Whether an encrypted file opens with a passphrase; otherwise it opens with a recipient's key.
     *
     * @throws Problem {@code AGE-..} if it is not an encrypted file or a damaged one, {@code FIL-..} if it cannot be
     *     read
     */
    public static boolean needsPassphrase(Path file) {
        try (InputStream in = open(file)) {
            return passphrase(AgeHeader.read(in, new AgeRejection(name(file))).stanzas(), new AgeRejection(name(file)))
                    .isPresent();
        } catch (IOException e) {
            throw IoProblems.of(name(file), e);
        }
    }

    /** Whether the text is a key to which can be encrypted, "age1...". */
    public static boolean isRecipient(String text) {
        return AgeKeys.recipient(text).isPresent();
    }

    /**
     * Encrypts a file to recipients, each of whom can then open it.
     *
     * @param plain what is encrypted; it stays
     * @param target where the encrypted file goes, whole or not at all
     * @param recipients at least one, "age1..."
     * @throws Problem {@code AGE-07} if one is not a recipient, {@code FIL-..} if a file cannot be read or written
     */
    public static void encryptTo(Path plain, Path target, List<String> recipients) {
        if (recipients.isEmpty()) {
            throw new IllegalArgumentException("no recipient");
        }
        byte[] fileKey = Keys.random(AgeKeys.FILE_KEY);
        List<AgeHeader.Stanza> stanzas = new ArrayList<>();
        for (String recipient : recipients) {
            byte[] key = AgeKeys.recipient(recipient).orElseThrow(() -> AgeRejection.noRecipient(recipient));
            try {
                stanzas.add(AgeKeys.wrap(fileKey, key));
            } catch (GeneralSecurityException e) {
                throw AgeRejection.noRecipient(recipient);
            }
        }
        encrypt(plain, target, stanzas, fileKey);
    }

    /**
     * Encrypts a file under a passphrase. Takes about a second and 256 MB, so that guessing is slow.
     *
     * @param plain what is encrypted; it stays
     * @param target where the encrypted file goes, whole or not at all
     * @param passphrase not empty; not kept, and not erased
     * @throws Problem {@code FIL-..} if a file cannot be read or written
     */
    public static void encryptWith(Path plain, Path target, char[] passphrase) {
        encryptWith(plain, target, passphrase, AgeKeys.WORK);
    }

    static void encryptWith(Path plain, Path target, char[] passphrase, int work) {
        if (passphrase.length == 0) {
            throw new IllegalArgumentException("an empty passphrase");
        }
        byte[] fileKey = Keys.random(AgeKeys.FILE_KEY);
        encrypt(plain, target, List.of(AgeKeys.wrap(fileKey, passphrase, work)), fileKey);
    }

    private static void encrypt(Path plain, Path target, List<AgeHeader.Stanza> stanzas, byte[] fileKey) {
        try (InputStream in = Files.newInputStream(plain);
                PartFile part = PartFile.beside(target)) {
            OutputStream out = stream(part);
            out.write(AgeHeader.write(stanzas, fileKey));
            try (AgePayload.Writer payload = new AgePayload.Writer(out, fileKey)) {
                copy(in, payload);
            }
            part.commit();
        } catch (IOException e) {
            throw IoProblems.of(name(target), e);
        }
    }

    private static void copy(InputStream in, OutputStream out) throws IOException {
        byte[] some = new byte[BUFFER];
        for (int n = in.read(some); n >= 0; n = in.read(some)) {
            out.write(some, 0, n);
        }
    }

    private static OutputStream stream(PartFile part) {
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                write(new byte[] {(byte) b}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                part.write(bytes, from, length);
            }
        };
    }

    /**
     * Decrypts a file that was encrypted to this installation.
     *
     * @param folder where the plain file goes, under a name of its own and for its owner only; the caller deletes it
     * @return the plain file; nothing is left if it does not open
     * @throws Problem {@code AGE-02} if it is for someone else, {@code AGE-08} if it needs a passphrase,
     *     {@code AGE-03} to {@code AGE-06} if it is damaged, incomplete or none, {@code FIL-..} if it cannot be read
     *     or written
     */
    public static Path decrypt(Path file, Identity identity, Path folder) {
        return decrypt(file, identity.ageSecret(), folder);
    }

    static Path decrypt(Path file, byte[] secret, Path folder) {
        AgeRejection reject = new AgeRejection(name(file));
        return decrypt(file, folder, reject, header -> {
            if (passphrase(header.stanzas(), reject).isPresent()) {
                throw reject.needsPassphrase();
            }
            return AgeKeys.unwrap(header.stanzas(), secret, reject).orElseThrow(reject::recipient);
        });
    }

    /**
     * Decrypts a file under a passphrase.
     *
     * @param passphrase not kept, and not erased
     * @param folder where the plain file goes, under a name of its own and for its owner only; the caller deletes it
     * @return the plain file; nothing is left if it does not open
     * @throws Problem {@code AGE-01} if it is another passphrase, {@code AGE-02} if no passphrase opens it,
     *     {@code AGE-03} to {@code AGE-06} if it is damaged, incomplete, none, or would take too long, {@code FIL-..}
     *     if it cannot be read or written
     */
    public static Path decrypt(Path file, char[] passphrase, Path folder) {
        AgeRejection reject = new AgeRejection(name(file));
        return decrypt(file, folder, reject, header -> {
            AgeHeader.Stanza stanza = passphrase(header.stanzas(), reject).orElseThrow(reject::recipient);
            return AgeKeys.unwrap(stanza, passphrase, reject).orElseThrow(reject::passphrase);
        });
    }

    private interface Unlock {
        byte[] fileKey(AgeHeader header);
    }

    private static Path decrypt(Path file, Path folder, AgeRejection reject, Unlock unlock) {
        try (InputStream in = open(file)) {
            AgeHeader header = AgeHeader.read(in, reject);
            byte[] fileKey = unlock.fileKey(header);
            if (!header.belongsTo(fileKey)) {
                throw reject.damaged("the header is not what was written");
            }
            Path plain = Files.createTempFile(folder, "opened-", PartFile.SUFFIX);
            boolean whole = false;
            try (OutputStream out = Files.newOutputStream(plain)) {
                AgePayload.read(in, fileKey, out, reject);
                whole = true;
            } finally {
                if (!whole) {
                    Files.deleteIfExists(plain);
                }
            }
            return plain;
        } catch (IOException e) {
            throw IoProblems.of(name(file), e);
        }
    }

    /** The passphrase's stanza; it must be alone, for otherwise someone else could have written the file too. */
    private static Optional<AgeHeader.Stanza> passphrase(List<AgeHeader.Stanza> stanzas, AgeRejection reject) {
        Optional<AgeHeader.Stanza> found = stanzas.stream()
                .filter(stanza -> stanza.type().equals(AgeKeys.SCRYPT))
                .findFirst();
        if (found.isPresent() && stanzas.size() > 1) {
            throw reject.damaged("a passphrase beside other stanzas");
        }
        return found;
    }

    private static InputStream open(Path file) throws IOException {
        return new BufferedInputStream(Files.newInputStream(file), BUFFER);
    }

    private static String name(Path file) {
        return file.getFileName() == null ? "" : file.getFileName().toString();
    }
}
