package org.rapporteur.storage.search;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.rapporteur.core.change.Ids;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.search.Search;
import org.rapporteur.core.text.Language;
import org.rapporteur.core.text.PlainText;
import org.rapporteur.storage.search.analysis.Excerpt;
import org.rapporteur.storage.search.analysis.SearchAnalysis;
import org.rapporteur.storage.search.analysis.SearchQuery;

/**
 * The full-text index. It follows the transactions of the workspace in the background, in small batches in a file of
 * its own, so that neither an edit nor an import waits for it; a search that would come back short catches up first.
 */
public final class SearchIndex implements Search, AutoCloseable {
    private static final int BATCH = 400;
    private static final int SNIPPET = 160;
    /** Of the matches by rank this many are looked at for a title that matches, which puts them in front. */
    private static final int LOOKED_AT = 60;

    private final Changed changed;
    private final SearchFile file;
    private final ExecutorService thread;
    private final SearchAnalysis analysis = new SearchAnalysis();
    private final AtomicBoolean queued = new AtomicBoolean();
    private final Object write = new Object();
    private final Object read = new Object();
    private volatile Changed.Point reached;
    private volatile boolean closed;

    /**
     * Opens the index; cheap, nothing is indexed yet.
     *
     * @param file place of the index, null to keep it in memory
     * @param workspace key of the workspace
     * @param thread runs the work in the background; closed with the index
     */
    public SearchIndex(Changed changed, Path file, String workspace, ExecutorService thread) {
        this.changed = changed;
        this.thread = thread;
        try {
            this.file = SearchFile.open(file, workspace);
            String txn = SearchFile.state(this.file.writing(), "txn");
            String seq = SearchFile.state(this.file.writing(), "seq");
            this.reached = txn == null
                    ? Changed.Point.START
                    : new Changed.Point(Long.parseLong(txn), seq == null ? 0 : Long.parseLong(seq));
        } catch (SQLException e) {
            throw new IllegalStateException("search index", e);
        }
    }

    /** Says that something was written; the index follows when it can. */
    public void wake() {
        if (!closed && queued.compareAndSet(false, true)) {
            try {
                thread.execute(() -> {
                    queued.set(false);
                    catchUp(() -> closed, done -> {});
                });
            } catch (RejectedExecutionException shutDown) {
                queued.set(false);
            }
        }
    }

    /** Brings the index up to date. @return whether it is */
    private boolean catchUp(BooleanSupplier cancelled, LongConsumer progress) {
        long done = 0;
        while (!cancelled.getAsBoolean()) {
            synchronized (write) {
                if (closed) {
                    return false;
                }
                List<Row> batch = new ArrayList<>(BATCH);
                Changed.Point next = changed.after(reached, BATCH, batch::add);
                if (next.equals(reached)) {
                    return true;
                }
                // The analysis runs before the transaction, so that readers of the file never wait for it.
                Map<UUID, Analysed> analysed = new LinkedHashMap<>();
                for (Row row : batch) {
                    analysed.put(row.id(), analyse(row));
                }
                store(analysed, next);
                reached = next;
                done += batch.size();
            }
            progress.accept(done);
        }
        return false;
    }

    private record Analysed(Row row, String tokens, String exact) {}

    private Analysed analyse(Row row) {
        if (row.deleted()) {
            return new Analysed(row, null, null);
        }
        List<SearchText> texts = SearchText.of(row);
        StringBuilder tokens = new StringBuilder();
        StringBuilder exact = new StringBuilder();
        for (SearchText text : texts) {
            tokens.append(analysis.tokens(text.language(), text.text())).append(' ');
            exact.append(analysis.exact(text.text())).append(' ');
        }
        return texts.isEmpty() ? new Analysed(row, null, null) : new Analysed(row, tokens.toString(), exact.toString());
    }

    private void store(Map<UUID, Analysed> analysed, Changed.Point next) {
        Connection connection = file.writing();
        try (Statement statement = connection.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            boolean done = false;
            try (PreparedStatement find = connection.prepareStatement("SELECT no FROM doc WHERE row = ?");
                    PreparedStatement dropText = connection.prepareStatement("DELETE FROM text WHERE rowid = ?");
                    PreparedStatement dropDoc = connection.prepareStatement("DELETE FROM doc WHERE no = ?");
                    PreparedStatement addDoc =
                            connection.prepareStatement("INSERT INTO doc (row, kind) VALUES (?, ?) RETURNING no");
                    PreparedStatement addText =
                            connection.prepareStatement("INSERT INTO text (rowid, tokens, exact) VALUES (?, ?, ?)")) {
                for (Analysed one : analysed.values()) {
                    byte[] key = Ids.bytes(one.row().id());
                    find.setBytes(1, key);
                    long number = -1;
                    try (ResultSet result = find.executeQuery()) {
                        if (result.next()) {
                            number = result.getLong(1);
                        }
                    }
                    if (number >= 0) {
                        dropText.setLong(1, number);
                        dropText.executeUpdate();
                    }
                    if (one.tokens() == null) {
                        if (number >= 0) {
                            dropDoc.setLong(1, number);
                            dropDoc.executeUpdate();
                        }
                        continue;
                    }
                    if (number < 0) {
                        addDoc.setBytes(1, key);
                        addDoc.setString(2, one.row().kind().name());
                        try (ResultSet result = addDoc.executeQuery()) {
                            number = result.getLong(1);
                        }
                    }
                    addText.setLong(1, number);
                    addText.setString(2, one.tokens());
                    addText.setString(3, one.exact());
                    addText.executeUpdate();
                }
                SearchFile.setState(connection, "txn", String.valueOf(next.transaction()));
                SearchFile.setState(connection, "seq", String.valueOf(next.sequence()));
                statement.execute("COMMIT");
                done = true;
            } finally {
                if (!done) {
                    statement.execute("ROLLBACK");
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("search index", e);
        }
    }

    @Override
    public Found find(String text, String language, Set<String> kinds, int most, BooleanSupplier cancelled) {
        Language reader = Language.of(language).orElse(Language.EN);
        Optional<SearchQuery> query = SearchQuery.of(analysis, text, reader);
        if (query.isEmpty()) {
            return new Found(List.of(), 0, true);
        }
        boolean complete = behind() == 0;
        List<Doc> docs = match(query.get(), kinds, Math.max(most, LOOKED_AT));
        if (docs.size() < most && !complete) {
            complete = catchUp(() -> closed || cancelled.getAsBoolean(), done -> {});
            docs = match(query.get(), kinds, Math.max(most, LOOKED_AT));
        }
        List<Hit> hits = new ArrayList<>();
        for (Doc doc : docs) {
            changed.find(doc.kind(), doc.row())
                    .filter(row -> !row.deleted())
                    .map(row -> hit(query.get(), row, reader))
                    .ifPresent(hits::add);
        }
        // Some matches may not be shown; what is on the screen and the number beside it have to agree.
        int total = docs.size() < Math.max(most, LOOKED_AT)
                ? hits.size()
                : Math.max(hits.size(), count(query.get(), kinds));
        List<Hit> ordered = new ArrayList<>(hits);
        ordered.sort(java.util.Comparator.comparingInt(h -> titleRank(h, text)));
        return new Found(List.copyOf(ordered.subList(0, Math.min(most, ordered.size()))), total, complete);
    }

    /** Records that are called what was typed come first; the sort is stable, so the rest stays by rank. */
    private static int titleRank(Hit hit, String text) {
        String wanted = org.rapporteur.core.text.MatchKey.of(text);
        String title = org.rapporteur.core.text.MatchKey.of(hit.title());
        if (title.equals(wanted)) {
            return 0;
        }
        return title.startsWith(wanted) && !hit.kind().equals("answer") ? 1 : 2;
    }

    private record Doc(String kind, UUID row) {}

    private List<Doc> match(SearchQuery query, Set<String> kinds, int most) {
        String sql = "SELECT doc.kind, doc.row FROM text JOIN doc ON doc.no = text.rowid WHERE text MATCH ?"
                + kindFilter(kinds) + " ORDER BY bm25(text) LIMIT ?";
        synchronized (read) {
            try (PreparedStatement statement = file.reading().prepareStatement(sql)) {
                int index = bind(statement, query, kinds);
                statement.setInt(index, most);
                List<Doc> docs = new ArrayList<>();
                try (ResultSet result = statement.executeQuery()) {
                    while (result.next()) {
                        docs.add(new Doc(result.getString(1), Ids.ofBytes(result.getBytes(2))));
                    }
                }
                return docs;
            } catch (SQLException e) {
                throw new IllegalStateException("search index", e);
            }
        }
    }

    private int count(SearchQuery query, Set<String> kinds) {
        String sql = kinds.isEmpty()
                ? "SELECT count(*) FROM (SELECT 1 FROM text WHERE text MATCH ? LIMIT " + COUNTED + ")"
                : "SELECT count(*) FROM (SELECT 1 FROM text JOIN doc ON doc.no = text.rowid WHERE text MATCH ?"
                        + kindFilter(kinds) + " LIMIT " + COUNTED + ")";
        synchronized (read) {
            try (PreparedStatement statement = file.reading().prepareStatement(sql)) {
                bind(statement, query, kinds);
                try (ResultSet result = statement.executeQuery()) {
                    return result.getInt(1);
                }
            } catch (SQLException e) {
                throw new IllegalStateException("search index", e);
            }
        }
    }

    private static String kindFilter(Set<String> kinds) {
        return kinds.isEmpty()
                ? ""
                : kinds.stream().map(k -> "?").collect(Collectors.joining(", ", " AND doc.kind IN (", ")"));
    }

    private static int bind(PreparedStatement statement, SearchQuery query, Set<String> kinds) throws SQLException {
        int index = 1;
        statement.setString(index++, query.match());
        for (String kind : kinds) {
            statement.setString(index++, kind);
        }
        return index;
    }

    /** The hit with the text that shows most of what was looked for, the reader's language first. */
    private Hit hit(SearchQuery query, Row row, Language reader) {
        SearchText best = null;
        Excerpt bestExcerpt = null;
        for (SearchText text : SearchText.of(row)) {
            Excerpt excerpt = Excerpt.of(analysis, query, text.language(), text.text(), SNIPPET);
            int marks = excerpt.hits().size() * 2 + (text.language() == reader ? 1 : 0);
            int bestMarks = best == null ? -1 : bestExcerpt.hits().size() * 2 + (best.language() == reader ? 1 : 0);
            if (marks > bestMarks && (best == null || !excerpt.hits().isEmpty())) {
                best = text;
                bestExcerpt = excerpt;
            }
        }
        String context = changed.contextOf(row).stream()
                .map(r -> PlainText.shorten(r.title(reader.code()), 60))
                .filter(t -> !t.isBlank())
                .collect(Collectors.joining(" · "));
        String title = PlainText.shorten(row.title(reader.code()), 120);
        return new Hit(
                row.kind().name(),
                row.id(),
                title,
                context,
                bestExcerpt == null ? "" : bestExcerpt.text(),
                bestExcerpt == null
                        ? List.of()
                        : bestExcerpt.hits().stream()
                                .map(r -> new Mark(r.start(), r.end()))
                                .toList(),
                best == null || best.language() == null ? "" : best.language().code(),
                best == null ? "" : best.field(),
                changed.standing(row));
    }

    /** Indexes everything anew in the background: what was indexed is no longer so, as after an import taken back. */
    public void startOver() {
        if (!closed) {
            try {
                thread.execute(() -> rebuild(done -> {}));
            } catch (RejectedExecutionException e) {
                System.getLogger("search").log(System.Logger.Level.DEBUG, "the index is closed already");
            }
        }
    }

    @Override
    public void rebuild(LongConsumer progress) {
        synchronized (write) {
            try {
                file.clear();
            } catch (SQLException e) {
                throw new IllegalStateException("search index", e);
            }
            reached = Changed.Point.START;
        }
        catchUp(() -> closed, progress);
    }

    @Override
    public long behind() {
        return changed.newest() - reached.transaction();
    }

    @Override
    public void close() {
        closed = true;
        thread.shutdown();
        synchronized (write) {
            synchronized (read) {
                file.close();
            }
        }
    }
}
