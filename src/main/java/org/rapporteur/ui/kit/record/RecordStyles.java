package org.rapporteur.ui.kit.record;

import java.util.Objects;

/** The stylesheet of lists and forms, also for a screen that puts a list and a form side by side itself. */
public final class RecordStyles {
    private RecordStyles() {}

    /** Where the stylesheet is. */
    public static String sheet() {
        return Objects.requireNonNull(RecordStyles.class.getResource("record.css"))
                .toExternalForm();
    }
}
