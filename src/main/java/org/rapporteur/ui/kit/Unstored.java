package org.rapporteur.ui.kit;

/**
 * Something typed that could not be stored: half a date, a name that was not chosen, a correction without its reason.
 *
 * @param words what was typed, or what it belongs to; never blank
 * @param back puts the keyboard where it stands; on the window's thread
 */
public record Unstored(String words, Runnable back) {}
