/** Help: first steps, keys, and what the program is made of. */
package org.rapporteur.ui.help;
