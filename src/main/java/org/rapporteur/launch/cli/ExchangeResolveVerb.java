package org.rapporteur.launch.cli;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.rapporteur.core.change.FieldType;
import org.rapporteur.core.change.Kind;
import org.rapporteur.core.change.Label;
import org.rapporteur.core.exchange.Conflict;
import org.rapporteur.core.exchange.Conflicts;
import org.rapporteur.core.model.Model;
import org.rapporteur.storage.Workspace;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code exchange resolve}: decides one conflict. JSON: kind, id, column, decision, value, conflicts (left open). */
final class ExchangeResolveVerb implements Verb {
    private static final List<String> DECISIONS = List.of("--take", "--value", "--both", "--keep", "--delete");

    @Override
    public String name() {
        return "resolve";
    }

    @Override
    public void declare(CommandSpec spec, Options options) {
        options.parameter(spec, "0", "1", "RECORD", "cli.parameter.conflictRecord");
        options.parameter(spec, "1", "0..1", "COLUMN", "cli.parameter.conflictColumn");
        options.workspace(spec);
        options.value(spec, "--take", "N", "cli.option.take");
        options.value(spec, "--value", "VALUE", "cli.option.value");
        options.flag(spec, "--both", "cli.option.both");
        options.flag(spec, "--keep", "cli.option.keep");
        options.flag(spec, "--delete", "cli.option.delete");
        options.json(spec);
    }

    @Override
    public int run(ParseResult args, Context context) {
        List<String> given = DECISIONS.stream().filter(args::hasMatchedOption).toList();
        if (given.size() != 1) {
            throw new UsageException("cli.usage.oneDecision", String.join(", ", DECISIONS));
        }
        UUID record = ExchangeAt.uuid(Options.parameter(args, 0));
        if (record == null) {
            throw new UsageException("cli.usage.record", Options.parameter(args, 0));
        }
        String decision = given.get(0);
        String column = Options.parameter(args, 1);
        boolean whole = decision.equals("--keep") || decision.equals("--delete");
        if (!whole && column == null) {
            throw new UsageException("cli.usage.missing", "COLUMN");
        }
        try (ExchangeAt at = ExchangeAt.open(args, context, Workspace.Mode.WRITE)) {
            Conflict conflict = find(at, record, whole ? null : column);
            Kind kind = Model.kind(conflict.kind());
            Object value = whole ? null : value(args, decision, kind, conflict);
            at.workspace().changes().run(Label.of("exchangeservice.step.decide"), tx -> {
                switch (decision) {
                    case "--keep" -> Conflicts.keep(tx, kind, record);
                    case "--delete" -> Conflicts.drop(tx, kind, record);
                    default -> Conflicts.choose(tx, kind, record, column, value);
                }
            });
            long left = at.exchange().conflicts().count();
            if (Options.json(args)) {
                Map<String, Object> json = new LinkedHashMap<>();
                json.put("kind", kind.name());
                json.put("id", record.toString());
                json.put("column", whole ? null : column);
                json.put("decision", decision.substring(2));
                json.put("value", ExchangeJson.value(value));
                json.put("conflicts", left);
                context.console().json(json);
            }
            context.say("cli.exchange.conflicts", left);
            return Status.DONE;
        }
    }

    /** A key does not say of what kind its record is: the kinds are few, so each is asked. */
    private static Conflict find(ExchangeAt at, UUID record, String column) {
        for (Kind kind : Model.kinds()) {
            for (Conflict conflict : at.exchange().conflicts().of(kind, record)) {
                if (column == null ? conflict.deletion() : column.equals(conflict.column())) {
                    return conflict;
                }
            }
        }
        throw CliProblems.nothingToDecide(record.toString());
    }

    private static Object value(ParseResult args, String decision, Kind kind, Conflict conflict) {
        FieldType type = conflict.adoption()
                ? FieldType.REF
                : kind.fieldOf(conflict.column()).type();
        switch (decision) {
            case "--take" -> {
                int index =
                        Options.number(args, "--take", 0, 1, conflict.sides().size());
                return conflict.sides().get(index - 1).value();
            }
            case "--both" -> {
                return joined(type, conflict);
            }
            default -> {
                if (conflict.adoption()) {
                    throw new UsageException("cli.usage.both", conflict.column());
                }
                return typed(type, Options.value(args, "--value"));
            }
        }
    }

    private static String joined(FieldType type, Conflict conflict) {
        Set<String> texts = new LinkedHashSet<>();
        String between =
                switch (type) {
                    case LONG_TEXT -> "\n\n";
                    case TEXT -> "; ";
                    case CHOICES -> " ";
                    default -> throw new UsageException("cli.usage.both", conflict.column());
                };
        for (Conflict.Side side : conflict.sides()) {
            if (side.value() instanceof String text) {
                texts.addAll(type == FieldType.CHOICES ? List.of(text.split(" ")) : List.of(text));
            }
        }
        return texts.isEmpty() ? null : String.join(between, texts);
    }

    private static Object typed(FieldType type, String text) {
        if (text.isEmpty()) {
            return null;
        }
        try {
            return switch (type.storage()) {
                case TEXT -> text;
                case INTEGER -> (Object) Long.valueOf(text.strip());
                case REAL -> (Object) finite(Double.parseDouble(text.strip()));
                default -> UUID.fromString(text.strip());
            };
        } catch (IllegalArgumentException notOne) {
            throw new UsageException("cli.usage.value", text);
        }
    }

    private static Double finite(double number) {
        if (!Double.isFinite(number)) {
            throw new NumberFormatException("not finite");
        }
        return number;
    }
}
