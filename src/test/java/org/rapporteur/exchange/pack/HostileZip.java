package org.rapporteur.exchange.pack;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Writes archives with whatever lies a test asks for. */
final class HostileZip {
    /** One entry; every field may be changed before it is written. */
    static final class Entry {
        byte[] name;
        byte[] localName;
        byte[] content;
        int method;
        int flags;
        int crc;
        long packed;
        long size;
        Long localSize;
        Long offset;
        int attributes;
        byte[] extra = {};
        byte[] localExtra = {};
        byte[] before = {};
        String comment = "";
    }

    private final List<Entry> entries = new ArrayList<>();
    byte[] beforeDirectory = {};
    byte[] afterDirectory = {};
    int count = -1;
    String comment = "";

    HostileZip stored(String name, byte[] content) {
        return entry(name, content, e -> {});
    }

    HostileZip deflated(String name, byte[] content) {
        return entry(name, content, HostileZip::deflate);
    }

    HostileZip entry(String name, byte[] content, Consumer<Entry> change) {
        Entry entry = new Entry();
        entry.name = name.getBytes(StandardCharsets.UTF_8);
        entry.content = content;
        CRC32 crc = new CRC32();
        crc.update(content);
        entry.crc = (int) crc.getValue();
        entry.size = content.length;
        entry.packed = content.length;
        change.accept(entry);
        entries.add(entry);
        return this;
    }

    static void deflate(Entry entry) {
        Deflater deflater = new Deflater(9, true);
        deflater.setInput(entry.content);
        deflater.finish();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] some = new byte[1 << 16];
        while (!deflater.finished()) {
            out.write(some, 0, deflater.deflate(some));
        }
        deflater.end();
        entry.content = out.toByteArray();
        entry.packed = entry.content.length;
        entry.method = 8;
    }

    byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream directory = new ByteArrayOutputStream();
        for (Entry entry : entries) {
            out.writeBytes(entry.before);
            long offset = entry.offset == null ? out.size() : entry.offset;
            byte[] localName = entry.localName == null ? entry.name : entry.localName;
            long localSize = entry.localSize == null ? entry.size : entry.localSize;
            ByteBuffer local = buffer(30);
            local.putInt(Zip.LOCAL)
                    .putShort((short) 20)
                    .putShort((short) entry.flags)
                    .putShort((short) entry.method);
            local.putInt(0x00210000)
                    .putInt(entry.crc)
                    .putInt((int) entry.packed)
                    .putInt((int) localSize);
            local.putShort((short) localName.length).putShort((short) entry.localExtra.length);
            out.writeBytes(local.array());
            out.writeBytes(localName);
            out.writeBytes(entry.localExtra);
            out.writeBytes(entry.content);
            ByteBuffer central = buffer(46);
            central.putInt(Zip.CENTRAL).putShort((short) Zip.MADE_BY).putShort((short) 20);
            central.putShort((short) entry.flags).putShort((short) entry.method).putInt(0x00210000);
            central.putInt(entry.crc).putInt((int) entry.packed).putInt((int) entry.size);
            central.putShort((short) entry.name.length).putShort((short) entry.extra.length);
            central.putShort((short) entry.comment.length())
                    .putInt(0)
                    .putInt(entry.attributes)
                    .putInt((int) offset);
            directory.writeBytes(central.array());
            directory.writeBytes(entry.name);
            directory.writeBytes(entry.extra);
            directory.writeBytes(entry.comment.getBytes(StandardCharsets.US_ASCII));
        }
        out.writeBytes(beforeDirectory);
        int start = out.size();
        out.writeBytes(directory.toByteArray());
        out.writeBytes(afterDirectory);
        int number = count < 0 ? entries.size() : count;
        ByteBuffer end = buffer(22);
        end.putInt(Zip.END).putInt(0).putShort((short) number).putShort((short) number);
        end.putInt(directory.size()).putInt(start).putShort((short) comment.length());
        out.writeBytes(end.array());
        out.writeBytes(comment.getBytes(StandardCharsets.US_ASCII));
        return out.toByteArray();
    }

    static ByteBuffer buffer(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }
}
