package org.rapporteur.ui.shell;

import javafx.animation.PauseTransition;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.util.Duration;
import org.rapporteur.ui.kit.Kit;

/**
 * The search field of the title row. What is typed opens the place {@code search/<text>}: after a short pause, or at
 * once with Enter; further typing refines the same place, so that one step back leads out of the search.
 */
final class SearchBox {
    /** Identifier of the area that shows results; it has no button in the sidebar. */
    static final String AREA = "search";

    private final Navigator navigator;
    private final Frame frame;
    private final TextField field;
    private final PauseTransition pause = new PauseTransition(Duration.millis(250));
    private boolean following;

    SearchBox(Kit kit, Navigator navigator, Frame frame) {
        this.navigator = navigator;
        this.frame = frame;
        this.field = frame.title().search();
    }

    void install() {
        pause.setOnFinished(event -> search());
        field.textProperty().addListener((o, was, is) -> {
            if (!following) {
                pause.playFromStart();
            }
        });
        field.setOnAction(event -> {
            pause.stop();
            search();
        });
        field.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                event.consume();
                leave();
            } else if (event.getCode() == KeyCode.DOWN) {
                event.consume();
                frame.focusContent();
            }
        });
        navigator.current().addListener((javafx.beans.Observable o) -> follow());
        field.setDisable(!frame.has(AREA));
    }

    private void search() {
        String text = field.getText().strip();
        if (text.isEmpty()) {
            return;
        }
        Place place = Place.of(AREA).then(text, text);
        Place here = navigator.current().get();
        if (here != null && here.area().equals(AREA)) {
            navigator.replace(place);
        } else {
            navigator.open(place);
        }
    }

    private void leave() {
        pause.stop();
        Place here = navigator.current().get();
        if (here != null && here.area().equals(AREA) && navigator.canGoBack().get()) {
            navigator.back();
        } else {
            set("");
        }
        frame.focusContent();
    }

    /** Keeps the field in step with the place: going back to a search brings its words back. */
    private void follow() {
        Place here = navigator.current().get();
        if (here == null) {
            return;
        }
        if (!here.area().equals(AREA)) {
            if (!field.isFocused() || !field.getText().isEmpty()) {
                set("");
            }
        } else if (here.id(0) != null && !here.id(0).equals(field.getText().strip())) {
            set(here.id(0));
        }
    }

    private void set(String text) {
        following = true;
        field.setText(text);
        following = false;
    }
}
