package org.rapporteur.launch.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.rapporteur.i18n.Messages;
import org.rapporteur.storage.TestWorkspaces;

/**
 * The command line run inside the test, with what it wrote.
 *
 * @param status exit status
 * @param out standard output
 * @param err standard error
 */
record CommandLineRun(int status, String out, String err) {

    /** Each run makes keys of its own, as each start of the program does. */
    private static final AtomicLong RUNS = new AtomicLong(7);

    static CommandLineRun of(Object... args) {
        String[] words = new String[args.length];
        for (int i = 0; i < args.length; i++) {
            words[i] = args[i].toString();
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Clock clock = Clock.fixed(TestWorkspaces.NOW, ZoneOffset.UTC);
        Console console = new Console(
                new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8));
        Context context = new Context(
                console,
                new Messages(Context.language(words, Locale.ENGLISH)),
                TestWorkspaces.surroundings(clock, RUNS.getAndIncrement()),
                clock,
                "1.2.3");
        int status = Verbs.run(words, context);
        return new CommandLineRun(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    JsonNode json() {
        try {
            return new ObjectMapper().readTree(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
