package org.rapporteur.ui.document;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rapporteur.core.problem.IoProblems;
import org.rapporteur.core.problem.Problem;
import org.rapporteur.core.text.Language;

/** Which files a document may have, and which language a file's name speaks of. */
final class FileRules {
    /** Endings of what people send as documents; a program among them would be run by the system when it is opened. */
    static final List<String> ENDINGS = List.of(
            "pdf", "docx", "doc", "odt", "rtf", "txt", "md", "xlsx", "xls", "ods", "csv", "pptx", "ppt", "odp", "png",
            "jpg", "jpeg", "tif", "tiff", "eml", "msg", "zip");

    private static final Set<String> TAKEN = Set.copyOf(ENDINGS);

    /** The last word of the name, as in "GRCP7-agenda-FR.docx", "summary_ar (2).pdf". */
    private static final Pattern LAST_WORD =
            Pattern.compile("(?:^|[^\\p{L}\\p{N}])(\\p{L}+)(?:[^\\p{L}\\p{N}]*(?:rev|v|final|draft)?[^\\p{L}]*)$");

    /** Letters that the documents service of the United Nations uses at the end of a name. */
    private static final Map<String, Language> LETTERS = Map.of(
            "e", Language.EN, "f", Language.FR, "s", Language.ES, "a", Language.AR, "c", Language.ZH, "r", Language.RU);

    private FileRules() {}

    static String ending(String fileName) {
        int dot = fileName.lastIndexOf('.');
        return dot < 0 ? "" : fileName.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    /**
     * Looks at a file before it is taken in.
     *
     * @throws Problem DOC-01 not a file, DOC-02 empty, DOC-03 too large, DOC-04 not a document
     */
    static void check(Path file) {
        String name = name(file);
        try {
            if (!Files.isRegularFile(file)) {
                throw problem("DOC-01", "document.problem.nofile", name);
            }
            long size = Files.size(file);
            if (size == 0) {
                throw problem("DOC-02", "document.problem.empty", name);
            }
            if (size > DocumentFiles.MOST_BYTES) {
                throw problem("DOC-03", "document.problem.large", name, DocumentFiles.MOST_BYTES / (1024 * 1024));
            }
        } catch (IOException e) {
            throw IoProblems.of(name, e);
        }
        if (!TAKEN.contains(ending(name))) {
            throw problem("DOC-04", "document.problem.kind", name);
        }
    }

    /** Whether a copy of a file of this name may be handed to the system to open. */
    static boolean opens(String fileName) {
        return TAKEN.contains(ending(fileName));
    }

    static String name(Path file) {
        Path last = file.getFileName();
        return last == null ? file.toString() : last.toString();
    }

    /** The language that the end of a file's name speaks of: a code, a name, or the UN's letter; empty if none. */
    static Optional<Language> language(String fileName) {
        int dot = fileName.lastIndexOf('.');
        String stem = dot < 0 ? fileName : fileName.substring(0, dot);
        Matcher matcher = LAST_WORD.matcher(stem.toLowerCase(Locale.ROOT));
        if (!matcher.find()) {
            return Optional.empty();
        }
        String word = matcher.group(1);
        if (word.length() == 1) {
            return Optional.ofNullable(LETTERS.get(word));
        }
        return Language.all().stream()
                .filter(l -> l.code().equals(word)
                        || l.englishName().toLowerCase(Locale.ROOT).equals(word)
                        || l.nativeName().toLowerCase(Locale.ROOT).equals(word))
                .findFirst();
    }

    private static Problem problem(String code, String key, Object... args) {
        return Problem.of(code, key, args)
                .kept("problem.kept.nothingChanged")
                .advice("problem.advice.chooseAgain")
                .build();
    }
}
