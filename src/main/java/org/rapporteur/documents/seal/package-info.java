/** What an issued file keeps of the summary it was made from, so that one can tell later what has changed since. */
package org.rapporteur.documents.seal;
