package org.rapporteur.ui.meeting;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.rapporteur.core.meeting.Session;
import org.rapporteur.ui.kit.I18n;

/** Sessions that have no day yet, below the outline; they are dragged into the timetable. Not there if there are none. */
final class UndatedTray extends VBox {
    private static final double CARD = 26;

    private final AgendaViewModel model;
    private final Timetable timetable;
    private final Label heading = new Label();

    UndatedTray(AgendaViewModel model, I18n i18n, Timetable timetable) {
        super(4);
        this.model = model;
        this.timetable = timetable;
        getStyleClass().add("undated-tray");
        heading.textProperty().bind(i18n.text("meeting.undated.title"));
        heading.getStyleClass().addAll("muted", "small");
        model.state().addListener((o, was, is) -> refresh());
        model.selected().addListener((o, was, is) -> refresh());
        refresh();
    }

    private void refresh() {
        List<Session> sessions =
                model.programme() == null ? List.of() : model.programme().undated();
        setVisible(!sessions.isEmpty());
        setManaged(!sessions.isEmpty());
        getChildren().setAll(heading);
        for (Session session : sessions) {
            SessionCard card = new SessionCard(model.words());
            card.show(model.state().get(), session, 0, getWidth(), false);
            card.selected(session.id().equals(model.selected().get()));
            card.setMinHeight(CARD);
            card.setPrefHeight(CARD);
            card.setMinWidth(0);
            timetable.prepare(card);
            getChildren().add(card);
        }
    }
}
