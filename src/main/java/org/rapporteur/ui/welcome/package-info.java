/** The first screen: the sample, a new workspace, an existing one, the recent ones; language and colours. */
package org.rapporteur.ui.welcome;
