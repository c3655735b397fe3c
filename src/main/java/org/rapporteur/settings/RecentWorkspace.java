package org.rapporteur.settings;

/**
 * A workspace that was open lately.
 *
 * @param folder absolute path of its folder
 * @param name its name at that time
 */
public record RecentWorkspace(String folder, String name) {}
