package org.rapporteur.i18n;

import java.util.Locale;
import org.rapporteur.core.survey.analysis.GroupNames;
import org.rapporteur.core.survey.analysis.Grouping;
import org.rapporteur.core.text.Language;

/**
 * Names of groups of respondents in six languages: those that many surveys use (continents, regions of the United
 * Nations, types of mechanisms). A group that is not among them is called what its survey calls it.
 */
public final class KnownGroups implements GroupNames {
    private final Messages messages;

    public KnownGroups(Messages messages) {
        this.messages = messages;
    }

    @Override
    public String name(Grouping grouping, String group, Language language) {
        String key =
                switch (grouping) {
                    case LANGUAGE, STATUS, PARTY_CATEGORY -> "value." + group;
                    default -> "group." + slug(group);
                };
        return messages.has(key) ? messages.text(language, key) : group;
    }

    private static String slug(String group) {
        return group.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_").replaceAll("^_|_$", "");
    }
}
