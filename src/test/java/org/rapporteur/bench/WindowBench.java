package org.rapporteur.bench;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rapporteur.core.change.Ids;
import org.rapporteur.launch.sample.SampleBuilder;
import org.rapporteur.storage.TestWorkspaces;
import org.rapporteur.storage.Workspace;

/** Start-up against a bare JavaFX window in the same run; moving between areas in a large workspace; memory. */
@Tag("bench")
class WindowBench {
    private static final int RUNS = 7;

    @TempDir
    Path folder;

    @AfterAll
    static void print() {
        Table.print();
    }

    @Test
    void firstUsableWindow() throws Exception {
        Path sample = folder.resolve("sample");
        try (Workspace workspace =
                Workspace.create(sample, "GRCP 7", TestWorkspaces.surroundings(Clock.systemUTC(), System.nanoTime()))) {
            SampleBuilder.build(workspace.changes());
        }
        List<Double> ours = new ArrayList<>();
        List<Double> bare = new ArrayList<>();
        for (int run = 0; run <= RUNS; run++) {
            double a = ready(WindowProbe.class, sample.toString());
            double b = ready(BareWindow.Start.class);
            if (run > 0) {
                ours.add(a);
                bare.add(b);
            }
        }
        Table.row(
                "first usable window, sample open",
                Table.millis(StoreBench.median(ours)),
                "bare JavaFX window: " + Table.millis(StoreBench.median(bare)),
                Table.ratio(StoreBench.median(ours), StoreBench.median(bare)),
                "1.6");
    }

    private double ready(Class<?> main, String... args) throws Exception {
        long start = System.nanoTime();
        Process process = start(main, args);
        try (BufferedReader out = process.inputReader()) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                if (line.equals("ready")) {
                    return System.nanoTime() - start;
                }
            }
            throw new IllegalStateException("never ready: " + main);
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private Process start(Class<?> main, String... args) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dglass.platform=Headless",
                "-Dprism.order=sw",
                "-Drapporteur.config=" + Files.createTempDirectory(folder, "config"),
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(args));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    @Test
    void areasOfALargeWorkspace() throws Exception {
        Path large = folder.resolve("large");
        StoreBench.insertOurs(large, new Random().nextInt());
        try (Workspace workspace = Workspace.open(
                large,
                Workspace.Mode.WRITE,
                new Workspace.Surroundings(
                        Clock.systemUTC(),
                        new Ids(Clock.systemUTC(), new Random()),
                        () -> "A. Officer",
                        TestWorkspaces.surroundings().threads()))) {
            SampleBuilder.build(workspace.changes());
            workspace.search().rebuild(done -> {});
        }
        Map<String, List<Double>> times = new HashMap<>();
        List<Double> memory = new ArrayList<>();
        String[] tour = {
            "meetings",
            "participants",
            "surveys",
            "recommendations",
            "meetings",
            "participants",
            "surveys",
            "recommendations"
        };
        for (int run = 0; run < 3; run++) {
            List<String> args = new ArrayList<>(List.of(large.toString()));
            args.addAll(List.of(tour));
            Process process = start(WindowProbe.class, args.toArray(String[]::new));
            int step = 0;
            try (BufferedReader out = process.inputReader()) {
                for (String line = out.readLine(); line != null; line = out.readLine()) {
                    String[] words = line.split(" ");
                    if (words[0].equals("area")) {
                        String visit = step++ < 4 ? "first visit" : "again";
                        times.computeIfAbsent(visit, k -> new ArrayList<>()).add(Double.parseDouble(words[2]));
                    } else if (words[0].equals("rss")) {
                        memory.add(Double.parseDouble(words[1]));
                        break;
                    }
                }
            } finally {
                process.destroyForcibly().waitFor();
            }
        }
        times.forEach((visit, of) -> Table.row(
                "moving to an area, 100,000 answers, " + visit + ": median; slowest",
                Table.millis(StoreBench.median(of)) + "; "
                        + Table.millis(of.stream().mapToDouble(d -> d).max().orElse(0)),
                "",
                "",
                "150 ms"));
        Table.row(
                "resident memory after the tour",
                Math.round(StoreBench.median(memory) / 1024) + " MB",
                "",
                "",
                "350 MB");
    }
}
