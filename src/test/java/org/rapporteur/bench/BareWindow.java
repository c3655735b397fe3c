package org.rapporteur.bench;

import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/** The baseline of start-up: a JavaFX window with one label. Says "ready" with its second frame. */
public final class BareWindow extends Application {
    @Override
    public void start(Stage stage) {
        stage.setScene(new Scene(new StackPane(new Label("ready")), 1000, 800));
        stage.show();
        new AnimationTimer() {
            private int frames;

            @Override
            public void handle(long now) {
                if (++frames == 2) {
                    System.out.println("ready");
                    System.out.flush();
                }
            }
        }.start();
    }

    /** Starts it; a class path start must not begin in a subclass of Application. */
    public static final class Start {
        private Start() {}

        public static void main(String[] args) {
            Application.launch(BareWindow.class);
        }
    }
}
