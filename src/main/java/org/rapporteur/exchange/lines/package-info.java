/**
 * The lines of a package's data: records, sites, groups of changes and attachments as NDJSON, one JSON object a line.
 * Works on bytes; knows neither the package file nor the store.
 */
package org.rapporteur.exchange.lines;
