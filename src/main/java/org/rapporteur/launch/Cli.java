package org.rapporteur.launch;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** The command line. */
public final class Cli {
    private static final int USAGE = 2;

    private Cli() {}

    /** Whether the arguments are for the command line and not for the window. */
    public static boolean handles(String[] args) {
        return args.length > 1 || args.length == 1 && !isFolder(args[0]);
    }

    private static boolean isFolder(String name) {
        try {
            return Files.isDirectory(Path.of(name));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /** Does what the arguments say; returns the exit status. */
    public static int run(String[] args) {
        System.err.println("rapporteur: unknown command " + args[0]);
        return USAGE;
    }
}
