/**
 * Words, numbers and dates in the six languages. The only place that reads message bundles. Knows no window: the
 * window makes live bindings from {@link org.rapporteur.i18n.Messages#onChange}, the command line and the documents
 * ask for a language directly.
 */
package org.rapporteur.i18n;
