package org.rapporteur.core.recommendation;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.rapporteur.core.change.Field;
import org.rapporteur.core.change.KindRules;
import org.rapporteur.core.change.Records;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.problem.Problem;

/**
 * The wording of a version that was adopted stays as it was, in the languages in which it was; and each language
 * remembers from which wording of the original it was made.
 */
final class VersionRules implements KindRules {
    private static final String BODY = "body_";
    private static final String MADE_FROM = "made_from_";
    private static final String UNWORDED = "unworded";

    @Override
    public void beforeSet(Records records, Row before, String column, Object value, boolean takingBack) {
        if (!column.startsWith(BODY) && !column.equals("label")) {
            return;
        }
        for (AdoptionAct act : naming(records, before)) {
            String sealed = column.startsWith(BODY)
                    ? act.texts().getOrDefault(column.substring(BODY.length()), "")
                    : act.label();
            if (!sealed.isEmpty() && !sealed.equals(value)) {
                throw sealed("recommendation.problem.sealed");
            }
        }
    }

    @Override
    public void beforeDelete(Records records, Row row, boolean takingBack) {
        if (!naming(records, row).isEmpty()) {
            throw sealed("recommendation.problem.sealed.delete");
        }
    }

    /** The records of adoption that name a version. */
    private static List<AdoptionAct> naming(Records records, Row version) {
        UUID recommendation = version.ref("recommendation");
        return recommendation == null
                ? List.of()
                : records.find(RecommendationKinds.RECOMMENDATION, recommendation)
                        .map(row -> {
                            Adoptions adoptions = Adoptions.of(records, row);
                            List<AdoptionAct> translations = adoptions.translations();
                            return adoptions.acts().stream()
                                    .filter(act -> version.id().equals(act.version()))
                                    .filter(act -> act.change() != AdoptionAct.Change.TRANSLATION
                                            || translations.contains(act))
                                    .toList();
                        })
                        .orElse(List.of());
    }

    private static Problem sealed(String key) {
        return Problem.of("REC-08", key)
                .kept("problem.kept.nothingChanged")
                .advice("recommendation.problem.sealed.advice")
                .build();
    }

    @Override
    public Map<String, Object> alongWith(Row before, String column, Object value) {
        Map<String, Object> along = new LinkedHashMap<>();
        if (!column.startsWith(BODY)) {
            return along;
        }
        String language = column.substring(BODY.length());
        String original = LanguageVersions.original(before);
        if (language.equals(original)) {
            // Texts of which it was not noted followed the original as it was until now.
            String was = LanguageVersions.mark(before.text("body", original));
            for (String other : before.texts("body").keySet()) {
                if (!other.equals(original) && before.text(MADE_FROM + other).isEmpty()) {
                    along.put(MADE_FROM + other, was);
                }
            }
        } else if (!original.isEmpty()) {
            boolean blank = value == null || value.toString().isBlank();
            along.put(MADE_FROM + language, blank ? null : LanguageVersions.mark(before.text("body", original)));
        }
        String unworded = before.text(UNWORDED);
        if (List.of(unworded.split(" ")).contains(language)) {
            String left = Arrays.stream(unworded.split(" "))
                    .filter(one -> !one.equals(language))
                    .collect(Collectors.joining(" "));
            along.put(UNWORDED, left.isEmpty() ? null : left);
        }
        return along;
    }

    @Override
    public Map<String, Object> onInsert(Map<String, Object> values) {
        Map<String, Object> more = new LinkedHashMap<>();
        Map<String, String> texts = new LinkedHashMap<>();
        for (String language : Field.LANGUAGES) {
            Object text = values.get(BODY + language);
            if (text != null && !text.toString().isBlank()) {
                texts.put(language, text.toString());
            }
        }
        String original = LanguageVersions.original(Objects.toString(values.get("original"), ""), texts);
        for (String language : texts.keySet()) {
            if (!language.equals(original)) {
                more.put(MADE_FROM + language, LanguageVersions.mark(texts.getOrDefault(original, "")));
            }
        }
        return more;
    }
}
