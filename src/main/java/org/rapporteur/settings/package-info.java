/**
 * What this person prefers on this machine: language, theme, window, panes, recent workspaces. One JSON file in the
 * system's folder for such things; nothing of a workspace is kept here. Knows no window.
 */
package org.rapporteur.settings;
