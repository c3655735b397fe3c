/** Screens of the register of documents. */
package org.rapporteur.ui.document;
