package org.rapporteur.launch.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import org.rapporteur.core.problem.Message;
import org.rapporteur.core.text.Language;
import org.rapporteur.i18n.Messages;
import org.rapporteur.storage.Workspace;

/**
 * What a verb works with.
 *
 * @param console where it writes to
 * @param messages words, in the language asked for
 * @param surroundings what a workspace needs from outside
 * @param clock tells today
 * @param version of the program
 */
public record Context(
        Console console, Messages messages, Workspace.Surroundings surroundings, Clock clock, String version) {

    /** The words of a key. */
    String text(String key, Object... args) {
        return messages.text(key, args);
    }

    /** The words of a message; an argument that is itself a message is put into words first. */
    String text(Message message) {
        Object[] args = message.args().stream()
                .map(arg -> arg instanceof Message nested ? text(nested) : arg)
                .toArray();
        return messages.text(message.key(), args);
    }

    /** Says something to people. */
    void say(String key, Object... args) {
        console.say(text(key, args));
    }

    Workspace open(Path folder, Workspace.Mode mode) {
        return Workspace.open(folder, mode, surroundings);
    }

    /** The language of words: what {@code --lang} says, else that of the machine if it is one of the six, else English. */
    public static Language language(String[] args, Locale machine) {
        for (int i = 0; i < args.length; i++) {
            if (args[i].equals("--lang") && i + 1 < args.length) {
                return Language.of(args[i + 1]).orElse(Language.EN);
            }
            if (args[i].startsWith("--lang=")) {
                return Language.of(args[i].substring("--lang=".length())).orElse(Language.EN);
            }
        }
        return Language.of(machine.getLanguage()).orElse(Language.EN);
    }
}
