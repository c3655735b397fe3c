package org.rapporteur.launch;

import java.util.Locale;
import org.rapporteur.core.problem.Problem;
import org.rapporteur.core.text.Language;
import org.rapporteur.i18n.Messages;

/** Entry point of the program: the window, or what the command line says. */
public final class Main {
    private static final int FAILED = 1;
    private static final int REFUSED = 3;

    /** What the start command does where there is no screen: the main job on the sample. */
    private static final String[] MAIN_JOB = {"demo", "target/demo"};

    private Main() {}

    /** Opens the window, or does what the arguments say; ends the process with the command line's status. */
    public static void main(String[] args) {
        Logs.quiet();
        int status = Cli.handles(args) ? Cli.run(args) : window(args);
        if (status != 0) {
            System.exit(status);
        }
    }

    private static int window(String[] args) {
        try {
            WindowStart.run(args);
            return 0;
        } catch (WindowStart.NoScreen e) {
            return withoutScreen(args);
        } catch (Throwable e) {
            // Before the window is there, the person has only this line to read.
            Problem problem = Problem.unexpected(e);
            Messages messages = messages();
            System.err.println(messages.text(problem.what()) + " " + messages.text("kit.problem.code", problem.code()));
            return FAILED;
        }
    }

    private static int withoutScreen(String[] args) {
        Messages messages = messages();
        if (args.length > 0) {
            System.err.println(messages.text("shell.start.noScreen"));
            return REFUSED;
        }
        System.err.println(messages.text("shell.start.mainJob", MAIN_JOB[1]));
        return Cli.run(MAIN_JOB);
    }

    private static Messages messages() {
        return new Messages(Language.of(Locale.getDefault().getLanguage()).orElse(Language.EN));
    }
}
