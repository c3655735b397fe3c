/** What sites have seen of each other, and what an exchange of files does; no files and no SQL here. */
package org.rapporteur.core.exchange;
