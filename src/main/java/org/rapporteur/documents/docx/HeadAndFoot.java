package org.rapporteur.documents.docx;

import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.XWPFFooter;
import org.apache.poi.xwpf.usermodel.XWPFHeader;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTP;
import org.rapporteur.core.text.Language;
import org.rapporteur.documents.model.TextDocument;

/** Running heads and feet: symbol and short title from the second page on, page numbers and notice on every page. */
final class HeadAndFoot {

    private final Context context;
    private final Runs runs;

    HeadAndFoot(Context context, Runs runs) {
        this.context = context;
        this.runs = runs;
    }

    void write(TextDocument.Properties properties) {
        XWPFHeader first = context.file.createHeader(HeaderFooterType.FIRST);
        XWPFParagraph empty = context.prepare(first.createParagraph(), "Header", null);
        empty.getCTPPr()
                .addNewPBdr()
                .addNewBottom()
                .setVal(org.openxmlformats.schemas.wordprocessingml.x2006.main.STBorder.NONE);
        XWPFHeader following = context.file.createHeader(HeaderFooterType.DEFAULT);
        CTP head = context.prepare(following.createParagraph(), "Header", null).getCTP();
        if (!properties.symbol().isEmpty()) {
            runs.write(
                    following.getParagraphs().get(0),
                    java.util.List.of(new org.rapporteur.documents.model.Inline.Text(
                            properties.symbol(),
                            java.util.Set.of(org.rapporteur.documents.model.Inline.Mark.BOLD),
                            Language.EN)),
                    null);
        }
        head.addNewR().addNewTab();
        runs.plain(head, properties.runningHead());
        foot(context.file.createFooter(HeaderFooterType.FIRST), properties.footer());
        foot(context.file.createFooter(HeaderFooterType.DEFAULT), properties.footer());
    }

    private void foot(XWPFFooter footer, String words) {
        CTP foot = context.prepare(footer.createParagraph(), "Footer", null).getCTP();
        runs.plain(foot, words);
        foot.addNewR().addNewTab();
        runs.field(foot, "PAGE", "1");
        runs.plain(foot, " / ");
        runs.field(foot, "NUMPAGES", "1");
    }
}
