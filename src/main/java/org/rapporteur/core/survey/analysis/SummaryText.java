package org.rapporteur.core.survey.analysis;

import com.ibm.icu.text.ListFormatter;
import java.util.List;
import org.rapporteur.core.problem.Message;
import org.rapporteur.core.survey.analysis.SurveySummary.GroupName;
import org.rapporteur.core.survey.analysis.SurveySummary.Listed;
import org.rapporteur.core.text.Language;
import org.rapporteur.core.text.Multilingual;

/** Puts the sentences of a summary into the words of one language. */
public final class SummaryText {
    private final Words words;
    private final GroupNames groups;
    private final Language language;
    private ListFormatter lists;

    public SummaryText(Words words, GroupNames groups, Language language) {
        this.words = words;
        this.groups = groups;
        this.language = language;
    }

    /** The message in words. */
    public String text(Message message) {
        Object[] args = message.args().stream().map(this::argument).toArray();
        return words.text(language, message.key(), args);
    }

    /** What a group is called; "not stated" in the language for those without, "other groups" for several as one. */
    public String group(Grouping grouping, String group) {
        if (group.equals(Grouping.MERGED)) {
            return words.text(language, "analysis.group.merged");
        }
        return group.equals(Grouping.NOT_STATED)
                ? words.text(language, "analysis.group.notStated")
                : groups.name(grouping, group, language);
    }

    private Object argument(Object arg) {
        return switch (arg) {
            case null -> "";
            case Message nested -> text(nested);
            case Multilingual text -> text.text(language);
            case GroupName name -> group(name.grouping(), name.group());
            case Listed listed -> list(listed.items());
            default -> arg;
        };
    }

    private String list(List<?> items) {
        if (lists == null) {
            lists = ListFormatter.getInstance(language.locale());
        }
        return lists.format(
                items.stream().map(this::argument).map(String::valueOf).toList());
    }
}
