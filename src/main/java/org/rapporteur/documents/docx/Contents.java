package org.rapporteur.documents.docx;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTHyperlink;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTP;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTR;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTText;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STFldCharType;
import org.rapporteur.documents.model.Block;

/**
 * The table of contents: a field, so that a word processor can renew it, with its entries written out, so that nobody
 * has to. Entries give the numbered paragraphs of a section, as contents of United Nations documents do: page numbers
 * depend on the word processor and its fonts, and would be wrong as often as right.
 */
final class Contents {

    /**
     * A heading with its number and its bookmark.
     *
     * @param first the first numbered paragraph under it, 0 for none
     * @param last the last
     */
    record Entry(Block.Heading heading, String number, String bookmark, int first, int last) {}

    private final Context context;
    private final Map<Block.Heading, Entry> entries = new IdentityHashMap<>();
    private final List<Entry> order = new ArrayList<>();

    Contents(Context context, List<Block> blocks) {
        this.context = context;
        int[] counters = new int[3];
        int paragraphs = 0;
        for (int i = 0; i < blocks.size(); i++) {
            if (blocks.get(i) instanceof Block.Heading heading) {
                int within = paragraphsUnder(blocks, i, heading.level());
                Entry entry = new Entry(
                        heading,
                        heading.numbered() ? number(counters, heading.level()) : "",
                        "_Toc" + (7000 + order.size()),
                        within == 0 ? 0 : paragraphs + 1,
                        paragraphs + within);
                entries.put(heading, entry);
                order.add(entry);
            } else if (numbered(blocks.get(i))) {
                paragraphs++;
            }
        }
    }

    private static int paragraphsUnder(List<Block> blocks, int heading, int level) {
        int within = 0;
        for (int i = heading + 1; i < blocks.size(); i++) {
            if (blocks.get(i) instanceof Block.Heading next && next.level() <= level) {
                break;
            }
            within += numbered(blocks.get(i)) ? 1 : 0;
        }
        return within;
    }

    private static boolean numbered(Block block) {
        return block instanceof Block.Paragraph paragraph && paragraph.role() == Block.Role.NUMBERED;
    }

    private static String number(int[] counters, int level) {
        counters[level - 1]++;
        StringBuilder number = new StringBuilder();
        for (int i = 0; i < counters.length; i++) {
            if (i >= level) {
                counters[i] = 0;
            } else {
                number.append(i > 0 ? "." : "").append(counters[i]);
            }
        }
        return level == 1 ? number + "." : number.toString();
    }

    Entry entry(Block.Heading heading) {
        return entries.get(heading);
    }

    void write(Block.Contents contents, Runs runs) {
        List<Entry> shown = order.stream()
                .filter(entry -> entry.heading().level() <= contents.depth())
                .toList();
        if (shown.isEmpty()) {
            return;
        }
        runs.plain(context.paragraph("TOCHeading", null).getCTP(), contents.title());
        for (int i = 0; i < shown.size(); i++) {
            Entry entry = shown.get(i);
            XWPFParagraph paragraph = context.paragraph("TOC" + entry.heading().level(), null);
            CTP line = paragraph.getCTP();
            if (i == 0) {
                Runs.mark(line.addNewR(), STFldCharType.BEGIN);
                Runs.instruction(line.addNewR(), "TOC \\o \"1-" + contents.depth() + "\" \\h \\z \\u");
                Runs.mark(line.addNewR(), STFldCharType.SEPARATE);
            }
            CTHyperlink link = line.addNewHyperlink();
            link.setAnchor(entry.bookmark());
            entry(link, entry);
            if (i == shown.size() - 1) {
                Runs.mark(line.addNewR(), STFldCharType.END);
            }
        }
    }

    private void entry(CTHyperlink link, Entry entry) {
        if (!entry.number().isEmpty()) {
            words(link, entry.number());
            link.addNewR().addNewTab();
        }
        words(link, TableWriter.plain(entry.heading().content()));
        if (entry.first() > 0) {
            link.addNewR().addNewTab();
            String range = entry.first() == entry.last()
                    ? context.words.text("documents.contents.paragraph", Integer.toString(entry.first()))
                    : context.words.text(
                            "documents.contents.paragraphs",
                            Integer.toString(entry.first()),
                            Integer.toString(entry.last()));
            words(link, range);
        }
    }

    private void words(CTHyperlink link, String words) {
        for (ScriptRuns.Run piece : ScriptRuns.split(Runs.clean(words), context.language.rtl())) {
            CTR run = link.addNewR();
            if (piece.rightToLeft()) {
                CTRPr properties = run.addNewRPr();
                properties.addNewRtl();
            }
            CTText text = run.addNewT();
            text.setStringValue(piece.text());
            Runs.preserve(text);
        }
    }
}
