/** Exchange by files: packages written and read, the exchange folder; SQL is in storage, the file format in pack. */
package org.rapporteur.exchange;
