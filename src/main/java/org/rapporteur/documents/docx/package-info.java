/**
 * Writes a text document as a Word file. Styles and numbering come from XML resources beside this package, so that the
 * look can be changed without code; direction, fonts and language are set run by run, because word processors do not
 * agree on what a run inherits.
 */
package org.rapporteur.documents.docx;
