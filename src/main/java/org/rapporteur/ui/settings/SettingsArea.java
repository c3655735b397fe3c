package org.rapporteur.ui.settings;

import java.nio.file.Path;
import javafx.scene.Node;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;
import org.rapporteur.ui.kit.Kit;
import org.rapporteur.ui.shell.Area;
import org.rapporteur.ui.shell.Place;

/** The settings as an area of the window. */
public final class SettingsArea implements Area {
    private final Kit kit;
    private final Path folder;

    /**
     * The area.
     *
     * @param folder folder of the settings and the log
     */
    public SettingsArea(Kit kit, Path folder) {
        this.kit = kit;
        this.folder = folder;
    }

    @Override
    public String id() {
        return "settings";
    }

    @Override
    public String labelKey() {
        return "settings.area";
    }

    @Override
    public Ikon icon() {
        return Material2OutlinedMZ.SETTINGS;
    }

    @Override
    public Node view() {
        return new SettingsView(kit, folder).node();
    }

    @Override
    public void open(Place place) {
        // One screen only.
    }
}
