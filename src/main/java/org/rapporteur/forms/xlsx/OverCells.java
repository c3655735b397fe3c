package org.rapporteur.forms.xlsx;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.hssf.usermodel.HSSFClientAnchor;
import org.apache.poi.hssf.usermodel.HSSFCombobox;
import org.apache.poi.hssf.usermodel.HSSFComment;
import org.apache.poi.hssf.usermodel.HSSFObjectData;
import org.apache.poi.hssf.usermodel.HSSFPatriarch;
import org.apache.poi.hssf.usermodel.HSSFPicture;
import org.apache.poi.hssf.usermodel.HSSFShape;
import org.apache.poi.hssf.usermodel.HSSFShapeGroup;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFSimpleShape;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageRelationship;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.rapporteur.core.survey.TrayReason;
import org.rapporteur.core.text.PlainText;
import org.rapporteur.forms.reading.Grid;

/**
 * What is attached to the cells of a sheet or lies over them: notes and the talk about them, text boxes (in groups too),
 * pictures, embedded files, check boxes, charts and other shapes. Drawings are read by their XML, so that nothing is missed
 * because a library has no class for it.
 */
final class OverCells {
    private static final int MOST = 2_000;
    /** Every language's version of what Excel puts before the words of a thread, for programs that know no threads. */
    private static final String THREAD_MARK = "go.microsoft.com/fwlink/?linkid=870924";

    private final Sheet sheet;
    private final List<Grid.Attached> found = new ArrayList<>();

    private OverCells(Sheet sheet) {
        this.sheet = sheet;
    }

    /** Reads a sheet. */
    static List<Grid.Attached> of(Sheet sheet) throws IOException {
        OverCells over = new OverCells(sheet);
        Map<String, String> threads = new HashMap<>();
        if (sheet instanceof XSSFSheet xssf) {
            over.parts(xssf, threads);
        } else if (sheet instanceof HSSFSheet hssf && hssf.getDrawingPatriarch() != null) {
            over.shapes(hssf.getDrawingPatriarch());
        }
        over.notes(threads);
        return over.found;
    }

    private void add(int row, int column, String text, TrayReason reason, String part) {
        String clean = PlainText.clean(text).strip();
        if (!clean.isEmpty() && found.size() < MOST) {
            found.add(new Grid.Attached(Math.max(0, row), Math.max(0, column), clean, reason, part));
        }
    }

    private void notes(Map<String, String> threads) {
        sheet.getCellComments().forEach((address, comment) -> {
            String text = comment.getString() == null ? "" : comment.getString().getString();
            if (!threads.containsKey(address.formatAsString())) {
                add(address.getRow(), address.getColumn(), own(text), TrayReason.NOTE, "");
            }
        });
        threads.forEach((place, text) -> {
            org.apache.poi.ss.util.CellReference cell = new org.apache.poi.ss.util.CellReference(place);
            add(cell.getRow(), cell.getCol(), text, TrayReason.NOTE, "");
        });
    }

    /** The words of a note without what Excel itself writes before those of a thread. */
    private static String own(String text) {
        int mark = text.indexOf(THREAD_MARK);
        if (mark < 0) {
            return text;
        }
        int rest = text.indexOf('\n', mark);
        String after = rest < 0 ? "" : text.substring(rest).strip();
        // "Comment:" in the language of the program, on a line of its own.
        int line = after.indexOf('\n');
        boolean head = line > 0 && after.substring(0, line).strip().endsWith(":");
        return head ? after.substring(line).strip() : after;
    }

    private void shapes(HSSFPatriarch drawing) {
        drawing.getChildren().forEach(shape -> shape(shape, null));
    }

    private void shape(HSSFShape shape, HSSFClientAnchor within) {
        HSSFClientAnchor at =
                within != null ? within : shape.getAnchor() instanceof HSSFClientAnchor anchor ? anchor : null;
        int row = at == null ? 0 : at.getRow1();
        int column = at == null ? 0 : at.getCol1();
        switch (shape) {
            case HSSFShapeGroup group -> group.getChildren().forEach(child -> shape(child, at));
            case HSSFComment note -> {
                // Read with the notes of the cells.
            }
            case HSSFCombobox list -> {
                // The arrow of a list to choose from.
            }
            case HSSFObjectData object ->
                add(row, column, named(object.getOLE2ClassName(), "OLE"), TrayReason.OBJECT, "xls/object");
            case HSSFPicture picture ->
                add(
                        row,
                        column,
                        named(picture.getFileName(), "picture"),
                        TrayReason.PICTURE,
                        ReturnedPictures.XLS + picture.getPictureIndex());
            case HSSFSimpleShape box -> {
                String text = box.getString() == null ? "" : box.getString().getString();
                boolean words = text != null && !text.isBlank();
                add(
                        row,
                        column,
                        words ? text : named(box.getShapeName(), "shape"),
                        words ? TrayReason.NOTE : TrayReason.OBJECT,
                        "");
            }
            default -> add(row, column, named(shape.getShapeName(), "shape"), TrayReason.OBJECT, "");
        }
    }

    private static String named(String name, String otherwise) {
        return name == null || name.isBlank() ? otherwise : name.strip();
    }

    private void parts(XSSFSheet xssf, Map<String, String> threads) throws IOException {
        try {
            PackagePart own = xssf.getPackagePart();
            for (PackageRelationship relation : own.getRelationships()) {
                String type = relation.getRelationshipType();
                if (relation.getTargetMode() == org.apache.poi.openxml4j.opc.TargetMode.EXTERNAL) {
                    continue;
                }
                if (type.endsWith("/drawing")) {
                    PackagePart part = own.getRelatedPart(relation);
                    if (part != null) {
                        drawing(part);
                    }
                } else if (type.endsWith("/threadedComment")) {
                    PackagePart part = own.getRelatedPart(relation);
                    if (part != null) {
                        threads(part, threads);
                    }
                }
            }
            embedded(own);
        } catch (InvalidFormatException | XMLStreamException e) {
            throw new IOException(e);
        }
    }

    private static XMLStreamReader open(InputStream in) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory.createXMLStreamReader(in);
    }

    /** One thing of a drawing: where it is and what it holds. */
    private static final class Thing {
        private int row = -1;
        private int column = -1;
        private final StringBuilder words = new StringBuilder();
        private final Map<String, String> pictures = new LinkedHashMap<>();
        private String name = "";
        private String description = "";
    }

    private void drawing(PackagePart part) throws IOException, XMLStreamException, InvalidFormatException {
        try (InputStream in = part.getInputStream()) {
            XMLStreamReader xml = open(in);
            Thing thing = null;
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    String element = xml.getLocalName();
                    if (element.equals("Fallback")) {
                        skip(xml);
                    } else if (element.endsWith("CellAnchor") || element.equals("absoluteAnchor")) {
                        thing = new Thing();
                    } else if (thing != null) {
                        start(xml, element, thing, part);
                    }
                } else if (event == XMLStreamConstants.END_ELEMENT && thing != null) {
                    String element = xml.getLocalName();
                    if (element.equals("p") && !thing.words.isEmpty()) {
                        thing.words.append('\n');
                    } else if (element.endsWith("CellAnchor") || element.equals("absoluteAnchor")) {
                        end(thing);
                        thing = null;
                    }
                }
            }
        }
    }

    private static void start(XMLStreamReader xml, String element, Thing thing, PackagePart part)
            throws XMLStreamException, InvalidFormatException {
        switch (element) {
            case "row" -> thing.row = thing.row < 0 ? number(xml.getElementText()) : thing.row;
            case "col" -> thing.column = thing.column < 0 ? number(xml.getElementText()) : thing.column;
            case "t" -> thing.words.append(xml.getElementText());
            case "cNvPr" -> {
                thing.name = thing.name.isEmpty() ? named(xml.getAttributeValue(null, "name"), "") : thing.name;
                thing.description = thing.description.isEmpty()
                        ? named(xml.getAttributeValue(null, "descr"), "")
                        : thing.description;
            }
            case "blip" -> {
                String id = attribute(xml, "embed");
                PackageRelationship relation = id.isEmpty() ? null : part.getRelationship(id);
                if (relation != null) {
                    PackagePart picture = part.getRelatedPart(relation);
                    if (picture != null) {
                        thing.pictures.put(picture.getPartName().getName().substring(1), "");
                    }
                } else {
                    thing.pictures.put("", attribute(xml, "link"));
                }
            }
            default -> {
                // Shapes, their lines and fills.
            }
        }
    }

    private void end(Thing thing) {
        if (!thing.words.isEmpty()) {
            add(thing.row, thing.column, thing.words.toString(), TrayReason.NOTE, "");
        }
        String called = thing.description.isEmpty() ? thing.name : thing.description;
        thing.pictures
                .keySet()
                .forEach(part -> add(thing.row, thing.column, named(called, "picture"), TrayReason.PICTURE, part));
        if (thing.words.toString().isBlank() && thing.pictures.isEmpty()) {
            add(thing.row, thing.column, named(called, "shape"), TrayReason.OBJECT, "");
        }
    }

    private static int number(String text) {
        return text.strip().matches("\\d{1,7}") ? Integer.parseInt(text.strip()) : 0;
    }

    private static String attribute(XMLStreamReader xml, String localName) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(localName)) {
                return xml.getAttributeValue(i);
            }
        }
        return "";
    }

    private static void skip(XMLStreamReader xml) throws XMLStreamException {
        for (int depth = 1; depth > 0; ) {
            int event = xml.next();
            depth += event == XMLStreamConstants.START_ELEMENT ? 1 : event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
        }
    }

    private static void threads(PackagePart part, Map<String, String> threads) throws IOException, XMLStreamException {
        try (InputStream in = part.getInputStream()) {
            XMLStreamReader xml = open(in);
            String place = "";
            while (xml.hasNext()) {
                if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                    continue;
                }
                if (xml.getLocalName().equals("threadedComment")) {
                    place = attribute(xml, "ref");
                } else if (xml.getLocalName().equals("text") && place.matches("[A-Z]{1,3}\\d{1,7}")) {
                    threads.merge(place, xml.getElementText(), (a, b) -> a + "\n" + b);
                }
            }
        }
    }

    /** Embedded files and check boxes, which the sheet itself lists. */
    private void embedded(PackagePart own) throws IOException, XMLStreamException, InvalidFormatException {
        boolean any = false;
        for (PackageRelationship relation : own.getRelationships()) {
            String type = relation.getRelationshipType();
            any |= type.endsWith("/oleObject") || type.endsWith("/package") || type.endsWith("/ctrlProp");
        }
        if (!any) {
            return;
        }
        try (InputStream in = own.getInputStream()) {
            XMLStreamReader xml = open(in);
            String text = null;
            String part = "";
            int row = -1;
            int column = -1;
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    switch (xml.getLocalName()) {
                        case "Fallback" -> skip(xml);
                        case "oleObject", "control" -> {
                            boolean control = xml.getLocalName().equals("control");
                            PackageRelationship relation = own.getRelationship(attribute(xml, "id"));
                            PackagePart target = relation == null ? null : own.getRelatedPart(relation);
                            part = target == null
                                    ? ""
                                    : target.getPartName().getName().substring(1);
                            text = control
                                    ? box(target) + named(attribute(xml, "name"), "control")
                                    : named(attribute(xml, "progId"), "OLE");
                            row = -1;
                            column = -1;
                        }
                        case "row" -> {
                            if (text != null) {
                                row = row < 0 ? number(attribute(xml, "r").isEmpty() ? xml.getElementText() : "") : row;
                            }
                        }
                        case "col" -> {
                            if (text != null) {
                                column = column < 0 ? number(xml.getElementText()) : column;
                            }
                        }
                        default -> {
                            // Cells and the rest.
                        }
                    }
                } else if (event == XMLStreamConstants.END_ELEMENT
                        && text != null
                        && (xml.getLocalName().equals("oleObject")
                                || xml.getLocalName().equals("control"))) {
                    add(row, column, text, TrayReason.OBJECT, part);
                    text = null;
                }
            }
        }
    }

    /** A check box with its tick. */
    private static String box(PackagePart control) throws IOException, XMLStreamException {
        if (control == null) {
            return "";
        }
        try (InputStream in = control.getInputStream()) {
            XMLStreamReader xml = open(in);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals("formControlPr")) {
                    boolean ticks = attribute(xml, "objectType").matches("CheckBox|Radio");
                    return !ticks ? "" : attribute(xml, "checked").equals("Checked") ? "\u2612 " : "\u2610 ";
                }
            }
        }
        return "";
    }
}
