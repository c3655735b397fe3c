package org.rapporteur.ui.kit;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/** How something is meant. Each tone has an icon, because colour alone says nothing to many people. */
public enum Tone {
    /** No judgement. */
    NEUTRAL("tone-neutral", Material2OutlinedMZ.RADIO_BUTTON_UNCHECKED),
    /** News. */
    INFO("tone-info", Material2OutlinedAL.INFO),
    /** Good, finished, present. */
    SUCCESS("tone-success", Material2OutlinedAL.CHECK_CIRCLE),
    /** Needs a look. */
    WARNING("tone-warning", Material2OutlinedMZ.WARNING),
    /** Failed, missing, overdue. */
    DANGER("tone-danger", Material2OutlinedAL.ERROR_OUTLINE);

    private final String styleClass;
    private final Ikon icon;

    Tone(String styleClass, Ikon icon) {
        this.styleClass = styleClass;
        this.icon = icon;
    }

    /** Style class that colours it. */
    public String styleClass() {
        return styleClass;
    }

    /** Icon of the tone. */
    public Ikon icon() {
        return icon;
    }
}
