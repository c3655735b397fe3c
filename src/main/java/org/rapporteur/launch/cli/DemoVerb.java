package org.rapporteur.launch.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.rapporteur.core.problem.IoProblems;
import org.rapporteur.core.text.Language;
import org.rapporteur.launch.sample.Demo;
import org.rapporteur.storage.Workspace;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code demo}: the whole job on the sample, step by step, in a folder. */
final class DemoVerb implements Verb {
    /** Tells that everything in the folder was made by a demo, so that the next one may make it anew. */
    private static final String MARK = ".rapporteur-demo";

    @Override
    public String name() {
        return "demo";
    }

    @Override
    public void declare(CommandSpec spec, Options options) {
        options.parameter(spec, "0", "1", "DIR", "cli.parameter.demo");
    }

    @Override
    public int run(ParseResult args, Context context) throws Exception {
        Path folder = Path.of(Options.parameter(args, 0));
        Language language = Options.language(args, context.messages().language());
        prepare(folder);
        List<String> steps = new ArrayList<>();
        long start = System.nanoTime();
        Path place = folder.resolve("workspace");
        boolean clean;
        try (Workspace workspace = Workspace.create(place, SampleVerb.NAME, context.surroundings())) {
            Demo demo = new Demo(
                    workspace,
                    context.messages(),
                    ExportVerb.reports(workspace, context),
                    context.clock(),
                    folder,
                    language);
            clean = demo.run(new Demo.Steps() {
                @Override
                public <T> T step(String key, Callable<T> work) throws Exception {
                    long begin = System.nanoTime();
                    T result = work.call();
                    steps.add(key);
                    context.console().data(line(context, context.text(key), System.nanoTime() - begin));
                    return result;
                }

                @Override
                public void wrote(Path file) {
                    context.console().data("           " + file);
                }

                @Override
                public void found(String text) {
                    context.console().data("           " + text);
                }
            });
        }
        context.console().data(line(context, context.text("cli.demo.total", steps.size()), System.nanoTime() - start));
        context.say("cli.demo.done", folder.toString());
        return clean ? Status.DONE : Status.INCOMPLETE;
    }

    private static String line(Context context, String words, long nanos) {
        return String.format(java.util.Locale.ROOT, "%7.2f s  %s", nanos / 1e9, words);
    }

    private static void prepare(Path folder) {
        try {
            if (Files.exists(folder) && !isEmpty(folder)) {
                if (!Files.isRegularFile(folder.resolve(MARK))) {
                    throw CliProblems.notOurFolder(folder.toString());
                }
                clear(folder);
            }
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(MARK), "made by: rapporteur demo\n");
        } catch (IOException e) {
            throw IoProblems.of(folder.toString(), e);
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }

    /** Removes what an earlier demo made, and nothing else that somebody put beside it. */
    private static void clear(Path folder) throws IOException {
        for (String made : Demo.FOLDERS) {
            Path part = folder.resolve(made);
            if (Files.exists(part)) {
                try (Stream<Path> files = Files.walk(part)) {
                    for (Path file : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
                        Files.delete(file);
                    }
                }
            }
        }
    }
}
