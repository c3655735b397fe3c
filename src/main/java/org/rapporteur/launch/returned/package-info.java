/** Where returned questionnaires are kept, for the window and the command line. */
package org.rapporteur.launch.returned;
