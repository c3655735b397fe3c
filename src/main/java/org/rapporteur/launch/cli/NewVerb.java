package org.rapporteur.launch.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.rapporteur.launch.sample.ReferenceLists;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code new}: a new workspace with the reference lists in it. */
final class NewVerb implements Verb {
    @Override
    public String name() {
        return "new";
    }

    @Override
    public void declare(CommandSpec spec, Options options) {
        options.parameter(spec, "0", "1", "WORKSPACE", "cli.parameter.newWorkspace");
        options.value(spec, "--name", "NAME", "cli.option.name");
        options.json(spec);
    }

    @Override
    public int run(ParseResult args, Context context) throws Exception {
        Path folder = Path.of(Options.parameter(args, 0));
        String wanted = Options.value(args, "--name");
        Path last = folder.toAbsolutePath().normalize().getFileName();
        if ((wanted == null || wanted.isBlank()) && last == null) {
            throw new UsageException("cli.usage.missing", "--name");
        }
        String name = wanted == null || wanted.isBlank() ? last.toString() : wanted.strip();
        Fresh.make(folder, name, context, workspace -> ReferenceLists.add(workspace.changes()));
        if (Options.json(args)) {
            Map<String, Object> result = new LinkedHashMap<>();
            result.put("workspace", folder.toString());
            result.put("name", name);
            context.console().json(result);
        }
        context.say("cli.new.done", name, folder.toString());
        return Status.DONE;
    }
}
