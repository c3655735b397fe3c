package org.rapporteur.exchange.pack;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import org.rapporteur.core.problem.IoProblems;
import org.rapporteur.core.problem.Problem;
import org.rapporteur.exchange.json.StrictJson;
import org.rapporteur.exchange.seal.Signature;
import org.rapporteur.exchange.seal.Signatures;

/**
 * A package, opened as the hostile input it may be: its structure, its manifest and its signature are checked before
 * this exists, each file's content when it is read. Several files may be read at the same time. Nothing is ever written
 * to disk.
 */
public final class PackageReader implements AutoCloseable {
    private static final int SKIM = 1 << 16;

    private final FileChannel channel;
    private final Limits limits;
    private final Rejection reject;
    private final Map<String, Manifest.Entry> entries = new HashMap<>();
    private Map<String, Zip.Member> members;
    private byte[] manifestBytes;
    private Manifest manifest;
    private Signature signature;

    private PackageReader(FileChannel channel, Limits limits, Rejection reject) {
        this.channel = channel;
        this.limits = limits;
        this.reject = reject;
    }

    /**
     * Opens and checks a package.
     *
     * @param file a plain package; one that is encrypted must be decrypted before
     * @throws Problem {@code PKG-..} if it is no package that can be accepted, {@code KEY-02} if its signature is
     *     wrong, {@code FIL-..} if it cannot be read; nothing stays open then
     */
    public static PackageReader open(Path file, Limits limits) {
        return open(file, file.getFileName() == null ? "" : file.getFileName().toString(), limits);
    }

    /**
     * Opens and checks a package that lies under a passing name, decrypted for instance.
     *
     * @param file as above
     * @param name of the file that the person knows, for messages
     * @throws Problem as above
     */
    public static PackageReader open(Path file, String name, Limits limits) {
        try {
            if (!Files.isRegularFile(file)) {
                throw new NoSuchFileException("not a file");
            }
            FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
            PackageReader reader = new PackageReader(channel, limits, new Rejection(name));
            try {
                reader.check();
                return reader;
            } catch (IOException | RuntimeException | Error e) {
                channel.close();
                throw e;
            }
        } catch (IOException e) {
            throw IoProblems.of(name, e);
        }
    }

    private void check() throws IOException {
        members = ZipDirectory.read(channel, channel.size(), limits, reject);
        manifestBytes = small(Zip.MANIFEST, limits.manifest());
        if (manifestBytes == null) {
            throw reject.damaged("no manifest");
        }
        try {
            manifest = ManifestJson.read(manifestBytes, limits.entries());
        } catch (IOException e) {
            throw reject.manifest(e instanceof StrictJson.Bad ? e.getMessage() : "not JSON");
        }
        checkEntries();
        byte[] signed = small(Zip.SIGNATURE, Signatures.LARGEST);
        signature = signed == null ? Signature.UNSIGNED : Signatures.verify(reject.file(), signed, manifestBytes);
    }

    /** A file read into memory, null if it is not there. */
    private byte[] small(String name, int longest) throws IOException {
        Zip.Member member = members.get(name);
        if (member == null) {
            return null;
        }
        if (member.size() > longest) {
            throw reject.tooLarge(name + " is longer than allowed");
        }
        byte[] bytes = new byte[(int) member.size()];
        try (InputStream in = new MemberStream(channel, member, null, reject)) {
            // Reads at least once: an empty file has its checks too.
            int at = 0;
            for (int n = in.read(bytes); n > 0; n = in.read(bytes, at, bytes.length - at)) {
                at += n;
                if (at == bytes.length) {
                    break;
                }
            }
        }
        return bytes;
    }

    /** The manifest and the archive must list the same files, with the same sizes, and all within the limits. */
    private void checkEntries() {
        long total = 0;
        for (Manifest.Entry entry : manifest.entries()) {
            boolean data = Zip.data(entry.name());
            if (!data && !Zip.blob(entry.name())) {
                throw reject.crafted("the manifest lists a name that no package has");
            }
            if (!data && !entry.name().endsWith(entry.sha256())) {
                throw reject.manifest("an attachment whose name is not its hash");
            }
            if (entries.put(entry.name(), entry) != null) {
                throw reject.crafted("the manifest lists a file twice");
            }
            Zip.Member member = members.get(entry.name());
            if (member == null) {
                throw reject.damaged("a file that the manifest lists is missing");
            }
            if (member.size() != entry.size()) {
                throw reject.damaged("a file has another size than the manifest says");
            }
            if (entry.size() > (data ? limits.data() : limits.blob()) || entry.size() > limits.total() - total) {
                throw reject.tooLarge("a file or all together are longer than allowed");
            }
            total += entry.size();
        }
        int own = members.containsKey(Zip.SIGNATURE) ? 3 : 2;
        if (entries.size() + own != members.size()) {
            throw reject.crafted("the archive holds a file that the manifest does not list");
        }
    }

    /** What the package says of itself. */
    public Manifest manifest() {
        return manifest;
    }

    /** The manifest's exact bytes, which the signature covers. */
    public byte[] manifestBytes() {
        return manifestBytes.clone();
    }

    /** Who signed it; a wrong signature has been refused already. */
    public Signature signature() {
        return signature;
    }

    /** Name of the file as the person knows it, for messages. */
    public String file() {
        return reject.file();
    }

    /** Whether it holds this file, such as {@code data/party.ndjson}. */
    public boolean has(String name) {
        return members.containsKey(name);
    }

    /**
     * A file's content, not buffered. Reading throws {@link Problem} {@code PKG-..} when the content is not what the
     * manifest says, at the latest in place of the last bytes.
     *
     * @param entry one of the manifest's entries
     */
    public InputStream open(Manifest.Entry entry) {
        Zip.Member member = members.get(entry.name());
        if (member == null || !entry.equals(entries.get(entry.name()))) {
            throw new IllegalArgumentException("not an entry of this package");
        }
        return new MemberStream(channel, member, entry.sha256(), reject);
    }

    /**
     * A file's content as lines, each of which must be a JSON object.
     *
     * @param entry one of the manifest's {@code data/...} entries
     */
    public NdjsonLines lines(Manifest.Entry entry) {
        return new NdjsonLines(open(entry), reject, entry.name(), limits.line());
    }

    /**
     * Reads every file to its end, and nothing more.
     *
     * @throws Problem {@code PKG-..} if one is not what the manifest says
     */
    public void verify() {
        byte[] skimmed = new byte[SKIM];
        for (Manifest.Entry entry : manifest.entries()) {
            try (InputStream in = open(entry)) {
                while (in.read(skimmed) >= 0) {
                    continue;
                }
            } catch (IOException e) {
                throw IoProblems.of(reject.file(), e);
            }
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw IoProblems.of(reject.file(), e);
        }
    }
}
