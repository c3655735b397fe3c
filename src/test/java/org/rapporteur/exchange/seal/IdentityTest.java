package org.rapporteur.exchange.seal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rapporteur.core.problem.Problem;

class IdentityTest {
    @TempDir
    Path folder;

    @Test
    void isMadeOnceAndStays() throws IOException {
        Path keys = folder.resolve("a/b");
        Identity first = Identity.in(keys);
        Identity again = Identity.in(keys);
        assertArrayEquals(first.publicKey(), again.publicKey());
        assertEquals(first.recipient(), again.recipient());
        assertNotEquals(first.fingerprint(), Identity.in(folder.resolve("c")).fingerprint());
        assertTrue(Age.isRecipient(first.recipient()));
        try (var names = Files.list(keys)) {
            assertEquals(1, names.count(), "no passing file stays");
        }
        if (Files.getFileStore(keys).supportsFileAttributeView("posix")) {
            assertEquals(
                    "rw-------",
                    PosixFilePermissions.toString(Files.getPosixFilePermissions(keys.resolve(Identity.FILE))));
        }
    }

    @Test
    void aDamagedFileIsNeverReplaced() throws IOException {
        Identity.in(folder);
        Path file = folder.resolve(Identity.FILE);
        String good = Files.readString(file);
        String otherSeed = "\"signingSeed\":\"" + Base64.getEncoder().encodeToString(new byte[32]) + "\"";
        for (String bad : new String[] {
            "",
            "{}",
            good.substring(0, good.length() - 1),
            good.replace("AGE-SECRET-KEY-1", "AGE-SECRET-KEY-1Q"),
            good.replaceFirst("\"signingSeed\":\"[^\"]*\"", otherSeed),
            " ".repeat(20_000)
        }) {
            Files.writeString(file, bad);
            Problem problem = assertThrows(Problem.class, () -> Identity.in(folder));
            assertEquals("KEY-01", problem.code());
            assertEquals(bad, Files.readString(file));
        }
    }

    @Test
    void aFingerprintIsFortyDigitsOfTheHash() {
        assertTrue(Identity.in(folder).fingerprint().matches("(\\d{5} ){7}\\d{5}"));
        // SHA-256 of 32 zero bytes as a number, its last forty digits.
        java.math.BigInteger hash =
                new java.math.BigInteger("66687aadf862bd776c8fc18b8e9f8e20089714856ee233b3902a591d0d5f2925", 16);
        String digits = hash.toString();
        assertEquals(
                digits.substring(digits.length() - 40),
                Fingerprint.of(new byte[32]).replace(" ", ""));
    }

    @Test
    void aSignatureIsOfThisKeyAndTheseBytesOnly() {
        Identity signer = Identity.in(folder);
        byte[] manifest = "{\"id\":1}".getBytes(StandardCharsets.UTF_8);
        byte[] signed = Signatures.sign(signer, manifest);
        assertTrue(Signatures.verify("f", signed, manifest).by(signer.publicKey()));
        for (int bit = 0; bit < manifest.length * 8; bit++) {
            byte[] other = manifest.clone();
            other[bit / 8] ^= (byte) (1 << bit % 8);
            assertEquals(
                    "KEY-02",
                    assertThrows(Problem.class, () -> Signatures.verify("f", signed, other))
                            .code());
        }
        String text = new String(signed, StandardCharsets.UTF_8);
        for (String bad : new String[] {
            text.replace("Ed25519", "none"),
            text.replaceFirst("\"publicKey\":\"[^\"]*\"", "\"publicKey\":\"\""),
            text.replaceFirst("\"signature\":\"[^\"]*\"", "\"signature\":\"AAAA\""),
            "{}",
            "[]",
            text + text
        }) {
            byte[] bytes = bad.getBytes(StandardCharsets.UTF_8);
            assertEquals(
                    "KEY-02",
                    assertThrows(Problem.class, () -> Signatures.verify("f", bytes, manifest))
                            .code(),
                    bad);
        }
    }

    /** RFC 8032, section 7.1, test 2: the platform's signatures are those of the standard. */
    @Test
    void signsAsTheStandardSays() throws Exception {
        HexFormat hex = HexFormat.of();
        byte[] seed = hex.parseHex("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb");
        byte[] key = hex.parseHex("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c");
        byte[] message = {0x72};
        byte[] signature = Keys.sign(seed, message);
        assertEquals(
                "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
                        + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
                hex.formatHex(signature));
        assertTrue(Keys.verify(key, message, signature));
        assertFalse(Keys.verify(key, new byte[] {0x73}, signature));
    }
}
