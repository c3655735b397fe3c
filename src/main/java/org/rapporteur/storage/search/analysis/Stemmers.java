package org.rapporteur.storage.search.analysis;

import java.util.EnumMap;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.StopwordAnalyzerBase;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.apache.lucene.analysis.cn.smart.SmartChineseAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.ru.RussianAnalyzer;
import org.rapporteur.core.text.Language;

/**
 * Lucene's analyzers of the six languages, each made when first needed (the Chinese dictionary takes most of a
 * second) and shared: an analyzer keeps one reusable token stream for each thread.
 */
final class Stemmers {

    private final Map<Language, Analyzer> made = new EnumMap<>(Language.class);

    /** The analyzer of a language. */
    synchronized Analyzer of(Language language) {
        return made.computeIfAbsent(language, Stemmers::make);
    }

    /** Whether the language's analyzer leaves this lower-case word out. */
    boolean isStop(Language language, String word) {
        // Chinese leaves out punctuation only.
        return of(language) instanceof StopwordAnalyzerBase base && contains(base.getStopwordSet(), word);
    }

    private static boolean contains(CharArraySet words, String word) {
        return words.contains(word);
    }

    private static Analyzer make(Language language) {
        return switch (language) {
            case EN -> new EnglishAnalyzer();
            case FR -> new FrenchAnalyzer();
            case ES -> new SpanishAnalyzer();
            case AR -> new ArabicAnalyzer();
            case RU -> new RussianAnalyzer();
            case ZH -> new SmartChineseAnalyzer();
        };
    }
}
