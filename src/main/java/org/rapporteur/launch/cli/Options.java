package org.rapporteur.launch.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.rapporteur.core.text.Language;
import org.rapporteur.i18n.Messages;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** The options that verbs share, described in the language of the words, and their values. */
final class Options {
    private final Messages messages;

    Options(Messages messages) {
        this.messages = messages;
    }

    Messages messages() {
        return messages;
    }

    /** An option with a value. */
    void value(CommandSpec spec, String name, String label, String key) {
        spec.addOption(OptionSpec.builder(name)
                .paramLabel(label)
                .type(String.class)
                .description(escape(messages.text(key)))
                .build());
    }

    /** An option that is there or not. */
    void flag(CommandSpec spec, String name, String key) {
        spec.addOption(OptionSpec.builder(name)
                .type(boolean.class)
                .arity("0")
                .description(escape(messages.text(key)))
                .build());
    }

    /** The workspace that the verb works on. */
    void workspace(CommandSpec spec) {
        workspace(spec, true);
    }

    /** The workspace, which a verb may do without for part of what it does; it asks {@link #needed} then. */
    void workspace(CommandSpec spec, boolean required) {
        spec.addOption(OptionSpec.builder("-w", "--workspace")
                .paramLabel("WORKSPACE")
                .type(String.class)
                .required(required)
                .description(escape(messages.text("cli.option.workspace")))
                .build());
    }

    /** The file that the verb writes to. */
    void output(CommandSpec spec, String label) {
        output(spec, label, true);
    }

    /** The file that the verb writes to, which it may do without for part of what it does. */
    void output(CommandSpec spec, String label, boolean required) {
        spec.addOption(OptionSpec.builder("-o", "--output")
                .paramLabel(label)
                .type(String.class)
                .required(required)
                .description(escape(messages.text("cli.option.output")))
                .build());
    }

    void json(CommandSpec spec) {
        flag(spec, "--json", "cli.option.json");
    }

    /** A parameter; arity as picocli writes it, for example "1" or "1..*". */
    void parameter(CommandSpec spec, String index, String arity, String label, String key) {
        boolean several = arity.endsWith("*");
        spec.addPositional(PositionalParamSpec.builder()
                .index(index)
                .arity(arity)
                .required(!arity.startsWith("0"))
                .paramLabel(label)
                .type(several ? List.class : String.class)
                .auxiliaryTypes(String.class)
                .description(escape(messages.text(key)))
                .build());
    }

    /** Picocli formats descriptions: a per cent sign is doubled, and "@|" would begin a colour. */
    static String escape(String text) {
        return text.replace("%", "%%").replace("@|", "@ |");
    }

    static Path workspaceOf(ParseResult args) {
        return Path.of(args.<String>matchedOptionValue("-w", ""));
    }

    static String value(ParseResult args, String name) {
        return args.matchedOptionValue(name, (String) null);
    }

    /** The value of an option that this use of the verb cannot do without. */
    static String needed(ParseResult args, String name, String label) {
        String value = value(args, name);
        if (value == null) {
            throw new UsageException("cli.usage.missing", name + " " + label);
        }
        return value;
    }

    static boolean flag(ParseResult args, String name) {
        return args.matchedOptionValue(name, Boolean.FALSE);
    }

    static boolean json(ParseResult args) {
        return flag(args, "--json");
    }

    /** The parameter at an index, null if it was not given. */
    static String parameter(ParseResult args, int index) {
        return args.matchedPositionalValue(index, (String) null);
    }

    /** The values of the parameter that takes several. */
    static List<String> parameters(ParseResult args, int index) {
        List<String> values = new ArrayList<>();
        args.matchedPositionals().stream()
                .filter(spec -> spec.index().contains(index) && spec.arity().max() > 1)
                .forEach(spec -> values.addAll(spec.stringValues()));
        return values;
    }

    /** The number in an option. */
    static int number(ParseResult args, String name, int otherwise, int least, int most) {
        String value = value(args, name);
        if (value == null) {
            return otherwise;
        }
        try {
            int number = Integer.parseInt(value.strip());
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // Said below, together with a number out of range.
        }
        throw new UsageException("cli.usage.number", name, value, String.valueOf(least), String.valueOf(most));
    }

    /** The language in {@code --lang}; the language of the words if there is none. */
    Language language(ParseResult args) {
        return language(args, messages.language());
    }

    static Language language(ParseResult args, Language otherwise) {
        String value = value(args, "--lang");
        return value == null
                ? otherwise
                : Language.of(value.toLowerCase(Locale.ROOT))
                        .orElseThrow(() -> new UsageException("cli.usage.language", value));
    }
}
