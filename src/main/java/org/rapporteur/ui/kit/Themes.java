package org.rapporteur.ui.kit;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.rapporteur.settings.ThemeChoice;

/** Light and dark: Primer's tokens, chosen by the person or by the system, changed while the program runs. */
public final class Themes {
    private static final String LIGHT = new PrimerLight().getUserAgentStylesheetBSS();
    private static final String DARK = new PrimerDark().getUserAgentStylesheetBSS();

    private final ReadOnlyBooleanWrapper dark = new ReadOnlyBooleanWrapper();
    private ThemeChoice choice = ThemeChoice.SYSTEM;

    /** Follows the system until told otherwise. */
    public Themes() {
        Platform.getPreferences().colorSchemeProperty().addListener((o, was, is) -> apply());
    }

    /** Whether the window is dark now. */
    public ReadOnlyBooleanProperty dark() {
        return dark.getReadOnlyProperty();
    }

    /** Takes a choice and applies it to all windows. */
    public void choose(ThemeChoice newChoice) {
        choice = newChoice;
        apply();
    }

    private void apply() {
        boolean wanted =
                switch (choice) {
                    case LIGHT -> false;
                    case DARK -> true;
                    case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
                };
        String sheet = wanted ? DARK : LIGHT;
        if (!sheet.equals(Application.getUserAgentStylesheet())) {
            Application.setUserAgentStylesheet(sheet);
        }
        dark.set(wanted);
    }
}
