package org.rapporteur.ui.kit;

import org.rapporteur.i18n.Formats;
import org.rapporteur.settings.SettingsStore;

/**
 * What every screen gets: one of each, handed to constructors.
 *
 * @param i18n live words
 * @param tasks the door off the window's thread
 * @param dialogs choosers and questions
 * @param notifications short messages
 * @param commands all commands
 * @param sidePanel the panel beside the content
 * @param splits remembered dividers
 * @param scenes maker of scenes
 * @param themes light and dark
 * @param settings the person's settings
 */
public record Kit(
        I18n i18n,
        Tasks tasks,
        Dialogs dialogs,
        Notifications notifications,
        Commands commands,
        SidePanel sidePanel,
        Splits splits,
        Scenes scenes,
        Themes themes,
        SettingsStore settings) {

    /** Numbers and dates in the current language, at this moment. */
    public Formats formats() {
        return i18n.formats();
    }
}
