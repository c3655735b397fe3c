/** Making a new meeting from an earlier one; apart from the meeting itself, because it knows delegations and surveys. */
package org.rapporteur.core.meeting.copy;
