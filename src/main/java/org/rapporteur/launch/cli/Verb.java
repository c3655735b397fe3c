package org.rapporteur.launch.cli;

import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** One verb of the command line. */
interface Verb {
    String name();

    /** Other names of the verb. */
    default List<String> aliases() {
        return List.of();
    }

    /** Verbs that stand after this one; then it does nothing by itself. */
    default List<Verb> parts() {
        return List.of();
    }

    /** What stands in the last part of the verb's help and is no matter of language. */
    default Object[] helpArguments() {
        return new Object[0];
    }

    /** Adds the verb's options and parameters to its specification. */
    void declare(CommandSpec spec, Options options);

    /**
     * Does it.
     *
     * @return the exit status
     * @throws Exception a failure, which is told in plain words; nothing was changed then
     */
    int run(ParseResult args, Context context) throws Exception;
}
