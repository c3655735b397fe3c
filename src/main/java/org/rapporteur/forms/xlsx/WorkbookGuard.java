package org.rapporteur.forms.xlsx;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
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

    private final String name;

    private WorkbookGuard(String name) {
        this.name = name;
    }

    /** Checks a file. */
    static Format check(String name, Path file) throws IOException, Refused {
        return new WorkbookGuard(name).check(file);
    }

    private Format check(Path file) throws IOException, Refused {
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
            case OLE2 -> Format.XLS;
            case OOXML -> {
                try (ZipFile zip = new ZipFile(file.toFile())) {
                    parts(zip);
                } catch (ZipException damaged) {
                    throw refused("forms.refused.damaged");
                }
                yield Format.XLSX;
            }
            default -> throw refused("forms.refused.notWorkbook");
        };
    }

    private void parts(ZipFile zip) throws IOException, Refused {
        if (zip.size() > MOST_PARTS) {
            throw refused("forms.refused.tooMuchInside", MOST_PARTS);
        }
        if (zip.getEntry("[Content_Types].xml") == null) {
            boolean openDocument = zip.getEntry("mimetype") != null && zip.getEntry("content.xml") != null;
            throw refused(openDocument ? "forms.refused.openDocument" : "forms.refused.notWorkbook");
        }
        long all = 0;
        Enumeration<? extends ZipEntry> entries = zip.entries();
        while (entries.hasMoreElements()) {
            ZipEntry entry = entries.nextElement();
            boolean xml = entry.getName().endsWith(".xml") || entry.getName().endsWith(".rels");
            // The size that the directory states is a claim of the sender; only unpacking tells.
            long size = size(zip, entry, xml ? MOST_XML : MOST_UNPACKED);
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
        int cells = 0;
        int depth = 0;
        try (InputStream in = zip.getInputStream(entry)) {
            XMLStreamReader xml = parser().createXMLStreamReader(in);
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.DTD) {
                    throw refused("forms.refused.damaged");
                }
                if (event == XMLStreamConstants.END_ELEMENT) {
                    depth--;
                }
                if (event != XMLStreamConstants.START_ELEMENT) {
                    continue;
                }
                if (++depth > MOST_DEPTH) {
                    throw refused("forms.refused.tooMuchInside", MOST_DEPTH);
                }
                String element = xml.getLocalName();
                if (sheet && element.equals("row") && ++rows > MOST_ROWS) {
                    throw refused("forms.refused.tooMuchInside", MOST_ROWS);
                }
                if (sheet && element.equals("c") && ++cells > MOST_CELLS) {
                    throw refused("forms.refused.tooMuchInside", MOST_CELLS);
                }
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
