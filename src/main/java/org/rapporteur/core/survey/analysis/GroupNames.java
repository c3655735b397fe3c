package org.rapporteur.core.survey.analysis;

import org.rapporteur.core.text.Language;

/** What to call a group of respondents. Surveys store groups as text; a list of regions may know it in six languages. */
@FunctionalInterface
public interface GroupNames {

    /** Groups are called what the survey calls them. */
    GroupNames AS_STORED = (grouping, group, language) -> group;

    /** The name of a stated group. */
    String name(Grouping grouping, String group, Language language);
}
