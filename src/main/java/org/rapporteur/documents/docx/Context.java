package org.rapporteur.documents.docx;

import java.math.BigInteger;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTBookmark;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTP;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPPr;
import org.rapporteur.core.text.Language;
import org.rapporteur.documents.Words;
import org.rapporteur.documents.model.TextDocument;

/** What the parts of the writer share while one document is written: the file, the language, the running numbers. */
final class Context {

    final XWPFDocument file;
    final Language language;
    final Words words;
    /** Width between the margins, in twentieths of a point. */
    final int width;

    private int bookmarks;
    private int tables;
    private int figures;

    Context(XWPFDocument file, TextDocument document, Words words) {
        this.file = file;
        this.language = document.language();
        this.words = words;
        this.width = Blank.textWidth(document.landscape());
    }

    /** A new paragraph at the end of the body. */
    XWPFParagraph paragraph(String style, Language own) {
        return prepare(file.createParagraph(), style, own);
    }

    /** Gives a paragraph its style and its direction. */
    XWPFParagraph prepare(XWPFParagraph paragraph, String style, Language own) {
        paragraph.setStyle(style);
        Language mine = own == null ? language : own;
        CTPPr properties = paragraph.getCTPPr();
        if (mine.rtl()) {
            properties.addNewBidi();
            // The number or bullet of a list takes its direction from the mark at the paragraph's end.
            properties.addNewRPr().addNewRtl();
        } else if (language.rtl()) {
            properties.addNewBidi().setVal("0");
        }
        return paragraph;
    }

    /** Starts a bookmark and returns its id, for {@link #endBookmark}. */
    BigInteger startBookmark(CTP paragraph, String name) {
        BigInteger id = BigInteger.valueOf(bookmarks++);
        CTBookmark start = paragraph.addNewBookmarkStart();
        start.setId(id);
        start.setName(name);
        return id;
    }

    void endBookmark(CTP paragraph, BigInteger id) {
        paragraph.addNewBookmarkEnd().setId(id);
    }

    int nextTable() {
        return ++tables;
    }

    int nextFigure() {
        return ++figures;
    }
}
