package org.rapporteur.ui.exchange;

/**
 * What happens to a record, in words.
 *
 * @param sentence the words
 * @param before a text as it was, for a comparison by words; null for none
 * @param after the text as it will be
 * @param rightToLeft how the text reads
 * @param doubt whether a person will have to decide
 */
record ChangePhrase(String sentence, String before, String after, boolean rightToLeft, boolean doubt) {
    static ChangePhrase of(String sentence) {
        return new ChangePhrase(sentence, null, null, false, false);
    }

    static ChangePhrase doubt(String sentence) {
        return new ChangePhrase(sentence, null, null, false, true);
    }

    boolean compared() {
        return before != null;
    }
}
