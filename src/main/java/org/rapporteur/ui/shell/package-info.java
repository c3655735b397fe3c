/**
 * The frame of the window: sidebar, title row, content, side panel, command palette, back and forward, undo and redo.
 * Features come in as {@link org.rapporteur.ui.shell.Area}s and meet nowhere else; the store comes in through small
 * ports that {@code launch} fills.
 */
package org.rapporteur.ui.shell;
