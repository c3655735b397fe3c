/**
 * Who wrote a file and who may read it: an installation's keys, signatures, fingerprints to compare by telephone, and
 * encryption in the age format. Files and cryptography only; nothing here knows what a package holds.
 */
package org.rapporteur.exchange.seal;
