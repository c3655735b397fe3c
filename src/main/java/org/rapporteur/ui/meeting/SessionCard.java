package org.rapporteur.ui.meeting;

import java.util.List;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;
import org.rapporteur.core.meeting.AgendaItem;
import org.rapporteur.core.meeting.Programme;
import org.rapporteur.core.meeting.Session;
import org.rapporteur.core.meeting.SessionType;
import org.rapporteur.core.meeting.Speaker;
import org.rapporteur.ui.kit.Icons;

/** A session in the timetable: colour, icon and word of its type, time, title, and as much more as its height has room for. */
final class SessionCard extends StackPane {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final PseudoClass DRAGGED = PseudoClass.getPseudoClass("dragged");
    private static final double ONE_LINE = 36;
    private static final double TWO_LINES = 58;
    private static final double LINE = 18;
    private static final double TOP = 26;
    private static final double TINY = 19;

    private final AgendaWords words;
    private final HBox top = new HBox(5);
    private final Label time = new Label();
    private final Label type = new Label();
    private final Label title = new Label();
    private final Label more = new Label();
    private final FontIcon warning = Icons.of(Material2OutlinedMZ.WARNING, 14);
    private final VBox lines = new VBox(1);
    private FontIcon icon;
    private Session session;
    private String spoken;
    private String said;
    private String look;

    SessionCard(AgendaWords words) {
        this.words = words;
        getStyleClass().add("session-card");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.BUTTON);
        time.getStyleClass().add("session-time");
        type.getStyleClass().add("session-type");
        title.getStyleClass().add("session-title");
        more.getStyleClass().add("session-more");
        title.setWrapText(true);
        title.setTextOverrun(OverrunStyle.ELLIPSIS);
        title.setMinHeight(0);
        more.setMinHeight(Region.USE_PREF_SIZE);
        more.setTextOverrun(OverrunStyle.ELLIPSIS);
        time.setMinWidth(Region.USE_PREF_SIZE);
        time.setTextOverrun(OverrunStyle.CLIP);
        type.setMinWidth(0);
        warning.getStyleClass().add("session-warning");
        top.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(title, Priority.ALWAYS);
        lines.setAlignment(Pos.TOP_LEFT);
        lines.setMouseTransparent(true);
        // A narrow card beside others keeps within itself.
        lines.setMinSize(0, 0);
        StackPane.setAlignment(lines, Pos.TOP_LEFT);
        getChildren().add(lines);
        Rectangle inside = new Rectangle();
        inside.widthProperty().bind(lines.widthProperty());
        inside.heightProperty().bind(lines.heightProperty());
        lines.setClip(inside);
    }

    Session session() {
        return session;
    }

    /**
     * Shows a session.
     *
     * @param height height of the card, which decides how much it says; 0 for the line of sessions without a time
     */
    void show(AgendaState state, Session shown, double height, double width, boolean warned) {
        session = shown;
        Programme programme = state.programme();
        setId("session-" + shown.id());
        restyle(SessionLook.style(shown.type()));
        if (icon == null || icon.getIconCode() != SessionLook.icon(shown.type())) {
            icon = Icons.of(SessionLook.icon(shown.type()), 14);
            icon.getStyleClass().add("session-icon");
        }
        title.setText(words.title(shown));
        time.setText(words.times(shown.slot()));
        type.setText(words.type(shown.type()));
        more.setText(more(state, shown));
        warning.setVisible(warned);
        warning.setManaged(warned);
        spoken = words.spoken(programme, shown);
        setAccessibleText(said == null ? spoken : said);
        pseudoClassStateChanged(PseudoClass.getPseudoClass("tiny"), height < TINY);
        if (height < ONE_LINE) {
            title.setWrapText(false);
            if (width > 200 && shown.slot().timed()) {
                top.getChildren().setAll(icon, title, time, warning);
            } else {
                top.getChildren().setAll(icon, title, warning);
            }
            lines.getChildren().setAll(top);
            top.setAlignment(Pos.CENTER_LEFT);
            lines.setAlignment(Pos.CENTER_LEFT);
            return;
        }
        title.setWrapText(true);
        top.setAlignment(Pos.TOP_LEFT);
        lines.setAlignment(Pos.TOP_LEFT);
        double titleLines = lineCount(title.getText(), width - 20);
        if (height < TWO_LINES && (titleLines > 1 || width < 120)) {
            // What it is comes before when it is: the hours stand beside it.
            top.getChildren().setAll(icon, title, warning);
            lines.getChildren().setAll(top);
            return;
        }
        top.getChildren().setAll(icon, time);
        if (width > 176 && !sameWords(shown)) {
            top.getChildren().add(type);
        }
        top.getChildren().add(warning);
        lines.getChildren().setAll(top, title);
        if (!more.getText().isEmpty() && height >= TOP + (titleLines + 1) * LINE) {
            lines.getChildren().add(more);
        }
    }

    /** About how many lines a text takes; Chinese characters are twice as wide as letters. */
    private static double lineCount(String text, double width) {
        double needed = text.codePoints()
                .mapToDouble(c -> Character.isIdeographic(c) ? 13.5 : 7.4)
                .sum();
        return Math.ceil(needed / Math.max(20, width));
    }

    /** "Opening: Opening" says nothing twice. */
    private boolean sameWords(Session shown) {
        return shown.type() == SessionType.BREAK
                || words.title(shown)
                        .toLowerCase(java.util.Locale.ROOT)
                        .startsWith(type.getText().toLowerCase(java.util.Locale.ROOT));
    }

    private void restyle(String style) {
        if (!style.equals(look)) {
            getStyleClass().remove(look);
            getStyleClass().add(style);
            look = style;
        }
    }

    private static String more(AgendaState state, Session session) {
        String leads = state.programme().speakersOf(session.id()).stream()
                .filter(Speaker::leads)
                .map(state::speaker)
                .filter(s -> !s.isBlank())
                .collect(Collectors.joining(", "));
        List<String> items = state.programme().itemsOf(session.id()).stream()
                .map(AgendaItem::number)
                .filter(n -> !n.isBlank())
                .toList();
        String numbers = String.join(", ", items);
        return leads.isEmpty() || numbers.isEmpty() ? leads + numbers : numbers + " · " + leads;
    }

    /** Lets a screen reader say what was done to the session; null lets it say what the session is again. */
    void say(String words) {
        said = words;
        setAccessibleText(words == null ? spoken : words);
        if (words != null) {
            notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
        }
    }

    void selected(boolean is) {
        pseudoClassStateChanged(SELECTED, is);
    }

    void dragged(boolean is) {
        pseudoClassStateChanged(DRAGGED, is);
    }
}
