package org.rapporteur.ui.kit;

import javafx.animation.FadeTransition;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.rapporteur.core.problem.Problem;

/**
 * The notifications, bars along the lower edge of the window. They never take the focus, wait while the mouse or the
 * focus is on them, and failures wait until they are closed. {@link #focusLatest} brings the keyboard there.
 */
public final class NotificationHost extends VBox implements Notifications {
    /** Notifications shown at once; an older one goes when another comes. */
    private static final int MOST = 3;

    private static final Duration SHOWN = Duration.seconds(7);
    private static final Duration FADE = Duration.millis(150);

    private static final String NEWS = "news";

    private final I18n i18n;
    private final Dialogs dialogs;

    /** A host; lay it over the window's content. */
    public NotificationHost(I18n i18n, Dialogs dialogs) {
        this.i18n = i18n;
        this.dialogs = dialogs;
        getStyleClass().add("notifications");
        setPickOnBounds(false);
        setAlignment(Pos.BOTTOM_LEFT);
        setMaxSize(Double.MAX_VALUE, Region.USE_PREF_SIZE);
    }

    @Override
    public void show(Notice notice) {
        Fx.run(() -> add(notice));
    }

    @Override
    public void problem(Problem problem) {
        Fx.run(() -> add(Notice.problem(problem, i18n)));
    }

    /** Brings the keyboard to the latest notification; Escape there closes it. */
    public void focusLatest() {
        if (!getChildren().isEmpty()) {
            Node latest = getChildren().getLast();
            Node button = latest.lookup(".button");
            (button == null ? latest : button).requestFocus();
        }
    }

    private void add(Notice notice) {
        if (notice.problem() != null) {
            // The same failure again says nothing new; it moves to the end.
            getChildren().removeIf(toast -> notice.problem().code().equals(toast.getUserData()));
        } else if (isNews(notice)) {
            // One after the other, as of steps undone, they would only push each other and the work up.
            getChildren().removeIf(toast -> NEWS.equals(toast.getUserData()));
        }
        while (getChildren().size() >= MOST) {
            getChildren().removeFirst();
        }
        HBox toast = new HBox();
        toast.setUserData(notice.problem() != null ? notice.problem().code() : isNews(notice) ? NEWS : null);
        toast.getStyleClass().addAll("toast", notice.tone().styleClass());
        toast.setAccessibleRole(AccessibleRole.TEXT);
        toast.accessibleTextProperty().bind(notice.text());
        Node words = notice.problem() != null ? new ProblemPane(notice.problem(), i18n, dialogs) : words(notice);
        HBox.setHgrow(words, Priority.ALWAYS);
        if (notice.problem() == null) {
            toast.getChildren().add(Icons.of(notice.tone().icon()));
        }
        toast.getChildren().add(words);
        if (notice.action() != null) {
            Button action = new Button();
            action.textProperty().bind(notice.actionText());
            action.getStyleClass().addAll("flat", "accent", "toast-action");
            action.setMinWidth(Region.USE_PREF_SIZE);
            action.setOnAction(event -> {
                remove(toast);
                notice.action().run();
            });
            if (notice.problem() == null) {
                toast.getChildren().add(action);
            } else {
                // What went wrong needs the whole width; the way out stands below it.
                VBox both = new VBox(8, words, action);
                HBox.setHgrow(both, Priority.ALWAYS);
                toast.getChildren().setAll(both);
            }
        }
        Button close = new Button(null, Icons.of(Material2OutlinedAL.CLOSE, 16));
        close.getStyleClass().addAll("flat", "button-icon");
        Access.nameAndTip(close, i18n.text("kit.close"));
        close.setOnAction(event -> remove(toast));
        toast.getChildren().add(close);
        toast.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                event.consume();
                remove(toast);
            }
        });
        getChildren().add(toast);
        appear(toast);
        if (notice.problem() == null) {
            leaveLater(toast);
        }
    }

    /** Plain news, that asks for nothing and offers nothing. */
    private static boolean isNews(Notice notice) {
        return notice.problem() == null && notice.action() == null && notice.tone() == Tone.INFO;
    }

    private static Node words(Notice notice) {
        Label text = new Label();
        text.textProperty().bind(notice.text());
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        text.setMaxWidth(Double.MAX_VALUE);
        return text;
    }

    private void appear(Node toast) {
        if (Fx.motionWanted()) {
            FadeTransition fade = new FadeTransition(FADE, toast);
            fade.setFromValue(0);
            fade.setToValue(1);
            fade.play();
        }
    }

    private void leaveLater(HBox toast) {
        PauseTransition pause = new PauseTransition(SHOWN);
        pause.setOnFinished(event -> {
            if (toast.isHover() || Fx.hasKeyboard(toast)) {
                pause.playFromStart();
            } else {
                remove(toast);
            }
        });
        pause.play();
    }

    private void remove(Node toast) {
        getChildren().remove(toast);
    }
}
