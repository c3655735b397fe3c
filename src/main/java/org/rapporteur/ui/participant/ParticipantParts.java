package org.rapporteur.ui.participant;

import org.rapporteur.ui.kit.I18n;
import org.rapporteur.ui.kit.Kit;
import org.rapporteur.ui.kit.record.RecordKit;
import org.rapporteur.ui.shell.Navigator;

/**
 * What the screens of this feature are made with.
 *
 * @param kit controls, tasks and words
 * @param navigator where the person is
 * @param records lists and forms
 */
record ParticipantParts(Kit kit, Navigator navigator, RecordKit records) {
    I18n i18n() {
        return kit.i18n();
    }
}
