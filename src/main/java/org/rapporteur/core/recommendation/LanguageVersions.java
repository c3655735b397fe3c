package org.rapporteur.core.recommendation;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rapporteur.core.change.Row;

/** Which language versions of a wording follow its original, and which follow an earlier one. */
public final class LanguageVersions {
    private static final int MARK = 16;

    private LanguageVersions() {}

    /**
     * A language version that was made from another wording of the original than the one there is now.
     *
     * @param language code of the language
     * @param original code of the original's language
     * @param madeFrom the version whose original it follows; empty if none of the versions has that wording any more
     */
    public record Older(String language, String original, Optional<Row> madeFrom) {}

    /** The language in which a version is negotiated: the one stated, else English, else the first that has text. */
    public static String original(Row version) {
        return original(version.text("original"), version.texts("body"));
    }

    static String original(String stated, Map<String, String> texts) {
        if (!stated.isEmpty()) {
            return stated;
        }
        return texts.isEmpty() || texts.containsKey("en")
                ? "en"
                : texts.keySet().iterator().next();
    }

    /** What a language version keeps of the wording that it was made from. */
    static String mark(String original) {
        return CanonicalText.sha256(CanonicalText.tidy(original).getBytes(StandardCharsets.UTF_8))
                .substring(0, MARK);
    }

    /**
     * The language versions that are older than the original.
     *
     * @param versions all versions of the recommendation, in order
     */
    public static List<Older> older(Row version, List<Row> versions) {
        String original = original(version);
        String now = mark(version.text("body", original));
        List<Older> older = new ArrayList<>();
        for (String language : version.texts("body").keySet()) {
            if (language.equals(original)) {
                continue;
            }
            String from = version.text("made_from", language);
            if (!from.isEmpty() ? !from.equals(now) : unchangedWhileOriginalChanged(version, versions, language)) {
                older.add(new Older(language, original, madeFrom(version, versions, original, from)));
            }
        }
        return older;
    }

    /** For texts of which it was never noted: the version before has the same text, but another original. */
    private static boolean unchangedWhileOriginalChanged(Row version, List<Row> versions, String language) {
        String original = original(version);
        return before(version, versions)
                .map(last -> same(last, version, language) && !same(last, version, original))
                .orElse(false);
    }

    private static boolean same(Row one, Row other, String language) {
        return CanonicalText.tidy(one.text("body", language)).equals(CanonicalText.tidy(other.text("body", language)));
    }

    private static Optional<Row> before(Row version, List<Row> versions) {
        Row last = null;
        for (Row one : versions) {
            if (one.id().equals(version.id())) {
                break;
            }
            last = one;
        }
        return Optional.ofNullable(last);
    }

    private static Optional<Row> madeFrom(Row version, List<Row> versions, String original, String mark) {
        if (mark.isEmpty()) {
            return before(version, versions);
        }
        return versions.stream()
                .filter(one -> !one.id().equals(version.id()))
                .filter(one -> mark(one.text("body", original)).equals(mark))
                .reduce((first, last) -> last);
    }
}
