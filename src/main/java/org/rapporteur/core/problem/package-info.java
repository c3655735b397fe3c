/**
 * Failures that a person may see: a short code to read over the telephone, a message in six languages, what was
 * kept, what to do, and a technical message for the log. Words live in the bundle {@code problem} or in the bundle
 * of the feature that raises the problem; this package holds keys and arguments only.
 */
package org.rapporteur.core.problem;
