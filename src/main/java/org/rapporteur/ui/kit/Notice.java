package org.rapporteur.ui.kit;

import javafx.beans.value.ObservableValue;
import org.rapporteur.core.problem.Problem;

/**
 * One notification.
 *
 * @param tone how it is meant; shown by icon and word, not by colour alone
 * @param text what happened
 * @param actionText words on its button; null for none
 * @param action what the button does
 * @param problem the failure behind it; null for none
 */
public record Notice(
        Tone tone, ObservableValue<String> text, ObservableValue<String> actionText, Runnable action, Problem problem) {

    /** A plain piece of news. */
    public static Notice info(ObservableValue<String> text) {
        return new Notice(Tone.INFO, text, null, null, null);
    }

    /** Something came to its end well. */
    public static Notice success(ObservableValue<String> text) {
        return new Notice(Tone.SUCCESS, text, null, null, null);
    }

    /** Something needs a look. */
    public static Notice warning(ObservableValue<String> text) {
        return new Notice(Tone.WARNING, text, null, null, null);
    }

    /** A failure; stays until it is closed. */
    public static Notice problem(Problem problem, I18n i18n) {
        return new Notice(Tone.DANGER, i18n.text(problem.what()), null, null, problem);
    }

    /** The same with a button, such as Undo or Open. */
    public Notice action(ObservableValue<String> words, Runnable what) {
        return new Notice(tone, text, words, what, problem);
    }
}
