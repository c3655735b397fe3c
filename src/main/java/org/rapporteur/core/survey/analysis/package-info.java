/**
 * What the answers say: progress, tables, themes across groups, agreement of coders, repeated texts, and the summary
 * whose every sentence knows the answers behind it. Everything is computed anew from the store; nothing is kept.
 */
package org.rapporteur.core.survey.analysis;
