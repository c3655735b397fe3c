package org.rapporteur.bench;

import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.UUID;
import org.rapporteur.core.change.Label;
import org.rapporteur.core.change.Values;
import org.rapporteur.core.exchange.Incoming;
import org.rapporteur.core.survey.SurveyKinds;
import org.rapporteur.exchange.Arrived;
import org.rapporteur.exchange.Exchange;
import org.rapporteur.exchange.SendRequest;
import org.rapporteur.storage.Workspace;

/** A program of its own with a small heap: sends an attachment and takes it in. Prints its peak of heap in bytes. */
final class TransferProbe {
    private TransferProbe() {}

    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        long size = Long.parseLong(args[1]);
        Path file = folder.resolve("big.rcpx");
        String hash;
        long start = System.nanoTime();
        try (Workspace from = ExchangeBench.workspace(folder.resolve("from"), 1)) {
            hash = from.blobs().put(new Counted(size), "big.bin", "application/octet-stream");
            from.changes().run(Label.of("bench"), tx -> {
                UUID survey = tx.insert(SurveyKinds.SURVEY, Values.of("title_en", "Bench"));
                UUID respondent = tx.insert(
                        SurveyKinds.RESPONDENT, Values.of("survey", survey).with("name", "R"));
                tx.insert(
                        SurveyKinds.RESPONSE,
                        Values.of("respondent", respondent)
                                .with("survey", survey)
                                .with("source_hash", hash));
            });
            start = System.nanoTime();
            ExchangeBench.exchange(from, 1).send(SendRequest.everything(), file, Incoming.Progress.NONE);
        }
        long sent = System.nanoTime();
        // The sender's copy is not needed any more; two are enough for the disk.
        Files.delete(folder.resolve("from/blobs").resolve(hash.substring(0, 2)).resolve(hash));
        try (Workspace to = ExchangeBench.workspace(folder.resolve("to"), 2)) {
            Exchange receiver = ExchangeBench.exchange(to, 2);
            try (Arrived arrived = receiver.open(file, null, Incoming.Progress.NONE)) {
                arrived.effects();
                arrived.apply(Incoming.Progress.NONE);
            }
            long got = Files.size(
                    folder.resolve("to/blobs").resolve(hash.substring(0, 2)).resolve(hash));
            if (got != size || receiver.store().packages().getFirst().effects().files() != 1) {
                throw new IllegalStateException("the attachment did not arrive");
            }
        }
        long peak = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
        System.out.println(peak + " " + (sent - start) + " " + (System.nanoTime() - sent));
    }

    /** So many bytes that cost nothing to make. */
    private static final class Counted extends InputStream {
        private long left;

        Counted(long size) {
            left = size;
        }

        @Override
        public int read() {
            return left-- > 0 ? 7 : -1;
        }

        @Override
        public int read(byte[] into, int from, int length) {
            if (left <= 0) {
                return -1;
            }
            int now = (int) Math.min(left, length);
            Arrays.fill(into, from, from + now, (byte) 7);
            left -= now;
            return now;
        }
    }
}
