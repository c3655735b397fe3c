package org.rapporteur.launch.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.rapporteur.core.recommendation.Wordings;
import org.rapporteur.core.search.Search;
import org.rapporteur.storage.Workspace;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code search}: finds words in every record and answer. */
final class SearchVerb implements Verb {
    private static final int USUAL = 50;
    private static final int MOST = 10_000;

    @Override
    public String name() {
        return "search";
    }

    @Override
    public void declare(CommandSpec spec, Options options) {
        options.parameter(spec, "0", "1..*", "TEXT", "cli.parameter.text");
        options.workspace(spec);
        options.value(spec, "--most", "N", "cli.option.most");
        options.json(spec);
    }

    @Override
    public int run(ParseResult args, Context context) {
        String text = String.join(" ", Options.parameters(args, 0));
        int most = Options.number(args, "--most", USUAL, 1, MOST);
        try (Workspace workspace = context.open(Options.workspaceOf(args), Workspace.Mode.WRITE_OR_READ)) {
            Search.Found found =
                    workspace.search().find(text, context.messages().language().code(), Set.of(), most, () -> false);
            if (Options.json(args)) {
                context.console().json(json(text, found));
            } else {
                for (Search.Hit hit : found.hits()) {
                    context.console()
                            .data(String.join(
                                    "\t",
                                    kind(context, hit),
                                    oneLine(hit.title()),
                                    oneLine(hit.snippet()),
                                    hit.id().toString()));
                }
            }
            context.say("cli.search.found", found.total());
            return Status.DONE;
        }
    }

    /** Its kind; of a wording that is not the one that holds, also that. */
    private static String kind(Context context, Search.Hit hit) {
        String kind = context.text("kind." + hit.kind());
        return hit.standing() == Wordings.Standing.HOLDS
                ? kind
                : context.text(
                        "search.standing",
                        kind,
                        context.text("search.standing." + hit.standing().name().toLowerCase(Locale.ROOT)));
    }

    private static Map<String, Object> json(String text, Search.Found found) {
        List<Map<String, Object>> hits = new ArrayList<>();
        for (Search.Hit hit : found.hits()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("kind", hit.kind());
            one.put("id", hit.id().toString());
            one.put("title", hit.title());
            one.put("snippet", hit.snippet());
            one.put("language", hit.language());
            one.put("context", hit.context());
            one.put("field", hit.field());
            one.put("standing", hit.standing().name().toLowerCase(Locale.ROOT));
            hits.add(one);
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("query", text);
        json.put("hits", hits);
        json.put("total", found.total());
        json.put("complete", found.complete());
        return json;
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ");
    }
}
