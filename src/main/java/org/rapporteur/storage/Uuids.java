package org.rapporteur.storage;

import java.util.UUID;
import org.rapporteur.core.change.Ids;

/** Keys as they are stored: 16 bytes, most significant first. */
public final class Uuids {
    private Uuids() {}

    public static byte[] bytes(UUID uuid) {
        return Ids.bytes(uuid);
    }

    /** @return null for null */
    public static UUID uuid(byte[] bytes) {
        return Ids.ofBytes(bytes);
    }
}
