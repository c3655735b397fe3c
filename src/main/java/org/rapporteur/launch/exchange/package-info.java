/** The exchange of files of a stored workspace, put together for the window and the command line. */
package org.rapporteur.launch.exchange;
