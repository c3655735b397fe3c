package org.rapporteur.exchange.seal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rapporteur.core.problem.Problem;

class AgeTest {
    // Keys and files made with age 1.1.1 for this test only.
    private static final String SECRET = "AGE-SECRET-KEY-1VJCPNT5WJKCUC3E2AGQQRZH966QLLEWXE606UNV7Z2FYGDAVQU8SNTAF47";
    private static final String RECIPIENT = "age165v503gnp2zqhp9yh9fzwnjlhae006gydetuvhmh8cr6l4wjm3qqmplwf6";
    private static final String TEXT = "Compte rendu — محضر\n";
    private static final String SMALL =
            "YWdlLWVuY3J5cHRpb24ub3JnL3YxCi0+IFgyNTUxOSBueVZtMHhHakV6UGNWVXBPZ2RyL3Z1WXA5MTZ2d2VScHp2MH"
                    + "dCNzZyMDA4CkpVYjVuK1hQUTlkb2QyL2Q0TXRkb203YmMxMGJXaGpBNzQ1dk1JMzRGQVEKLS0tIE5aaGZJN2JNTk80"
                    + "MEFsSUhYKzJsUElRT1UvNmtUSU5LYkJKUFpFODcwN1kKxQp8AkzobrC2Cu7b+rYxuFL4pBbgrOQaj6lnV8gAB2ohcM"
                    + "X9D1+u5DuOU0amXMKiOj0D+zhsHE85Og==";
    private static final String TO_TWO =
            "YWdlLWVuY3J5cHRpb24ub3JnL3YxCi0+IFgyNTUxOSBBM05XUldUd0gySEVTMWVEYVdpYzZyR2J4bkd5VkN1RXN0MX"
                    + "NtbWJ4am5BCkxzemg2MW4zSWc3MXduYndZckFVQ2NVcWpkMzNoeDAyVEdZeHZ3aHA5Z2MKLT4gWDI1NTE5IDRaVVVB"
                    + "MWJXdlpLeHYvV2g5b0RmdTFkYXU1T2I3amZQVUZRbE9QWTZBVEkKM1YxUU41dGk0bm9HdVNLb3J2N29rd0NTZldqeU"
                    + "V0d0hSaHlJV0V3K0I3SQotLS0gMzJqMk9Od3RhOUtuZGdNY2Vlb05ncWcycW15Ym16SEhrSUJXSE5nMnF1WQpVqoZ0"
                    + "WeDbgQkjPqJV7xaqXd6wEirdQOxksa41g50xP+eAgG24kGJQpMalu9qoUUvkmyEVXESxB7/9";
    private static final String EMPTY =
            "YWdlLWVuY3J5cHRpb24ub3JnL3YxCi0+IFgyNTUxOSA1SnlGamMvUXNkWVNpZmpVQWJHZ0h1YlVjdER0YS9vaURBYS"
                    + "83Ky9QbWpNCkZjU0tkUUVvK3FDQVV3OGF1VjNTaFdrYWd5VHBGNDRHcG5FZ0ZhZ3duT1UKLS0tIEJkZUcrTGwzYVFG"
                    + "dHdjRE8wTUwzSGloeUtZQWo0SGxITHlldVIzODJLL0EKtiNA3qegdN1MSQMtwSFOTV80nmLtiK6x8ZLRjf6ZgjM=";
    private static final String UNDER_PASSPHRASE =
            "YWdlLWVuY3J5cHRpb24ub3JnL3YxCi0+IHNjcnlwdCBJUWtQSnhvZ2gweHFLZGtkUXdEemtBIDE4CkFWM29FSkQzVl"
                    + "RIQmRJZlBlNTBNZjhjU0ROcVYwQmtpVmJVNHhlSEI2dWMKLS0tIEFWVksyRm05TzJ5blQrSm9xZzZCeWVaMUhIOTRy"
                    + "ejhnSnBzMXFUdzRzYzQKxJHpjJ77fKjrwpdx6RL02026q/fP5jjSHXTixuQrhtQeLvyWjWCZEMc8DITpfctfZnAXZW"
                    + "WuWsmGUQ==";

    private static final byte[] FILE_KEY = "sixteen bytes ok".getBytes(StandardCharsets.US_ASCII);

    @TempDir
    Path folder;

    private static byte[] secret() {
        return Bech32.decode("age-secret-key-", SECRET).orElseThrow();
    }

    private Path file(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("x.age"), bytes);
    }

    private Path file(String base64) throws IOException {
        return file(Base64.getDecoder().decode(base64));
    }

    private String code(byte[] bytes) {
        return assertThrows(Problem.class, () -> Age.decrypt(file(bytes), secret(), folder))
                .code();
    }

    /** Decrypts, and leaves nothing but the encrypted file. */
    private byte[] opened(Path plain) throws IOException {
        byte[] bytes = Files.readAllBytes(plain);
        Files.delete(plain);
        return bytes;
    }

    @Test
    void opensWhatAnotherProgramWrote() throws IOException {
        assertEquals(TEXT, new String(opened(Age.decrypt(file(SMALL), secret(), folder)), StandardCharsets.UTF_8));
        assertEquals(TEXT, new String(opened(Age.decrypt(file(TO_TWO), secret(), folder)), StandardCharsets.UTF_8));
        assertEquals(0, opened(Age.decrypt(file(EMPTY), secret(), folder)).length);
        assertTrue(Age.isEncrypted(file(EMPTY)));
        assertFalse(Age.needsPassphrase(file(SMALL)));
    }

    @Test
    void opensWhatAnotherProgramWroteUnderAPassphrase() throws IOException {
        Path file = file(UNDER_PASSPHRASE);
        assertTrue(Age.needsPassphrase(file));
        // The accent as one sign and as two: keyboards differ.
        byte[] plain = opened(Age.decrypt(file, "re\u0301union d’Addis".toCharArray(), folder));
        assertEquals(TEXT, new String(plain, StandardCharsets.UTF_8));
        assertEquals(
                "AGE-08",
                assertThrows(Problem.class, () -> Age.decrypt(file, secret(), folder))
                        .code());
    }

    @Test
    void keysHaveTheirWrittenForm() throws Exception {
        assertEquals(RECIPIENT, Bech32.encode("age", Keys.x25519Public(secret())));
        assertTrue(Age.isRecipient(RECIPIENT));
        assertFalse(Age.isRecipient(RECIPIENT.substring(0, 20)));
        assertFalse(Age.isRecipient(RECIPIENT.replace('q', 'Q')));
        assertFalse(Age.isRecipient(SECRET.toLowerCase(Locale.ROOT)));
        // BIP 173's own example of a string with the longest allowed prefix has no data.
        assertEquals(0, Bech32.decode("a", "A12UEL5L").orElseThrow().length);
        assertTrue(Bech32.decode("a", "A12UEL5M").isEmpty());
    }

    @Test
    void everyLengthAroundAChunkComesBack() throws IOException {
        Identity identity = Identity.in(folder.resolve("keys"));
        for (int length : new int[] {0, 1, 65_535, 65_536, 65_537, 131_072, 131_073}) {
            byte[] bytes = new byte[length];
            new Random(length).nextBytes(bytes);
            Path plain = Files.write(folder.resolve("plain"), bytes);
            Path target = folder.resolve("to.age");
            Age.encryptTo(plain, target, List.of(RECIPIENT, identity.recipient()));
            int chunks = Math.max(1, (length + 65_535) / 65_536);
            int header = new String(Files.readAllBytes(target), StandardCharsets.ISO_8859_1).indexOf("\n--- ") + 49;
            assertEquals(header + 16 + length + 16L * chunks, Files.size(target));
            assertArrayEquals(bytes, opened(Age.decrypt(target, identity, folder)));
            assertArrayEquals(bytes, opened(Age.decrypt(target, secret(), folder)));
        }
    }

    @Test
    void aPassphraseOpensAndAnotherDoesNot() throws IOException {
        Path plain = Files.writeString(folder.resolve("plain"), TEXT);
        Path target = folder.resolve("p.age");
        Age.encryptWith(plain, target, "لقاء".toCharArray(), 4);
        assertEquals(
                TEXT, new String(opened(Age.decrypt(target, "لقاء".toCharArray(), folder)), StandardCharsets.UTF_8));
        assertEquals(
                "AGE-01",
                assertThrows(Problem.class, () -> Age.decrypt(target, "لقا".toCharArray(), folder))
                        .code());
        assertEquals(
                "AGE-02",
                assertThrows(Problem.class, () -> Age.decrypt(file(SMALL), "x".toCharArray(), folder))
                        .code());
    }

    @Test
    void aFileForSomeoneElseSaysSo() throws IOException {
        Identity other = Identity.in(folder.resolve("other"));
        assertEquals(
                "AGE-02",
                assertThrows(Problem.class, () -> Age.decrypt(file(SMALL), other, folder))
                        .code());
        assertEquals(
                "AGE-07",
                assertThrows(
                                Problem.class,
                                () -> Age.encryptTo(folder.resolve("a"), folder.resolve("b"), List.of("age1x")))
                        .code());
    }

    @Test
    void truncatedAnywhereOrChangedAnywhereItIsRefusedAndNothingStays() throws IOException {
        byte[] whole = Base64.getDecoder().decode(SMALL);
        for (int length = 0; length < whole.length; length++) {
            String code = code(Arrays.copyOf(whole, length));
            assertTrue(List.of("AGE-03", "AGE-04", "AGE-05").contains(code), code);
        }
        for (int bit = 0; bit < whole.length * 8; bit++) {
            byte[] flipped = whole.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            String code = code(flipped);
            assertTrue(code.startsWith("AGE-0"), code);
        }
        byte[] longer = Arrays.copyOf(whole, whole.length + 1);
        assertEquals("AGE-03", code(longer));
        try (var names = Files.list(folder)) {
            assertEquals(
                    List.of("x.age"), names.map(f -> f.getFileName().toString()).toList());
        }
    }

    /** A file with this header, its code made anew, for the test's own secret. */
    private byte[] withHeader(UnaryOperator<String> change) throws Exception {
        String header = new String(
                AgeHeader.write(
                        List.of(AgeKeys.wrap(
                                FILE_KEY, AgeKeys.recipient(RECIPIENT).orElseThrow())),
                        FILE_KEY),
                StandardCharsets.US_ASCII);
        String changed = change.apply(header.substring(0, header.indexOf("---") + 3));
        byte[] covered = changed.getBytes(StandardCharsets.ISO_8859_1);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(covered);
        out.write((" " + AgeHeader.base64(AgeKeys.headerMac(FILE_KEY, covered)) + "\n")
                .getBytes(StandardCharsets.US_ASCII));
        try (AgePayload.Writer payload = new AgePayload.Writer(out, FILE_KEY)) {
            payload.write('x');
        }
        return out.toByteArray();
    }

    @Test
    void headersAreReadByTheLetter() throws Exception {
        assertEquals(
                "x",
                new String(opened(Age.decrypt(file(withHeader(h -> h)), secret(), folder)), StandardCharsets.UTF_8));
        String full = "A".repeat(64) + "\n";
        List<UnaryOperator<String>> allowed = List.of(
                h -> h.replace("---", "-> other !~ x\n\n---"),
                h -> h.replace("---", "-> other\n" + full + "AAAA\n---"),
                h -> h.replace("---", "-> other\n" + full + full + "\n---"),
                h -> h.replace("-> X25519", "-> Scrypt a b c\nAA\n-> X25519"));
        for (UnaryOperator<String> change : allowed) {
            opened(Age.decrypt(file(withHeader(change)), secret(), folder));
        }
        List<UnaryOperator<String>> refused = List.of(
                h -> h.replace("v1\n", "v1\r\n"),
                h -> h.replace("v1\n", "v1 \n"),
                h -> h.replace("X25519 ", "X25519  "),
                h -> h.replace("-> X25519", "->X25519"),
                h -> h.replace("-> X25519", "-> X25519 more"),
                h -> h.replaceFirst("(X25519 .*)\n", "$1 \n"),
                h -> h.replaceFirst("(X25519 .*)\n", "$1=\n"),
                h -> h.replaceFirst("(X25519 .*).\n", "$1\n"),
                h -> h.replaceFirst("(X25519 .*)\n", "$1AAAA\n"),
                h -> h.replace("---", "-> other\n" + full + "---"),
                h -> h.replace("---", "-> other\n" + "A".repeat(65) + "\n\n---"),
                h -> h.replace("---", "-> other\nAB\n---"),
                h -> h.replace("---", "-> other\nAA==\n---"),
                h -> h.replace("---", "-> other\nA\n---"),
                h -> h.replace("---", "-> other\nAAAA\nAAAA\n---"),
                h -> h.replace("---", "-> \n\n---"),
                h -> h.replace("---", "-> caf\u00e9\n\n---"),
                h -> h.replace("---", "\n---"),
                h -> h.replace("---", "--- \n---"),
                h -> h.replace("---", "-> scrypt AAAAAAAAAAAAAAAAAAAAAA 4\n" + "A".repeat(43) + "\n---"),
                h -> "age-encryption.org/v1\n---",
                h -> h.replaceFirst("X25519 .*\n", "X25519 " + "A".repeat(43) + "\n"),
                h -> h.replace("---", "-> X25519 " + "A".repeat(43) + "\nAAAA\n---"));
        for (int i = 0; i < refused.size(); i++) {
            String code = code(withHeader(refused.get(i)));
            assertTrue(code.equals("AGE-03") || i < 2 && code.equals("AGE-05"), "case " + i + ": " + code);
        }
        assertEquals("AGE-05", code(withHeader(h -> h.replace("v1", "v2"))));
        assertEquals("AGE-06", code(withHeader(h -> h.replace("---", "-> a\n\n".repeat(40_000) + "---"))));
    }

    @Test
    void aPassphraseStanzaIsReadByTheLetterAndNeverHangsTheReader() throws Exception {
        AgeHeader.Stanza good = AgeKeys.wrap(FILE_KEY, "x".toCharArray(), 4);
        String salt = good.args().get(1);
        List<List<String>> malformed = List.of(
                List.of("scrypt", salt),
                List.of("scrypt", salt, "4", "4"),
                List.of("scrypt", salt, "04"),
                List.of("scrypt", salt, "+4"),
                List.of("scrypt", salt, "-4"),
                List.of("scrypt", salt, "0"),
                List.of("scrypt", salt, "0x4"),
                List.of("scrypt", salt, "4x"),
                List.of("scrypt", salt, "99999999999999999999"),
                List.of("scrypt", salt.substring(1), "4"),
                List.of("scrypt", salt + "AAAA", "4"));
        for (List<String> args : malformed) {
            assertEquals("AGE-03", passphraseCode(args, good.body()), args.toString());
        }
        assertEquals("AGE-03", passphraseCode(good.args(), new byte[48]));
        assertEquals("AGE-01", passphraseCode(List.of("scrypt", salt, "5"), good.body()));
        for (String work : List.of("21", "30", "31", "32", "64", "4294967300")) {
            assertTimeout(
                    Duration.ofSeconds(1),
                    () -> assertEquals("AGE-06", passphraseCode(List.of("scrypt", salt, work), good.body())));
        }
    }

    private String passphraseCode(List<String> args, byte[] body) throws IOException {
        Path file = file(Keys.join(AgeHeader.write(List.of(new AgeHeader.Stanza(args, body)), FILE_KEY), new byte[32]));
        return assertThrows(Problem.class, () -> Age.decrypt(file, "x".toCharArray(), folder))
                .code();
    }

    @Test
    void chunksCannotBeMovedLeftOutOrAdded() throws Exception {
        Path plain = Files.write(folder.resolve("plain"), new byte[3 * AgePayload.CHUNK]);
        Path target = folder.resolve("c.age");
        Age.encryptTo(plain, target, List.of(RECIPIENT));
        byte[] whole = Files.readAllBytes(target);
        int step = AgePayload.CHUNK + 16;
        int start = whole.length - 3 * step;
        assertEquals("AGE-04", code(Arrays.copyOf(whole, whole.length - step)), "the last left out");
        assertEquals("AGE-04", code(Arrays.copyOf(whole, start)), "all left out");
        byte[] swapped = whole.clone();
        System.arraycopy(whole, start, swapped, start + step, step);
        System.arraycopy(whole, start + step, swapped, start, step);
        assertEquals("AGE-03", code(swapped), "two changed about");
        byte[] twice = Arrays.copyOf(whole, whole.length + step);
        System.arraycopy(whole, whole.length - step, twice, whole.length, step);
        assertEquals("AGE-03", code(twice), "the last one twice");
        assertEquals("AGE-03", code(Keys.join(whole, new byte[40])), "something behind");
    }
}
