package org.rapporteur.documents.build;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.rapporteur.core.problem.Message;
import org.rapporteur.core.survey.analysis.GroupNames;
import org.rapporteur.core.survey.analysis.Grouping;
import org.rapporteur.core.survey.analysis.SurveySummary;
import org.rapporteur.core.survey.analysis.SurveySummary.GroupName;
import org.rapporteur.core.survey.analysis.SurveySummary.Listed;
import org.rapporteur.core.text.Language;
import org.rapporteur.core.text.Multilingual;
import org.rapporteur.documents.Words;
import org.rapporteur.documents.model.Inline;
import org.rapporteur.documents.model.Phrase;

/**
 * Puts the sentences of a summary into the words of a document, so that paper, tables and screen say the same. Parts in
 * another language keep it.
 */
public final class Sentences {
    private final Prose prose;
    private final Words words;
    private final Language language;
    private final GroupNames groups;

    /** The words are those of the document's language. */
    public Sentences(Words words, Language language, GroupNames groups) {
        this.prose = new Prose(words, language);
        this.words = words;
        this.language = language;
        this.groups = groups;
    }

    /** An answer as a quotation needs it: the language of its words (null if not known), the code of its question. */
    public record Source(Language language, String question) {}

    /**
     * All sections.
     *
     * @param sources of the answers that are quoted, by key
     */
    public List<Told> told(SurveySummary summary, Map<UUID, Source> sources) {
        return summary.sections().stream()
                .map(section -> new Told(
                        section.part(),
                        section.about(),
                        line(section.heading()),
                        section.sentences().stream()
                                .map(sentence -> told(sentence, sources))
                                .toList()))
                .toList();
    }

    private Told.Line told(SurveySummary.Sentence sentence, Map<UUID, Source> sources) {
        Message message = sentence.message();
        Told.Quote quote = null;
        boolean verbatim = message.key().equals("analysis.quotation");
        if (verbatim || message.key().equals("analysis.paraphrase")) {
            Source source = sources.getOrDefault(sentence.evidence().answers().getFirst(), new Source(null, ""));
            quote = new Told.Quote(
                    Phrase.of(String.valueOf(message.args().getFirst()), verbatim ? source.language() : null),
                    verbatim ? Phrase.of(String.valueOf(message.args().get(1))) : Phrase.EMPTY,
                    source.question());
        }
        return new Told.Line(
                sentence.id(),
                line(message),
                sentence.evidence().answers().size(),
                sentence.evidence().respondents().size(),
                quote);
    }

    /** A message of the bundle {@code analysis} in words. */
    public List<Inline> line(Message message) {
        return prose.message(
                message.key(), message.args().stream().map(this::argument).toArray());
    }

    private Object argument(Object arg) {
        return switch (arg) {
            case null -> "";
            case Message nested -> line(nested);
            case Multilingual text -> phrase(text);
            case GroupName name -> Phrase.of(group(name.grouping(), name.group()));
            case Listed listed -> {
                List<List<Inline>> items = new ArrayList<>();
                for (Object item : listed.items()) {
                    items.add(Prose.inlines(argument(item)));
                }
                yield prose.join(items);
            }
            default -> arg;
        };
    }

    private Phrase phrase(Multilingual text) {
        return text.choose(language)
                .map(choice -> Phrase.of(choice.text(), choice.substituted() ? choice.language() : null))
                .orElse(Phrase.EMPTY);
    }

    /** What a group is called. */
    public String group(Grouping grouping, String group) {
        return switch (group) {
            case Grouping.MERGED -> words.text("analysis.group.merged");
            case Grouping.NOT_STATED -> words.text("analysis.group.notStated");
            default -> groups.name(grouping, group, language);
        };
    }
}
