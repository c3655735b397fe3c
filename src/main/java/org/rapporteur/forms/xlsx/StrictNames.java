package org.rapporteur.forms.xlsx;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import javax.xml.stream.XMLEventFactory;
import javax.xml.stream.XMLEventReader;
import javax.xml.stream.XMLEventWriter;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.events.Attribute;
import javax.xml.stream.events.StartElement;
import javax.xml.stream.events.XMLEvent;

/**
 * Rewrites workbooks that are sound but that the library for workbooks does not read: with the names of strict Office Open
 * XML, with days as words, or with thousands of formatted rows below their contents. Only in memory; the file stays as it
 * is.
 */
final class StrictNames {
    static final String STRICT = "http://purl.oclc.org/ooxml/";

    private static final String USUAL = "http://schemas.openxmlformats.org/";
    /** The longer first, because names begin alike. */
    private static final String[][] NAMES = {
        {"officeDocument/relationships/extendedProperties", "officeDocument/2006/relationships/extended-properties"},
        {"officeDocument/relationships/customProperties", "officeDocument/2006/relationships/custom-properties"},
        {"officeDocument/relationships", "officeDocument/2006/relationships"},
        {"officeDocument/extendedProperties", "officeDocument/2006/extended-properties"},
        {"officeDocument/customProperties", "officeDocument/2006/custom-properties"},
        {"officeDocument/docPropsVTypes", "officeDocument/2006/docPropsVTypes"},
        {"officeDocument/sharedTypes", "officeDocument/2006/sharedTypes"},
        {"officeDocument/math", "officeDocument/2006/math"},
        {"spreadsheetml/main", "spreadsheetml/2006/main"},
        {"drawingml/spreadsheetDrawing", "drawingml/2006/spreadsheetDrawing"},
        {"drawingml/chartDrawing", "drawingml/2006/chartDrawing"},
        {"drawingml/chart", "drawingml/2006/chart"},
        {"drawingml/diagram", "drawingml/2006/diagram"},
        {"drawingml/picture", "drawingml/2006/picture"},
        {"drawingml/main", "drawingml/2006/main"},
    };

    private StrictNames() {}

    /** The workbook in the usual form. The guard has looked at it before: its size is known to be bearable. */
    static byte[] usual(Path file, WorkbookGuard.Checked checked) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipFile zip = new ZipFile(file.toFile());
                ZipOutputStream to = new ZipOutputStream(out)) {
            for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
                ZipEntry entry = all.nextElement();
                byte[] bytes;
                try (InputStream in = zip.getInputStream(entry)) {
                    bytes = in.readAllBytes();
                }
                String name = entry.getName();
                boolean xml = name.endsWith(".xml") || name.endsWith(".rels");
                if (xml && checked.strict()) {
                    bytes = renamed(new String(bytes, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
                }
                boolean sheet = name.startsWith("xl/worksheets/") && name.endsWith(".xml");
                if (sheet && (checked.days() || checked.lastRows().containsKey(name))) {
                    bytes = sheet(bytes, checked.lastRows().getOrDefault(name, Integer.MAX_VALUE));
                }
                to.putNextEntry(new ZipEntry(name));
                to.write(bytes);
                to.closeEntry();
            }
        } catch (XMLStreamException broken) {
            throw new IOException(broken);
        }
        return out.toByteArray();
    }

    private static String renamed(String xml) {
        String text = xml.replace(" conformance=\"strict\"", "");
        for (String[] name : NAMES) {
            text = text.replace(STRICT + name[0], USUAL + name[1]);
        }
        return text;
    }

    private static byte[] sheet(byte[] bytes, int lastRow) throws XMLStreamException {
        XMLInputFactory in = XMLInputFactory.newDefaultFactory();
        in.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        in.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        XMLEventReader from = in.createXMLEventReader(new java.io.ByteArrayInputStream(bytes));
        XMLEventWriter to = XMLOutputFactory.newDefaultFactory().createXMLEventWriter(out, "UTF-8");
        XMLEventFactory events = XMLEventFactory.newDefaultFactory();
        int rows = 0;
        boolean left = false;
        boolean day = false;
        while (from.hasNext()) {
            XMLEvent event = from.nextEvent();
            if (event.isStartElement()) {
                String element = event.asStartElement().getName().getLocalPart();
                left |= element.equals("row") && ++rows > lastRow;
                if (element.equals("c")) {
                    day = isDay(event.asStartElement());
                    event = day ? asText(event.asStartElement(), events) : event;
                }
            }
            if (!left) {
                // "2017-11-20T00:00:00" is a day and no time of day.
                boolean midnight = day && event.isCharacters();
                String words = midnight ? event.asCharacters().getData() : "";
                to.add(midnight ? events.createCharacters(words.replaceFirst("T00:00(:00(\\.0+)?)?Z?$", "")) : event);
            }
            left &= !(event.isEndElement()
                    && event.asEndElement().getName().getLocalPart().equals("row"));
        }
        to.close();
        return out.toByteArray();
    }

    private static boolean isDay(StartElement cell) {
        Attribute type = cell.getAttributeByName(new javax.xml.namespace.QName("t"));
        return type != null && type.getValue().equals("d");
    }

    private static StartElement asText(StartElement cell, XMLEventFactory events) {
        List<Attribute> attributes = new ArrayList<>();
        for (Iterator<Attribute> all = cell.getAttributes(); all.hasNext(); ) {
            Attribute attribute = all.next();
            boolean type = attribute.getName().getLocalPart().equals("t");
            attributes.add(type ? events.createAttribute("t", "str") : attribute);
        }
        return events.createStartElement(cell.getName(), attributes.iterator(), cell.getNamespaces());
    }
}
