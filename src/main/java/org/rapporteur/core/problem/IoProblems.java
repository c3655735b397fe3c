package org.rapporteur.core.problem;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;

/** Turns failures of reading and writing files into problems that say what to do. */
public final class IoProblems {
    private IoProblems() {}

    /**
     * The problem behind a failed read or write. A full disk, a missing file, a refused access, a file in use and a
     * name that the system does not accept are told apart; anything else is a plain failure of input or output.
     *
     * @param file name of the file as the person knows it (no folder needed); may be empty if it is not known
     * @param failure what the operation threw
     */
    public static Problem of(String file, IOException failure) {
        String name = file == null ? "" : file;
        Kind kind = kindOf(failure);
        return problem(name.isEmpty() && kind != Kind.FULL ? Kind.UNNAMED : kind, name)
                // Messages of file failures hold paths, which hold people's names: only the class is logged.
                .technical(failure.getClass().getSimpleName())
                .cause(failure)
                .build();
    }

    private enum Kind {
        FULL,
        MISSING,
        DENIED,
        READ_ONLY,
        IN_USE,
        NAME,
        UNNAMED,
        OTHER
    }

    private static Kind kindOf(IOException failure) {
        // By name of the class, because core does not know java.nio.file.
        String type = failure.getClass().getSimpleName();
        String text = failure.getMessage() == null ? "" : failure.getMessage().toLowerCase(Locale.ROOT);
        if (contains(text, Set.of("no space left", "not enough space", "disk full", "quota exceeded"))) {
            return Kind.FULL;
        }
        if (contains(text, Set.of("being used by another process", "text file busy", "resource busy", "locked"))) {
            return Kind.IN_USE;
        }
        if (text.contains("read-only file system") || type.equals("ReadOnlyFileSystemException")) {
            return Kind.READ_ONLY;
        }
        if (type.equals("AccessDeniedException") || contains(text, Set.of("permission denied", "access is denied"))) {
            return Kind.DENIED;
        }
        if (contains(text, Set.of("file name too long", "invalid argument", "syntax is incorrect"))) {
            return Kind.NAME;
        }
        if (type.equals("NoSuchFileException") || failure instanceof FileNotFoundException) {
            return Kind.MISSING;
        }
        return Kind.OTHER;
    }

    private static boolean contains(String text, Set<String> parts) {
        return parts.stream().anyMatch(text::contains);
    }

    private static Problem.Builder problem(Kind kind, String file) {
        return switch (kind) {
            case FULL ->
                Problem.of("FIL-01", "problem.file.diskFull")
                        .kept("problem.kept.nothingWritten")
                        .advice("problem.advice.freeSpace");
            case MISSING -> Problem.of("FIL-02", "problem.file.missing", file).advice("problem.advice.chooseAgain");
            case DENIED ->
                Problem.of("FIL-03", "problem.file.denied", file)
                        .kept("problem.kept.nothingChanged")
                        .advice("problem.advice.otherPlace");
            case READ_ONLY ->
                Problem.of("FIL-04", "problem.file.readOnly", file)
                        .kept("problem.kept.nothingChanged")
                        .advice("problem.advice.otherPlace");
            case IN_USE ->
                Problem.of("FIL-05", "problem.file.inUse", file)
                        .kept("problem.kept.nothingChanged")
                        .advice("problem.advice.closeOther");
            case NAME ->
                Problem.of("FIL-06", "problem.file.name", file)
                        .kept("problem.kept.nothingChanged")
                        .advice("problem.advice.otherName");
            case UNNAMED ->
                Problem.of("FIL-98", "problem.file.unnamed")
                        .kept("problem.kept.nothingChanged")
                        .advice("problem.advice.tryAgain");
            case OTHER ->
                Problem.of("FIL-99", "problem.file.failed", file)
                        .kept("problem.kept.nothingChanged")
                        .advice("problem.advice.tryAgain");
        };
    }
}
