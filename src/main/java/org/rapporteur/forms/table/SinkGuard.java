package org.rapporteur.forms.table;

import java.util.function.Supplier;
import org.rapporteur.core.problem.Refusal;

/**
 * Tells failures of the sink from failures of the file: the libraries let a file's damage out as every kind of runtime
 * exception, and a failing sink must not be reported as a damaged file.
 */
final class SinkGuard implements TableSink {

    /** A failure of the sink on its way through the libraries. */
    static final class SinkFailure extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private SinkFailure(RuntimeException cause) {
            super(cause);
        }

        /** What the sink threw. */
        RuntimeException sinkFailure() {
            return (RuntimeException) getCause();
        }
    }

    private final TableSink sink;

    SinkGuard(TableSink sink) {
        this.sink = sink;
    }

    private static <T> T guarded(Supplier<T> call) {
        try {
            return call.get();
        } catch (RuntimeException e) {
            throw new SinkFailure(e);
        }
    }

    private static void guarded(Runnable call) {
        guarded(() -> {
            call.run();
            return true;
        });
    }

    @Override
    public void begin(TableInfo info) {
        guarded(() -> sink.begin(info));
    }

    @Override
    public void header(TableHeader header) {
        guarded(() -> sink.header(header));
    }

    @Override
    public void row(TableRow row) {
        guarded(() -> sink.row(row));
    }

    @Override
    public void refused(TableRow row, Refusal reason) {
        guarded(() -> sink.refused(row, reason));
    }

    @Override
    public void notice(Refusal notice) {
        guarded(() -> sink.notice(notice));
    }

    @Override
    public boolean wantsMore() {
        return guarded(sink::wantsMore);
    }
}
