package org.rapporteur.ui.exchange;

import org.rapporteur.core.exchange.ApartPairs;
import org.rapporteur.exchange.Exchange;
import org.rapporteur.ui.kit.I18n;
import org.rapporteur.ui.kit.Kit;
import org.rapporteur.ui.kit.record.RecordKit;
import org.rapporteur.ui.shell.Navigator;

/**
 * What the screens of the area share.
 *
 * @param apart pairs that a person said are two
 */
record ExchangeParts(Kit kit, Navigator navigator, RecordKit records, Exchange exchange, ApartPairs apart) {
    I18n i18n() {
        return kit.i18n();
    }
}
