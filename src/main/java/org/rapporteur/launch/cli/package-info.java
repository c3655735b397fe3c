/**
 * The verbs of the command line. Data goes to standard output, words for people to standard error; the exit status says
 * how it went ({@link org.rapporteur.launch.cli.Status}). No verb opens a window.
 */
package org.rapporteur.launch.cli;
