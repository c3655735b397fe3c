/**
 * Lists, forms and histories of any kind of record, made from the kind's own description. Features configure them with
 * columns, sections and actions; reading, writing, undo, words and live refresh come from here.
 */
package org.rapporteur.ui.kit.record;
