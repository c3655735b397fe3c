package org.rapporteur.ui.kit;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.scene.text.Font;
import org.rapporteur.core.text.Language;

/**
 * The fonts that ride along: Noto Sans, and Noto Sans Arabic when Arabic is wanted. For Chinese in the window the
 * system's own font serves, because a Chinese font is larger than the program.
 */
public final class Fonts {
    private static final Logger LOG = Logger.getLogger(Fonts.class.getName());
    private static final Set<String> LOADED = new HashSet<>();

    private Fonts() {}

    /** Loads what a language needs, if it is not loaded yet. */
    public static synchronized void load(Language language) {
        if (language != Language.ZH) {
            load("NotoSans-Regular.ttf");
            load("NotoSans-Bold.ttf");
        }
        if (language == Language.AR) {
            load("NotoSansArabic-Regular.ttf");
            load("NotoSansArabic-Bold.ttf");
        }
    }

    private static void load(String file) {
        if (!LOADED.add(file)) {
            return;
        }
        try (InputStream in = Fonts.class.getResourceAsStream("/assets/fonts/" + file)) {
            if (in == null || Font.loadFont(in, 14) == null) {
                LOG.log(Level.WARNING, "font not loaded: {0}", file);
            }
        } catch (IOException e) {
            LOG.log(Level.WARNING, "font not loaded: {0}", file);
        }
    }
}
