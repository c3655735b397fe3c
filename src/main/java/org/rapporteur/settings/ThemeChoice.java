package org.rapporteur.settings;

/** Which colours the window has. */
public enum ThemeChoice {
    /** As the system says. */
    SYSTEM,
    /** Dark on light. */
    LIGHT,
    /** Light on dark. */
    DARK
}
