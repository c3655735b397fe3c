package org.rapporteur.forms;

import org.rapporteur.core.text.Language;

/** The fixed words of questionnaires and reports, bundle {@code forms}, in whatever language the respondent reads. */
@FunctionalInterface
public interface FormWords {

    /**
     * The text for a key.
     *
     * @param language language to write in
     * @param key for example {@code forms.out.answer}
     * @param args values for {@code {0}}, {@code {1}} ...
     */
    String text(Language language, String key, Object... args);
}
