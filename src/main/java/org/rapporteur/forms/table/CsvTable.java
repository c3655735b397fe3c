package org.rapporteur.forms.table;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rapporteur.core.problem.IoProblems;
import org.rapporteur.core.problem.Refusal;
import org.rapporteur.core.text.PlainText;

/** Reads a text file as a table. */
final class CsvTable {

    private static final int SAMPLE = 128 << 10;
    // After so many broken rows the delimiter or the encoding is wrong, not the rows.
    private static final int MOST_BROKEN = 1_000;

    private final Path path;
    private final FileScan scan;
    private final TableOptions options;

    CsvTable(Path path, FileScan scan, TableOptions options) {
        this.path = path;
        this.scan = scan;
        this.options = options;
    }

    TableInfo read(TableSink sink) {
        TableInfo.Encoding encoding =
                options.charset().map(CharsetGuess::stated).orElseGet(() -> CharsetGuess.of(scan));
        try {
            String sample = sample(encoding.charset());
            Optional<Character> stated = statedDelimiter(sample);
            DialectGuess.Guess guess = DialectGuess.of(
                    stated.isPresent() ? sample.substring(sample.indexOf('\n') + 1) : sample,
                    sample.length() < SAMPLE,
                    scan.name(),
                    options.delimiter().or(() -> stated),
                    options.quote(),
                    options.columns());
            TableInfo info = new TableInfo(
                    scan.name(),
                    TableInfo.Format.CSV,
                    scan.bytes(),
                    scan.sha256(),
                    Optional.of(encoding),
                    Optional.of(guess.dialect()),
                    List.of(),
                    "",
                    guess.confidence());
            sink.begin(info);
            try (Reader reader = open(encoding.charset())) {
                if (stated.isPresent()) {
                    skipLine(reader);
                }
                rows(reader, guess.dialect(), new RowAssembler(scan.name(), "", false, options, sink));
            }
            return info;
        } catch (IOException e) {
            throw IoProblems.of(scan.name(), e);
        }
    }

    private Reader open(Charset charset) throws IOException {
        Reader reader = new BufferedReader(new InputStreamReader(
                Files.newInputStream(path),
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPLACE)
                        .onUnmappableCharacter(CodingErrorAction.REPLACE)));
        reader.mark(1);
        if (reader.read() != '\uFEFF') {
            reader.reset();
        }
        return reader;
    }

    private String sample(Charset charset) throws IOException {
        try (Reader reader = open(charset)) {
            char[] buffer = new char[SAMPLE];
            int length = 0;
            for (int count = 0; count >= 0 && length < SAMPLE; count = reader.read(buffer, length, SAMPLE - length)) {
                length += count;
            }
            return new String(buffer, 0, length);
        }
    }

    // Excel's own line "sep=;", which it does not show and does not count.
    private static Optional<Character> statedDelimiter(String sample) {
        boolean stated = sample.length() > 5
                && sample.regionMatches(true, 0, "sep=", 0, 4)
                && (sample.charAt(5) == '\n' || sample.startsWith("\r\n", 5));
        return stated ? Optional.of(sample.charAt(4)) : Optional.empty();
    }

    private static void skipLine(Reader reader) throws IOException {
        for (int c = reader.read(); c >= 0 && c != '\n'; c = reader.read()) {
            // The line is short; it was seen in the sample.
        }
    }

    private void rows(Reader reader, CsvDialect dialect, RowAssembler rows) throws IOException {
        TableLimits limits = options.limits();
        CsvParser parser = new CsvParser(reader, dialect, limits.cellChars(), limits.columns());
        int broken = 0;
        while (rows.wantsMore() && parser.next()) {
            List<TableCell> cells = cells(parser, rows);
            if (parser.broken() == null) {
                rows.accept(parser.row(), false, cells);
            } else {
                broken++;
                if (broken > MOST_BROKEN) {
                    throw TableProblems.tooBroken(scan.name(), broken);
                }
                rows.refuse(parser.row(), cells, refusal(parser, limits));
            }
        }
        rows.end();
    }

    private Refusal refusal(CsvParser parser, TableLimits limits) {
        String cell = CellRef.of(parser.brokenColumn(), parser.row());
        return switch (parser.broken()) {
            case "table.row.columns" ->
                Refusal.row(scan.name(), "", parser.row(), "table.row.columns", limits.columns());
            case "table.cell.tooLong" ->
                Refusal.cell(scan.name(), "", parser.row(), cell, "table.cell.tooLong", limits.cellChars());
            default -> Refusal.cell(scan.name(), "", parser.row(), cell, parser.broken());
        };
    }

    private List<TableCell> cells(CsvParser parser, RowAssembler rows) {
        List<TableCell> cells = new ArrayList<>(parser.cells().size());
        for (String text : parser.cells()) {
            String ref = CellRef.of(cells.size(), parser.row());
            if (parser.broken() == null) {
                if (text.indexOf('\uFFFD') >= 0) {
                    rows.notice(Refusal.cell(scan.name(), "", parser.row(), ref, "table.cell.undecodable"));
                }
                if (hasControl(text)) {
                    rows.notice(Refusal.cell(scan.name(), "", parser.row(), ref, "table.cell.control"));
                }
            }
            cells.add(TableCell.text(ref, PlainText.clean(withoutReturns(text))));
        }
        return cells;
    }

    // What some programs leave of a line end when they write a workbook's text as CSV.
    private static String withoutReturns(String text) {
        return text.indexOf("_x000") < 0
                ? text
                : text.replaceAll("_x000[Dd]_\n?", "\n")
                        .replaceAll("_x000[Aa]_", "\n")
                        .replace("_x0009_", "\t");
    }

    static boolean hasControl(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != 0x0B && c != 0x0C || c == 0x7F) {
                return true;
            }
        }
        return false;
    }
}
