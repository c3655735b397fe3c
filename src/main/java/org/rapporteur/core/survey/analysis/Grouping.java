package org.rapporteur.core.survey.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.rapporteur.core.survey.SurveyStore.RespondentFacts;

/**
 * What respondents are grouped by: the survey's own region and type, or another attribute. The groupings of the party
 * (United Nations M49 regions) and those of the survey differ, so both are here.
 */
public enum Grouping {
    REGION("region"),
    TYPE("type"),
    LANGUAGE("language"),
    STATUS("status"),
    PARTY_CATEGORY("party.category"),
    PARTY_REGION("party.region"),
    PARTY_SUBREGION("party.subregion");

    /** Key of the group of those for whom the attribute is not stated. */
    public static final String NOT_STATED = "";

    /**
     * Key of several groups that are told as one, so that no figure tells what one respondent said who asked only to be
     * counted. No survey has a group of this name: it is a sign that stands for no letter.
     */
    public static final String MERGED = "\u2042";

    /** Groups in the order of their keys, those told as one after them, those not stated last. */
    public static final Comparator<String> ORDER = Comparator.comparing(String::isEmpty)
            .thenComparing(MERGED::equals)
            .thenComparing(Comparator.naturalOrder());

    private final String key;

    Grouping(String key) {
        this.key = key;
    }

    /** The name by which the command line and files ask for it. */
    public String key() {
        return key;
    }

    /** The grouping of a name, without regard to case; empty if there is none. */
    public static Optional<Grouping> of(String name) {
        String wanted = name.strip().toLowerCase(Locale.ROOT);
        for (Grouping grouping : values()) {
            if (grouping.key.equals(wanted)) {
                return Optional.of(grouping);
            }
        }
        return Optional.empty();
    }

    /** The group that a respondent belongs to; {@link #NOT_STATED} if nothing is stated. */
    public String groupOf(RespondentFacts respondent) {
        String group =
                switch (this) {
                    case REGION -> respondent.region();
                    case TYPE -> respondent.type();
                    case LANGUAGE -> respondent.language();
                    case STATUS -> respondent.status();
                    case PARTY_CATEGORY -> respondent.partyCategory();
                    case PARTY_REGION -> respondent.partyRegion();
                    case PARTY_SUBREGION -> respondent.partySubregion();
                };
        return group == null ? NOT_STATED : group.strip();
    }

    /** Whether the key is that of one group with a name of its own. */
    public static boolean stated(String group) {
        return !group.equals(NOT_STATED) && !group.equals(MERGED);
    }

    /** The respondents by group, groups in order. */
    Map<String, List<RespondentFacts>> split(List<RespondentFacts> respondents) {
        return split(respondents, Set.of());
    }

    /** The same with some groups told as one. */
    Map<String, List<RespondentFacts>> split(List<RespondentFacts> respondents, Set<String> merged) {
        Map<String, List<RespondentFacts>> groups = new HashMap<>();
        for (RespondentFacts respondent : respondents) {
            String group = groupOf(respondent);
            groups.computeIfAbsent(merged.contains(group) ? MERGED : group, k -> new ArrayList<>())
                    .add(respondent);
        }
        Map<String, List<RespondentFacts>> ordered = new TreeMap<>(ORDER);
        ordered.putAll(groups);
        return ordered;
    }
}
