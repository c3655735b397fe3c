package org.rapporteur.exchange.pack;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.rapporteur.core.problem.Problem;

/**
 * Reads the directory of an archive as the hostile input it may be. The classes of the Java platform accept entries
 * that overlap, names twice, garbage around, and headers that contradict each other; here every byte of the file
 * belongs to exactly one thing, and both headers of an entry must say the same.
 */
final class ZipDirectory {
    private static final int WINDOW = 1 << 16;
    private static final int HEADER = 160;
    private static final int LONGEST_EXTRA = 64;
    /** No deflate stream unpacks to more than this many times its length (zlib's own limit is 1032). */
    private static final long DENSEST = 1_040;
    /** Lines of true data pack 10 to 60 times; more than this is made to unpack for hours. */
    private static final long SUSPECT = 250;

    private static final long SMALL = 16 << 20;

    private final FileChannel channel;
    private final long length;
    private final Limits limits;
    private final Rejection reject;
    /** The directory is read onwards, local headers stand alone among content. */
    private final Window directory = new Window(WINDOW);

    private final Window header = new Window(HEADER);

    private ZipDirectory(FileChannel channel, long length, Limits limits, Rejection reject) {
        this.channel = channel;
        this.length = length;
        this.limits = limits;
        this.reject = reject;
    }

    /**
     * The files of the archive by name, in their order.
     *
     * @throws Problem if anything about it is not as it must be
     * @throws IOException if it cannot be read
     */
    static Map<String, Zip.Member> read(FileChannel channel, long length, Limits limits, Rejection reject)
            throws IOException {
        return new ZipDirectory(channel, length, limits, reject).members();
    }

    private record End(long count, long start, long size) {}

    private Map<String, Zip.Member> members() throws IOException {
        checkBeginning();
        End end = end();
        if (end.count > limits.entries() + 3L) {
            throw reject.tooLarge("more entries than allowed: " + end.count);
        }
        Map<String, Zip.Member> members = LinkedHashMap.newLinkedHashMap((int) end.count);
        long at = end.start;
        long expected = 0;
        for (long i = 0; i < end.count; i++) {
            if (at + Zip.CENTRAL_LENGTH > end.start + end.size) {
                throw reject.damaged("central directory shorter than its entries");
            }
            ByteBuffer fixed = directory.at(at, Zip.CENTRAL_LENGTH, end.start + end.size);
            int name = u16(fixed, 28);
            int extra = u16(fixed, 30);
            Zip.Member member = member(at, name, extra, end);
            if (member.offset() != expected) {
                throw reject.crafted("entries overlap, or something stands between them");
            }
            if (member.end() > end.start) {
                throw reject.crafted("an entry reaches into the directory");
            }
            if (members.put(member.name(), member) != null) {
                throw reject.crafted("an entry stands twice");
            }
            expected = member.end();
            at += Zip.CENTRAL_LENGTH + name + extra;
        }
        if (expected != end.start) {
            throw reject.crafted("something stands between the entries and the directory");
        }
        if (at != end.start + end.size) {
            throw reject.damaged("central directory longer than its entries");
        }
        return members;
    }

    /** The first bytes tell a package from any other file, whatever happened to the rest. */
    private void checkBeginning() throws IOException {
        byte[] wanted = PackageWriter.beginning();
        int have = (int) Math.min(length, wanted.length);
        byte[] found = new byte[have];
        if (have > 0) {
            directory.at(0, have, length).get(found);
        }
        byte[] age = "age-encryption.org/".getBytes(StandardCharsets.US_ASCII);
        if (have >= age.length && Arrays.equals(found, 0, age.length, age, 0, age.length)) {
            throw reject.encrypted();
        }
        if (have == 0) {
            throw reject.truncated("empty");
        }
        if (!Arrays.equals(found, 0, have, wanted, 0, have)) {
            throw reject.notPackage("does not begin with the entry mimetype");
        }
        if (have < wanted.length) {
            throw reject.truncated("breaks off in the first entry");
        }
    }

    private End end() throws IOException {
        long endAt = length - Zip.END_LENGTH;
        ByteBuffer end = directory.at(endAt, Zip.END_LENGTH, length);
        if (end.getInt(0) != Zip.END || u16(end, 20) != 0) {
            throw reject.truncated("no end record at the end");
        }
        int disk = u16(end, 4);
        int startDisk = u16(end, 6);
        int here = u16(end, 8);
        int count = u16(end, 10);
        long size = u32(end, 12);
        long start = u32(end, 16);
        if (disk != 0 || startDisk != 0 || here != count) {
            throw reject.damaged("an archive of several disks");
        }
        End plain = new End(count, start, size);
        End found = plain;
        long directoryEnd = endAt;
        if (count == Zip.FULL16 || size == Zip.FULL32 || start == Zip.FULL32) {
            directoryEnd = endAt - Zip.LOCATOR64_LENGTH - Zip.END64_LENGTH;
            found = end64(directoryEnd, plain);
        }
        if (found.count < 0 || found.start < 0 || found.size < 0 || found.start > length || found.size > length) {
            throw reject.damaged("end record with impossible numbers");
        }
        if (found.start + found.size != directoryEnd) {
            throw reject.damaged("the directory does not end where the end record begins");
        }
        return found;
    }

    private End end64(long at, End plain) throws IOException {
        if (at < 0) {
            throw reject.damaged("no room for a zip64 end record");
        }
        byte[] both = new byte[Zip.END64_LENGTH + Zip.LOCATOR64_LENGTH];
        directory.at(at, both.length, length).get(both);
        ByteBuffer end = ByteBuffer.wrap(both).order(ByteOrder.LITTLE_ENDIAN);
        int locator = Zip.END64_LENGTH;
        boolean framed = end.getInt(0) == Zip.END64
                && end.getLong(4) == Zip.END64_LENGTH - 12L
                && end.getInt(16) == 0
                && end.getInt(20) == 0
                && end.getLong(24) == end.getLong(32)
                && end.getInt(locator) == Zip.LOCATOR64
                && end.getInt(locator + 4) == 0
                && end.getLong(locator + 8) == at
                && end.getInt(locator + 16) == 1;
        if (!framed) {
            throw reject.damaged("no zip64 end record where one is needed");
        }
        End found = new End(end.getLong(32), end.getLong(48), end.getLong(40));
        boolean agree = (plain.count == Zip.FULL16 || plain.count == found.count)
                && (plain.size == Zip.FULL32 || plain.size == found.size)
                && (plain.start == Zip.FULL32 || plain.start == found.start);
        boolean needed = found.count >= Zip.FULL16 || found.size >= Zip.FULL32 || found.start >= Zip.FULL32;
        if (!agree || !needed) {
            throw reject.crafted("the two end records contradict each other");
        }
        return found;
    }

    private Zip.Member member(long at, int nameLength, int extraLength, End end) throws IOException {
        if (nameLength > Zip.LONGEST_NAME) {
            throw reject.crafted("a name that is too long");
        }
        if (extraLength > LONGEST_EXTRA) {
            throw reject.crafted("an extra field that no package has");
        }
        ByteBuffer central = directory.at(at, Zip.CENTRAL_LENGTH + nameLength + extraLength, end.start + end.size);
        if (central.getInt(0) != Zip.CENTRAL) {
            throw reject.damaged("not an entry of a central directory");
        }
        int flags = u16(central, 8);
        int method = u16(central, 10);
        checkKind(central, flags, method);
        String name = name(central, nameLength);
        long[] numbers = {u32(central, 24), u32(central, 20), u32(central, 42)};
        zip64(central, Zip.CENTRAL_LENGTH + nameLength, extraLength, numbers);
        long size = numbers[0];
        long packed = numbers[1];
        long offset = numbers[2];
        checkSizes(method, size, packed, offset, end.start);
        int version = u16(central, 6);
        int crc = central.getInt(16);
        int time = central.getInt(12);
        ByteBuffer local = header.at(offset, Zip.LOCAL_LENGTH, end.start);
        int localExtra = u16(local, 28);
        boolean same = local.getInt(0) == Zip.LOCAL
                && u16(local, 4) == version
                && u16(local, 6) == flags
                && u16(local, 8) == method
                && local.getInt(10) == time
                && local.getInt(14) == crc
                && u16(local, 26) == nameLength;
        if (!same || localExtra > LONGEST_EXTRA) {
            throw reject.damaged("the two headers of an entry contradict each other");
        }
        local = header.at(offset, Zip.LOCAL_LENGTH + nameLength + localExtra, end.start);
        long[] again = {u32(local, 22), u32(local, 18)};
        zip64(local, Zip.LOCAL_LENGTH + nameLength, localExtra, again);
        if (again[0] != size
                || again[1] != packed
                || !ascii(local, Zip.LOCAL_LENGTH, nameLength).equals(name)) {
            throw reject.damaged("the two headers of an entry contradict each other");
        }
        long start = offset + Zip.LOCAL_LENGTH + nameLength + localExtra;
        if (packed > end.start - start) {
            throw reject.crafted("an entry reaches into the directory");
        }
        return new Zip.Member(name, method, crc, packed, size, offset, start);
    }

    private void checkKind(ByteBuffer central, int flags, int method) {
        // Bits 1 and 2 tell how hard the writer tried, bit 11 that names are UTF-8; all others change the meaning.
        if ((flags & ~0x0806) != 0) {
            throw reject.crafted("an entry that is encrypted, or of a form that no package has");
        }
        if (method != Zip.STORED && method != Zip.DEFLATED) {
            throw reject.crafted("an entry compressed in another way: " + method);
        }
        if (u16(central, 6) > Zip.VERSION64 || u16(central, 32) != 0 || u16(central, 34) != 0) {
            throw reject.crafted("an entry with a comment, on another disk or for a later reader");
        }
        int attributes = central.getInt(38);
        int type = attributes >>> 16 & 0170000;
        if (type != 0 && type != Zip.REGULAR_FILE || (attributes & 0x18) != 0) {
            throw reject.crafted("an entry that is a link, a folder or a device");
        }
    }

    private void checkSizes(int method, long size, long packed, long offset, long room) {
        if (size < 0 || packed < 0 || offset < 0 || offset > room || packed > room) {
            throw reject.crafted("an entry with impossible numbers");
        }
        if (method == Zip.STORED && size != packed || size / DENSEST > packed) {
            throw reject.crafted("an entry whose sizes cannot be true");
        }
        if (size > SMALL && size / SUSPECT > packed) {
            throw reject.crafted("an entry that would unpack to far more than data do");
        }
    }

    private String name(ByteBuffer central, int length) {
        String name = ascii(central, Zip.CENTRAL_LENGTH, length);
        boolean known = name.equals(Zip.MIMETYPE)
                || name.equals(Zip.MANIFEST)
                || name.equals(Zip.SIGNATURE)
                || Zip.data(name)
                || Zip.blob(name);
        if (!known) {
            throw reject.crafted("an entry with a name that no package has");
        }
        return name;
    }

    /** Takes from the zip64 field the numbers that are full here; nothing else may stand in the extra field. */
    private void zip64(ByteBuffer bytes, int at, int length, long[] numbers) {
        int needed = 0;
        for (long number : numbers) {
            needed += number == Zip.FULL32 ? 8 : 0;
        }
        if (needed == 0 ? length != 0 : length != needed + 4) {
            throw reject.crafted("an extra field that no package has");
        }
        if (needed == 0) {
            return;
        }
        if (u16(bytes, at) != Zip.EXTRA64 || u16(bytes, at + 2) != needed) {
            throw reject.crafted("an extra field that no package has");
        }
        int from = at + 4;
        for (int i = 0; i < numbers.length; i++) {
            if (numbers[i] == Zip.FULL32) {
                numbers[i] = bytes.getLong(from);
                from += 8;
            }
        }
    }

    private static String ascii(ByteBuffer from, int at, int length) {
        byte[] bytes = new byte[length];
        from.get(at, bytes);
        // Bytes above 127 become signs that no allowed name has.
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static int u16(ByteBuffer bytes, int at) {
        return bytes.getShort(at) & 0xFFFF;
    }

    private static long u32(ByteBuffer bytes, int at) {
        return bytes.getInt(at) & Zip.FULL32;
    }

    /** A piece of the file kept in memory, moved on when bytes beyond it are asked for. */
    private final class Window {
        private final int capacity;
        private ByteBuffer held = ByteBuffer.allocate(0);
        private long start;

        Window(int capacity) {
            this.capacity = capacity;
        }

        /** These bytes of the file, as a buffer that begins with them and is good until the next call. */
        ByteBuffer at(long position, int count, long before) throws IOException {
            if (position < 0 || position + count > before) {
                throw reject.damaged("a part reaches beyond its end");
            }
            if (position < start || position + count > start + held.limit()) {
                held = ByteBuffer.allocate((int) Math.min(Math.max(count, capacity), length - position));
                start = position;
                while (held.hasRemaining()) {
                    if (channel.read(held, start + held.position()) < 0) {
                        throw reject.truncated("the file became shorter while it was read");
                    }
                }
                held.flip();
            }
            return held.slice((int) (position - start), count).order(ByteOrder.LITTLE_ENDIAN);
        }
    }
}
