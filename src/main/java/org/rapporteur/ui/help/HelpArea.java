package org.rapporteur.ui.help;

import javafx.scene.Node;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.rapporteur.ui.kit.Kit;
import org.rapporteur.ui.shell.Area;
import org.rapporteur.ui.shell.Place;

/** Help as an area of the window. */
public final class HelpArea implements Area {
    private final Kit kit;
    private final String version;

    /**
     * The area.
     *
     * @param version version of the program
     */
    public HelpArea(Kit kit, String version) {
        this.kit = kit;
        this.version = version;
    }

    @Override
    public String id() {
        return "help";
    }

    @Override
    public String labelKey() {
        return "help.area";
    }

    @Override
    public Ikon icon() {
        return Material2OutlinedAL.HELP_OUTLINE;
    }

    @Override
    public Node view() {
        return new HelpView(kit, version).node();
    }

    @Override
    public void open(Place place) {
        // One screen only.
    }
}
