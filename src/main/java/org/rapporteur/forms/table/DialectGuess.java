package org.rapporteur.forms.table;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The delimiter and quotation mark of a text file, from its beginning: the ones under which most rows have the same
 * number of cells, and the first row too.
 */
final class DialectGuess {

    private static final char[] DELIMITERS = {',', ';', '\t', '|'};
    private static final int MOST_ROWS = 200;
    private static final int MOST_HEAD = 20;

    private DialectGuess() {}

    /**
     * A guess.
     *
     * @param confidence from 0 to 100
     */
    record Guess(CsvDialect dialect, int confidence) {}

    /**
     * Guesses from a sample.
     *
     * @param columns names that the table is known to have; the delimiter under which a row holds them all is right
     * @param whole whether the sample is the whole text; otherwise its last row may be cut
     * @param name name of the file, whose ending decides where nothing else does
     */
    static Guess of(
            String sample,
            boolean whole,
            String name,
            Optional<Character> delimiter,
            Optional<Character> quote,
            List<String> columns) {
        char mark = quote.orElseGet(() -> apostrophes(sample) ? '\'' : '"');
        if (delimiter.isPresent()) {
            return new Guess(new CsvDialect(delimiter.get(), mark), 100);
        }
        String lower = name.toLowerCase(java.util.Locale.ROOT);
        char best = lower.endsWith(".tsv") || lower.endsWith(".tab") ? '\t' : ',';
        double most = score(sample, whole, new CsvDialect(best, mark)) * 1.02;
        double second = 0;
        for (char candidate : DELIMITERS) {
            if (candidate != mark) {
                double score = score(sample, whole, new CsvDialect(candidate, mark));
                if (score > most) {
                    second = most;
                    most = score;
                    best = candidate;
                } else if (candidate != best) {
                    second = Math.max(second, score);
                }
            }
        }
        if (!columns.isEmpty() && !names(sample, new CsvDialect(best, mark), columns)) {
            for (char candidate : DELIMITERS) {
                CsvDialect dialect = candidate == mark ? null : new CsvDialect(candidate, mark);
                if (dialect != null && names(sample, dialect, columns)) {
                    return new Guess(dialect, 95);
                }
            }
        }
        double margin = most == 0 ? 1 : (most - second) / most;
        return new Guess(new CsvDialect(best, mark), (int) Math.min(99, Math.round(50 + 60 * margin)));
    }

    /** Whether one of the first rows, or two of them as one head, hold all these names. */
    private static boolean names(String sample, CsvDialect dialect, List<String> columns) {
        CsvParser parser = new CsvParser(new StringReader(sample), dialect, 200_000, 20_000);
        try {
            for (int row = 0; row < MOST_HEAD && parser.next(); row++) {
                if (parser.broken() == null
                        && TableHeader.of(row + 1, parser.cells()).hasAll(columns)) {
                    return true;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return false;
    }

    // Cells in apostrophes, and no quotation mark anywhere.
    private static boolean apostrophes(String sample) {
        if (sample.indexOf('"') >= 0) {
            return false;
        }
        int opened = 0;
        int closed = 0;
        for (int i = 0; i < sample.length(); i++) {
            if (sample.charAt(i) == '\'') {
                opened += i == 0 || isEdge(sample.charAt(i - 1)) ? 1 : 0;
                closed += i + 1 == sample.length() || isEdge(sample.charAt(i + 1)) ? 1 : 0;
            }
        }
        return opened >= 2 && opened == closed;
    }

    private static boolean isEdge(char c) {
        return c == '\n' || c == '\r' || new String(DELIMITERS).indexOf(c) >= 0;
    }

    private static double score(String sample, boolean whole, CsvDialect dialect) {
        Map<Integer, Integer> widths = new HashMap<>();
        int rows = 0;
        int broken = 0;
        int first = 0;
        int last = 0;
        CsvParser parser = new CsvParser(new StringReader(sample), dialect, 200_000, 20_000);
        try {
            while (rows < MOST_ROWS && parser.next()) {
                if (parser.broken() != null) {
                    broken++;
                    rows++;
                    last = 0;
                } else if (!isBlank(parser)) {
                    rows++;
                    last = parser.cells().size();
                    first = first == 0 ? last : first;
                    widths.merge(last, 1, Integer::sum);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!whole && rows < MOST_ROWS && rows > 1) {
            // The sample ended inside this one.
            rows--;
            widths.computeIfPresent(last, (width, count) -> count - 1);
            broken -= last == 0 ? 1 : 0;
        }
        int usual = 1;
        int usualRows = 0;
        for (Map.Entry<Integer, Integer> entry : widths.entrySet()) {
            if (entry.getValue() > usualRows) {
                usual = entry.getKey();
                usualRows = entry.getValue();
            }
        }
        if (rows == 0 || usual < 2) {
            return 0;
        }
        double consistent = (double) usualRows / rows;
        double header = first == usual ? 1 : 0.6;
        double wide = 1 - 1.0 / (usual + 1);
        return consistent * consistent * header * wide * (1 - (double) Math.max(0, broken) / rows);
    }

    private static boolean isBlank(CsvParser parser) {
        return parser.cells().stream().allMatch(String::isBlank);
    }
}
