package org.rapporteur.settings;

/**
 * Where the window was, in the toolkit's pixels (scaled, not the screen's).
 *
 * @param x left edge; may be negative on a second screen
 * @param y upper edge
 * @param width width
 * @param height height
 * @param maximized whether it filled the screen; the other numbers are then those to go back to
 */
public record WindowPlace(double x, double y, double width, double height, boolean maximized) {}
