package org.rapporteur.forms.table;

import java.nio.file.Path;

/**
 * Reads tables from files: CSV and other delimited text, XLSX, XLS. The format is told by the content. Files that
 * cannot be read are refused by a {@link org.rapporteur.core.problem.Problem} with a code TAB-..; rows that cannot be
 * taken come to the sink with the reason.
 */
public final class TableReader {
    private TableReader() {}

    /**
     * Reads a table as a stream.
     *
     * @param file the file; it is read twice and never changed
     * @param options what is known better than detected
     * @param sink takes the header, then the rows
     * @return what is known of the file
     * @throws org.rapporteur.core.problem.Problem if the file cannot be read or is refused as a whole; rows may have
     *     gone to the sink before. What the sink throws comes out as it is.
     */
    public static TableInfo read(Path file, TableOptions options, TableSink sink) {
        FileScan scan = FileScan.of(file, options.limits().fileBytes());
        TableSink guarded = new SinkGuard(sink);
        try {
            return switch (FileKind.of(file, scan, options.limits())) {
                case CSV -> new CsvTable(file, scan, options).read(guarded);
                case XLSX -> new XlsxTable(file, scan, options).read(guarded);
                case XLS -> new XlsTable(file, scan, options).read(guarded);
            };
        } catch (SinkGuard.SinkFailure e) {
            throw e.sinkFailure();
        }
    }

    /**
     * Reads a whole table into memory; for tables that are known to be of ordinary size.
     *
     * @throws org.rapporteur.core.problem.Problem as {@link #read}
     */
    public static TableData readAll(Path file, TableOptions options) {
        return preview(file, options, Long.MAX_VALUE);
    }

    /**
     * Reads the beginning of a table, for showing before it is taken.
     *
     * @param rows greatest number of rows
     * @throws org.rapporteur.core.problem.Problem as {@link #read}
     */
    public static TableData preview(Path file, TableOptions options, long rows) {
        TableData.Collector collector = new TableData.Collector(rows);
        TableInfo info = read(file, options, collector);
        return collector.data(info);
    }
}
