/**
 * The reference lists of a new workspace and the GRCP 7 sample, both built from sources in {@code assets/} through the
 * ordinary write path. Answers are not among them: they come from reading back the returned files.
 */
package org.rapporteur.launch.sample;
