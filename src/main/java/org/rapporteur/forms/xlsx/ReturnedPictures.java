package org.rapporteur.forms.xlsx;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.hssf.usermodel.HSSFPictureData;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.FileMagic;

/** Takes a picture out of a returned file that the workspace has kept, to be shown beside its item in the tray. */
public final class ReturnedPictures {
    static final String XLS = "xls/picture/";

    private static final int MOST_BYTES = 20 << 20;

    /**
     * A picture.
     *
     * @param bytes the file of the picture
     * @param mediaType such as {@code image/png}; {@code image/x-emf} and {@code image/x-wmf} can't be drawn everywhere
     */
    public record Picture(byte[] bytes, String mediaType) {}

    private ReturnedPictures() {}

    /**
     * The picture that {@code tray_item.source_part} names. Reads the whole file; off the window's thread.
     *
     * @param file the returned file as it was kept; not closed
     * @return empty if the file has no such picture, or it is larger than 20 MB
     * @throws IOException if the file cannot be read
     */
    public static Optional<Picture> read(InputStream file, String part) throws IOException {
        if (part.isBlank()) {
            return Optional.empty();
        }
        InputStream in = FileMagic.prepareToCheckMagic(new BufferedInputStream(file));
        try {
            return FileMagic.valueOf(in) == FileMagic.OLE2 ? xls(in, part) : xlsx(in, part);
        } catch (RuntimeException damaged) {
            throw new IOException(damaged);
        }
    }

    private static Optional<Picture> xls(InputStream in, String part) throws IOException {
        if (!part.matches(XLS + "\\d{1,6}")) {
            return Optional.empty();
        }
        int index = Integer.parseInt(part.substring(XLS.length()));
        byte[] all = in.readNBytes(MOST_BYTES + 1);
        if (all.length > MOST_BYTES) {
            return Optional.empty();
        }
        try (HSSFWorkbook workbook = new HSSFWorkbook(new java.io.ByteArrayInputStream(all))) {
            List<HSSFPictureData> pictures = workbook.getAllPictures();
            return index < 1 || index > pictures.size()
                    ? Optional.empty()
                    : Optional.of(new Picture(
                            pictures.get(index - 1).getData(),
                            pictures.get(index - 1).getMimeType()));
        }
    }

    private static Optional<Picture> xlsx(InputStream in, String part) throws IOException {
        ZipInputStream zip = new ZipInputStream(in);
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            if (entry.getName().equals(part)) {
                byte[] bytes = zip.readNBytes(MOST_BYTES + 1);
                return bytes.length > MOST_BYTES ? Optional.empty() : Optional.of(new Picture(bytes, type(part)));
            }
        }
        return Optional.empty();
    }

    private static String type(String part) {
        String ending = part.substring(part.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return switch (ending) {
            case "jpg", "jpeg" -> "image/jpeg";
            case "emf", "wmf" -> "image/x-" + ending;
            case "svg" -> "image/svg+xml";
            case "tif" -> "image/tiff";
            default -> "image/" + ending;
        };
    }
}
