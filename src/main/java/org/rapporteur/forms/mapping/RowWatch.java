package org.rapporteur.forms.mapping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rapporteur.core.problem.Message;
import org.rapporteur.core.text.PlainText;
import org.rapporteur.forms.table.TableCell;
import org.rapporteur.forms.table.TableHeader;
import org.rapporteur.forms.table.TableInfo;
import org.rapporteur.forms.table.TableRow;

/** Keeps the rows of a table and what becomes of each, for showing them; of a very long table the first ones. */
class RowWatch {
    /** Watches nothing. */
    static final RowWatch NONE = new RowWatch(0);

    private static final int MOST_CHARS = 16_000_000;
    private static final int LONGEST_CELL = 300;
    private static final int MOST_WHY = 20;

    private final int most;
    private final List<Seen> rows = new ArrayList<>();
    private final Map<Long, List<Message>> early = new HashMap<>();
    private final List<Seen> waiting = new ArrayList<>();
    private TableInfo info;
    private TableHeader header;
    private Seen current;
    private long chars;

    private static final class Seen {
        private final String sheet;
        private final long number;
        private final List<String> cells;
        private final List<Message> why = new ArrayList<>();
        private RowFate fate = RowFate.NOT_TRIED;

        Seen(String sheet, long number, List<String> cells) {
            this.sheet = sheet;
            this.number = number;
            this.cells = cells;
        }
    }

    /** @param most rows that are kept */
    RowWatch(int most) {
        this.most = most;
    }

    void begin(TableInfo value) {
        if (most > 0) {
            info = value;
        }
    }

    void header(TableHeader value) {
        if (most > 0) {
            header = value;
        }
    }

    /** A row comes; what is said next is about it. */
    void row(TableRow row) {
        current = null;
        if (rows.size() >= most || chars >= MOST_CHARS) {
            early.clear();
            return;
        }
        List<String> cells = new ArrayList<>(row.cells().size());
        for (TableCell cell : row.cells()) {
            String text = PlainText.shorten(PlainText.line(cell.text()), LONGEST_CELL);
            chars += text.length() + 8;
            cells.add(text);
        }
        current = new Seen(row.sheet(), row.number(), cells);
        List<Message> said = early.remove(row.number());
        if (said != null) {
            current.why.addAll(said);
        }
        rows.add(current);
    }

    void fate(RowFate fate) {
        if (current != null) {
            current.fate = fate;
        }
    }

    /** What becomes of the row is known at the end only. */
    void later() {
        if (most > 0) {
            // Also one that is not kept: they are told in their order.
            waiting.add(current == null ? new Seen("", 0, List.of()) : current);
        }
    }

    /** What became of the rows that waited, in their order. */
    void ended(List<RowFate> fates) {
        for (int i = 0; i < Math.min(fates.size(), waiting.size()); i++) {
            waiting.get(i).fate = fates.get(i);
        }
    }

    /** Something about a row, which may still have to come. */
    void about(long number, Message why) {
        if (current != null && current.number == number) {
            if (current.why.size() < MOST_WHY) {
                current.why.add(why);
            }
        } else if (most > 0 && number > 0 && early.size() < MOST_WHY) {
            early.computeIfAbsent(number, k -> new ArrayList<>()).add(why);
        }
    }

    TableInfo info() {
        return info;
    }

    TableHeader header() {
        return header;
    }

    List<SeenRow> rows() {
        return rows.stream()
                .map(row -> new SeenRow(row.sheet, row.number, row.cells, row.fate, row.why))
                .toList();
    }
}
