package org.rapporteur.launch.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.rapporteur.core.change.Kind;
import org.rapporteur.core.change.Query;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.meeting.MeetingKinds;
import org.rapporteur.core.participant.ParticipantKinds;
import org.rapporteur.core.recommendation.Adoptions;
import org.rapporteur.core.recommendation.RecommendationKinds;
import org.rapporteur.core.survey.Questionnaire;
import org.rapporteur.core.survey.Respondent;
import org.rapporteur.core.text.FileNames;
import org.rapporteur.core.text.Language;
import org.rapporteur.core.text.ValueKey;
import org.rapporteur.documents.from.Reports;
import org.rapporteur.documents.from.Reports.Report;
import org.rapporteur.forms.xlsx.QuestionnaireWriter;
import org.rapporteur.i18n.KnownGroups;
import org.rapporteur.i18n.Messages;
import org.rapporteur.storage.SurveyStoreSqlite;
import org.rapporteur.storage.Workspace;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code export}: documents, tables, questionnaires and the calendar. */
final class ExportVerb implements Verb {
    private static final String QUESTIONNAIRE = "questionnaire";
    private static final String FORMS = "forms";
    private static final List<String> LATER = List.of("badges", "outcome", "invitations", "timetable");

    @Override
    public String name() {
        return "export";
    }

    @Override
    public void declare(CommandSpec spec, Options options) {
        options.parameter(spec, "0", "0..1", "KIND", "cli.parameter.exportKind");
        options.workspace(spec, false);
        options.output(spec, "FILE", false);
        options.value(spec, "--meeting", "MEETING", "cli.option.meeting");
        options.value(spec, "--survey", "SURVEY", "cli.option.survey");
        options.value(spec, "--respondent", "NAME", "cli.option.respondent");
        options.flag(spec, "--contacts", "cli.option.contacts");
        options.flag(spec, "--list", "cli.option.exportList");
        options.json(spec);
    }

    @Override
    public int run(ParseResult args, Context context) throws Exception {
        if (Options.flag(args, "--list")) {
            list(args, context);
            return Status.DONE;
        }
        if (Options.parameter(args, 0) == null) {
            throw new UsageException("cli.usage.missing", "KIND");
        }
        String kind = Options.parameter(args, 0).toLowerCase(Locale.ROOT);
        Options.needed(args, "-w", "WORKSPACE");
        Path file = Path.of(Options.needed(args, "-o", "FILE"));
        Language language = Options.language(args, context.messages().language());
        boolean questionnaires = kind.equals(QUESTIONNAIRE) || kind.equals(FORMS);
        Report report = questionnaires ? null : report(kind, file);
        if (kind.equals(QUESTIONNAIRE) && !Output.ending(file).equals("xlsx")) {
            throw new UsageException("cli.usage.format", kind, ".xlsx", file.toString());
        }
        try (Workspace workspace = context.open(Options.workspaceOf(args), Workspace.Mode.READ)) {
            if (questionnaires) {
                questionnaires(args, context, workspace, file, kind.equals(FORMS));
            } else {
                return report(args, context, workspace, report, language, file);
            }
        }
        return Status.DONE;
    }

    private static Report report(String kind, Path file) {
        if (LATER.contains(kind)) {
            throw new UsageException("cli.usage.later", kind, known());
        }
        Report report = Report.of(kind).orElseThrow(() -> new UsageException("cli.usage.kind", kind, known()));
        if (!Output.ending(file).equals(report.ending())) {
            throw new UsageException("cli.usage.format", kind, "." + report.ending(), file.toString());
        }
        return report;
    }

    private static String known() {
        return String.join(", ", kinds().keySet());
    }

    /**
     * What can be exported: kind, ending of its files, what it is about ({@code --meeting} or {@code --survey}), and its
     * options. Papers come from their registry.
     */
    private static Map<String, List<String>> kinds() {
        Map<String, List<String>> kinds = new LinkedHashMap<>();
        for (Report report : Report.values()) {
            List<String> facts = new ArrayList<>(
                    List.of("." + report.ending(), report.ofSurvey() ? "--survey" : "--meeting", "--lang"));
            report.options().forEach(option -> facts.add("--" + option.name().toLowerCase(Locale.ROOT)));
            kinds.put(report.key(), facts);
        }
        kinds.put(QUESTIONNAIRE, List.of(".xlsx", "--survey", "--respondent"));
        // One file for each respondent, into a folder.
        kinds.put(FORMS, List.of(".xlsx", "--survey"));
        return kinds;
    }

    private static void list(ParseResult args, Context context) {
        if (Options.json(args)) {
            List<Map<String, Object>> all = new ArrayList<>();
            kinds().forEach((kind, facts) -> {
                Map<String, Object> one = new LinkedHashMap<>();
                one.put("kind", kind);
                one.put("formats", List.of(facts.getFirst()));
                one.put("options", facts.subList(1, facts.size()));
                all.add(one);
            });
            context.console().json(all);
            return;
        }
        kinds().forEach((kind, facts) -> context.console()
                .data(kind + "\t" + facts.getFirst() + "\t" + String.join(" ", facts.subList(1, facts.size()))));
    }

    static Reports reports(Workspace workspace, Context context) {
        Messages messages = context.messages();
        return new Reports(
                workspace,
                new SurveyStoreSqlite(workspace),
                workspace.history(),
                language -> (key, values) -> messages.text(language, key, values),
                new KnownGroups(messages),
                context.clock());
    }

    /** Writes a paper; what of its adopted texts is not as it was adopted is said. */
    private static int report(
            ParseResult args, Context context, Workspace workspace, Report asked, Language language, Path file) {
        Find find = new Find(workspace, context);
        Reports reports = reports(workspace, context);
        UUID subject;
        if (asked.ofSurvey()) {
            subject = find.survey(Options.value(args, "--survey")).id();
        } else {
            subject =
                    find.meeting(Options.value(args, "--meeting"), kinds(asked)).id();
        }
        Report report = asked;
        if (asked == Report.RECOMMENDATIONS && !reports.hasAdopted(subject)) {
            report = Report.DRAFT_RECOMMENDATIONS;
        }
        if (report == Report.DRAFT_RECOMMENDATIONS && !reports.hasDrafts(subject)) {
            throw CliProblems.nothingToExport(asked.key());
        }
        Report written = report;
        boolean contacts = Options.flag(args, "--contacts");
        Output.write(file, out -> reports.write(written, subject, language, contacts, out));
        context.say("cli.export.done", file.toString());
        return written == Report.RECOMMENDATIONS ? doubtful(context, workspace, subject) : Status.DONE;
    }

    private static int doubtful(Context context, Workspace workspace, UUID meeting) {
        List<Row> rows = workspace.list(Query.partsOf(RecommendationKinds.RECOMMENDATION, meeting));
        int status = Status.DONE;
        Map<UUID, Adoptions> adoptions = Adoptions.of(workspace, rows);
        for (Row row : rows) {
            Adoptions of = adoptions.get(row.id());
            if (of.holds() && RecommendationsVerb.isDoubtful(of)) {
                RecommendationsVerb.say(context, row, of);
                status = Status.INCOMPLETE;
            }
        }
        return status;
    }

    private static Kind[] kinds(Report report) {
        return switch (report) {
            case PARTICIPANTS -> new Kind[] {ParticipantKinds.DELEGATION};
            case RECOMMENDATIONS, DRAFT_RECOMMENDATIONS -> new Kind[] {RecommendationKinds.RECOMMENDATION};
            case CALENDAR -> new Kind[] {MeetingKinds.AGENDA_ITEM};
            default -> new Kind[] {MeetingKinds.AGENDA_ITEM};
        };
    }

    private static void questionnaires(
            ParseResult args, Context context, Workspace workspace, Path target, boolean all) {
        UUID survey = new Find(workspace, context)
                .survey(Options.value(args, "--survey"))
                .id();
        Questionnaire questionnaire = Questionnaire.read(workspace, survey).orElseThrow();
        List<Respondent> respondents = Respondent.of(workspace, survey);
        QuestionnaireWriter writer = new QuestionnaireWriter(context.messages()::text);
        if (!all) {
            String wanted = Options.value(args, "--respondent");
            List<Respondent> one = respondents.stream()
                    .filter(respondent -> wanted == null || names(respondent, wanted))
                    .toList();
            if (one.isEmpty() || wanted != null && one.size() > 1) {
                throw CliProblems.noRespondent(
                        wanted == null ? "" : wanted,
                        String.join(
                                "; ", respondents.stream().map(Respondent::name).toList()));
            }
            if (wanted == null && one.size() > 1) {
                throw new UsageException("cli.usage.missing", "--respondent");
            }
            Output.write(target, out -> writer.write(questionnaire, one.get(0), out));
            context.say("cli.export.done", target.toString());
            return;
        }
        if (Files.isRegularFile(target)) {
            throw new UsageException("cli.usage.folder", target.toString());
        }
        Map<Respondent, String> names = FileNames.each(respondents, Respondent::name, "xlsx");
        for (Respondent respondent : respondents) {
            Path file = target.resolve(names.get(respondent));
            Output.write(file, out -> writer.write(questionnaire, respondent, out));
            context.console().data(file.toString());
        }
        context.say("cli.export.forms", respondents.size(), target.toString());
    }

    private static boolean names(Respondent respondent, String wanted) {
        return ValueKey.of(respondent.name()).equals(ValueKey.of(wanted))
                || respondent.id().toString().equals(wanted);
    }
}
