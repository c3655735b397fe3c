package org.rapporteur.storage;

import java.nio.ByteBuffer;
import java.util.UUID;

/** Keys as they are stored: 16 bytes, most significant first. */
public final class Uuids {
    private Uuids() {}

    public static byte[] bytes(UUID uuid) {
        return ByteBuffer.allocate(16)
                .putLong(uuid.getMostSignificantBits())
                .putLong(uuid.getLeastSignificantBits())
                .array();
    }

    /** @return null for null */
    public static UUID uuid(byte[] bytes) {
        if (bytes == null) {
            return null;
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new UUID(buffer.getLong(), buffer.getLong());
    }
}
