package org.rapporteur.documents.docx;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTNum;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTNumPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STBrType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STJc;
import org.rapporteur.core.text.Language;
import org.rapporteur.documents.Words;
import org.rapporteur.documents.model.Block;
import org.rapporteur.documents.model.Figure;
import org.rapporteur.documents.model.Inline;
import org.rapporteur.documents.model.Table;
import org.rapporteur.documents.model.TextDocument;
import org.rapporteur.documents.model.WritingSystem;
import org.rapporteur.documents.seal.IssuedSeal;

/** Writes a text document as a Word file (Office Open XML), on A4, with real styles, numbering and fields. */
public final class DocxWriter {

    private final Words words;

    /** A writer; the words are those of the documents' language. */
    public DocxWriter(Words words) {
        this.words = words;
    }

    /**
     * Writes a document.
     *
     * @param document what to write
     * @param out where to; not closed
     * @throws IOException when the stream fails
     */
    public void write(TextDocument document, OutputStream out) throws IOException {
        write(document, null, out);
    }

    /** The same with the seal of what it was made from; null for none. */
    public void write(TextDocument document, IssuedSeal seal, OutputStream out) throws IOException {
        try (XWPFDocument file = Blank.open(document.language(), document.landscape())) {
            Context context = new Context(file, document, words);
            new Body(context, document.blocks()).write();
            new HeadAndFoot(context, new Runs(context)).write(document.properties());
            properties(file, document);
            if (seal != null) {
                seal.into(file.getProperties());
            }
            file.write(out);
        }
    }

    private static void properties(XWPFDocument file, TextDocument document) {
        TextDocument.Properties properties = document.properties();
        POIXMLProperties.CoreProperties core = file.getProperties().getCoreProperties();
        Optional<Date> created = Optional.of(Date.from(properties.created()));
        core.setTitle(Runs.clean(properties.title()));
        core.setCreator(Runs.clean(properties.creator()));
        core.setLastModifiedByUser(Runs.clean(properties.creator()));
        core.setSubjectProperty(Runs.clean(properties.subject()));
        core.setKeywords(Runs.clean(properties.keywords()));
        core.setCreated(created);
        core.setModified(created);
        core.getUnderlyingProperties().setLanguageProperty(Optional.of(WritingSystem.tag(document.language())));
        if (!properties.symbol().isEmpty()) {
            core.setIdentifier(Runs.clean(properties.symbol()));
        }
        file.getProperties().getExtendedProperties().setApplication("Rapporteur");
    }

    /** Writes the blocks of one document in order. */
    private static final class Body {
        private final Context context;
        private final List<Block> blocks;
        private final Runs runs;
        private final TableWriter tables;
        private final FigureWriter figures;
        private final Heads heads;
        private final Contents contents;
        private boolean pageBreak;
        private boolean tableFollows;

        Body(Context context, List<Block> blocks) {
            this.context = context;
            this.blocks = blocks;
            this.runs = new Runs(context);
            this.tables = new TableWriter(context, runs);
            this.figures = new FigureWriter(context, runs, tables);
            this.heads = new Heads(context, runs);
            this.contents = new Contents(context, blocks);
        }

        void write() throws IOException {
            for (int i = 0; i < blocks.size(); i++) {
                Block block = blocks.get(i);
                Block next = i + 1 < blocks.size() ? blocks.get(i + 1) : null;
                tableFollows = next instanceof Table || next instanceof Figure;
                if (pageBreak && !(block instanceof Block.Heading) && !(block instanceof Block.PageBreak)) {
                    breakPage();
                }
                block(block);
            }
        }

        private void block(Block block) throws IOException {
            switch (block) {
                case Block.Heading heading -> heading(heading);
                case Block.Paragraph paragraph -> paragraph(paragraph);
                case Block.Items items -> items(items);
                case Block.Quotation quotation -> quotation(quotation);
                case Block.Notice notice -> notice(notice);
                case Block.Contents list -> contents.write(list, runs);
                case Block.PageBreak ignored -> pageBreak = true;
                case Block.SymbolBlock symbol -> heads.write(symbol);
                case Block.TitleBlock title -> heads.write(title);
                case Table table -> tables.write(table);
                case Figure figure -> figures.write(figure);
            }
        }

        /** A break before anything but a heading, which breaks the page by its own property. */
        private void breakPage() {
            pageBreak = false;
            context.paragraph("AfterTable", null).getCTP().addNewR().addNewBr().setType(STBrType.PAGE);
        }

        private void heading(Block.Heading heading) {
            XWPFParagraph paragraph = context.paragraph("Heading" + heading.level(), null);
            if (!heading.numbered()) {
                paragraph.getCTPPr().addNewNumPr().addNewNumId().setVal(BigInteger.ZERO);
                var indent = paragraph.getCTPPr().addNewInd();
                indent.setLeft(BigInteger.ZERO);
                indent.setFirstLine(BigInteger.ZERO);
            }
            if (pageBreak) {
                paragraph.getCTPPr().addNewPageBreakBefore();
                pageBreak = false;
            }
            BigInteger toc = context.startBookmark(
                    paragraph.getCTP(), contents.entry(heading).bookmark());
            BigInteger own =
                    heading.anchor() == null ? null : context.startBookmark(paragraph.getCTP(), heading.anchor());
            runs.write(paragraph, heading.content(), null);
            if (own != null) {
                context.endBookmark(paragraph.getCTP(), own);
            }
            context.endBookmark(paragraph.getCTP(), toc);
        }

        private void paragraph(Block.Paragraph block) {
            String style =
                    switch (block.role()) {
                        case BODY -> "BodyText";
                        case NUMBERED -> "NumberedParagraph";
                        case LEAD_IN -> "LeadIn";
                        case LABEL -> "LabelLine";
                        case NOTE -> "SourceNote";
                    };
            XWPFParagraph paragraph = context.paragraph(style, block.language());
            if (tableFollows) {
                paragraph.getCTPPr().addNewKeepNext();
            }
            runs.write(paragraph, block.content(), block.language());
        }

        private void items(Block.Items items) {
            BigInteger number = items.ordered() ? newList() : null;
            for (Block.Item item : items.items()) {
                String style = (items.ordered() ? "ListNumber" : "ListBullet") + (item.level() > 0 ? "2" : "");
                XWPFParagraph paragraph = context.paragraph(style, item.language());
                if (number != null) {
                    CTNumPr numbering = paragraph.getCTPPr().addNewNumPr();
                    numbering.addNewIlvl().setVal(BigInteger.valueOf(Math.min(1, item.level())));
                    numbering.addNewNumId().setVal(number);
                }
                runs.write(paragraph, item.content(), item.language());
            }
        }

        /** A number of its own for an ordered list, so that it starts again at one. */
        private BigInteger newList() {
            var numbering = context.file.getNumbering();
            BigInteger id = numbering.addNum(BigInteger.valueOf(4));
            CTNum number = numbering.getNum(id).getCTNum();
            for (int level = 0; level < 2; level++) {
                var override = number.addNewLvlOverride();
                override.setIlvl(BigInteger.valueOf(level));
                override.addNewStartOverride().setVal(BigInteger.ONE);
            }
            return id;
        }

        private void quotation(Block.Quotation quotation) {
            Language language = quotation.language() == null ? context.language : quotation.language();
            XWPFParagraph paragraph = context.paragraph("Quote", language);
            List<Inline> content = quotation.content();
            if (quotation.verbatim()) {
                String[] marks = QuotationMarks.of(language);
                content = new java.util.ArrayList<>(content);
                content.add(0, Inline.text(marks[0]));
                content.add(Inline.text(marks[1]));
            }
            if (quotation.attribution().isEmpty()) {
                paragraph.getCTPPr().addNewKeepNext().setVal("0");
            }
            runs.write(paragraph, content, language);
            if (!quotation.attribution().isEmpty()) {
                XWPFParagraph source = context.paragraph("QuoteSource", null);
                if (language.rtl() != context.language.rtl()) {
                    source.getCTPPr().addNewJc().setVal(STJc.RIGHT);
                }
                runs.write(source, quotation.attribution(), null);
            }
        }

        private void notice(Block.Notice notice) {
            String style =
                    switch (notice.kind()) {
                        case ILLUSTRATIVE -> "NoticeIllustrative";
                        case INFORMATION -> "NoticeInformation";
                        case CAUTION -> "NoticeCaution";
                    };
            XWPFParagraph paragraph = context.paragraph(style, null);
            for (Inline inline : notice.title()) {
                runs.write(
                        paragraph,
                        List.of(
                                inline instanceof Inline.Text text
                                        ? new Inline.Text(
                                                text.text(), java.util.Set.of(Inline.Mark.BOLD), text.language())
                                        : inline),
                        null);
            }
            if (!notice.title().isEmpty() && !notice.content().isEmpty()) {
                runs.plain(paragraph.getCTP(), "  ");
            }
            runs.write(paragraph, notice.content(), null);
        }
    }
}
