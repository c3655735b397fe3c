package org.rapporteur.ui.kit;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.rapporteur.core.problem.Message;
import org.rapporteur.core.problem.Problem;

/** A failure in words: what happened, what was kept, what to do, and the code to read over the telephone. */
public final class ProblemPane extends VBox {
    /** The failure, with a button that copies its details where dialogs are at hand. */
    public ProblemPane(Problem problem, I18n i18n, Dialogs dialogs) {
        getStyleClass().add("problem");
        Label what = words(i18n, problem.what(), "problem-what");
        what.setGraphic(Icons.of(Tone.DANGER.icon()));
        getChildren().add(what);
        problem.kept().ifPresent(message -> getChildren().add(words(i18n, message, null)));
        problem.advice().ifPresent(message -> getChildren().add(words(i18n, message, null)));
        Label code = new Label();
        code.textProperty().bind(i18n.text("kit.problem.code", problem.code()));
        code.getStyleClass().addAll("muted", "problem-code");
        Button copy = new Button();
        copy.textProperty().bind(i18n.text("kit.problem.copy"));
        copy.getStyleClass().add("small");
        copy.setOnAction(event -> dialogs.copy(details(problem)));
        HBox foot = new HBox(12, code, copy);
        foot.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        getChildren().add(foot);
    }

    private static Label words(I18n i18n, Message message, String styleClass) {
        Label label = new Label();
        label.textProperty().bind(i18n.text(message));
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        if (styleClass != null) {
            label.getStyleClass().add(styleClass);
        }
        return label;
    }

    /** What is copied: code, technical message, kinds of failure and places in the program; no content of a workspace. */
    static String details(Problem problem) {
        StringBuilder out = new StringBuilder(problem.getMessage()).append('\n');
        out.append(System.getProperty("java.version"))
                .append(' ')
                .append(System.getProperty("os.name"))
                .append('\n');
        Throwable cause = problem.getCause();
        for (int depth = 0; cause != null && depth < 8; depth++, cause = cause.getCause()) {
            out.append(cause.getClass().getName()).append('\n');
            StackTraceElement[] frames = cause.getStackTrace();
            for (int i = 0; i < Math.min(frames.length, 25); i++) {
                out.append("  at ").append(frames[i]).append('\n');
            }
        }
        return out.toString();
    }
}
