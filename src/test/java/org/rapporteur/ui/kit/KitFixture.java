package org.rapporteur.ui.kit;

import java.nio.file.Path;
import org.rapporteur.core.text.Language;
import org.rapporteur.i18n.Messages;
import org.rapporteur.settings.SettingsStore;

/** A kit for tests: settings in a folder of the test, dialogs that answer by themselves. Make it on the window's thread. */
public final class KitFixture {
    public final I18n i18n;
    public final FakeDialogs dialogs = new FakeDialogs();
    public final SettingsStore settings;
    public final NotificationHost notifications;
    public final SidePanelHost panel;
    public final Kit kit;

    /** A kit whose tasks run on threads as in the program. */
    public KitFixture(Path folder, Language language) {
        this(folder, language, Tasks.pooled());
    }

    /** A kit with given tasks. */
    public KitFixture(Path folder, Language language, Tasks tasks) {
        settings = new SettingsStore(folder, (delay, task) -> () -> {});
        i18n = new I18n(new Messages(language));
        Themes themes = new Themes();
        themes.choose(settings.get().theme());
        Commands commands = new Commands();
        Scenes scenes = new Scenes(i18n, themes, commands);
        notifications = new NotificationHost(i18n, dialogs);
        tasks.onFailure(notifications::problem);
        Splits splits = new Splits(settings);
        panel = new SidePanelHost(i18n, splits);
        kit = new Kit(i18n, tasks, dialogs, notifications, commands, panel, splits, scenes, themes, settings);
    }
}
