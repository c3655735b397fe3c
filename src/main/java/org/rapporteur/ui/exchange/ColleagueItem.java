package org.rapporteur.ui.exchange;

import org.rapporteur.core.exchange.Colleague;

/**
 * A colleague of the list.
 *
 * @param fingerprint of their key, in groups of digits; null if nothing signed came from them
 * @param lacking how many changes they are not known to have; -1 if nothing came from them, so that nothing is known
 */
record ColleagueItem(Colleague colleague, String fingerprint, long lacking) {}
