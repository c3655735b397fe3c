package org.rapporteur.ui.participant;

import java.util.Objects;

/** The stylesheet of this feature. */
final class ParticipantStyles {
    private ParticipantStyles() {}

    static String sheet() {
        return Objects.requireNonNull(ParticipantStyles.class.getResource("participant.css"))
                .toExternalForm();
    }
}
