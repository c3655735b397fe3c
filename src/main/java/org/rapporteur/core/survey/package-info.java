/** The inquiry: its kinds of records and what can be asked of the store about them. */
package org.rapporteur.core.survey;
