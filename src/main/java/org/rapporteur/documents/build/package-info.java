/**
 * Builders of documents and the plain records that they take. Every text in an input is already in the document's
 * language where a translation exists, or says which language it is in; every figure is already counted. The builders
 * choose words, order and layout, and what permission allows to be printed.
 */
package org.rapporteur.documents.build;
