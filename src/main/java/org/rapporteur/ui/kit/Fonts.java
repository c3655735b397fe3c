package org.rapporteur.ui.kit;

import java.io.IOException;
import java.io.InputStream;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.scene.text.Font;

/**
 * The font that rides along: one for Latin, Greek, Cyrillic and Arabic, because JavaFX puts full stops and brackets on
 * the wrong side where a right-to-left text needs a second font. For Chinese the system's own font serves: a Chinese
 * font is larger than the program.
 */
public final class Fonts {
    private static final Logger LOG = Logger.getLogger(Fonts.class.getName());
    private static boolean loaded;

    private Fonts() {}

    /** Loads the font, once. */
    public static synchronized void load() {
        if (!loaded) {
            loaded = true;
            load("RapporteurSans-Regular.ttf");
            load("RapporteurSans-Bold.ttf");
        }
    }

    private static void load(String file) {
        try (InputStream in = Fonts.class.getResourceAsStream("/assets/fonts/" + file)) {
            if (in == null || Font.loadFont(in, 14) == null) {
                LOG.log(Level.WARNING, "font not loaded: {0}", file);
            }
        } catch (IOException e) {
            LOG.log(Level.WARNING, "font not loaded: {0}", file);
        }
    }
}
