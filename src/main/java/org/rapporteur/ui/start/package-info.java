/** The start page: what comes next, what is due, what waits, and where one left off. */
package org.rapporteur.ui.start;
