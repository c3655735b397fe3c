package org.rapporteur.launch.cli;

import java.nio.file.Path;
import org.rapporteur.storage.Backup;
import org.rapporteur.storage.Workspace;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code backup} and {@code restore}: a copy of a workspace, and a workspace from a copy. */
final class BackupVerb implements Verb {
    private final boolean restore;

    BackupVerb(boolean restore) {
        this.restore = restore;
    }

    @Override
    public String name() {
        return restore ? "restore" : "backup";
    }

    @Override
    public void declare(CommandSpec spec, Options options) {
        options.workspace(spec);
        if (restore) {
            options.parameter(spec, "0", "1", "BACKUP", "cli.parameter.backup");
        } else {
            options.output(spec, "FOLDER");
        }
    }

    @Override
    public int run(ParseResult args, Context context) {
        Path folder = Options.workspaceOf(args);
        if (restore) {
            Path from = Path.of(Options.parameter(args, 0));
            Backup.restore(from, folder, context.surroundings());
            context.say("cli.restore.done", folder.toString());
        } else {
            Path target = Path.of(Options.value(args, "-o"));
            try (Workspace workspace = context.open(folder, Workspace.Mode.READ)) {
                workspace.backup(target);
            }
            context.say("cli.backup.done", target.toString());
        }
        return Status.DONE;
    }
}
