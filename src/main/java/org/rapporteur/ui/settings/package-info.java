/** The settings screen: language, colours, the person's name, where files are kept. */
package org.rapporteur.ui.settings;
