package org.rapporteur.ui.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.kordamp.ikonli.Ikon;
import org.rapporteur.core.text.Language;
import org.rapporteur.ui.kit.Progress;

/** Documents made from a survey; filled by {@code launch}, so that screens need not know how documents are written. */
public interface SurveyReports {
    /**
     * One document that can be made.
     *
     * @param id stable name: survey_summary, survey_tables ...
     * @param labelKey key of its name
     * @param icon its icon
     * @param ending ending of its file, without the dot
     */
    record Report(String id, String labelKey, Ikon icon, String ending) {}

    /** The documents that can be made, in the order in which they are offered. */
    List<Report> offered();

    /**
     * Makes one. Called off the window's thread.
     *
     * @param language language of the document
     * @param file where it is written; replaced if it is there
     * @throws Exception a failure to show; nothing is left half written then
     */
    void write(Report report, UUID survey, Language language, Path file, Progress progress) throws Exception;

    /** Makes nothing. */
    SurveyReports NONE = new SurveyReports() {
        @Override
        public List<Report> offered() {
            return List.of();
        }

        @Override
        public void write(Report report, UUID survey, Language language, Path file, Progress progress) {
            throw new IllegalArgumentException("no such document: " + report.id());
        }
    };
}
