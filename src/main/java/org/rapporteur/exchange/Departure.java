package org.rapporteur.exchange;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.rapporteur.core.exchange.ExchangeStore;
import org.rapporteur.core.exchange.Incoming;
import org.rapporteur.core.exchange.Outgoing;
import org.rapporteur.core.exchange.TravellingFile;
import org.rapporteur.core.exchange.TravellingRow;
import org.rapporteur.core.exchange.TravellingStep;
import org.rapporteur.core.exchange.VersionVector;
import org.rapporteur.core.model.Model;
import org.rapporteur.core.problem.IoProblems;
import org.rapporteur.exchange.lines.FileLines;
import org.rapporteur.exchange.lines.LineWriter;
import org.rapporteur.exchange.lines.RowWriter;
import org.rapporteur.exchange.lines.SeenNumbers;
import org.rapporteur.exchange.lines.SiteNumbers;
import org.rapporteur.exchange.lines.StepLines;
import org.rapporteur.exchange.pack.Manifest;
import org.rapporteur.exchange.pack.PackageWriter;

/** Takes what the store sends and writes it into a package. */
final class Departure implements Outgoing {
    static final String SITES = "_sites";
    static final String SEEN = "_seen";
    static final String STEPS = "_steps";
    static final String FILES = "_files";

    private static final int BUFFER = 1 << 16;
    private static final int TELL_EVERY = 500;

    private final PackageWriter writer;
    private final ExchangeStore store;
    private final Map<UUID, VersionVector> bases;
    private final boolean authors;
    private final String file;
    private final Incoming.Progress progress;
    private final long expected;
    private final SiteNumbers sites = new SiteNumbers();
    private final SeenNumbers seen = new SeenNumbers();
    private final List<TravellingFile> files = new ArrayList<>();
    private Map<UUID, VersionVector> to = Map.of();
    private List<UUID> scopes = List.of();
    private RowWriter rows;
    private String openName;
    private OutputStream open;
    private LineWriter lines;
    private long count;

    /**
     * @param bases scopes that are sent
     * @param authors whether people are named
     * @param expected about how many records there will be
     */
    Departure(
            PackageWriter writer,
            ExchangeStore store,
            Map<UUID, VersionVector> bases,
            boolean authors,
            String file,
            Incoming.Progress progress,
            long expected) {
        this.writer = writer;
        this.store = store;
        this.bases = bases;
        this.authors = authors;
        this.file = file;
        this.progress = progress;
        this.expected = expected;
    }

    @Override
    public void begin(Map<UUID, VersionVector> seenOfScopes) {
        to = Map.copyOf(seenOfScopes);
        Set<UUID> all = new LinkedHashSet<>(bases.keySet());
        all.addAll(to.keySet());
        scopes = all.stream()
                .sorted(Comparator.comparing((UUID scope) -> !scope.equals(Model.DIRECTORY))
                        .thenComparing(UUID::compareTo))
                .toList();
        rows = new RowWriter(scopes, sites, seen);
    }

    @Override
    public void row(TravellingRow row) {
        try {
            rows.write(into(row.kind), row);
        } catch (IOException e) {
            throw IoProblems.of(file, e);
        }
        if (++count % TELL_EVERY == 0) {
            progress.at(count, Math.max(count, expected));
        }
    }

    @Override
    public void step(TravellingStep step) {
        try {
            StepLines.write(into(STEPS), step, sites);
        } catch (IOException e) {
            throw IoProblems.of(file, e);
        }
    }

    @Override
    public void file(TravellingFile attachment) {
        files.add(attachment);
    }

    private LineWriter into(String name) throws IOException {
        if (!name.equals(openName)) {
            closeOpen();
            open = new BufferedOutputStream(writer.data(name), BUFFER);
            openName = name;
            lines = new LineWriter(open);
        }
        return lines;
    }

    private void closeOpen() throws IOException {
        if (open != null) {
            open.close();
            open = null;
        }
        openName = null;
    }

    /** Writes what comes last: attachments, vectors, sites. */
    void end() {
        try {
            for (TravellingFile attachment : files) {
                FileLines.write(into(FILES), attachment);
            }
            closeOpen();
            for (TravellingFile attachment : files) {
                progress.at(count, Math.max(count, expected));
                try (InputStream in = store.openFile(attachment.hash())) {
                    writer.blob(attachment.hash(), attachment.size(), in);
                }
            }
            seen.write(into(SEEN), sites);
            sites.write(into(SITES), site -> authors ? store.author(site).orElse(null) : null);
            closeOpen();
        } catch (IOException e) {
            throw IoProblems.of(file, e);
        }
        progress.at(count, Math.max(count, 1));
    }

    /** What the manifest says of the scopes, in the order that the rows use. */
    List<Manifest.ScopePart> parts() {
        return scopes.stream()
                .map(scope -> new Manifest.ScopePart(
                        scope,
                        bases.getOrDefault(scope, VersionVector.NONE),
                        to.getOrDefault(scope, VersionVector.NONE)))
                .toList();
    }

    long rows() {
        return count;
    }

    long files() {
        return files.size();
    }
}
