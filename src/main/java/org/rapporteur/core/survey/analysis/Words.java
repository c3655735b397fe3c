package org.rapporteur.core.survey.analysis;

import org.rapporteur.core.text.Language;

/** Puts messages into words; the program's message bundles are the one implementation, tests have their own. */
@FunctionalInterface
public interface Words {

    /** The words of a key of the bundle {@code analysis} in a language. */
    String text(Language language, String key, Object... args);
}
