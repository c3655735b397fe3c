/**
 * The area of meetings: the list, the meeting as the hub with its tabs, agenda and timetable, and the process behind it.
 * Tabs of other features come in as {@link org.rapporteur.ui.shell.MeetingTab}s.
 */
package org.rapporteur.ui.meeting;
