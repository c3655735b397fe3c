package org.rapporteur.launch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Locale;
import java.util.concurrent.Executors;
import org.rapporteur.core.change.Ids;
import org.rapporteur.i18n.Messages;
import org.rapporteur.launch.cli.Console;
import org.rapporteur.launch.cli.Context;
import org.rapporteur.launch.cli.Status;
import org.rapporteur.launch.cli.Verbs;
import org.rapporteur.settings.ConfigFolder;
import org.rapporteur.settings.SettingsStore;
import org.rapporteur.storage.SiteRegistry;
import org.rapporteur.storage.Workspace;

/** The command line: the same program without its window. */
public final class Cli {
    private Cli() {}

    /**
     * Whether the arguments are for the command line and not for the window: a verb, an option, or something that cannot
     * be a workspace to open.
     */
    public static boolean handles(String[] args) {
        return args.length > 1
                || args.length == 1
                        && (args[0].startsWith("-") || Verbs.names().contains(args[0]) || !mayBeFolder(args[0]));
    }

    private static boolean mayBeFolder(String name) {
        try {
            return Files.isDirectory(Path.of(name));
        } catch (java.nio.file.InvalidPathException noPath) {
            return false;
        }
    }

    /**
     * Does what the arguments say.
     *
     * @return the exit status, see {@link Status}
     */
    public static int run(String[] args) {
        return run(args, author());
    }

    /** The same in the name of an author, which stands in the history of what is changed. */
    public static int run(String[] args, String author) {
        Clock clock = Clock.systemDefaultZone();
        Messages messages = new Messages(Context.language(args, Locale.getDefault()));
        Workspace.Surroundings surroundings = new Workspace.Surroundings(
                clock,
                new Ids(clock, new SecureRandom()),
                () -> author,
                name -> Executors.newSingleThreadExecutor(task -> {
                    Thread thread = new Thread(task, name);
                    thread.setDaemon(true);
                    return thread;
                }),
                new SiteRegistry(ConfigFolder.find().resolve("sites")));
        return Verbs.run(args, new Context(Console.ofProcess(), messages, surroundings, clock, Version.current()));
    }

    private static String author() {
        String name = System.getenv("RAPPORTEUR_AUTHOR");
        if (name != null && !name.isBlank()) {
            return name.strip();
        }
        // The name that the window was told is the same person's.
        String told = new SettingsStore(ConfigFolder.find(), (delay, task) -> () -> {})
                .get()
                .author();
        return told.isBlank() ? System.getProperty("user.name", "") : told;
    }
}
