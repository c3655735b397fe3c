package org.rapporteur.documents.docx;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.rapporteur.core.text.Language;
import org.rapporteur.documents.model.WritingSystem;

/**
 * An empty document with all the parts that Word writes itself: put together from XML resources, because POI offers no
 * way to set a compatibility mode, a font table or the separators of footnotes.
 */
final class Blank {

    static final String LATIN = "Noto Sans";
    static final String ARABIC = "Noto Sans Arabic";
    static final String CHINESE = "Noto Sans SC";

    private static final int SHORT_SIDE = 11906;
    private static final int LONG_SIDE = 16838;
    private static final int MARGIN = 1247;

    private static final Map<String, String> PARTS = parts();

    private Blank() {}

    private static Map<String, String> parts() {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("[Content_Types].xml", "content-types.xml");
        parts.put("_rels/.rels", "package-relationships.xml");
        parts.put("word/_rels/document.xml.rels", "relationships.xml");
        for (String name : new String[] {"document", "styles", "numbering", "settings", "fontTable", "footnotes"}) {
            parts.put("word/" + name + ".xml", name + ".xml");
        }
        return parts;
    }

    /** The width between the margins, in twentieths of a point. */
    static int textWidth(boolean landscape) {
        return (landscape ? LONG_SIDE : SHORT_SIDE) - 2 * MARGIN;
    }

    /** A new document without contents, on A4. */
    static XWPFDocument open(Language language, boolean landscape) throws IOException {
        Map<String, String> values = values(language, landscape);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> part : PARTS.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(fill(resource(part.getValue()), values).getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return new XWPFDocument(new ByteArrayInputStream(bytes.toByteArray()));
    }

    private static Map<String, String> values(Language language, boolean landscape) {
        boolean rightToLeft = language.rtl();
        boolean chinese = language == Language.ZH;
        Map<String, String> values = new LinkedHashMap<>();
        values.put("@LATIN@", LATIN);
        values.put("@EAST@", CHINESE);
        values.put("@COMPLEX@", ARABIC);
        values.put("@LANG@", rightToLeft || chinese ? WritingSystem.tag(Language.EN) : WritingSystem.tag(language));
        values.put("@EASTLANG@", WritingSystem.tag(Language.ZH));
        values.put("@BIDILANG@", WritingSystem.tag(Language.AR));
        values.put("@BIDI@", rightToLeft ? "<w:bidi/>" : "");
        values.put("@SECTIONBIDI@", rightToLeft ? "<w:bidi/>" : "");
        values.put("@EMPHASIS@", rightToLeft || chinese ? "<w:b/><w:bCs/>" : "<w:i/>");
        values.put(
                "@SECOND@",
                switch (language) {
                    case AR -> "arabicAlpha";
                    case RU -> "russianLower";
                    default -> "lowerLetter";
                });
        // Arabic letters are drawn on higher lines than Latin ones of the same size.
        values.put("@LINE@", rightToLeft ? "240" : "276");
        values.put("@TIGHT@", rightToLeft ? "220" : "252");
        // In one row Latin names and Arabic words must stand on one line, which only an exact height gives.
        values.put(
                "@TABLELINE@",
                rightToLeft ? "w:line=\"290\" w:lineRule=\"exact\"" : "w:line=\"252\" w:lineRule=\"auto\"");
        // Word mirrors the alignment of a number in a right-to-left paragraph and LibreOffice does not; a number that
        // is centred on its place stands where it should in both.
        values.put("@NUMBERJC@", rightToLeft ? "center" : "left");
        values.put("@HANG@", rightToLeft ? "340" : "567");
        values.put("@HANG3@", rightToLeft ? "454" : "737");
        values.put("@FIRST@", rightToLeft ? "227" : "0");
        values.put("@TEXTWIDTH@", Integer.toString(textWidth(landscape)));
        values.put("@PAGEWIDTH@", Integer.toString(landscape ? LONG_SIDE : SHORT_SIDE));
        values.put("@PAGEHEIGHT@", Integer.toString(landscape ? SHORT_SIDE : LONG_SIDE));
        values.put("@ORIENT@", landscape ? " w:orient=\"landscape\"" : "");
        return values;
    }

    private static String fill(String text, Map<String, String> values) {
        String filled = text;
        for (Map.Entry<String, String> value : values.entrySet()) {
            filled = filled.replace(value.getKey(), value.getValue());
        }
        return filled;
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = Blank.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException("resource " + name + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
