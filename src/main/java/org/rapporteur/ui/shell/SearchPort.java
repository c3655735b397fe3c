package org.rapporteur.ui.shell;

import java.util.List;
import org.kordamp.ikonli.Ikon;
import org.rapporteur.ui.kit.Progress;

/** Finding records from the palette. */
@FunctionalInterface
public interface SearchPort {
    /**
     * A record that was found.
     *
     * @param icon icon of its kind
     * @param title its name
     * @param kindKey key of its kind's name
     * @param place where it opens
     * @param standingKey key of what is to be known of it, for a wording that is not the one that holds; "" for nothing
     */
    record Hit(Ikon icon, String title, String kindKey, Place place, String standingKey) {}

    /** Finds nothing. */
    SearchPort NONE = (text, limit, progress) -> List.of();

    /**
     * Records whose name or content matches, the best first. Called off the window's thread, once for each pause in
     * typing; an older call is cancelled through the progress.
     *
     * @param text what was typed; never blank
     * @param limit how many at most
     */
    List<Hit> find(String text, int limit, Progress progress);
}
