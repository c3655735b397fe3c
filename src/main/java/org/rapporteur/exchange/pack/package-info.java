/** The package file: written, checked as the hostile input it may be, signed and encrypted. */
package org.rapporteur.exchange.pack;
