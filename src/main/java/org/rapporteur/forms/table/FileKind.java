package org.rapporteur.forms.table;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.rapporteur.core.problem.Problem;

/** Tells what a file is by its content; its name's ending proves nothing. */
final class FileKind {

    private static final int MOST_PARTS = 5_000;
    private static final int MOST_STRANGE = 8;
    private static final int MOST_TYPES = 1 << 20;

    private FileKind() {}

    /**
     * The format of a table.
     *
     * @throws org.rapporteur.core.problem.Problem if the file is no table that can be read, saying what it is
     */
    static TableInfo.Format of(Path path, FileScan scan, TableLimits limits) {
        byte[] head = scan.head();
        String name = scan.name();
        if (starts(head, "PK\u0003\u0004") || starts(head, "PK\u0005\u0006")) {
            return ofZip(path, name, limits);
        }
        if (starts(head, "\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1")) {
            return ofOle(path, name);
        }
        String other = other(head);
        if (other != null) {
            throw TableProblems.otherKind(name, other);
        }
        // In UTF-16 half of every Arabic or Cyrillic letter looks like a control character.
        long strange = CharsetGuess.isWide(scan) ? 0 : scan.controls() + scan.nulsAtEven() + scan.nulsAtOdd();
        if (strange > MOST_STRANGE && strange * 20 > scan.bytes()) {
            throw TableProblems.otherKind(name, "binary");
        }
        return TableInfo.Format.CSV;
    }

    private static String other(byte[] head) {
        if (starts(head, "%PDF")) {
            return "pdf";
        }
        if (starts(head, "{\\rtf")) {
            return "rtf";
        }
        boolean image = starts(head, "\u0089PNG")
                || starts(head, "\u00FF\u00D8\u00FF")
                || starts(head, "GIF8")
                || starts(head, "II*\u0000")
                || starts(head, "MM\u0000*");
        if (image) {
            return "image";
        }
        // Excel's first formats begin with a record of their own instead of a file system.
        if (starts(head, "\u0009\u0000\u0004\u0000")
                || starts(head, "\u0009\u0002\u0006\u0000")
                || starts(head, "\u0009\u0004\u0006\u0000")) {
            return "oldExcel";
        }
        String text = new String(head, 0, Math.min(head.length, 2_000), StandardCharsets.ISO_8859_1)
                .replaceFirst("^(\u00EF\u00BB\u00BF)?\\s*", "")
                .toLowerCase(Locale.ROOT);
        if (text.startsWith("<?xml") || text.startsWith("<workbook")) {
            return text.contains("office:spreadsheet") ? "xmlSpreadsheet" : text.contains("<html") ? "html" : "xml";
        }
        if (text.startsWith("begin:vcard") || text.startsWith("begin:vcalendar")) {
            return text.startsWith("begin:vcard") ? "contacts" : "calendar";
        }
        if (text.startsWith("{\"") || text.startsWith("[{")) {
            return "json";
        }
        boolean html = text.startsWith("<!doctype html") || text.startsWith("<html") || text.startsWith("<table");
        return html ? "html" : null;
    }

    private static boolean starts(byte[] head, String magic) {
        byte[] bytes = magic.getBytes(StandardCharsets.ISO_8859_1);
        if (head.length < bytes.length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if (head[i] != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    private static TableInfo.Format ofZip(Path path, String name, TableLimits limits) {
        try (ZipFile zip = new ZipFile(path.toFile())) {
            check(zip, name, limits);
            String types = text(zip, "[Content_Types].xml");
            String mimetype = text(zip, "mimetype");
            if (types.contains("spreadsheetml.sheet.main+xml")
                    || types.contains("spreadsheetml.template.main+xml")
                    || types.contains("ms-excel.sheet.macroEnabled.main+xml")
                    || types.contains("ms-excel.template.macroEnabled.main+xml")) {
                return TableInfo.Format.XLSX;
            }
            throw TableProblems.otherKind(name, otherZip(types, mimetype));
        } catch (IOException | IllegalArgumentException e) {
            throw TableProblems.damaged(name, e);
        }
    }

    private static String otherZip(String types, String mimetype) {
        if (types.contains("wordprocessingml")) {
            return "word";
        }
        if (types.contains("presentationml")) {
            return "powerpoint";
        }
        if (types.contains("ms-excel.sheet.binary")) {
            return "xlsb";
        }
        if (mimetype.startsWith("application/vnd.oasis.opendocument")) {
            return mimetype.contains("spreadsheet") ? "ods" : "openDocument";
        }
        return "zip";
    }

    // Declared sizes may lie; what is really unpacked is limited again while reading.
    private static void check(ZipFile zip, String name, TableLimits limits) {
        long total = 0;
        int parts = 0;
        for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
            ZipEntry entry = all.nextElement();
            parts++;
            total += Math.max(0, entry.getSize());
            if (parts > MOST_PARTS || total > limits.unpackedBytes() || total < 0) {
                throw TableProblems.bomb(name);
            }
        }
    }

    private static String text(ZipFile zip, String part) throws IOException {
        ZipEntry entry = zip.getEntry(part);
        if (entry == null) {
            return "";
        }
        try (InputStream in = zip.getInputStream(entry)) {
            return new String(in.readNBytes(MOST_TYPES), StandardCharsets.UTF_8);
        }
    }

    private static TableInfo.Format ofOle(Path path, String name) {
        try (POIFSFileSystem files = new POIFSFileSystem(path.toFile(), true)) {
            DirectoryNode root = files.getRoot();
            if (root.hasEntryCaseInsensitive("EncryptedPackage")) {
                throw TableProblems.encrypted(name);
            }
            if (root.hasEntryCaseInsensitive("Workbook")) {
                return TableInfo.Format.XLS;
            }
            if (root.hasEntryCaseInsensitive("Book")) {
                throw TableProblems.otherKind(name, "oldExcel");
            }
            boolean word = root.hasEntryCaseInsensitive("WordDocument");
            boolean slides = root.hasEntryCaseInsensitive("PowerPoint Document");
            throw TableProblems.otherKind(name, word ? "word" : slides ? "powerpoint" : "binary");
        } catch (Problem e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw TableProblems.damaged(name, e);
        }
    }
}
