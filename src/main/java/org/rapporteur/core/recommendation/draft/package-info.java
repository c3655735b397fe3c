/** Drafts of recommendations from what a survey found: figures and permitted words, no content of the program's own. */
package org.rapporteur.core.recommendation.draft;
