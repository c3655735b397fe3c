package org.rapporteur.documents.docx;

import java.math.BigInteger;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.xwpf.usermodel.XWPFFootnote;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRelation;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFtnEdnRef;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTHyperlink;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTP;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTR;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTText;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STFldCharType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STHint;
import org.rapporteur.core.text.Language;
import org.rapporteur.documents.model.Inline;
import org.rapporteur.documents.model.WritingSystem;

/** Writes words into paragraphs: runs of one direction, links, footnotes and fields. */
final class Runs {

    /** Only what a reader can safely follow becomes a link; anything else stays words. */
    private static final Pattern LINKS =
            Pattern.compile("#[A-Za-z_][A-Za-z0-9_.-]*|(?:https?://|mailto:)[A-Za-z0-9@:/?#%&=+,;._~-]+");

    private final Context context;

    Runs(Context context) {
        this.context = context;
    }

    /** Writes the contents of a paragraph whose language is given (null for the document's). */
    void write(XWPFParagraph paragraph, List<Inline> content, Language own) {
        Language language = own == null ? context.language : own;
        for (Inline inline : content) {
            if (inline instanceof Inline.Text text) {
                text(paragraph.getCTP(), text, language);
            } else if (inline instanceof Inline.Link link) {
                link(paragraph, link, language);
            } else if (inline instanceof Inline.Footnote footnote) {
                footnote(paragraph, footnote, language);
            } else if (inline instanceof Inline.LineBreak) {
                paragraph.getCTP().addNewR().addNewBr();
            }
        }
    }

    /** Plain words in the language of the document. */
    void plain(CTP paragraph, String words) {
        text(paragraph, new Inline.Text(words, Set.of(), null), context.language);
    }

    private void text(CTP paragraph, Inline.Text text, Language surrounding) {
        Language language = text.language() == null ? surrounding : text.language();
        for (ScriptRuns.Run part : ScriptRuns.split(clean(text.text()), language.rtl())) {
            CTR run = paragraph.addNewR();
            format(run.addNewRPr(), text.marks(), language, part.rightToLeft());
            put(run, part.text());
        }
    }

    private void format(CTRPr properties, Set<Inline.Mark> marks, Language language, boolean rightToLeft) {
        boolean upright = rightToLeft || language == Language.ZH;
        if (marks.contains(Inline.Mark.EMPHASIS)) {
            properties.addNewRStyle().setVal("Emphasis");
        } else if (marks.contains(Inline.Mark.QUIET)) {
            properties.addNewRStyle().setVal("Quiet");
        }
        if (language == Language.ZH && !rightToLeft) {
            properties.addNewRFonts().setHint(STHint.EAST_ASIA);
        }
        if (marks.contains(Inline.Mark.BOLD)) {
            properties.addNewB();
            properties.addNewBCs();
        }
        if (marks.contains(Inline.Mark.ITALIC) && !upright) {
            properties.addNewI();
        }
        if (marks.contains(Inline.Mark.CAPITALS)) {
            properties.addNewCaps();
        }
        direction(properties, language, rightToLeft);
    }

    /** Marks a run's direction, and its language where that is not the document's. */
    private void direction(CTRPr properties, Language language, boolean rightToLeft) {
        if (rightToLeft) {
            properties.addNewRtl();
        }
        if (rightToLeft) {
            properties.addNewLang().setBidi(WritingSystem.tag(Language.AR));
        } else if (language == Language.ZH) {
            properties.addNewLang().setEastAsia(WritingSystem.tag(language));
        } else if (language != context.language && !language.rtl()) {
            properties.addNewLang().setVal(WritingSystem.tag(language));
        }
    }

    private static void put(CTR run, String words) {
        String[] pieces = words.split("\t", -1);
        for (int i = 0; i < pieces.length; i++) {
            if (i > 0) {
                run.addNewTab();
            }
            if (!pieces[i].isEmpty()) {
                CTText text = run.addNewT();
                text.setStringValue(pieces[i]);
                preserve(text);
            }
        }
    }

    /** Keeps spaces at the ends of a run. */
    static void preserve(CTText text) {
        text.setSpace(org.apache.xmlbeans.impl.xb.xmlschema.SpaceAttribute.Space.PRESERVE);
    }

    private void link(XWPFParagraph paragraph, Inline.Link link, Language language) {
        if (!LINKS.matcher(link.target()).matches()) {
            text(paragraph.getCTP(), new Inline.Text(link.text(), Set.of(), null), language);
            return;
        }
        CTHyperlink hyperlink = paragraph.getCTP().addNewHyperlink();
        if (link.target().startsWith("#")) {
            hyperlink.setAnchor(link.target().substring(1));
        } else {
            PackagePart part = paragraph.getPart().getPackagePart();
            hyperlink.setId(part.addExternalRelationship(link.target(), XWPFRelation.HYPERLINK.getRelation())
                    .getId());
        }
        for (ScriptRuns.Run piece : ScriptRuns.split(clean(link.text()), language.rtl())) {
            CTR run = hyperlink.addNewR();
            CTRPr properties = run.addNewRPr();
            properties.addNewRStyle().setVal("Hyperlink");
            direction(properties, language, piece.rightToLeft());
            put(run, piece.text());
        }
    }

    private void footnote(XWPFParagraph paragraph, Inline.Footnote footnote, Language language) {
        XWPFFootnote note = context.file.createFootnote();
        CTR mark = paragraph.getCTP().addNewR();
        mark.addNewRPr().addNewRStyle().setVal("FootnoteReference");
        CTFtnEdnRef reference = mark.addNewFootnoteReference();
        reference.setId(note.getId());
        XWPFParagraph text = note.getParagraphs().isEmpty()
                ? note.createParagraph()
                : note.getParagraphs().get(0);
        while (text.getCTP().sizeOfRArray() > 0) {
            text.getCTP().removeR(0);
        }
        context.prepare(text, "FootnoteText", language);
        CTR own = text.getCTP().addNewR();
        own.addNewRPr().addNewRStyle().setVal("FootnoteReference");
        own.addNewFootnoteRef();
        plain(text.getCTP(), " ");
        write(text, footnote.content(), language);
    }

    /** A field with the result that is shown until the word processor computes it again. */
    void field(CTP paragraph, String instruction, String result) {
        mark(paragraph.addNewR(), STFldCharType.BEGIN);
        instruction(paragraph.addNewR(), instruction);
        mark(paragraph.addNewR(), STFldCharType.SEPARATE);
        CTR shown = paragraph.addNewR();
        if (context.language.rtl()) {
            shown.addNewRPr().addNewRtl();
        }
        put(shown, result);
        mark(paragraph.addNewR(), STFldCharType.END);
    }

    static void mark(CTR run, STFldCharType.Enum type) {
        run.addNewFldChar().setFldCharType(type);
    }

    static void instruction(CTR run, String words) {
        CTText text = run.addNewInstrText();
        text.setStringValue(" " + words + " ");
        preserve(text);
    }

    /** A numbered caption: "Table 3. Words". */
    void caption(String key, String sequence, int number, List<Inline> content) {
        XWPFParagraph paragraph = context.paragraph("Caption", null);
        String place = "\uE000";
        String label = context.words.text(key, place);
        int at = label.indexOf(place);
        if (at < 0) {
            throw new IllegalStateException("the words of " + key + " have no place for the number");
        }
        BigInteger bookmark = context.startBookmark(paragraph.getCTP(), "_" + sequence + number);
        plain(paragraph.getCTP(), label.substring(0, at));
        field(paragraph.getCTP(), "SEQ " + sequence + " \\* ARABIC", Integer.toString(number));
        context.endBookmark(paragraph.getCTP(), bookmark);
        plain(paragraph.getCTP(), label.substring(at + place.length()) + " ");
        write(paragraph, content, null);
    }

    /** Drops what XML cannot hold and turns every line end into a space: a run is one line. */
    static String clean(String words) {
        StringBuilder clean = new StringBuilder(words.length());
        words.codePoints().forEach(point -> {
            if (point == '\n' || point == '\r' || point == 0x2028 || point == 0x2029 || point == 0x0B) {
                clean.append(' ');
            } else if (point == '\t'
                    || (point >= 0x20 && point <= 0xD7FF)
                    || (point >= 0xE000 && point <= 0xFFFD)
                    || point > 0xFFFF) {
                clean.appendCodePoint(point);
            }
        });
        return clean.toString();
    }
}
