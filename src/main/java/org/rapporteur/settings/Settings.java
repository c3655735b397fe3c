package org.rapporteur.settings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rapporteur.core.text.Language;

/**
 * All settings at one moment; immutable.
 *
 * @param language language of the window; empty until the person chose one
 * @param theme colours
 * @param author name that stands with changes in the history; empty until given
 * @param window where the window was; empty before the first run
 * @param panes positions of dividers by the name of the pane, each between 0 and 1
 * @param recent folders of recent workspaces, the latest first
 * @param sidebarFolded whether the sidebar shows icons only
 */
public record Settings(
        Optional<Language> language,
        ThemeChoice theme,
        String author,
        Optional<WindowPlace> window,
        Map<String, List<Double>> panes,
        List<RecentWorkspace> recent,
        boolean sidebarFolded) {

    /** Recent workspaces that are remembered at most. */
    public static final int MAX_RECENT = 12;

    /** Copies the collections. */
    public Settings {
        panes = Map.copyOf(panes);
        recent = List.copyOf(recent.size() > MAX_RECENT ? recent.subList(0, MAX_RECENT) : recent);
    }

    /** The settings of somebody who never started the program. */
    public static Settings defaults() {
        return new Settings(Optional.empty(), ThemeChoice.SYSTEM, "", Optional.empty(), Map.of(), List.of(), false);
    }

    /** With another language. */
    public Settings withLanguage(Language chosen) {
        return new Settings(Optional.of(chosen), theme, author, window, panes, recent, sidebarFolded);
    }

    /** With another theme. */
    public Settings withTheme(ThemeChoice chosen) {
        return new Settings(language, chosen, author, window, panes, recent, sidebarFolded);
    }

    /** With another author. */
    public Settings withAuthor(String name) {
        return new Settings(language, theme, name.strip(), window, panes, recent, sidebarFolded);
    }

    /** With another place of the window. */
    public Settings withWindow(WindowPlace place) {
        return new Settings(language, theme, author, Optional.of(place), panes, recent, sidebarFolded);
    }

    /** With the dividers of one pane. */
    public Settings withPane(String name, List<Double> dividers) {
        Map<String, List<Double>> changed = new LinkedHashMap<>(panes);
        changed.put(name, List.copyOf(dividers));
        return new Settings(language, theme, author, window, changed, recent, sidebarFolded);
    }

    /** With a workspace as the latest one. */
    public Settings withRecent(RecentWorkspace workspace) {
        List<RecentWorkspace> changed = new ArrayList<>();
        changed.add(workspace);
        recent.stream().filter(r -> !r.folder().equals(workspace.folder())).forEach(changed::add);
        return new Settings(language, theme, author, window, panes, changed, sidebarFolded);
    }

    /** Without one of the recent workspaces. */
    public Settings withoutRecent(String folder) {
        List<RecentWorkspace> changed =
                recent.stream().filter(r -> !r.folder().equals(folder)).toList();
        return new Settings(language, theme, author, window, panes, changed, sidebarFolded);
    }

    /** With the sidebar folded or not. */
    public Settings withSidebarFolded(boolean folded) {
        return new Settings(language, theme, author, window, panes, recent, folded);
    }
}
