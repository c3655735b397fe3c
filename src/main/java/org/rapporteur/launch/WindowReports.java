package org.rapporteur.launch;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.rapporteur.core.problem.IoProblems;
import org.rapporteur.core.problem.Problem;
import org.rapporteur.core.survey.analysis.SummarySeal;
import org.rapporteur.core.text.Language;
import org.rapporteur.documents.from.Reports;
import org.rapporteur.documents.from.Reports.Option;
import org.rapporteur.documents.from.Reports.Report;
import org.rapporteur.documents.seal.IssuedSeal;
import org.rapporteur.i18n.KnownGroups;
import org.rapporteur.i18n.Messages;
import org.rapporteur.storage.PartFiles;
import org.rapporteur.storage.SurveyStoreSqlite;
import org.rapporteur.storage.Workspace;
import org.rapporteur.ui.kit.Progress;
import org.rapporteur.ui.shell.MeetingReports;
import org.rapporteur.ui.shell.SurveyReports;

/** The papers that the window offers, written by the same code as those of the command line. */
final class WindowReports {
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

    /** The papers of a meeting. */
    MeetingReports ofMeetings() {
        return new MeetingReports() {
            @Override
            public List<Report> offered() {
                return Report.of(false);
            }

            @Override
            public Optional<Problem> hindrance(Report report, UUID meeting, Language language) {
                try {
                    check(report, meeting);
                    reports.check(report, meeting, language);
                    return Optional.empty();
                } catch (Problem problem) {
                    return Optional.of(problem);
                }
            }

            @Override
            public void write(
                    Report report, UUID meeting, Language language, Set<Option> options, Path file, Progress progress) {
                WindowReports.this.write(report, meeting, language, options, file, progress);
            }
        };
    }

    /** The papers of a survey. */
    SurveyReports ofSurveys() {
        return new SurveyReports() {
            @Override
            public List<Report> offered() {
                return Report.of(true);
            }

            @Override
            public Optional<SummarySeal> issued(UUID survey, Path file) throws IOException {
                return IssuedSeal.in(file)
                        .filter(seal -> seal.survey().equals(survey))
                        .map(IssuedSeal::seal);
            }

            @Override
            public void write(
                    Report report, UUID survey, Language language, Set<Option> options, Path file, Progress progress) {
                WindowReports.this.write(report, survey, language, options, file, progress);
            }
        };
    }

    /** Writes beside the file first, so that a failure or a cancellation leaves what was there. */
    private void write(
            Report report, UUID subject, Language language, Set<Option> options, Path file, Progress progress) {
        check(report, subject);
        Path part = null;
        try {
            part = PartFiles.in(file.toAbsolutePath().getParent(), ".rapporteur");
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
                reports.write(report, subject, language, options.contains(Option.CONTACTS), out);
            }
            progress.check();
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw IoProblems.of(String.valueOf(file.getFileName()), e);
        } finally {
            delete(part);
        }
    }

    private void check(Report report, UUID subject) {
        boolean adopted = report == Report.RECOMMENDATIONS && !reports.hasAdopted(subject);
        boolean drafts = report == Report.DRAFT_RECOMMENDATIONS && !reports.hasDrafts(subject);
        if (adopted || drafts) {
            throw Problem.of("PAP-01", adopted ? "report.problem.adopted" : "report.problem.drafts")
                    .kept("problem.kept.nothingChanged")
                    .build();
        }
    }

    private static void delete(Path part) {
        try {
            if (part != null) {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            System.getLogger("launch").log(System.Logger.Level.DEBUG, "an unfinished document stays behind");
        }
    }
}
