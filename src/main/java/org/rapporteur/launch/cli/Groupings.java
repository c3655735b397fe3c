package org.rapporteur.launch.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rapporteur.core.survey.SurveyStore.CodingRule;
import org.rapporteur.core.survey.analysis.Convergence;
import org.rapporteur.core.survey.analysis.Grouping;
import org.rapporteur.core.survey.analysis.SummaryText;
import org.rapporteur.i18n.KnownGroups;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** What respondents are grouped by, and when an answer counts as coded, as the command line names them. */
final class Groupings {
    private static final String NOT_STATED = "not stated";
    private static final String MERGED = "other groups";

    private Groupings() {}

    static void declare(CommandSpec spec, Options options) {
        options.value(spec, "--by", "GROUPING", "cli.option.by");
        options.value(spec, "--rule", "RULE", "cli.option.rule");
    }

    static List<Grouping> of(ParseResult args, List<Grouping> otherwise) {
        String value = Options.value(args, "--by");
        if (value == null) {
            return otherwise;
        }
        List<Grouping> groupings = new ArrayList<>();
        for (String name : value.split(",")) {
            Grouping grouping =
                    Grouping.of(name).orElseThrow(() -> new UsageException("cli.usage.by", name.strip(), names()));
            if (!groupings.contains(grouping)) {
                groupings.add(grouping);
            }
        }
        return groupings;
    }

    static CodingRule rule(ParseResult args) {
        String value = Options.value(args, "--rule");
        return switch (value == null ? "any" : value) {
            case "any" -> CodingRule.ANY_CODER;
            case "every" -> CodingRule.EVERY_CODER;
            case "two" -> CodingRule.TWO_CODERS;
            default -> throw new UsageException("cli.usage.rule", value);
        };
    }

    static String key(List<Grouping> groupings) {
        return groupings.stream().map(Grouping::key).collect(Collectors.joining(","));
    }

    /** The group as data: those for whom nothing is stated have a name too, and several that are told as one. */
    static String data(String group) {
        if (group.equals(Grouping.MERGED)) {
            return MERGED;
        }
        return group.equals(Grouping.NOT_STATED) ? NOT_STATED : group;
    }

    /** The name of a group in a line of words. */
    static String name(Context context, String group) {
        return switch (group) {
            case Grouping.MERGED -> context.text("analysis.group.merged");
            case Grouping.NOT_STATED -> context.text("analysis.group.notStated");
            default -> group;
        };
    }

    /** Which groups are told as one and why. */
    static String merged(Context context, Grouping by, List<String> groups) {
        return new SummaryText(
                        context.messages()::text,
                        new KnownGroups(context.messages()),
                        context.messages().language())
                .text(Convergence.mergedStatement(by, groups));
    }

    private static String names() {
        return Stream.of(Grouping.values()).map(Grouping::key).collect(Collectors.joining(", "));
    }
}
