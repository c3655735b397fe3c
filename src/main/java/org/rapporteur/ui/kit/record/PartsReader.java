package org.rapporteur.ui.kit.record;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.rapporteur.core.change.Field;
import org.rapporteur.core.change.Kind;
import org.rapporteur.core.change.Query;
import org.rapporteur.core.change.Records;
import org.rapporteur.core.change.Row;

/** Reads the parts of a record with what their lines show, off the window's thread. */
final class PartsReader {
    private final RecordKit kit;
    private final Kind kind;
    private final List<Field> details = new ArrayList<>();
    private Function<UUID, Query> query;
    private BiFunction<Records, Row, String> titles;

    PartsReader(RecordKit kit, Kind kind) {
        this.kit = kit;
        this.kind = kind;
        this.query = id -> Query.partsOf(kind, id);
        this.titles = (store, row) -> kit.titles().of(row);
    }

    void detail(Field field) {
        details.add(field);
    }

    void query(Function<UUID, Query> parts) {
        query = parts;
    }

    void titles(BiFunction<Records, Row, String> newTitles) {
        titles = newTitles;
    }

    List<PartsList.Part> read(UUID parent) {
        List<Row> rows = kit.records().list(query.apply(parent));
        kit.titles().prepare(rows, kind.fields());
        List<PartsList.Part> parts = new ArrayList<>();
        for (Row row : rows) {
            StringBuilder detail = new StringBuilder();
            for (Field field : details) {
                String text = kit.texts().of(row, field);
                if (!text.isBlank()) {
                    detail.append(detail.isEmpty() ? "" : " · ").append(text);
                }
            }
            parts.add(new PartsList.Part(row, titles.apply(kit.records(), row), detail.toString()));
        }
        if (kind.orderField().isEmpty()) {
            var order = kit.i18n().messages().formats().order();
            parts.sort((a, b) -> order.compare(a.title(), b.title()));
        }
        return parts;
    }
}
