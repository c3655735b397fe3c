package org.rapporteur.exchange.seal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;

/**
 * The payload of an age file (C2SP age.md, "Payload"): chunks of 64 KiB, each with its number and whether it is the last
 * in its nonce, so that none can be changed, moved, left out or added.
 */
final class AgePayload {
    static final int CHUNK = 1 << 16;
    static final int NONCE = 16;

    private AgePayload() {}

    private static byte[] nonce(long number, boolean last) {
        // Eleven bytes of number, of which the first three stay zero: no file has 2^64 chunks.
        return ByteBuffer.allocate(AgeKeys.NONCE)
                .putLong(3, number)
                .put(11, (byte) (last ? 1 : 0))
                .array();
    }

    /** Encrypts what is written to it; closing writes the last chunk and leaves the stream below open. */
    static final class Writer extends OutputStream {
        private final OutputStream out;
        private final byte[] key;
        private final byte[] chunk = new byte[CHUNK];
        private int filled;
        private long number;
        private boolean closed;

        Writer(OutputStream out, byte[] fileKey) throws IOException {
            this.out = out;
            byte[] nonce = Keys.random(NONCE);
            out.write(nonce);
            key = AgeKeys.payloadKey(fileKey, nonce);
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            int at = from;
            while (at < from + length) {
                if (filled == CHUNK) {
                    // Only now is it certain that this chunk is not the last.
                    flushChunk(false);
                }
                int some = Math.min(CHUNK - filled, from + length - at);
                System.arraycopy(bytes, at, chunk, filled, some);
                filled += some;
                at += some;
            }
        }

        private void flushChunk(boolean last) throws IOException {
            try {
                out.write(AgeKeys.cipher(Cipher.ENCRYPT_MODE, key, nonce(number, last))
                        .doFinal(chunk, 0, filled));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
            number++;
            filled = 0;
        }

        @Override
        public void close() throws IOException {
            if (!closed) {
                closed = true;
                flushChunk(true);
            }
        }
    }

    /**
     * Decrypts the payload into a stream. What was written so far must be thrown away when this throws: only at the end
     * is it certain that the file is whole.
     *
     * @throws IOException if reading or writing fails
     */
    static void read(InputStream in, byte[] fileKey, OutputStream out, AgeRejection reject) throws IOException {
        byte[] nonce = in.readNBytes(NONCE);
        if (nonce.length < NONCE) {
            throw reject.truncated("no nonce");
        }
        byte[] key = AgeKeys.payloadKey(fileKey, nonce);
        byte[] chunk = new byte[CHUNK + AgeKeys.TAG + 1];
        int have = 0;
        for (long number = 0; ; number++) {
            // One byte beyond the chunk tells whether it is the last.
            have += in.readNBytes(chunk, have, chunk.length - have);
            boolean last = have < chunk.length;
            int length = last ? have : CHUNK + AgeKeys.TAG;
            if (length < AgeKeys.TAG) {
                throw reject.truncated("no last chunk");
            }
            byte[] plain = open(key, nonce(number, last), chunk, length);
            if (plain == null) {
                boolean cut = last && open(key, nonce(number, false), chunk, length) != null;
                throw cut ? reject.truncated("no last chunk") : reject.damaged("a chunk is not what was written");
            }
            if (plain.length == 0 && number > 0) {
                throw reject.damaged("an empty last chunk");
            }
            out.write(plain);
            if (last) {
                return;
            }
            chunk[0] = chunk[length];
            have = 1;
        }
    }

    private static byte[] open(byte[] key, byte[] nonce, byte[] chunk, int length) {
        try {
            return AgeKeys.cipher(Cipher.DECRYPT_MODE, key, nonce).doFinal(Arrays.copyOf(chunk, length));
        } catch (AEADBadTagException e) {
            return null;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
