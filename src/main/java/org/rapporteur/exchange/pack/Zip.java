package org.rapporteur.exchange.pack;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * The part of the ZIP format that packages use, named after APPNOTE.TXT 6.3.10 (PKWARE). Entries stand one after the
 * other from the first byte, in the order of the central directory; sizes stand in the local headers; nothing else is
 * in the file.
 */
final class Zip {
    static final int LOCAL = 0x04034b50;
    static final int CENTRAL = 0x02014b50;
    static final int END = 0x06054b50;
    static final int END64 = 0x06064b50;
    static final int LOCATOR64 = 0x07064b50;

    static final int LOCAL_LENGTH = 30;
    static final int CENTRAL_LENGTH = 46;
    static final int END_LENGTH = 22;
    static final int END64_LENGTH = 56;
    static final int LOCATOR64_LENGTH = 20;

    /** What stands in a field of 16 or 32 bits whose number is in the zip64 field instead. */
    static final int FULL16 = 0xFFFF;

    static final long FULL32 = 0xFFFFFFFFL;
    static final int EXTRA64 = 1;

    static final int STORED = 0;
    static final int DEFLATED = 8;
    static final int VERSION = 20;
    static final int VERSION64 = 45;
    /** Made by Unix, version 4.5: the upper half of the external attributes is a file mode. */
    static final int MADE_BY = 3 << 8 | VERSION64;

    static final int REGULAR_FILE = 0100000;
    static final int MODE = REGULAR_FILE | 0644;
    /** 1 January 1980, the first day that the format knows: the same content gives the same bytes. */
    static final int DATE = 1 << 5 | 1;

    static final String MIMETYPE = "mimetype";
    static final byte[] TYPE = "application/vnd.rapporteur.package+zip".getBytes(StandardCharsets.US_ASCII);
    static final String MANIFEST = "manifest.json";
    static final String SIGNATURE = "manifest.sig";
    static final int LONGEST_NAME = 80;

    private static final Pattern DATA = Pattern.compile("data/[a-z_0-9]{1,64}\\.ndjson");
    private static final Pattern BLOB = Pattern.compile("blobs/[0-9a-f]{64}");

    private Zip() {}

    static boolean data(String name) {
        return DATA.matcher(name).matches();
    }

    static boolean blob(String name) {
        return BLOB.matcher(name).matches();
    }

    /**
     * One file of the archive.
     *
     * @param packed its bytes in the archive
     * @param size its bytes, not compressed
     * @param offset of its local header
     * @param start of its bytes
     */
    record Member(String name, int method, int crc, long packed, long size, long offset, long start) {
        long end() {
            return start + packed;
        }
    }
}
