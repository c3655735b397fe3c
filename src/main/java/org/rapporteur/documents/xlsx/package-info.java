/** Writes tables as Excel workbooks: typed cells, and no text that could be taken for a formula. */
package org.rapporteur.documents.xlsx;
