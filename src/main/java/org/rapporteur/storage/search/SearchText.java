package org.rapporteur.storage.search;

import java.util.ArrayList;
import java.util.List;
import org.rapporteur.core.change.Field;
import org.rapporteur.core.change.Field.Trait;
import org.rapporteur.core.change.Kind;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.text.Language;

/** The texts of a record that are searched, each with its field and language. */
record SearchText(String field, Language language, String text) {

    static boolean searched(Kind kind) {
        return kind.fields().stream().anyMatch(f -> f.is(Trait.SEARCHED));
    }

    static List<SearchText> of(Row row) {
        List<SearchText> texts = new ArrayList<>();
        Language own = row.kind().hasColumn("language")
                ? Language.of(row.text("language")).orElse(null)
                : null;
        for (Field field : row.kind().fields()) {
            if (!field.is(Trait.SEARCHED)) {
                continue;
            }
            for (String column : field.columns()) {
                String text = row.text(column);
                if (!text.isBlank()) {
                    Language language =
                            field.multilingual() ? Language.ofCode(column.substring(column.length() - 2)) : own;
                    texts.add(new SearchText(field.name(), language, text));
                }
            }
        }
        return texts;
    }
}
