package org.rapporteur.launch.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.rapporteur.core.change.Query;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.survey.Answers;
import org.rapporteur.core.survey.CurrentReply;
import org.rapporteur.core.survey.Inbox;
import org.rapporteur.core.survey.NoAnswer;
import org.rapporteur.core.survey.Replies;
import org.rapporteur.core.survey.SurveyKinds;
import org.rapporteur.core.survey.TrayDecision;
import org.rapporteur.core.text.MatchKey;
import org.rapporteur.storage.Workspace;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code answers}: what waits of a survey's returned files, and what a person decides about answers. */
final class AnswersVerb implements Verb {
    private static final List<String> KINDS = List.of(
            "waiting",
            "correct",
            "unusable",
            "usable",
            "choose",
            "newer",
            "earlier",
            "newer-file",
            "earlier-file",
            "aside",
            "noanswer");
    private static final List<String> CAME = List.of("telephone", "paper", "e_mail", "conversation");

    @Override
    public String name() {
        return "answers";
    }

    @Override
    public Object[] helpArguments() {
        return new Object[] {String.join(", ", KINDS), String.join(", ", CAME)};
    }

    @Override
    public void declare(CommandSpec spec, Options options) {
        options.parameter(spec, "0", "1", "KIND", "cli.parameter.answersKind");
        options.parameter(spec, "1", "0..1", "ITEM", "cli.parameter.answersItem");
        options.workspace(spec);
        options.value(spec, "--survey", "SURVEY", "cli.option.survey");
        options.value(spec, "--respondent", "NAME", "cli.option.respondent");
        options.value(spec, "--question", "CODE", "cli.option.questionOfAnswer");
        options.value(spec, "--text", "TEXT", "cli.option.answerText");
        options.value(spec, "--reason", "TEXT", "cli.option.reason");
        options.value(spec, "--came-by", "HOW", "cli.option.cameBy");
        options.json(spec);
    }

    @Override
    public int run(ParseResult args, Context context) {
        String kind = Options.parameter(args, 0).toLowerCase(Locale.ROOT);
        if (!KINDS.contains(kind)) {
            throw new UsageException("cli.usage.kind", kind, String.join(", ", KINDS));
        }
        boolean look = kind.equals("waiting");
        try (Workspace workspace =
                context.open(Options.workspaceOf(args), look ? Workspace.Mode.READ : Workspace.Mode.WRITE)) {
            Row survey = new Find(workspace, context).survey(Options.value(args, "--survey"));
            if (look) {
                return waiting(args, context, workspace, survey.id());
            }
            Answers.Outcome outcome =
                    switch (kind) {
                        case "correct" -> correct(args, context, workspace, survey.id());
                        case "unusable", "usable" -> usable(args, workspace, survey.id(), kind.equals("usable"));
                        default -> decide(args, workspace, survey.id(), kind);
                    };
            if (Options.json(args)) {
                context.console().json(Map.of("outcome", outcome.name().toLowerCase(Locale.ROOT)));
            }
            context.say("cli.answers." + outcome.name().toLowerCase(Locale.ROOT));
            return outcome == Answers.Outcome.DONE || outcome == Answers.Outcome.SAME ? Status.DONE : Status.REFUSED;
        }
    }

    private static int waiting(ParseResult args, Context context, Workspace workspace, UUID survey) {
        List<Map<String, Object>> all = new ArrayList<>();
        Inbox inbox = Inbox.of(workspace, survey);
        for (Inbox.Item item : inbox.items()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("item", item.id().toString());
            one.put("what", item.sort().name().toLowerCase(Locale.ROOT));
            one.put("respondent", item.name());
            one.put("file", item.file());
            one.put(
                    "question",
                    item.question() == null
                            ? null
                            : workspace
                                    .find(SurveyKinds.QUESTION, item.question())
                                    .map(row -> row.text("code"))
                                    .orElse(null));
            boolean reply = item.sort() == Inbox.Sort.COMPETING;
            one.put("cell", reply ? null : item.row().text("source_cell"));
            one.put("words", reply ? null : item.row().text("body"));
            all.add(one);
        }
        if (Options.json(args)) {
            context.console().json(Map.of("waiting", all));
        }
        for (Map<String, Object> one : all) {
            context.say(
                    "cli.answers.item",
                    one.get("item"),
                    context.text("cli.answers.what." + one.get("what")),
                    one.get("respondent"),
                    one.get("question") == null ? "–" : one.get("question"),
                    one.get("file"));
        }
        if (all.isEmpty()) {
            context.say("cli.answers.nothing");
        }
        return all.isEmpty() ? Status.DONE : Status.INCOMPLETE;
    }

    private static Row respondent(ParseResult args, Workspace workspace, UUID survey) {
        String name = needed(args, "--respondent");
        List<Row> found = workspace.list(Query.partsOf(SurveyKinds.RESPONDENT, survey)).stream()
                .filter(row -> row.id().toString().equals(name) || MatchKey.same(row.text("name"), name))
                .toList();
        if (found.size() != 1) {
            throw new UsageException("cli.usage.respondent", name);
        }
        return found.getFirst();
    }

    private static Row question(ParseResult args, Workspace workspace, UUID survey) {
        String code = needed(args, "--question");
        List<Row> found = workspace.list(Query.partsOf(SurveyKinds.QUESTION, survey)).stream()
                .filter(row ->
                        row.id().toString().equals(code) || row.text("code").equalsIgnoreCase(code))
                .toList();
        if (found.size() != 1) {
            throw new UsageException("cli.usage.question", code);
        }
        return found.getFirst();
    }

    private static String needed(ParseResult args, String option) {
        String value = Options.value(args, option);
        if (value == null || value.isBlank()) {
            throw new UsageException("cli.usage.needs", option);
        }
        return value.strip();
    }

    private static Answers.Outcome correct(ParseResult args, Context context, Workspace workspace, UUID survey) {
        Row who = respondent(args, workspace, survey);
        Row asked = question(args, workspace, survey);
        String cameBy = Options.value(args, "--came-by") == null ? "" : Options.value(args, "--came-by");
        if (!cameBy.isEmpty() && !CAME.contains(cameBy)) {
            throw new UsageException("cli.usage.kind", cameBy, String.join(", ", CAME));
        }
        String reason = Options.value(args, "--reason") == null ? "" : Options.value(args, "--reason");
        Answers.Entry entry = new Answers.Entry(needed(args, "--text"), reason, cameBy);
        LocalDate today = LocalDate.now(context.clock());
        return workspace
                .changes()
                .write(
                        Answers.correcting(asked.text("code"), who.text("name")),
                        tx -> Answers.set(tx, who.id(), asked.id(), entry, today));
    }

    private static Answers.Outcome usable(ParseResult args, Workspace workspace, UUID survey, boolean usable) {
        Row who = respondent(args, workspace, survey);
        Row asked = question(args, workspace, survey);
        String reason = usable ? "" : needed(args, "--reason");
        return workspace.changes().write(Answers.correcting(asked.text("code"), who.text("name")), tx -> {
            boolean done = false;
            for (Row answer : CurrentReply.of(tx, who.id()).answers(asked.id())) {
                done |= usable ? Answers.usable(tx, answer.id()) : Answers.notUsable(tx, answer.id(), reason);
            }
            return done ? Answers.Outcome.DONE : Answers.Outcome.SAME;
        });
    }

    private static Answers.Outcome decide(ParseResult args, Workspace workspace, UUID survey, String kind) {
        if (kind.equals("noanswer")) {
            String meaning = needed(args, "--text");
            if (!List.of(NoAnswer.NONE, NoAnswer.ANSWERS).contains(meaning)) {
                throw new UsageException("cli.usage.kind", meaning, NoAnswer.NONE + ", " + NoAnswer.ANSWERS);
            }
            workspace
                    .changes()
                    .run(NoAnswer.deciding(), tx -> NoAnswer.decide(tx, survey, meaning.equals(NoAnswer.ANSWERS)));
            return Answers.Outcome.DONE;
        }
        String key = Objects.requireNonNullElse(Options.parameter(args, 1), "").strip();
        if (key.isEmpty()) {
            throw new UsageException("cli.usage.needs", "ITEM");
        }
        Inbox.Item item = Inbox.of(workspace, survey).items().stream()
                .filter(one -> one.id().toString().equals(key))
                .findFirst()
                .orElse(null);
        UUID current = item == null && kind.equals("choose") ? current(workspace, survey, key) : null;
        if (item == null && current == null) {
            return Answers.Outcome.GONE;
        }
        String name = item == null ? key : item.name();
        String step =
                switch (kind) {
                    case "earlier" -> "survey.step.tray.keep";
                    case "newer-file" -> "survey.step.tray.takeall";
                    case "earlier-file" -> "survey.step.tray.keepall";
                    default -> "survey.step.tray.aside";
                };
        boolean file = kind.endsWith("-file");
        boolean done = workspace
                .changes()
                .write(
                        kind.equals("choose")
                                ? Replies.choosing(name)
                                : org.rapporteur.core.change.Label.of(step, file && item != null ? item.file() : name),
                        tx -> switch (kind) {
                            case "choose" ->
                                item != null && item.sort() == Inbox.Sort.RIVAL
                                        ? TrayDecision.prefer(tx, item.id())
                                        : Replies.choose(tx, current == null ? item.id() : current);
                            case "earlier" -> TrayDecision.keepEarlier(tx, item.id());
                            case "newer-file", "earlier-file" ->
                                item.reply() != null
                                        && TrayDecision.wholeFile(
                                                        tx, item.reply().id(), kind.equals("earlier-file"))
                                                > 0;
                            default ->
                                item.sort() == Inbox.Sort.DOUBT || item.sort() == Inbox.Sort.RIVAL
                                        ? Answers.leave(tx, item.id())
                                        : TrayDecision.setAside(tx, item.id());
                        });
        return done ? Answers.Outcome.DONE : Answers.Outcome.GONE;
    }

    /** Of competing replies the one that counts until a person chooses may be chosen too. */
    private static UUID current(Workspace workspace, UUID survey, String key) {
        return CurrentReply.inSurvey(workspace, survey).values().stream()
                .filter(one ->
                        one.reply() != null && one.reply().id().toString().equals(key))
                .map(one -> one.reply().id())
                .findFirst()
                .orElse(null);
    }
}
