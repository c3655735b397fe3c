package org.rapporteur.forms.xlsx;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Pictures inside a returned workbook. */
public final class ReturnedParts {
    private static final int MOST_BYTES = 16 << 20;
    private static final Set<String> PICTURES = Set.of("png", "jpg", "jpeg", "gif", "bmp");

    private ReturnedParts() {}

    /**
     * The bytes of a picture.
     *
     * @param part its name inside the file, such as {@code xl/media/image1.png}
     * @return empty if there is none of this name, it is no picture that can be shown, or it is larger than 16 MB
     */
    public static Optional<byte[]> read(Path file, String part) {
        String name = part.startsWith("/") ? part.substring(1) : part;
        int dot = name.lastIndexOf('.');
        if (dot < 0 || !PICTURES.contains(name.substring(dot + 1).toLowerCase(Locale.ROOT))) {
            return Optional.empty();
        }
        try (ZipFile zip = new ZipFile(file.toFile())) {
            ZipEntry entry = zip.getEntry(name);
            if (entry == null) {
                return Optional.empty();
            }
            try (InputStream in = zip.getInputStream(entry)) {
                byte[] bytes = in.readNBytes(MOST_BYTES + 1);
                return bytes.length > MOST_BYTES ? Optional.empty() : Optional.of(bytes);
            }
        } catch (IOException notAZip) {
            return Optional.empty();
        }
    }
}
