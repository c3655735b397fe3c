package org.rapporteur.ui.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.rapporteur.core.survey.analysis.SummarySeal;
import org.rapporteur.core.text.Language;
import org.rapporteur.documents.from.Reports.Option;
import org.rapporteur.documents.from.Reports.Report;
import org.rapporteur.ui.kit.Progress;

/** Papers made from a survey. */
public interface SurveyReports extends Papers {

    /**
     * The seal of the summary that a file of this survey was made from; empty if the file has none, or is of another
     * survey. Called off the window's thread.
     *
     * @throws Exception a failure to show
     */
    default Optional<SummarySeal> issued(UUID survey, Path file) throws Exception {
        return Optional.empty();
    }

    /** Makes nothing. */
    SurveyReports NONE = new SurveyReports() {
        @Override
        public List<Report> offered() {
            return List.of();
        }

        @Override
        public void write(
                Report report, UUID survey, Language language, Set<Option> options, Path file, Progress progress) {
            throw new IllegalArgumentException("no such paper: " + report.key());
        }
    };
}
