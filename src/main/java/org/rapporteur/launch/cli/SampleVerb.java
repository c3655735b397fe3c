package org.rapporteur.launch.cli;

import java.nio.file.Path;
import org.rapporteur.launch.sample.SampleJob;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code sample}: a workspace with the GRCP 7 sample. */
final class SampleVerb implements Verb {
    static final String NAME = "GRCP 7";

    @Override
    public String name() {
        return "sample";
    }

    @Override
    public void declare(CommandSpec spec, Options options) {
        options.parameter(spec, "0", "1", "WORKSPACE", "cli.parameter.newWorkspace");
    }

    @Override
    public int run(ParseResult args, Context context) throws Exception {
        Path folder = Path.of(Options.parameter(args, 0));
        Fresh.make(
                folder,
                NAME,
                context,
                workspace -> new SampleJob(workspace, context.messages()::text).all((done, of) -> {}));
        context.say("cli.new.done", NAME, folder.toString());
        return Status.DONE;
    }
}
