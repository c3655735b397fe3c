package org.rapporteur.launch.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rapporteur.core.change.Label;
import org.rapporteur.storage.Workspace;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code undo} and {@code redo}: steps back or forth, named as the window names them. */
final class UndoVerb implements Verb {
    private static final int MOST = 10_000;

    private final boolean back;

    UndoVerb(boolean back) {
        this.back = back;
    }

    @Override
    public String name() {
        return back ? "undo" : "redo";
    }

    @Override
    public void declare(CommandSpec spec, Options options) {
        options.workspace(spec);
        options.value(spec, "--steps", "N", "cli.option.steps");
        options.flag(spec, "--show", "cli.option.show");
        options.json(spec);
    }

    @Override
    public int run(ParseResult args, Context context) {
        boolean show = Options.flag(args, "--show");
        int steps = Options.number(args, "--steps", 1, 1, MOST);
        Workspace.Mode mode = show ? Workspace.Mode.READ : Workspace.Mode.WRITE;
        List<String> done = new ArrayList<>();
        try (Workspace workspace = context.open(Options.workspaceOf(args), mode)) {
            for (int i = 0; i < (show ? 1 : steps); i++) {
                Optional<Label> label = show ? next(workspace) : step(workspace);
                if (label.isEmpty()) {
                    break;
                }
                done.add(words(context, label.get()));
            }
        }
        if (Options.json(args)) {
            context.console().json(Map.of(show ? "next" : back ? "undone" : "redone", done));
        }
        if (done.isEmpty()) {
            context.say(back ? "cli.undo.nothing" : "cli.redo.nothing");
        }
        for (String label : done) {
            context.say(
                    show ? (back ? "cli.undo.next" : "cli.redo.next") : back ? "cli.undo.done" : "cli.redo.done",
                    label);
        }
        return Status.DONE;
    }

    private Optional<Label> next(Workspace workspace) {
        return back ? workspace.undo().nextUndo() : workspace.undo().nextRedo();
    }

    private Optional<Label> step(Workspace workspace) {
        return back ? workspace.undo().undo() : workspace.undo().redo();
    }

    static String words(Context context, Label label) {
        return context.text(label.message());
    }
}
