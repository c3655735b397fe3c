/**
 * Questionnaires out and returned files in. {@code xlsx} writes and opens workbooks, {@code reading} places what they
 * hold (a cascade of rules, then a tray for a person), {@code mapping} takes tables as surveys, {@code table} reads
 * them.
 */
package org.rapporteur.forms;
