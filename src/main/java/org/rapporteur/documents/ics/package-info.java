/** Writes calendar files (RFC 5545, calendar names as in RFC 7986). */
package org.rapporteur.documents.ics;
