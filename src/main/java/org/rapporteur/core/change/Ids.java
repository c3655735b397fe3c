package org.rapporteur.core.change;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Makes keys of rows: UUID version 7 (RFC 9562), rising within one instance even if the clock stands or jumps back. */
public final class Ids {
    private final Clock clock;
    private final RandomGenerator random;
    private long lastMillis;
    private int counter;

    public Ids(Clock clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    public synchronized UUID next() {
        long millis = clock.millis();
        if (millis > lastMillis) {
            lastMillis = millis;
            counter = random.nextInt(1 << 11);
        } else if (++counter >= 1 << 12) {
            lastMillis++;
            counter = 0;
        }
        long high = lastMillis << 16 | 0x7000L | counter;
        long low = random.nextLong() >>> 2 | 0x8000000000000000L;
        return new UUID(high, low);
    }

    /** A random key of version 4 form for sites, which must not tell when they were made. */
    public synchronized UUID random() {
        return new UUID(random.nextLong() & ~0xF000L | 0x4000L, random.nextLong() >>> 2 | 0x8000000000000000L);
    }

    /**
     * The key of an entry of a published list: the same on every site, so that two officers who import the same list
     * hold the same rows. UUID version 8 (RFC 9562) from SHA-256 of list and code.
     */
    public static UUID derived(String list, String code) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] hash = digest.digest((list + "\n" + code).getBytes(StandardCharsets.UTF_8));
            ByteBuffer bytes = ByteBuffer.wrap(hash);
            long high = bytes.getLong() & ~0xF000L | 0x8000L;
            long low = bytes.getLong() >>> 2 | 0x8000000000000000L;
            return new UUID(high, low);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** A key as 16 bytes, most significant first (RFC 9562). */
    public static byte[] bytes(UUID key) {
        return ByteBuffer.allocate(16)
                .putLong(key.getMostSignificantBits())
                .putLong(key.getLeastSignificantBits())
                .array();
    }

    /** The key of 16 bytes, null for null. */
    public static UUID ofBytes(byte[] bytes) {
        if (bytes == null) {
            return null;
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new UUID(buffer.getLong(), buffer.getLong());
    }
}
