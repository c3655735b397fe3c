package org.rapporteur.forms.table;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads delimited text record by record in bounded memory. Line ends of any kind, also mixed; quoted cells with
 * delimiters, line ends and doubled quotation marks. A quotation mark inside an unquoted cell is itself. A record
 * whose quoting is broken costs only its own line: reading goes on at the next one, so that one stray mark never
 * swallows the rest of a file.
 */
final class CsvParser {

    // A record longer than this is broken; no form has one.
    private static final int MOST_RECORD = 1 << 20;

    private enum State {
        START,
        PLAIN,
        QUOTED,
        CLOSED
    }

    private final Reader reader;
    private final CsvDialect dialect;
    private final int mostCell;
    private final int mostColumns;
    private final char[] buffer = new char[16 << 10];
    private int at;
    private int filled;
    private String replay = "";
    private int replayAt;
    private boolean skipLineFeed;

    private final StringBuilder raw = new StringBuilder();
    private final StringBuilder cell = new StringBuilder();
    private List<String> cells = new ArrayList<>();
    private String broken;
    private int brokenColumn;
    private long row;

    CsvParser(Reader reader, CsvDialect dialect, int mostCell, int mostColumns) {
        this.reader = reader;
        this.dialect = dialect;
        this.mostCell = mostCell;
        this.mostColumns = mostColumns;
    }

    /** Reads the next record; {@code false} at the end of the text. */
    boolean next() throws IOException {
        cells = new ArrayList<>();
        raw.setLength(0);
        broken = null;
        int c = read();
        if (c == '\n' && skipLineFeed) {
            c = read();
        }
        skipLineFeed = false;
        if (c < 0) {
            return false;
        }
        row++;
        record(c);
        return true;
    }

    private void record(int first) throws IOException {
        State state = State.START;
        cell.setLength(0);
        boolean spacesOnly = true;
        boolean closedJustNow = false;
        for (int c = first; ; c = read()) {
            boolean lineEnd = c == '\n' || c == '\r';
            if (c >= 0) {
                raw.append((char) c);
            }
            if (state == State.QUOTED) {
                if (c < 0) {
                    recover("table.row.unclosed");
                    return;
                }
                if (c == dialect.quote()) {
                    state = State.CLOSED;
                    closedJustNow = true;
                } else {
                    cell.append((char) c);
                }
            } else if (c < 0 || lineEnd || c == dialect.delimiter()) {
                cells.add(cell.toString());
                cell.setLength(0);
                state = State.START;
                spacesOnly = true;
                if (c < 0 || lineEnd) {
                    skipLineFeed = c == '\r';
                    return;
                }
                if (cells.size() >= mostColumns) {
                    recover("table.row.columns");
                    return;
                }
            } else if (c == dialect.quote() && state == State.CLOSED && closedJustNow) {
                cell.append((char) c);
                state = State.QUOTED;
            } else if (state == State.CLOSED) {
                if (c != ' ') {
                    recover("table.row.quote");
                    return;
                }
                closedJustNow = false;
            } else if (c == dialect.quote() && spacesOnly) {
                cell.setLength(0);
                state = State.QUOTED;
            } else {
                cell.append((char) c);
                spacesOnly &= c == ' ';
                state = State.PLAIN;
            }
            if (cell.length() > mostCell || raw.length() > MOST_RECORD) {
                recover(state == State.QUOTED && hasLineEnd() ? "table.row.unclosed" : "table.cell.tooLong");
                return;
            }
        }
    }

    // Gives the record up, keeps its first line, and goes on after that line.
    private void recover(String reason) throws IOException {
        broken = reason;
        brokenColumn = cells.size();
        int end = lineEnd();
        if (end >= 0) {
            boolean pair = raw.charAt(end) == '\r' && end + 1 < raw.length() && raw.charAt(end + 1) == '\n';
            skipLineFeed = raw.charAt(end) == '\r' && !pair && end + 1 == raw.length();
            replay = raw.substring(end + (pair ? 2 : 1)) + replay.substring(replayAt);
            replayAt = 0;
            raw.setLength(end);
        } else {
            skipLine();
        }
        splitPlainly();
    }

    private boolean hasLineEnd() {
        return lineEnd() >= 0;
    }

    private int lineEnd() {
        for (int i = 0; i < raw.length(); i++) {
            if (raw.charAt(i) == '\n' || raw.charAt(i) == '\r') {
                return i;
            }
        }
        return -1;
    }

    private void skipLine() throws IOException {
        for (int c = read(); c >= 0; c = read()) {
            if (c == '\n' || c == '\r') {
                skipLineFeed = c == '\r';
                return;
            }
        }
    }

    // What can be shown of a broken line: its parts between delimiters, as they stand, not all of an endless one.
    private void splitPlainly() {
        cells = new ArrayList<>();
        int start = 0;
        int end = Math.min(raw.length(), 20_000);
        for (int i = 0; i <= end && cells.size() < 200; i++) {
            if (i == end || raw.charAt(i) == dialect.delimiter()) {
                cells.add(raw.substring(start, Math.min(i, start + 2_000)));
                start = i + 1;
            }
        }
    }

    private int read() throws IOException {
        if (replayAt < replay.length()) {
            return replay.charAt(replayAt++);
        }
        if (at == filled) {
            filled = reader.read(buffer, 0, buffer.length);
            at = 0;
            if (filled <= 0) {
                filled = 0;
                return -1;
            }
        }
        return buffer[at++];
    }

    /** The cells of the record; of a broken one, the parts of its first line as they stand. */
    List<String> cells() {
        return cells;
    }

    /** Why the record is broken, as a key of a message; {@code null} if it is not. */
    String broken() {
        return broken;
    }

    /** The column, counted from 0, where it broke. */
    int brokenColumn() {
        return brokenColumn;
    }

    /** The record's number, counted from 1. */
    long row() {
        return row;
    }
}
