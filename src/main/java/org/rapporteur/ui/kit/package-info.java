/**
 * What every screen is made of: live words, tasks off the window's thread, dialogs, notifications, commands, scenes,
 * themes and small controls. Knows no feature and no noun of the domain. The only place, with {@code launch}, that
 * touches threads and the toolkit's dialogs, so that tests can stand in for them.
 */
package org.rapporteur.ui.kit;
