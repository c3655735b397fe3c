package org.rapporteur.i18n;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.rapporteur.core.problem.Message;
import org.rapporteur.core.text.Language;

/**
 * The words of the program. Has a current language that can change while the program runs, and gives any other
 * language to whoever asks (documents, forms). Safe for use from any thread.
 */
public final class Messages {
    private static final Logger LOG = Logger.getLogger(Messages.class.getName());

    private final Map<Language, Map<String, String>> words = new ConcurrentHashMap<>();
    private final Map<Language, Map<String, Pattern>> patterns = new ConcurrentHashMap<>();
    private final Map<Language, Formats> formats = new ConcurrentHashMap<>();
    private final CopyOnWriteArrayList<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile Language language;

    /** Messages with this language as the current one; the bundles are read when first needed. */
    public Messages(Language language) {
        this.language = Objects.requireNonNull(language, "language");
    }

    /** The current language. */
    public Language language() {
        return language;
    }

    /** Changes the current language and tells the listeners, on the caller's thread. */
    public void language(Language newLanguage) {
        if (Objects.requireNonNull(newLanguage, "language") != language) {
            language = newLanguage;
            listeners.forEach(Runnable::run);
        }
    }

    /**
     * Calls the listener after each change of the current language.
     *
     * @return run it to be called no longer
     */
    public Runnable onChange(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** Whether the current language is written from right to left. */
    public boolean isRightToLeft() {
        return language.rtl();
    }

    /** The words of this key in the current language. */
    public String text(String key, Object... args) {
        return text(language, key, args);
    }

    /**
     * The words of this key in a language; English where the language has none, the key itself where there are none
     * at all (a test keeps that from happening).
     *
     * @param args numbers and dates are written as the language does; a year or a code must come as a string
     */
    public String text(Language inLanguage, String key, Object... args) {
        Pattern pattern = patterns.computeIfAbsent(inLanguage, l -> new ConcurrentHashMap<>())
                .computeIfAbsent(key, k -> pattern(inLanguage, k));
        String text = pattern.format(args, formats(inLanguage));
        // A Russian date ends in an abbreviation, whose full stop is that of the sentence too.
        return inLanguage == Language.RU ? text.replace("\u0433..", "\u0433.") : text;
    }

    /** The words of a message that was made elsewhere, in the current language. */
    public String text(Message message) {
        return text(message.key(), message.argArray());
    }

    /** Whether English has words for this key. */
    public boolean has(String key) {
        return words(Language.EN).containsKey(key);
    }

    /** Numbers and dates in the current language. */
    public Formats formats() {
        return formats(language);
    }

    /** Numbers and dates in a language. */
    public Formats formats(Language inLanguage) {
        return formats.computeIfAbsent(inLanguage, l -> new Formats(this, l));
    }

    private Pattern pattern(Language inLanguage, String key) {
        String text = words(inLanguage).get(key);
        if (text == null) {
            text = words(Language.EN).get(key);
        }
        if (text == null) {
            LOG.log(Level.WARNING, "no words for {0}", key);
            text = key;
        }
        return new Pattern(text, formats(inLanguage).icu());
    }

    private Map<String, String> words(Language inLanguage) {
        return words.computeIfAbsent(inLanguage, Bundles::load);
    }
}
