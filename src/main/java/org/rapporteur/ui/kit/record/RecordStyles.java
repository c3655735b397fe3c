package org.rapporteur.ui.kit.record;

import java.util.Objects;

/** The stylesheet of lists and forms. */
final class RecordStyles {
    private RecordStyles() {}

    static String sheet() {
        return Objects.requireNonNull(RecordStyles.class.getResource("record.css"))
                .toExternalForm();
    }
}
