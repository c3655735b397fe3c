/** Screens of recommendations: the register, one recommendation with its versions and its chain, the meeting's tab. */
package org.rapporteur.ui.recommendation;
