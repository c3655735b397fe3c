/**
 * Meetings, their agenda and timetable, and the process behind them: records made from rows, the rules of timing,
 * numbering and warnings, and the service that changes them through the write path.
 */
package org.rapporteur.core.meeting;
