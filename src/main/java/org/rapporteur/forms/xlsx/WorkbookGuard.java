package org.rapporteur.forms.xlsx;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.poifs.filesystem.FileMagic;
import org.rapporteur.core.problem.Refusal;

/** Looks at a file before it is opened as a workbook, so that a hostile one never fills the memory. */
final class WorkbookGuard {
    static final long MOST_BYTES = 20L << 20;
    private static final int MOST_PARTS = 2_000;
    private static final long MOST_UNPACKED = 96L << 20;
    private static final long MOST_XML = 24L << 20;
    private static final int MOST_ROWS = 20_000;
    private static final int MOST_CELLS = 200_000;
    private static final int MOST_DEPTH = 64;

    /**
     * A file that may be opened.
     *
     * @param strict whether it is written in the strict variant of Office Open XML, whose names are others
     * @param lastRows for sheets with many formatted rows below their contents: name of the part, and how many rows hold
     *     something or stand above one that does
     * @param days whether days are written as words ("2017-11-20") in cells of a type of their own
     */
    record Checked(Format format, boolean strict, Map<String, Integer> lastRows, boolean days) {
        /** Whether it must be rewritten before it can be opened. */
        boolean odd() {
            return strict || days || !lastRows.isEmpty();
        }
    }

    /** What a file is by its first bytes. */
    enum Format {
        XLSX,
        XLS
    }

    /** The file is not read; the refusal says why. */
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient Refusal refusal;

        Refused(Refusal refusal) {
            super(refusal.reason().key());
            this.refusal = refusal;
        }

        Refusal refusal() {
            return refusal;
        }
    }

    /** Fewer formatted rows than this below the contents do no harm. */
    private static final int FORMATTED_ROWS = 500;

    private static final int MOST_TYPES = 1 << 20;

    private final String name;
    private final Map<String, Integer> lastRows = new HashMap<>();
    private boolean strict;
    private boolean days;

    private WorkbookGuard(String name) {
        this.name = name;
    }

    /** Checks a file. */
    static Checked check(String name, Path file) throws IOException, Refused {
        return new WorkbookGuard(name).check(file);
    }

    private Checked check(Path file) throws IOException, Refused {
        if (name.startsWith("~$")) {
            throw refused("forms.refused.lockFile");
        }
        if (Files.size(file) > MOST_BYTES) {
            throw refused("forms.refused.tooLarge", MOST_BYTES >> 20);
        }
        if (Files.size(file) == 0) {
            throw refused("forms.refused.notWorkbook");
        }
        FileMagic magic;
        try (InputStream in = FileMagic.prepareToCheckMagic(Files.newInputStream(file))) {
            magic = FileMagic.valueOf(in);
        }
        return switch (magic) {
            case OLE2 -> new Checked(Format.XLS, false, Map.of(), false);
            case OOXML -> {
                try (ZipFile zip = new ZipFile(file.toFile())) {
                    parts(zip);
                } catch (ZipException damaged) {
                    throw refused(damaged(name));
                }
                yield new Checked(Format.XLSX, strict, lastRows, days);
            }
            case PDF -> throw refused("forms.refused.pdf");
            case RTF, WORD2 -> throw refused("forms.refused.word");
            case JPEG, PNG, GIF, TIFF, BMP, EMF, WMF -> throw refused("forms.refused.picture");
            case BIFF2, BIFF3, BIFF4 -> throw refused("forms.refused.oldExcel");
            case HTML -> throw refused("forms.refused.html");
            default -> throw refused(words(file));
        };
    }

    /** What a file is called that cannot be opened: of what claims to be no workbook only that is known. */
    static String damaged(String name) {
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return switch (ending) {
            case "docx", "doc", "docm", "dotx", "dot" -> "forms.refused.word";
            case "pptx", "ppt", "pptm" -> "forms.refused.slides";
            case "ods", "odt", "odp" -> "forms.refused.openDocument";
            case "msg", "eml" -> "forms.refused.mail";
            case "zip" -> "forms.refused.zip";
            default -> "forms.refused.damaged";
        };
    }

    /** What a file is that has no mark of its own: words, a web page, a message, or nothing that is known. */
    private static String words(Path file) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(4096);
        }
        int controls = 0;
        for (byte b : head) {
            controls += b >= 0 && b < 0x20 && b != '\t' && b != '\n' && b != '\r' ? 1 : 0;
        }
        String text = new String(head, StandardCharsets.UTF_8).strip().toLowerCase(Locale.ROOT);
        if (text.contains("<html") || text.contains("<table") || text.contains("urn:schemas-microsoft-com:office")) {
            return "forms.refused.html";
        }
        boolean message = text.matches("(?s)(received|from|return-path|mime-version|date|subject|to):.*");
        if (message) {
            return "forms.refused.mail";
        }
        return controls * 20 > head.length ? "forms.refused.notWorkbook" : "forms.refused.words";
    }

    /** What a ZIP file is if it is no workbook. */
    private static String otherZip(String types, String mimetype) {
        if (types.contains("wordprocessingml")) {
            return "forms.refused.word";
        }
        if (types.contains("presentationml")) {
            return "forms.refused.slides";
        }
        if (types.contains("ms-excel.sheet.binary")) {
            return "forms.refused.binaryWorkbook";
        }
        return mimetype.isEmpty() ? "forms.refused.zip" : "forms.refused.openDocument";
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

    private void parts(ZipFile zip) throws IOException, Refused {
        if (zip.size() > MOST_PARTS) {
            throw refused("forms.refused.tooMuchInside", MOST_PARTS);
        }
        String types = text(zip, "[Content_Types].xml");
        if (!types.contains("spreadsheetml") && !types.contains("ms-excel.sheet.macroEnabled")) {
            throw refused(otherZip(types, text(zip, "mimetype")));
        }
        long all = 0;
        Enumeration<? extends ZipEntry> entries = zip.entries();
        while (entries.hasMoreElements()) {
            ZipEntry entry = entries.nextElement();
            boolean xml = entry.getName().endsWith(".xml") || entry.getName().endsWith(".rels");
            // The size that the directory states is a claim of the sender; only unpacking tells.
            long size =
                    size(zip, entry, xml && !entry.getName().startsWith("xl/worksheets/") ? MOST_XML : MOST_UNPACKED);
            all += size;
            if (all > MOST_UNPACKED) {
                throw refused("forms.refused.tooMuchInside", (MOST_UNPACKED >> 20) + " MB");
            }
            if (xml) {
                structure(zip, entry);
            }
        }
    }

    private long size(ZipFile zip, ZipEntry entry, long most) throws IOException, Refused {
        byte[] buffer = new byte[1 << 16];
        long size = 0;
        try (InputStream in = zip.getInputStream(entry)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                size += read;
                if (size > most) {
                    throw refused("forms.refused.tooMuchInside", (most >> 20) + " MB");
                }
            }
        }
        return size;
    }

    private void structure(ZipFile zip, ZipEntry entry) throws IOException, Refused {
        boolean sheet = entry.getName().startsWith("xl/worksheets/");
        int rows = 0;
        int filled = 0;
        int last = 0;
        int cells = 0;
        int depth = 0;
        boolean inCell = false;
        boolean counted = false;
        try (InputStream in = zip.getInputStream(entry)) {
            XMLStreamReader xml = parser().createXMLStreamReader(in);
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.DTD) {
                    throw refused("forms.refused.damaged");
                }
                if (event == XMLStreamConstants.END_ELEMENT) {
                    depth--;
                    inCell &= !xml.getLocalName().equals("c");
                }
                if (event != XMLStreamConstants.START_ELEMENT) {
                    continue;
                }
                if (++depth > MOST_DEPTH) {
                    throw refused("forms.refused.tooMuchInside", MOST_DEPTH);
                }
                String element = xml.getLocalName();
                strict |= xml.getNamespaceURI() != null && xml.getNamespaceURI().startsWith(StrictNames.STRICT);
                if (!sheet) {
                    continue;
                }
                if (element.equals("row")) {
                    rows++;
                    counted = false;
                } else if (element.equals("c")) {
                    inCell = true;
                    days |= "d".equals(xml.getAttributeValue(null, "t"));
                } else if (inCell && (element.equals("v") || element.equals("is") || element.equals("f"))) {
                    // Only what holds something counts; formatting a whole sheet makes thousands of empty cells.
                    if (!element.equals("f") && ++cells > MOST_CELLS) {
                        throw refused("forms.refused.tooMuchInside", MOST_CELLS);
                    }
                    if (!counted && ++filled > MOST_ROWS) {
                        throw refused("forms.refused.tooMuchInside", MOST_ROWS);
                    }
                    counted = true;
                    last = rows;
                }
            }
            if (sheet && rows - last > FORMATTED_ROWS) {
                lastRows.put(entry.getName(), last);
            }
        } catch (XMLStreamException broken) {
            throw refused("forms.refused.damaged");
        }
    }

    private static XMLInputFactory parser() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        return factory;
    }

    private Refused refused(String reason, Object... args) {
        return new Refused(Refusal.file(name, reason, args));
    }
}
