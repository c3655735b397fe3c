/**
 * How the program starts and how its parts come together: command line or window, the composition root, the crash
 * guard and the log. The only package that sees all others.
 */
package org.rapporteur.launch;
