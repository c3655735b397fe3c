package org.rapporteur.launch;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;
import org.rapporteur.core.problem.IoProblems;
import org.rapporteur.core.text.Language;
import org.rapporteur.documents.from.Reports;
import org.rapporteur.i18n.KnownGroups;
import org.rapporteur.i18n.Messages;
import org.rapporteur.storage.SurveyStoreSqlite;
import org.rapporteur.storage.Workspace;
import org.rapporteur.ui.kit.Progress;
import org.rapporteur.ui.shell.MeetingReports;
import org.rapporteur.ui.shell.SurveyReports;

/** The documents that the window offers, written by the same code as those of the command line. */
final class WindowReports implements MeetingReports {
    private final Reports reports;

    WindowReports(Workspace workspace, Messages messages, Clock clock) {
        reports = new Reports(
                workspace,
                new SurveyStoreSqlite(workspace),
                workspace.history(),
                language -> (key, values) -> messages.text(language, key, values),
                new KnownGroups(messages),
                clock);
    }

    @Override
    public List<Report> offered() {
        return java.util.Arrays.stream(Reports.Report.values())
                .filter(report -> !report.ofSurvey())
                .map(report -> new Report(id(report), "report." + id(report), icon(report), report.ending()))
                .toList();
    }

    /** The documents of a survey. */
    SurveyReports ofSurveys() {
        return new SurveyReports() {
            @Override
            public List<SurveyReports.Report> offered() {
                return java.util.Arrays.stream(Reports.Report.values())
                        .filter(Reports.Report::ofSurvey)
                        .map(report -> new SurveyReports.Report(
                                id(report), "report." + id(report), icon(report), report.ending()))
                        .toList();
            }

            @Override
            public void write(
                    SurveyReports.Report report, UUID survey, Language language, Path file, Progress progress) {
                WindowReports.this.write(
                        Reports.Report.valueOf(report.id().toUpperCase(Locale.ROOT)), survey, language, file, progress);
            }
        };
    }

    static String id(Reports.Report report) {
        return report.name().toLowerCase(Locale.ROOT);
    }

    private static Ikon icon(Reports.Report report) {
        return switch (report) {
            case CALENDAR -> Material2OutlinedAL.EVENT;
            case PARTICIPANTS -> Material2OutlinedMZ.PEOPLE;
            case TABLES, RESPONSES -> Material2OutlinedMZ.TABLE_CHART;
            default -> Material2OutlinedAL.DESCRIPTION;
        };
    }

    @Override
    public void write(Report report, UUID subject, Language language, Path file, Progress progress) {
        write(Reports.Report.valueOf(report.id().toUpperCase(Locale.ROOT)), subject, language, file, progress);
    }

    /** Writes beside the file first, so that a failure or a cancellation leaves what was there. */
    void write(Reports.Report report, UUID subject, Language language, Path file, Progress progress) {
        String name = String.valueOf(file.getFileName());
        Path part = file.resolveSibling("." + name + ".part");
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
                reports.write(report, subject, language, false, out);
            }
            progress.check();
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw IoProblems.of(name, e);
        } finally {
            try {
                Files.deleteIfExists(part);
            } catch (IOException e) {
                System.getLogger("launch").log(System.Logger.Level.DEBUG, "an unfinished document stays behind");
            }
        }
    }
}
