package org.rapporteur.launch.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.exchange.Colleague;
import org.rapporteur.core.exchange.Incoming;
import org.rapporteur.core.exchange.Selection;
import org.rapporteur.exchange.SendRequest;
import org.rapporteur.exchange.Sent;
import org.rapporteur.exchange.seal.Age;
import org.rapporteur.storage.Workspace;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/**
 * {@code exchange export}: writes a package. JSON: id, file, rows, files, bytes, full, to (name or null), encrypted,
 * extract.
 */
final class ExchangeExportVerb implements Verb {
    @Override
    public String name() {
        return "export";
    }

    @Override
    public void declare(CommandSpec spec, Options options) {
        options.workspace(spec);
        options.output(spec, "FILE");
        options.value(spec, "--to", "COLLEAGUE|SITE", "cli.option.to");
        options.flag(spec, "--full", "cli.option.full");
        options.value(spec, "--meeting", "MEETING", "cli.option.extractMeeting");
        options.value(spec, "--survey", "SURVEY", "cli.option.extractSurvey");
        options.flag(spec, "--without-personal", "cli.option.withoutPersonal");
        options.flag(spec, "--without-unquotable", "cli.option.withoutUnquotable");
        options.value(spec, "--passphrase-file", "FILE", "cli.option.passphraseFile");
        options.value(spec, "--recipient", "age1...", "cli.option.recipient");
        options.flag(spec, "--unsigned", "cli.option.unsigned");
        options.json(spec);
    }

    @Override
    public int run(ParseResult args, Context context) {
        String recipient = Options.value(args, "--recipient");
        if (recipient != null && !Age.isRecipient(recipient)) {
            throw new UsageException("cli.usage.recipient", recipient);
        }
        char[] passphrase = ExchangeAt.passphrase(args);
        if (recipient != null && passphrase != null) {
            throw new UsageException("cli.usage.oneSecret");
        }
        try (ExchangeAt at = ExchangeAt.open(args, context, Workspace.Mode.WRITE)) {
            String wanted = Options.value(args, "--to");
            Colleague to = wanted == null ? null : at.colleague(wanted);
            Selection.Extract extract = extract(args, context, at.workspace());
            SendRequest request = new SendRequest(
                    to,
                    to == null || Options.flag(args, "--full"),
                    extract,
                    passphrase,
                    recipient == null ? List.of() : new ArrayList<>(List.of(recipient)),
                    !Options.flag(args, "--unsigned"));
            Path target = Path.of(args.<String>matchedOptionValue("-o", "")).toAbsolutePath();
            if (Files.isDirectory(target)) {
                target = target.resolve(at.exchange().suggestedName(request));
            }
            Sent sent = at.exchange().send(request, target, Incoming.Progress.NONE);
            if (Options.json(args)) {
                Map<String, Object> json = ExchangeJson.sent(sent);
                json.put("to", to == null ? null : to.name());
                json.put("encrypted", recipient != null || passphrase != null);
                json.put("extract", extract != null);
                context.console().json(json);
            } else {
                context.console().data(sent.file().toString());
            }
            context.say("cli.exchange.sent", sent.rows(), sent.files());
            return Status.DONE;
        }
    }

    private static Selection.Extract extract(ParseResult args, Context context, Workspace workspace) {
        String meeting = Options.value(args, "--meeting");
        String survey = Options.value(args, "--survey");
        boolean personal = Options.flag(args, "--without-personal");
        boolean unquotable = Options.flag(args, "--without-unquotable");
        if (meeting == null && survey == null && !personal && !unquotable) {
            return null;
        }
        Find find = new Find(workspace, context);
        if (meeting == null && survey == null) {
            // Something is left out of a part only; who wants everything sends everything.
            throw new UsageException("cli.usage.needs", "--meeting, --survey");
        }
        Row ofSurvey = survey == null ? null : find.survey(survey);
        UUID meetingKey = meeting != null ? find.meeting(meeting).id() : ofSurvey == null ? null : ofSurvey.scope();
        return new Selection.Extract(meetingKey, ofSurvey == null ? null : ofSurvey.id(), personal, unquotable);
    }
}
