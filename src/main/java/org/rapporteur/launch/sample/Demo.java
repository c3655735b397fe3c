package org.rapporteur.launch.sample;

import java.io.BufferedOutputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.rapporteur.core.recommendation.draft.DraftOutcome;
import org.rapporteur.core.recommendation.draft.DraftRequest;
import org.rapporteur.core.recommendation.draft.RecommendationDrafter;
import org.rapporteur.core.survey.IntakeReport;
import org.rapporteur.core.survey.SurveyStore.CodingRule;
import org.rapporteur.core.survey.analysis.Convergence;
import org.rapporteur.core.survey.analysis.Grouping;
import org.rapporteur.core.survey.analysis.SummaryText;
import org.rapporteur.core.survey.analysis.SurveyAnalysis;
import org.rapporteur.core.survey.analysis.Tabulation;
import org.rapporteur.core.text.Language;
import org.rapporteur.documents.from.Reports;
import org.rapporteur.documents.from.Reports.Report;
import org.rapporteur.i18n.KnownGroups;
import org.rapporteur.i18n.Messages;
import org.rapporteur.storage.SurveyStoreSqlite;
import org.rapporteur.storage.Workspace;

/** The main job on the sample, from the questionnaires that go out to the documents that come of them. */
public final class Demo {
    private static final String QUESTIONNAIRES = "questionnaires";
    private static final String RETURNED = "returned";
    private static final String DOCUMENTS = "documents";

    /** The folders that a demo makes. */
    public static final List<String> FOLDERS = List.of("workspace", QUESTIONNAIRES, RETURNED, DOCUMENTS);

    /** Themes shown on the way. */
    private static final int SHOWN = 5;

    /** Regions that a theme must reach to become a draft: more than half of the six. */
    private static final int REGIONS = 4;

    private static final List<Report> REPORTS = List.of(
            Report.SURVEY_SUMMARY,
            Report.TABLES,
            Report.RESPONSES,
            Report.AGENDA,
            Report.ANNOTATED_AGENDA,
            Report.PARTICIPANTS,
            Report.RECOMMENDATIONS,
            Report.DRAFT_RECOMMENDATIONS,
            Report.CALENDAR);

    /** Hears of each step. */
    public interface Steps {
        /** Runs the step and tells how long it took. */
        <T> T step(String key, Callable<T> work) throws Exception;

        /** A file that was written. */
        void wrote(Path file);

        /** Something that a step found, in words. */
        void found(String text);
    }

    private final Workspace workspace;
    private final Messages messages;
    private final Reports reports;
    private final Clock clock;
    private final Path folder;
    private final Language language;
    private final SampleJob job;

    public Demo(Workspace workspace, Messages messages, Reports reports, Clock clock, Path folder, Language language) {
        this.workspace = workspace;
        this.messages = messages;
        this.reports = reports;
        this.clock = clock;
        this.folder = folder;
        this.language = language;
        this.job = new SampleJob(workspace, messages::text);
    }

    /**
     * Does it all.
     *
     * @return whether every returned file was read and every coding found its passage; cells left for a person to
     *     decide are part of the sample
     */
    public boolean run(Steps steps) throws Exception {
        Path sent = Files.createDirectories(folder.resolve(QUESTIONNAIRES));
        Path returned = Files.createDirectories(folder.resolve(RETURNED));
        Path documents = Files.createDirectories(folder.resolve(DOCUMENTS));

        steps.step("cli.demo.build", () -> {
            job.build();
            return null;
        });
        steps.wrote(workspace.folder());
        List<Path> forms = steps.step("cli.demo.send", () -> job.send(sent, (n, of) -> {}));
        steps.found(messages.text(language, "cli.demo.sent", forms.size(), sent.toString()));
        List<Path> filled = steps.step("cli.demo.fill", () -> job.take(returned, (n, of) -> {}));
        steps.found(messages.text(language, "cli.demo.filled", filled.size(), returned.toString()));
        List<IntakeReport> read = steps.step("cli.demo.read", () -> job.read(returned, (n, of) -> {}));
        int answers = read.stream().mapToInt(IntakeReport::added).sum();
        int tray = read.stream().mapToInt(report -> report.tray().size()).sum();
        int refused = read.stream().mapToInt(report -> report.refusals().size()).sum();
        steps.found(messages.text(language, "cli.demo.answers", answers, read.size(), tray, refused));
        SampleCodings.Outcome coded =
                steps.step("cli.demo.code", () -> SampleCodings.add(workspace, workspace.changes()));
        steps.found(messages.text(
                language, "cli.demo.coded", coded.added(), coded.notFound().size()));
        analyse(steps);
        for (Report report : REPORTS) {
            UUID subject = report.ofSurvey() ? SampleKeys.survey() : SampleKeys.meeting("grcp-7");
            Path file = documents.resolve(report.key() + "." + report.ending());
            steps.step("cli.demo.report." + report.key(), () -> write(report, subject, file));
            steps.wrote(file);
        }
        return refused == 0 && coded.notFound().isEmpty();
    }

    private void analyse(Steps steps) throws Exception {
        SurveyAnalysis analysis = new SurveyAnalysis(new SurveyStoreSqlite(workspace));
        KnownGroups groups = new KnownGroups(messages);
        SummaryText text = new SummaryText(messages::text, groups, language);
        List<Tabulation> tables = steps.step(
                "cli.demo.tabulate",
                () -> analysis.tabulate(
                        SampleKeys.survey(), List.of(Grouping.REGION, Grouping.TYPE), CodingRule.ANY_CODER));
        steps.found(messages.text(language, "cli.demo.tables", tables.size()));
        for (Grouping grouping : List.of(Grouping.REGION, Grouping.TYPE)) {
            Convergence convergence = steps.step(
                    "cli.demo.converge." + grouping.key(),
                    () -> analysis.convergence(SampleKeys.survey(), grouping, CodingRule.ANY_CODER));
            convergence.themes().stream()
                    .limit(SHOWN)
                    .forEach(theme -> steps.found(text.text(convergence.statement(theme))));
        }
        DraftOutcome drafts = steps.step(
                "cli.demo.draft",
                () -> new RecommendationDrafter(
                                analysis, workspace.changes(), workspace.history(), messages::text, groups)
                        .draft(DraftRequest.usual(SampleKeys.survey(), REGIONS, LocalDate.now(clock), language)));
        List<UUID> made = new ArrayList<>(drafts.created());
        made.addAll(drafts.updated());
        steps.found(messages.text(language, "cli.demo.drafts", made.size(), REGIONS));
    }

    private Path write(Report report, UUID subject, Path file) throws Exception {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            reports.write(report, subject, language, false, out);
        }
        return file;
    }
}
