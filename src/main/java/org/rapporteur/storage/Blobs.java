package org.rapporteur.storage;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.PreparedStatement;
import java.time.Clock;
import java.util.HexFormat;
import org.rapporteur.core.problem.IoProblems;

/**
 * Files of a workspace by their SHA-256, in {@code blobs/aa/<sha256>}. The bytes are on the disk before the database
 * names them: temporary file, fsync, atomic move, then the register.
 */
public final class Blobs {
    private final Path folder;
    private final Writer writer;
    private final Clock clock;

    Blobs(Path folder, Writer writer, Clock clock) {
        this.folder = folder;
        this.writer = writer;
        this.clock = clock;
    }

    /**
     * Takes a file in; a file that is there already is not written again.
     *
     * @param fileName name to show, without folders
     * @return SHA-256, lower-case hexadecimal
     */
    public String put(InputStream in, String fileName, String mediaType) {
        Path temporary = null;
        try {
            Files.createDirectories(folder);
            temporary = PartFiles.in(folder, "incoming");
            MessageDigest digest = sha256();
            long size;
            try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE);
                    OutputStream out = Channels.newOutputStream(channel);
                    DigestInputStream counted = new DigestInputStream(in, digest)) {
                size = counted.transferTo(out);
                channel.force(true);
            }
            String hash = HexFormat.of().formatHex(digest.digest());
            Path place = path(hash);
            if (Files.notExists(place)) {
                Files.createDirectories(place.getParent());
                Files.move(temporary, place, StandardCopyOption.ATOMIC_MOVE);
            }
            writer.housekeeping(connection -> {
                try (PreparedStatement statement = connection.prepareStatement(
                        "INSERT OR IGNORE INTO blob (hash, size, file_name, media_type, added) VALUES (?, ?, ?, ?, ?)")) {
                    statement.setString(1, hash);
                    statement.setLong(2, size);
                    statement.setString(3, fileName);
                    statement.setString(4, mediaType);
                    statement.setLong(5, clock.millis());
                    return statement.executeUpdate();
                }
            });
            return hash;
        } catch (IOException e) {
            throw IoProblems.of(fileName, e);
        } finally {
            deleteQuietly(temporary);
        }
    }

    /**
     * Puts the bytes of a blob in their place; the register learns of it in the transaction that needs it.
     *
     * @throws org.rapporteur.core.problem.Problem if they are not what the hash says, or cannot be written
     */
    void place(InputStream in, String hash) {
        Path place = path(hash);
        Path temporary = null;
        try {
            Files.createDirectories(folder);
            temporary = PartFiles.in(folder, "incoming");
            MessageDigest digest = sha256();
            try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE);
                    OutputStream out = Channels.newOutputStream(channel);
                    DigestInputStream counted = new DigestInputStream(in, digest)) {
                counted.transferTo(out);
                channel.force(true);
            }
            if (!HexFormat.of().formatHex(digest.digest()).equals(hash)) {
                throw StorageProblems.packageContradicts("an attachment is not what its name says");
            }
            if (Files.notExists(place)) {
                Files.createDirectories(place.getParent());
                Files.move(temporary, place, StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException e) {
            throw IoProblems.of(hash.substring(0, 8), e);
        } finally {
            deleteQuietly(temporary);
        }
    }

    /** The bytes of a blob. @throws org.rapporteur.core.problem.Problem if it is not there */
    public InputStream open(String hash) {
        try {
            return Files.newInputStream(path(hash));
        } catch (IOException e) {
            throw IoProblems.of(hash.substring(0, 8), e);
        }
    }

    /** @throws IllegalArgumentException if it is not a SHA-256, so that no other path can be asked for */
    Path path(String hash) {
        if (!hash.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("not a SHA-256");
        }
        return folder.resolve(hash.substring(0, 2)).resolve(hash);
    }

    /** Whether the blob is there and its bytes are what its name says. */
    boolean sound(String hash) {
        Path place = path(hash);
        if (!Files.isRegularFile(place)) {
            return false;
        }
        MessageDigest digest = sha256();
        try (InputStream in = new DigestInputStream(Files.newInputStream(place), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            return false;
        }
        return HexFormat.of().formatHex(digest.digest()).equals(hash);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static void deleteQuietly(Path file) {
        if (file != null) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                System.getLogger("storage").log(System.Logger.Level.DEBUG, "a temporary file stays behind");
            }
        }
    }
}
