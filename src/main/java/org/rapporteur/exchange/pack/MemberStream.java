package org.rapporteur.exchange.pack;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.rapporteur.core.problem.IoProblems;
import org.rapporteur.exchange.seal.Fingerprint;

/**
 * The content of one file of an archive, unpacked as it is read, in constant memory. The last bytes are handed out only
 * after length, checksum and hash were found right, so that whoever reads to the end has read what was promised.
 */
final class MemberStream extends InputStream {
    private static final int CHUNK = 1 << 16;

    private final FileChannel channel;
    private final Zip.Member member;
    private final String sha256;
    private final Rejection reject;
    private final CRC32 crc = new CRC32();
    private final MessageDigest hash;
    private final Inflater inflater;
    private final ByteBuffer packed = ByteBuffer.allocate(CHUNK);
    private long taken;
    private long given;
    private boolean checked;
    private boolean closed;

    /** @param sha256 that it must have, or null if its checksum must do */
    MemberStream(FileChannel channel, Zip.Member member, String sha256, Rejection reject) {
        this.channel = channel;
        this.member = member;
        this.sha256 = sha256;
        this.reject = reject;
        hash = sha256 == null ? null : Fingerprint.sha256();
        inflater = member.method() == Zip.DEFLATED ? new Inflater(true) : null;
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int from, int length) {
        if (closed) {
            throw new IllegalStateException("closed");
        }
        if (length == 0) {
            return 0;
        }
        if (given == member.size()) {
            check();
            return -1;
        }
        int want = (int) Math.min(length, member.size() - given);
        int count = inflater == null ? copy(into, from, want) : inflate(into, from, want);
        crc.update(into, from, count);
        if (hash != null) {
            hash.update(into, from, count);
        }
        given += count;
        if (given == member.size()) {
            check();
        }
        return count;
    }

    private int copy(byte[] into, int from, int want) {
        ByteBuffer target = ByteBuffer.wrap(into, from, want);
        int count = readAt(target, member.start() + given);
        taken += count;
        return count;
    }

    private int inflate(byte[] into, int from, int want) {
        try {
            while (true) {
                int count = inflater.inflate(into, from, want);
                if (count > 0) {
                    return count;
                }
                if (inflater.finished() || inflater.needsDictionary()) {
                    throw reject.damaged("an entry unpacks to less than it says");
                }
                feed();
            }
        } catch (DataFormatException e) {
            throw reject.damaged("an entry cannot be unpacked");
        }
    }

    private void feed() {
        long left = member.packed() - taken;
        if (left == 0) {
            throw reject.damaged("an entry breaks off");
        }
        packed.clear().limit((int) Math.min(CHUNK, left));
        taken += readAt(packed, member.start() + taken);
        packed.flip();
        inflater.setInput(packed.array(), 0, packed.limit());
    }

    private int readAt(ByteBuffer target, long position) {
        try {
            int count = channel.read(target, position);
            if (count <= 0) {
                throw reject.truncated("the file became shorter while it was read");
            }
            return count;
        } catch (IOException e) {
            throw IoProblems.of(reject.file(), e);
        }
    }

    private void check() {
        if (checked) {
            return;
        }
        if (inflater != null) {
            checkFinished();
        }
        if ((int) crc.getValue() != member.crc()) {
            throw reject.damaged("an entry has another checksum");
        }
        if (hash != null && !HexFormat.of().formatHex(hash.digest()).equals(sha256)) {
            throw reject.damaged("an entry has another hash");
        }
        checked = true;
    }

    /** The packed bytes must end where the unpacked ones do, both for the format and for the directory. */
    private void checkFinished() {
        byte[] beyond = new byte[1];
        try {
            while (!inflater.finished()) {
                if (inflater.inflate(beyond) > 0) {
                    throw reject.crafted("an entry unpacks to more than it says");
                }
                if (!inflater.finished()) {
                    if (inflater.needsDictionary()) {
                        throw reject.damaged("an entry cannot be unpacked");
                    }
                    feed();
                }
            }
        } catch (DataFormatException e) {
            throw reject.damaged("an entry cannot be unpacked");
        }
        if (inflater.getRemaining() > 0 || taken < member.packed()) {
            throw reject.crafted("something stands behind an entry's content");
        }
    }

    @Override
    public int available() {
        return (int) Math.min(Integer.MAX_VALUE, closed ? 0 : member.size() - given);
    }

    @Override
    public void close() {
        if (!closed && inflater != null) {
            inflater.end();
        }
        closed = true;
    }
}
