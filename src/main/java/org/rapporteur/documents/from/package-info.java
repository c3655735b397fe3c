/**
 * From the records of a workspace to documents: reads what a document needs, in the document's language where a
 * translation exists, and hands it to the builders. Used alike by the window and the command line.
 */
package org.rapporteur.documents.from;
