package org.rapporteur.ui.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.rapporteur.core.problem.Problem;
import org.rapporteur.core.text.Language;
import org.rapporteur.documents.from.Reports.Option;
import org.rapporteur.documents.from.Reports.Report;
import org.rapporteur.ui.kit.Progress;

/** The papers of one sort of subject; filled by {@code launch}, so that screens need not know how papers are written. */
public interface Papers {
    /** The papers that can be made, in the order in which they are offered. */
    List<Report> offered();

    /**
     * What hinders a paper, known before anybody is asked where it goes. Called off the window's thread.
     *
     * @param language language of the paper
     * @return empty if it can be made as far as one can tell
     */
    default Optional<Problem> hindrance(Report report, UUID subject, Language language) {
        return Optional.empty();
    }

    /**
     * Makes one. Called off the window's thread.
     *
     * @param subject the meeting or survey
     * @param language language of the paper
     * @param options what was chosen of the paper's options
     * @param file where it is written; replaced if it is there
     * @throws Exception a failure to show; nothing is left half written then
     */
    void write(Report report, UUID subject, Language language, Set<Option> options, Path file, Progress progress)
            throws Exception;
}
