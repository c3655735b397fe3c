package org.rapporteur.ui.meeting;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;
import org.rapporteur.core.meeting.ProgrammeWarning;
import org.rapporteur.core.meeting.Way;
import org.rapporteur.ui.kit.I18n;
import org.rapporteur.ui.kit.Icons;

/** What is wrong with the programme, each with its ways out as buttons that do it. */
final class WarningsPanel extends VBox {
    private final I18n i18n;
    private final AgendaViewModel model;
    private final WarningWords words;
    private final Consumer<UUID> moderator;
    private final Consumer<UUID> reveal;

    /**
     * @param moderator lets the person name who leads a session
     * @param reveal brings a session into sight
     */
    WarningsPanel(I18n i18n, AgendaViewModel model, Consumer<UUID> moderator, Consumer<UUID> reveal) {
        super(8);
        this.i18n = i18n;
        this.model = model;
        this.words = new WarningWords(i18n, model.words());
        this.moderator = moderator;
        this.reveal = reveal;
        getStyleClass().add("warnings-panel");
        setUserData(this);
        model.state().addListener((o, was, is) -> refresh());
        refresh();
    }

    private void refresh() {
        getChildren().clear();
        AgendaState state = model.state().get();
        if (state == null) {
            return;
        }
        List<ProgrammeWarning> warnings = state.warnings();
        if (warnings.isEmpty()) {
            Label none = new Label(i18n.now("meeting.warnings.none"), Icons.of(Material2OutlinedAL.CHECK_CIRCLE));
            none.setWrapText(true);
            none.getStyleClass().add("muted");
            getChildren().add(none);
            return;
        }
        warnings.forEach(warning -> getChildren().add(card(state, warning)));
    }

    private Node card(AgendaState state, ProgrammeWarning warning) {
        FontIcon icon = Icons.of(
                warning.kind().compareTo(ProgrammeWarning.Kind.OUTSIDE_HOURS) <= 0
                        ? Material2OutlinedMZ.WARNING
                        : Material2OutlinedAL.INFO,
                16);
        icon.getStyleClass().add("session-warning");
        Hyperlink text = new Hyperlink(words.text(state, warning));
        text.setWrapText(true);
        text.getStyleClass().add("warning-text");
        text.setMaxWidth(Double.MAX_VALUE);
        text.setOnAction(event -> {
            UUID first = warning.kind() == ProgrammeWarning.Kind.ITEM_WITHOUT_SESSION
                    ? null
                    : warning.subjects().getLast();
            if (first != null) {
                model.selected().set(first);
                reveal.accept(first);
            }
        });
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox head = new HBox(8, icon, text);
        head.setAlignment(Pos.TOP_LEFT);
        VBox card = new VBox(6, head);
        card.getStyleClass().add("warning-card");
        if (model.writable()) {
            for (Way way : warning.ways()) {
                Button button = new Button(words.way(state, way));
                button.setWrapText(true);
                button.setMnemonicParsing(false);
                button.setMaxWidth(Double.MAX_VALUE);
                button.setAlignment(Pos.CENTER_LEFT);
                button.setId("way-" + way.kind().name().toLowerCase(java.util.Locale.ROOT));
                button.setOnAction(event -> take(way));
                card.getChildren().add(button);
            }
        }
        return card;
    }

    private void take(Way way) {
        if (way.kind() == Way.Kind.NAME_MODERATOR) {
            moderator.accept(way.subject());
        } else {
            model.take(way);
        }
    }
}
