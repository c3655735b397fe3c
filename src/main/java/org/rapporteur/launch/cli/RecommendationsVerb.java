package org.rapporteur.launch.cli;

import static org.rapporteur.core.recommendation.RecommendationKinds.RECOMMENDATION;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rapporteur.core.change.Label;
import org.rapporteur.core.change.Query;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.recommendation.AdoptionAct;
import org.rapporteur.core.recommendation.AdoptionAct.Change;
import org.rapporteur.core.recommendation.AdoptionCheck;
import org.rapporteur.core.recommendation.Adoptions;
import org.rapporteur.core.recommendation.RecommendationKinds;
import org.rapporteur.core.recommendation.RecommendationSteps;
import org.rapporteur.core.recommendation.RecommendationSteps.Adopting;
import org.rapporteur.core.recommendation.RecommendationSteps.Translating;
import org.rapporteur.core.recommendation.Seal;
import org.rapporteur.core.text.Language;
import org.rapporteur.core.text.StatedNumber;
import org.rapporteur.storage.Workspace;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code recommendations}: how the texts of a meeting stand, whether adopted ones are unaltered, and adopting them. */
final class RecommendationsVerb implements Verb {
    private static final List<String> KINDS =
            List.of("list", "verify", "adopt", "corrigendum", "revision", "translate", "revoke");
    private static final List<String> MODES =
            RecommendationKinds.ADOPTION.field("mode").values();

    @Override
    public String name() {
        return "recommendations";
    }

    @Override
    public Object[] helpArguments() {
        return new Object[] {String.join(", ", KINDS), String.join(", ", MODES)};
    }

    @Override
    public void declare(CommandSpec spec, Options options) {
        options.parameter(spec, "0", "1", "KIND", "cli.parameter.recommendationsKind");
        options.parameter(spec, "1", "0..1", "NUMBER", "cli.parameter.recommendation");
        options.workspace(spec);
        options.value(spec, "--meeting", "MEETING", "cli.option.meeting");
        options.value(spec, "--wording", "LABEL", "cli.option.wording");
        options.value(spec, "--languages", "LIST", "cli.option.languages");
        options.value(spec, "--day", "DATE", "cli.option.day");
        options.value(spec, "--place", "TEXT", "cli.option.place");
        options.value(spec, "--mode", "MODE", "cli.option.mode");
        options.value(spec, "--reason", "TEXT", "cli.option.reasonOfAdoption");
        options.value(spec, "--into", "LANGUAGE", "cli.option.into");
        options.value(spec, "--text", "FILE", "cli.option.translation");
        options.value(spec, "--by", "NAME", "cli.option.recordedBy");
        options.json(spec);
    }

    @Override
    public int run(ParseResult args, Context context) throws IOException {
        String kind = Options.parameter(args, 0).toLowerCase(Locale.ROOT);
        if (!KINDS.contains(kind)) {
            throw new UsageException("cli.usage.kind", kind, String.join(", ", KINDS));
        }
        boolean look = kind.equals("list") || kind.equals("verify");
        try (Workspace workspace =
                context.open(Options.workspaceOf(args), look ? Workspace.Mode.READ : Workspace.Mode.WRITE)) {
            if (look) {
                return look(args, context, workspace, kind.equals("verify"));
            }
            Row row = recommendation(args, context, workspace);
            return switch (kind) {
                case "translate" -> translate(args, context, workspace, row);
                case "revoke" -> revoke(args, context, workspace, row);
                case "corrigendum" -> adopt(args, context, workspace, row, Change.CORRIGENDUM);
                case "revision" -> adopt(args, context, workspace, row, Change.REVISION);
                default -> adopt(args, context, workspace, row, Change.ADOPTION);
            };
        }
    }

    private static List<Row> rows(ParseResult args, Context context, Workspace workspace) {
        String meeting = Options.value(args, "--meeting");
        Query query = Query.of(RECOMMENDATION).by("position");
        if (meeting != null) {
            query = query.where(
                    "meeting",
                    new Find(workspace, context)
                            .meeting(meeting, RECOMMENDATION)
                            .id());
        }
        return workspace.list(query);
    }

    /** All of them; to verify, only those of which something is on record. */
    private static int look(ParseResult args, Context context, Workspace workspace, boolean verify) {
        List<Row> rows = rows(args, context, workspace);
        Map<UUID, Adoptions> adoptions = Adoptions.of(workspace, rows);
        List<Map<String, Object>> all = new ArrayList<>();
        boolean doubtful = false;
        for (Row row : rows) {
            Adoptions of = adoptions.get(row.id());
            if (verify && !of.holds()) {
                continue;
            }
            Map<String, Object> one = facts(row, of, context);
            all.add(one);
            boolean wrong = isDoubtful(of);
            doubtful |= wrong;
            if (!Options.json(args)) {
                context.console().data(line(context, one));
            }
            if (verify && wrong) {
                say(context, row, of);
            }
        }
        if (Options.json(args)) {
            context.console().json(all);
        }
        if (verify) {
            context.say(doubtful ? "cli.recommendations.doubtful" : "cli.recommendations.unaltered", all.size());
        }
        return verify && doubtful ? Status.INCOMPLETE : Status.DONE;
    }

    /** Whether something about an adopted text has to be told wherever it is handed on. */
    static boolean isDoubtful(Adoptions of) {
        boolean broken = of.acts().stream().anyMatch(act -> of.seal(act) == Seal.BROKEN);
        return broken
                || Set.of(Seal.ALTERED, Seal.MISSING, Seal.BROKEN, Seal.CONTESTED)
                        .contains(of.seal())
                || of.otherNumber().isPresent()
                || !of.translationsThatDiffer().isEmpty();
    }

    /** Says what is wrong with an adopted text, one thing a line. */
    static void say(Context context, Row row, Adoptions of) {
        String number = row.text("number").isBlank() ? row.id().toString() : row.text("number");
        boolean broken = of.acts().stream().anyMatch(act -> of.seal(act) == Seal.BROKEN);
        Seal seal = broken ? Seal.BROKEN : of.seal();
        switch (seal) {
            case ALTERED, MISSING, BROKEN, CONTESTED ->
                context.say("cli.check.adoption_" + seal.name().toLowerCase(Locale.ROOT), number);
            case NONE, UNSEALED, UNALTERED -> {
                // Its text is in order.
            }
        }
        of.otherNumber().ifPresent(adopted -> context.say("cli.recommendations.number", number, adopted));
        of.translationsThatDiffer()
                .forEach(code -> context.say(
                        "cli.recommendations.translations",
                        number,
                        Language.ofCode(code).nameIn(context.messages().language())));
    }

    private static Map<String, Object> facts(Row row, Adoptions of, Context context) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("id", row.id().toString());
        one.put("number", row.text("number"));
        one.put("heading", row.textOr("heading", context.messages().language().code()));
        one.put("status", of.status());
        one.put("seal", of.seal().name().toLowerCase(Locale.ROOT));
        one.put(
                "adopted_on",
                of.first().map(AdoptionAct::day).map(LocalDate::toString).orElse(null));
        one.put("adopted_number", of.inForce().map(AdoptionAct::number).orElse(""));
        one.put("languages", of.inForce().map(AdoptionAct::languages).orElse(List.of()));
        one.put("hash", of.inForce().map(AdoptionAct::hash).orElse(""));
        one.put(
                "translations",
                of.translations().stream()
                        .map(act -> Map.of(
                                "language",
                                act.languages().getFirst(),
                                "day",
                                String.valueOf(act.day()),
                                "hash",
                                act.hash()))
                        .toList());
        one.put("versions", of.versions().stream().map(v -> v.text("label")).toList());
        return one;
    }

    private static String line(Context context, Map<String, Object> one) {
        return Stream.of(
                        one.get("number"),
                        context.text("value." + one.get("status")),
                        one.get("adopted_on") == null ? "" : one.get("adopted_on"),
                        one.get("seal").equals("none")
                                ? ""
                                : context.text("cli.recommendations.seal." + one.get("seal")),
                        one.get("hash"))
                .map(Object::toString)
                .collect(Collectors.joining("\t"));
    }

    private static Row recommendation(ParseResult args, Context context, Workspace workspace) {
        String wanted = Options.parameter(args, 1);
        if (wanted == null) {
            throw new UsageException("cli.usage.missing", "NUMBER");
        }
        List<Row> all = rows(args, context, workspace);
        List<Row> found = all.stream()
                .filter(row -> row.id().toString().equals(wanted)
                        || StatedNumber.key(row.text("number")).equals(StatedNumber.key(wanted)))
                .toList();
        if (found.size() != 1) {
            throw new UsageException(
                    found.isEmpty() ? "cli.usage.recommendation" : "cli.usage.recommendations", wanted);
        }
        return found.getFirst();
    }

    private static String said(ParseResult args, String option) {
        String value = Options.value(args, option);
        return value == null ? "" : value.strip();
    }

    private static LocalDate day(ParseResult args) {
        String value = Options.needed(args, "--day", "DATE");
        try {
            return LocalDate.parse(value.strip());
        } catch (DateTimeParseException notADay) {
            throw new UsageException("cli.usage.day", value);
        }
    }

    /** Who records it: what is said, else who works here; nobody records an adoption without a name. */
    private static String by(ParseResult args, Context context) {
        String by = said(args, "--by");
        if (by.isEmpty()) {
            by = context.surroundings().author().get();
        }
        if (by == null || by.isBlank()) {
            throw new UsageException("cli.usage.needs", "--by");
        }
        return by;
    }

    private static Label step(String key, Row row) {
        return Label.of(
                key, Label.word("recommendation.short", row.text("number").strip()));
    }

    private static int adopt(ParseResult args, Context context, Workspace workspace, Row row, Change change) {
        String mode = said(args, "--mode");
        if (!mode.isEmpty() && !MODES.contains(mode)) {
            throw new UsageException("cli.usage.kind", mode, String.join(", ", MODES));
        }
        // Which text and which day are never guessed.
        String label = Options.needed(args, "--wording", "LABEL");
        List<Row> versions = Adoptions.of(workspace, row).versions().stream()
                .filter(one -> one.id().toString().equals(label)
                        || one.text("label").strip().equalsIgnoreCase(label.strip()))
                .toList();
        if (versions.size() != 1) {
            throw new UsageException("cli.usage.wording", label);
        }
        Row version = versions.getFirst();
        Set<String> languages = languages(args, version);
        LocalDate day = day(args);
        LocalDate today = LocalDate.now(context.clock());
        String reason = said(args, "--reason");
        boolean stops = false;
        for (AdoptionCheck.Obstacle obstacle :
                AdoptionCheck.obstacles(workspace, row, version, languages, day, today)) {
            context.say("cli.recommendations.obstacle", context.text(obstacle.message()));
            stops |= !obstacle.type().yields() || reason.isBlank();
        }
        if (stops) {
            context.say("cli.recommendations.refused");
            return Status.REFUSED;
        }
        String step =
                switch (change) {
                    case CORRIGENDUM -> "recommendation.step.correct";
                    case REVISION -> "recommendation.step.revise";
                    default -> "recommendation.step.adopt";
                };
        Adopting what = new Adopting(
                version.id(),
                languages,
                day,
                change == Change.ADOPTION ? row.ref("meeting") : null,
                said(args, "--place"),
                mode,
                change,
                reason,
                by(args, context),
                today);
        AdoptionAct act =
                workspace.changes().write(step(step, row), tx -> RecommendationSteps.adopt(tx, row.id(), what));
        return done(args, context, act);
    }

    private static Set<String> languages(ParseResult args, Row version) {
        String said = said(args, "--languages");
        if (said.isEmpty()) {
            return version.texts("body").keySet();
        }
        Set<String> codes = new LinkedHashSet<>();
        for (String one : Arrays.asList(said.split("[,;\\s]+"))) {
            codes.add(Language.of(one)
                    .orElseThrow(() -> new UsageException("cli.usage.language", one))
                    .code());
        }
        return codes;
    }

    private static int translate(ParseResult args, Context context, Workspace workspace, Row row) throws IOException {
        String into = Options.needed(args, "--into", "LANGUAGE");
        String code = Language.of(into)
                .orElseThrow(() -> new UsageException("cli.usage.language", into))
                .code();
        String text = Files.readString(Path.of(Options.needed(args, "--text", "FILE")));
        Translating what = new Translating(code, text, day(args), by(args, context), LocalDate.now(context.clock()));
        AdoptionAct act = workspace
                .changes()
                .write(
                        step("recommendation.step.translate", row),
                        tx -> RecommendationSteps.translate(tx, row.id(), what));
        return done(args, context, act);
    }

    private static int revoke(ParseResult args, Context context, Workspace workspace, Row row) {
        LocalDate day = day(args);
        AdoptionAct act = workspace
                .changes()
                .write(
                        step("recommendation.step.revoke", row),
                        tx -> RecommendationSteps.revoke(tx, row.id(), day, said(args, "--reason"), by(args, context)));
        return done(args, context, act);
    }

    private static int done(ParseResult args, Context context, AdoptionAct act) {
        if (Options.json(args)) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("record", act.id().toString());
            json.put("change", act.change().code());
            json.put("day", act.day() == null ? null : act.day().toString());
            json.put("languages", act.languages());
            json.put("hash", act.hash());
            context.console().json(json);
        }
        context.say("cli.recommendations.done", act.hash());
        return Status.DONE;
    }
}
