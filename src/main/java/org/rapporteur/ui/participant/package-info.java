/**
 * The registers of those who take part: parties by group, people with possible duplicates, published lists; and the
 * tab of a meeting with its delegations.
 */
package org.rapporteur.ui.participant;
