package org.rapporteur.documents;

/** The fixed words of documents in one language; the caller chooses the language by choosing the instance. */
@FunctionalInterface
public interface Words {

    /**
     * The text for a key of the bundle {@code documents}.
     *
     * @param key for example {@code documents.agenda.title}
     * @param args values for {@code {0}}, {@code {1}} ...: dates and figures that are only shown come as text, numbers
     *     that decide between singular and plural as numbers
     * @return the text with its arguments filled in
     */
    String text(String key, Object... args);
}
