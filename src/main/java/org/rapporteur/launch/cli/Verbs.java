package org.rapporteur.launch.cli;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.rapporteur.core.problem.Problem;
import org.rapporteur.core.text.JaroWinkler;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** All verbs: reads the command line, runs the verb, and turns every failure into plain words and an exit status. */
public final class Verbs {
    private static final Logger LOG = Logger.getLogger(Verbs.class.getName());
    private static final String PROGRAM = "rapporteur";
    private static final int WIDTH = 120;
    private static final double ALIKE = 0.8;

    private Verbs() {}

    private static List<Verb> all() {
        return List.of(
                new NewVerb(),
                new SampleVerb(),
                new DemoVerb(),
                new ImportVerb(),
                new AnswersVerb(),
                new RecommendationsVerb(),
                new ExportVerb(),
                new UndoVerb(true),
                new UndoVerb(false),
                new HistoryVerb(),
                new TabulateVerb(),
                new ConvergenceVerb(),
                new SearchVerb(),
                new CheckVerb(),
                new BackupVerb(false),
                new BackupVerb(true),
                new ExchangeVerb());
    }

    /** The names of the verbs. */
    public static Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        all().forEach(verb -> names.add(verb.name()));
        return names;
    }

    /**
     * Does what the arguments say.
     *
     * @return the exit status, see {@link Status}
     */
    public static int run(String[] args, Context context) {
        List<Verb> verbs = all();
        CommandLine root = root(verbs, context);
        try {
            if (args.length > 0 && !args[0].startsWith("-") && !names().contains(args[0])) {
                throw unknownVerb(args[0]);
            }
            ParseResult parsed = root.parseArgs(args);
            ParseResult of = parsed;
            Verb verb = null;
            while (of.hasSubcommand()) {
                of = of.subcommand();
                verb = named(of.commandSpec().name(), verb == null ? verbs : verb.parts());
            }
            boolean nothing = verb == null || !verb.parts().isEmpty();
            if (of.isUsageHelpRequested() || nothing && !of.isVersionHelpRequested()) {
                of.commandSpec().commandLine().usage(context.console().out(), Ansi.OFF);
                return Status.DONE;
            }
            if (of.isVersionHelpRequested()) {
                context.console().data("Rapporteur " + context.version());
                return Status.DONE;
            }
            Options.language(of, context.messages().language());
            return verb.run(of, context);
        } catch (CommandLine.ParameterException e) {
            String verb = e.getCommandLine().getCommandSpec().qualifiedName();
            return usage(
                    context, words(e), verb.startsWith(PROGRAM + " ") ? verb.substring(PROGRAM.length() + 1) : verb);
        } catch (UsageException e) {
            String verb = args.length > 0 && names().contains(args[0]) ? args[0] : PROGRAM;
            return usage(context, e, verb);
        } catch (java.nio.file.InvalidPathException e) {
            return usage(context, new UsageException("cli.usage.path", e.getInput()), PROGRAM);
        } catch (Exception | OutOfMemoryError e) {
            Problem problem = Problem.unexpected(e);
            if (problem != e) {
                LOG.log(Level.WARNING, problem.code(), e);
            }
            tell(context, problem);
            return Status.REFUSED;
        }
    }

    /** Says what went wrong, what was kept and what to do, and the code to read over the telephone. */
    static void tell(Context context, Problem problem) {
        context.console().say(context.text(problem.what()));
        problem.kept().ifPresent(kept -> context.console().say(context.text(kept)));
        problem.advice().ifPresent(advice -> context.console().say(context.text(advice)));
        context.console().say(context.text("problem.code", problem.code()));
    }

    private static int usage(Context context, UsageException e, String verb) {
        context.console().say(context.text(e.words()));
        String command = verb.equals(PROGRAM) ? PROGRAM : PROGRAM + " " + verb;
        context.say("cli.usage.help", command + " --help");
        return Status.USAGE;
    }

    private static UsageException unknownVerb(String given) {
        List<String> alike = names().stream()
                .filter(name -> JaroWinkler.similarity(name, given) >= ALIKE)
                .toList();
        return alike.isEmpty()
                ? new UsageException("cli.usage.verb", given)
                : new UsageException("cli.usage.verbAlike", given, String.join(", ", alike));
    }

    private static UsageException words(CommandLine.ParameterException e) {
        if (e instanceof CommandLine.UnmatchedArgumentException unmatched) {
            return new UsageException("cli.usage.unmatched", String.join(" ", unmatched.getUnmatched()));
        }
        if (e instanceof CommandLine.OverwrittenOptionException twice) {
            return new UsageException("cli.usage.twice", label(twice.getOverwritten()));
        }
        if (e instanceof CommandLine.MissingParameterException missing
                && !missing.getMissing().isEmpty()) {
            return new UsageException(
                    "cli.usage.missing",
                    missing.getMissing().stream().map(Verbs::label).collect(Collectors.joining(", ")));
        }
        return new UsageException("cli.usage.other", e.getArgSpec() == null ? "" : label(e.getArgSpec()));
    }

    private static String label(ArgSpec spec) {
        return spec instanceof OptionSpec option ? option.longestName() : spec.paramLabel();
    }

    private static CommandLine root(List<Verb> verbs, Context context) {
        Options options = new Options(context.messages());
        CommandSpec spec = CommandSpec.create().name(PROGRAM);
        common(spec, options, "cli.help.program");
        spec.addOption(OptionSpec.builder("-V", "--version")
                .versionHelp(true)
                .description(Options.escape(context.text("cli.option.version")))
                .build());
        spec.usageMessage()
                .customSynopsis(PROGRAM + " [WORKSPACE]", PROGRAM + " VERB ...", "")
                .commandListHeading("%n" + Options.escape(context.text("cli.help.verbs")) + "%n")
                .footer(lines(context.text("cli.help.status")));
        for (Verb verb : verbs) {
            spec.addSubcommand(verb.name(), command(verb, "cli.help.", options, context));
        }
        CommandLine root = new CommandLine(spec);
        root.setUsageHelpWidth(WIDTH);
        // What is searched for may well begin with "@" or hold "${".
        root.setExpandAtFiles(false);
        root.setInterpolateVariables(false);
        return root;
    }

    private static CommandLine command(Verb verb, String keys, Options options, Context context) {
        CommandSpec spec = CommandSpec.create().name(verb.name());
        verb.declare(spec, options);
        String key = keys + verb.name();
        common(spec, options, key);
        if (!verb.parts().isEmpty()) {
            spec.usageMessage().commandListHeading("%n");
        }
        for (Verb part : verb.parts()) {
            spec.addSubcommand(part.name(), command(part, key + ".", options, context));
        }
        if (context.messages().has(key + ".more")) {
            spec.usageMessage().footer(lines("\n" + context.text(key + ".more", verb.helpArguments())));
        }
        return new CommandLine(spec);
    }

    private static Verb named(String name, List<Verb> among) {
        return among.stream().filter(v -> v.name().equals(name)).findFirst().orElseThrow();
    }

    private static void common(CommandSpec spec, Options options, String key) {
        List<String> description =
                new ArrayList<>(List.of(lines(options.messages().text(key))));
        spec.usageMessage()
                .description(description.toArray(String[]::new))
                .synopsisHeading("")
                .abbreviateSynopsis(false)
                .sortOptions(false)
                .parameterListHeading("%n")
                .optionListHeading("%n");
        options.value(spec, "--lang", "en|fr|es|ar|zh|ru", "cli.option.lang");
        spec.addOption(OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description(Options.escape(options.messages().text("cli.option.help")))
                .build());
    }

    private static String[] lines(String text) {
        return text.lines().map(Options::escape).toArray(String[]::new);
    }
}
