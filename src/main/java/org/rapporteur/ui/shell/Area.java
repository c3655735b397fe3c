package org.rapporteur.ui.shell;

import java.util.List;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.value.ObservableIntegerValue;
import javafx.scene.Node;
import org.kordamp.ikonli.Ikon;
import org.rapporteur.ui.kit.Command;

/** One area of the sidebar: a feature's way into the window. */
public interface Area {
    /** Identifiers of the areas that the sidebar knows, in its order. */
    List<String> ORDER = List.of(
            "start",
            "meetings",
            "participants",
            "surveys",
            "recommendations",
            "documents",
            "exchange",
            "help",
            "settings");

    /** Stable identifier: one of {@link #ORDER}. */
    String id();

    /** Key of its name. */
    String labelKey();

    /** Its icon. */
    Ikon icon();

    /**
     * Its view. Called once, when the area is first shown; the same node is shown again later, so that scrolling,
     * selection and filters stay as they were left.
     */
    Node view();

    /**
     * Shows a place of this area. Called after {@link #view()}, also when the person comes back or goes back.
     *
     * @param place a place of this area; without steps it means the area's first screen
     */
    void open(Place place);

    /** Commands that hold while this area is shown. */
    default List<Command> commands() {
        return List.of();
    }

    /** A number beside its name: what waits there; nothing is shown for 0. */
    default ObservableIntegerValue waiting() {
        return new SimpleIntegerProperty(0);
    }

    /** Called when another area is shown in its place. */
    default void left() {}
}
