package org.rapporteur.forms.table;

import java.util.ArrayList;
import java.util.List;
import org.rapporteur.core.problem.Refusal;

/**
 * A whole table, or the beginning of one, in memory.
 *
 * @param info what is known of the file
 * @param header its columns
 * @param rows the rows read right
 * @param refused the rows refused, with their reasons
 * @param notices what a person should look at
 */
public record TableData(
        TableInfo info, TableHeader header, List<TableRow> rows, List<RefusedRow> refused, List<Refusal> notices) {

    /**
     * A row that cannot be taken.
     *
     * @param row the row as far as its cells could be told apart
     * @param reason why
     */
    public record RefusedRow(TableRow row, Refusal reason) {}

    /** Takes copies of the lists. */
    public TableData {
        rows = List.copyOf(rows);
        refused = List.copyOf(refused);
        notices = List.copyOf(notices);
    }

    /** Collects rows up to a number. */
    static final class Collector implements TableSink {
        private final long most;
        private final List<TableRow> rows = new ArrayList<>();
        private final List<RefusedRow> refused = new ArrayList<>();
        private final List<Refusal> notices = new ArrayList<>();
        private TableHeader header;

        Collector(long most) {
            this.most = most;
        }

        @Override
        public void header(TableHeader value) {
            header = value;
        }

        @Override
        public void row(TableRow row) {
            rows.add(row);
        }

        @Override
        public void refused(TableRow row, Refusal reason) {
            refused.add(new RefusedRow(row, reason));
        }

        @Override
        public void notice(Refusal notice) {
            notices.add(notice);
        }

        @Override
        public boolean wantsMore() {
            return rows.size() + refused.size() < most;
        }

        TableData data(TableInfo info) {
            return new TableData(info, header, rows, refused, notices);
        }
    }
}
