package org.rapporteur.exchange.seal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * The text at the beginning of an age file (C2SP age.md, "Header"): for each recipient a stanza that holds the file key
 * in a form that only this recipient opens, and a code over all of it.
 *
 * @param stanzas at least one
 * @param covered the bytes that the code is made over
 * @param mac the code, 32 bytes
 */
record AgeHeader(List<Stanza> stanzas, byte[] covered, byte[] mac) {
    static final String VERSION_PREFIX = "age-encryption.org/";

    private static final String VERSION = VERSION_PREFIX + "v1";
    private static final String STANZA = "-> ";
    private static final String END = "---";
    private static final int COLUMNS = 64;
    private static final int MAC_LENGTH = 32;
    /** Room for a thousand recipients; more would only keep the reader busy. */
    private static final int LARGEST = 128 << 10;

    /**
     * A file key for one recipient.
     *
     * @param args type first
     */
    record Stanza(List<String> args, byte[] body) {
        String type() {
            return args.getFirst();
        }
    }

    /** The header's bytes with their code, for a file key. */
    static byte[] write(List<Stanza> stanzas, byte[] fileKey) {
        StringBuilder text = new StringBuilder(VERSION).append('\n');
        for (Stanza stanza : stanzas) {
            text.append(STANZA).append(String.join(" ", stanza.args)).append('\n');
            String body = base64(stanza.body);
            int at = 0;
            for (; body.length() - at >= COLUMNS; at += COLUMNS) {
                text.append(body, at, at + COLUMNS).append('\n');
            }
            text.append(body, at, body.length()).append('\n');
        }
        text.append(END);
        byte[] covered = text.toString().getBytes(StandardCharsets.US_ASCII);
        String end = " " + base64(AgeKeys.headerMac(fileKey, covered)) + "\n";
        return Keys.join(covered, end.getBytes(StandardCharsets.US_ASCII));
    }

    /**
     * Reads the header and leaves the stream at the payload.
     *
     * @param in buffered; read byte by byte
     * @throws org.rapporteur.core.problem.Problem if it is not exactly what the format asks for
     * @throws IOException if it cannot be read
     */
    static AgeHeader read(InputStream in, AgeRejection reject) throws IOException {
        return new Reader(in, reject).header();
    }

    /** Whether the code belongs to this header and file key. */
    boolean belongsTo(byte[] fileKey) {
        return MessageDigest.isEqual(mac, AgeKeys.headerMac(fileKey, covered));
    }

    static String base64(byte[] bytes) {
        return Base64.getEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The bytes of canonical base64 without padding, or null if it is not that. */
    static byte[] unbase64(String text) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            return base64(bytes).equals(text) ? bytes : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static final class Reader {
        private final InputStream in;
        private final AgeRejection reject;
        private final ByteArrayOutputStream read = new ByteArrayOutputStream();

        Reader(InputStream in, AgeRejection reject) {
            this.in = in;
            this.reject = reject;
        }

        AgeHeader header() throws IOException {
            checkVersion();
            List<Stanza> stanzas = new ArrayList<>();
            while (true) {
                int lineStart = read.size();
                String line = line();
                if (line.startsWith(STANZA)) {
                    stanzas.add(stanza(line));
                } else if (line.startsWith(END + " ") && !stanzas.isEmpty()) {
                    byte[] mac = unbase64(line.substring(END.length() + 1));
                    if (mac == null || mac.length != MAC_LENGTH) {
                        throw reject.damaged("the header's code is not one");
                    }
                    byte[] covered = Arrays.copyOf(read.toByteArray(), lineStart + END.length());
                    return new AgeHeader(List.copyOf(stanzas), covered, mac);
                } else {
                    throw reject.damaged("a line of the header that is none");
                }
            }
        }

        private void checkVersion() throws IOException {
            for (int i = 0; i < VERSION_PREFIX.length(); i++) {
                int next = in.read();
                if (next < 0) {
                    throw reject.notAge("too short");
                }
                if (next != VERSION_PREFIX.charAt(i)) {
                    throw reject.notAge("does not begin as an age file");
                }
                read.write(next);
            }
            int version = read.size();
            line();
            String whole = read.toString(StandardCharsets.US_ASCII);
            if (!whole.equals(VERSION + "\n")) {
                throw whole.length() == version + 1 ? reject.damaged("no version") : reject.notAge("another version");
            }
        }

        private Stanza stanza(String line) throws IOException {
            String[] args = line.substring(STANZA.length()).split(" ", -1);
            for (String arg : args) {
                if (arg.isEmpty()) {
                    throw reject.damaged("a stanza with an empty argument");
                }
            }
            StringBuilder body = new StringBuilder();
            while (true) {
                String part = line();
                if (part.length() > COLUMNS) {
                    throw reject.damaged("a stanza's line is too long");
                }
                body.append(part);
                if (part.length() < COLUMNS) {
                    break;
                }
            }
            byte[] bytes = unbase64(body.toString());
            if (bytes == null) {
                throw reject.damaged("a stanza's body is not canonical base64");
            }
            return new Stanza(List.of(args), bytes);
        }

        /** The next line without its line feed; printing characters and spaces only. */
        private String line() throws IOException {
            StringBuilder line = new StringBuilder();
            while (true) {
                int next = in.read();
                if (next < 0) {
                    throw reject.truncated("breaks off in the header");
                }
                if (read.size() == LARGEST) {
                    throw reject.work("a header that is too long");
                }
                read.write(next);
                if (next == '\n') {
                    return line.toString();
                }
                if (next < ' ' || next > '~') {
                    throw reject.damaged("a sign in the header that no header has");
                }
                line.append((char) next);
            }
        }
    }
}
