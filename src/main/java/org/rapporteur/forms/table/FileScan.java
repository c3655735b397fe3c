package org.rapporteur.forms.table;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.rapporteur.core.problem.IoProblems;

/** One pass over a file: its hash, its first bytes, and what its bytes say about its encoding. */
final class FileScan {

    private static final int HEAD = 64 << 10;
    private static final int SAMPLE = 128 << 10;

    private final String name;
    private final ByteArrayOutputStream head = new ByteArrayOutputStream();
    private final ByteArrayOutputStream sample = new ByteArrayOutputStream();
    private final Utf8Check utf8 = new Utf8Check();
    private long bytes;
    private long nulsAtEven;
    private long nulsAtOdd;
    private long controls;
    private String sha256;

    private FileScan(String name) {
        this.name = name;
    }

    /**
     * Reads a file once.
     *
     * @throws org.rapporteur.core.problem.Problem if it cannot be read, is empty, or is larger than the limit
     */
    static FileScan of(Path file, long most) {
        FileScan scan = new FileScan(String.valueOf(file.getFileName()));
        try (InputStream in = Files.newInputStream(file)) {
            scan.read(in, most);
        } catch (IOException e) {
            throw IoProblems.of(scan.name, e);
        }
        if (scan.bytes == 0) {
            throw TableProblems.empty(scan.name);
        }
        return scan;
    }

    private void read(InputStream in, long most) throws IOException {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
        byte[] buffer = new byte[64 << 10];
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
            digest.update(buffer, 0, count);
            boolean high = count(buffer, count);
            // Parts that are plain ASCII say nothing about the encoding.
            if (high && sample.size() < SAMPLE) {
                sample.write(buffer, 0, Math.min(count, SAMPLE - sample.size()));
            }
            if (head.size() < HEAD) {
                head.write(buffer, 0, Math.min(count, HEAD - head.size()));
            }
            bytes += count;
            if (bytes > most) {
                throw TableProblems.tooBig(name, most);
            }
        }
        utf8.end();
        sha256 = HexFormat.of().formatHex(digest.digest());
    }

    private boolean count(byte[] buffer, int count) {
        boolean high = false;
        for (int i = 0; i < count; i++) {
            byte b = buffer[i];
            utf8.accept(b);
            if (b < 0) {
                high = true;
            } else if (b == 0) {
                if ((bytes + i & 1) == 0) {
                    nulsAtEven++;
                } else {
                    nulsAtOdd++;
                }
            } else if (b < 0x20 && b != '\t' && b != '\n' && b != '\r' && b != 0x0C) {
                controls++;
            }
        }
        return high;
    }

    String name() {
        return name;
    }

    long bytes() {
        return bytes;
    }

    String sha256() {
        return sha256;
    }

    /** The first bytes of the file, at most 64 KiB. */
    byte[] head() {
        return head.toByteArray();
    }

    /** Parts that hold bytes above ASCII, at most 128 KiB together. */
    byte[] sample() {
        return sample.toByteArray();
    }

    Utf8Check utf8() {
        return utf8;
    }

    long nulsAtEven() {
        return nulsAtEven;
    }

    long nulsAtOdd() {
        return nulsAtOdd;
    }

    /** Number of control characters that no text has, NUL aside. */
    long controls() {
        return controls;
    }

    /** Whether the bytes are UTF-8 as a stream, counted as they come. */
    static final class Utf8Check {
        private long sequences;
        private long invalid;
        private int rest;
        private int low = 0x80;
        private int high = 0xBF;

        private void accept(byte next) {
            int b = next & 0xFF;
            if (rest > 0) {
                if (b >= low && b <= high) {
                    rest--;
                    low = 0x80;
                    high = 0xBF;
                    if (rest == 0) {
                        sequences++;
                    }
                    return;
                }
                invalid++;
                rest = 0;
                low = 0x80;
                high = 0xBF;
            }
            if (b < 0x80) {
                return;
            }
            begin(b);
        }

        // The second byte's range is narrower after some first ones: no overlong forms, surrogates or planes above 16.
        private void begin(int b) {
            if (b >= 0xC2 && b <= 0xDF) {
                rest = 1;
            } else if (b >= 0xE0 && b <= 0xEF) {
                rest = 2;
                low = b == 0xE0 ? 0xA0 : 0x80;
                high = b == 0xED ? 0x9F : 0xBF;
            } else if (b >= 0xF0 && b <= 0xF4) {
                rest = 3;
                low = b == 0xF0 ? 0x90 : 0x80;
                high = b == 0xF4 ? 0x8F : 0xBF;
            } else {
                invalid++;
            }
        }

        private void end() {
            if (rest > 0) {
                invalid++;
                rest = 0;
            }
        }

        /** Number of well-formed sequences of more than one byte. */
        long sequences() {
            return sequences;
        }

        /** Number of places that are not UTF-8. */
        long invalid() {
            return invalid;
        }
    }
}
