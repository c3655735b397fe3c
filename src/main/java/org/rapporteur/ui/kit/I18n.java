package org.rapporteur.ui.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.geometry.NodeOrientation;
import org.rapporteur.core.problem.Message;
import org.rapporteur.core.text.Language;
import org.rapporteur.i18n.Formats;
import org.rapporteur.i18n.Messages;

/**
 * Live words: bindings that change with the language and with their arguments. For use on the window's thread.
 *
 * <p>The bindings listen weakly, so a view that is thrown away takes its bindings with it.
 */
public final class I18n {
    private final Messages messages;
    private final ReadOnlyObjectWrapper<Language> language;

    /** Live words on top of these messages. */
    public I18n(Messages messages) {
        this.messages = messages;
        this.language = new ReadOnlyObjectWrapper<>(messages.language());
        messages.onChange(() -> Fx.run(() -> language.set(messages.language())));
    }

    /** The messages underneath, for words at one moment. */
    public Messages messages() {
        return messages;
    }

    /** The current language. */
    public ReadOnlyObjectProperty<Language> language() {
        return language.getReadOnlyProperty();
    }

    /** Numbers and dates in the current language, at this moment. */
    public Formats formats() {
        return messages.formats();
    }

    /** The words of this key now. */
    public String now(String key, Object... args) {
        return messages.text(key, args);
    }

    /** The words of a message now. */
    public String now(Message message) {
        return messages.text(message);
    }

    /**
     * The words of this key, following the language.
     *
     * @param args an {@link ObservableValue} among them is followed too
     */
    public StringBinding text(String key, Object... args) {
        List<Observable> watched = new ArrayList<>(List.of(language));
        for (Object arg : args) {
            if (arg instanceof Observable observable) {
                watched.add(observable);
            }
        }
        return Bindings.createStringBinding(() -> messages.text(key, values(args)), watched.toArray(Observable[]::new));
    }

    /** The words of a message made elsewhere, following the language. */
    public StringBinding text(Message message) {
        return Bindings.createStringBinding(() -> messages.text(message), language);
    }

    /** Words whose key itself changes; an absent key gives the empty text. */
    public StringBinding textOf(ObservableValue<String> key) {
        return Bindings.createStringBinding(
                () -> key.getValue() == null ? "" : messages.text(key.getValue()), language, key);
    }

    /** Anything made from numbers, dates or words that has to follow the language. */
    public StringBinding format(Function<Formats, String> how, Observable... watched) {
        Observable[] all = new Observable[watched.length + 1];
        all[0] = language;
        System.arraycopy(watched, 0, all, 1, watched.length);
        return Bindings.createStringBinding(() -> how.apply(messages.formats()), all);
    }

    /** The direction of the window in the current language. */
    public ObjectBinding<NodeOrientation> orientation() {
        return Bindings.createObjectBinding(
                () -> language.get().rtl() ? NodeOrientation.RIGHT_TO_LEFT : NodeOrientation.LEFT_TO_RIGHT, language);
    }

    private static Object[] values(Object[] args) {
        Object[] values = new Object[args.length];
        for (int i = 0; i < args.length; i++) {
            values[i] = args[i] instanceof ObservableValue<?> observable ? observable.getValue() : args[i];
        }
        return values;
    }
}
