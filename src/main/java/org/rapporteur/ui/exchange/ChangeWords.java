package org.rapporteur.ui.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.rapporteur.core.change.Field;
import org.rapporteur.core.change.FieldType;
import org.rapporteur.core.change.Kind;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.exchange.RecordChange;
import org.rapporteur.core.exchange.RecordChange.FieldChange;
import org.rapporteur.core.exchange.RecordChange.What;
import org.rapporteur.core.exchange.Version;
import org.rapporteur.core.model.Model;
import org.rapporteur.core.text.PlainText;
import org.rapporteur.ui.kit.I18n;
import org.rapporteur.ui.kit.record.RecordKit;

/**
 * What a package does to a record, as people say it: "moved to 14:00" rather than "starts_at = 14:00". One for each
 * preview, because names of records that come with the package are known from it alone. Reads; off the window's thread.
 */
final class ChangeWords {
    private static final int LONGEST_VALUE = 120;
    private static final Set<String> TIMES = Set.of("day", "starts_at");

    private final RecordKit records;
    private final I18n i18n;
    private final FieldWords words;
    private final Map<UUID, String> titles = new HashMap<>();

    ChangeWords(RecordKit records) {
        this.records = records;
        this.i18n = records.i18n();
        this.words = new FieldWords(records);
    }

    ChangeItem item(RecordChange change) {
        Kind kind = known(change.kind());
        if (kind == null || change.after() == null && change.before() == null) {
            return new ChangeItem(
                    change.kind(), i18n.now("exchange.change.unknownKind"), change, whatHappens(change), List.of());
        }
        Row row = change.after() == null ? change.before() : change.after();
        words.prepare(row);
        if (change.before() != null) {
            words.prepare(change.before());
        }
        boolean added = change.what().contains(What.ADDED);
        return new ChangeItem(
                change.kind(),
                title(change, row),
                change,
                added ? added(change, row) : changed(change, kind),
                added ? filled(row) : List.of());
    }

    private static Kind known(String name) {
        return Model.kinds().stream()
                .filter(k -> k.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    String kind(String name) {
        Kind kind = known(name);
        return kind == null
                ? i18n.now("exchange.change.otherKinds")
                : FieldWords.beginning(records.words().plural(kind), i18n);
    }

    /** Names are taken as they are here; what comes in is named from the package and kept out of the shared names. */
    private String title(RecordChange change, Row row) {
        String title = change.before() != null ? records.titles().of(change.before()) : own(row);
        if (title.isBlank()) {
            title = row.kind().fields().stream()
                    .filter(f ->
                            f.type() == FieldType.REF && !row.kind().parent().equals(java.util.Optional.of(f)))
                    .map(f -> reference(f, row.ref(f.name())))
                    .filter(text -> !text.isBlank())
                    .findFirst()
                    .orElseGet(
                            () -> i18n.now("records.untitled", records.words().kind(row.kind())));
        }
        String line = title.strip().replaceAll("\\s+", " ");
        titles.put(change.id(), line);
        return line;
    }

    private String own(Row row) {
        return row.kind().titleFields().stream()
                .map(field -> records.texts().of(row, field).strip())
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private String reference(Field field, UUID id) {
        if (id == null) {
            return "";
        }
        String title = titles.get(id);
        if (title == null) {
            records.titles().prepareIds(field, Set.of(id));
            title = records.titles().known(id);
        }
        return title;
    }

    private String value(Kind kind, String column, Object value) {
        Field field = kind.fieldOf(column);
        String text = field.type() == FieldType.REF && value instanceof UUID id
                ? reference(field, id)
                : words.value(kind, column, value);
        if (text.isBlank() && value != null) {
            text = i18n.now("exchange.value.unknown");
        }
        return PlainText.shorten(text.strip().replaceAll("\\s+", " "), LONGEST_VALUE);
    }

    private List<ConflictDetail.Filled> filled(Row row) {
        return words.filled(row, Set.of()).stream()
                .filter(filled -> !filled.text().isEmpty())
                .toList();
    }

    private List<ChangePhrase> added(RecordChange change, Row row) {
        List<ChangePhrase> phrases = new ArrayList<>();
        if (change.what().contains(What.DELETED)) {
            phrases.add(ChangePhrase.of(i18n.now("exchange.change.comesDeleted")));
            return phrases;
        }
        String key = "exchange.change.added." + change.kind();
        String of =
                switch (change.kind()) {
                    case "coding" -> ref(row, "code");
                    case "answer" -> ref(row, "question");
                    case "delegate" -> ref(row, "delegation");
                    case "speaker" -> ref(row, "session");
                    default -> "";
                };
        boolean special = i18n.messages().has(key) && (!i18n.now(key, "\u0001").contains("\u0001") || !of.isBlank());
        phrases.add(ChangePhrase.of(
                special ? i18n.now(key, PlainText.shorten(of, LONGEST_VALUE)) : i18n.now("exchange.change.added")));
        return phrases;
    }

    private String ref(Row row, String field) {
        return reference(row.kind().field(field), row.ref(field));
    }

    private List<ChangePhrase> whatHappens(RecordChange change) {
        List<ChangePhrase> phrases = new ArrayList<>();
        if (change.what().contains(What.DELETED_BUT_EDITED)) {
            phrases.add(ChangePhrase.doubt(i18n.now("exchange.change.deletedButEdited")));
        } else if (change.what().contains(What.DELETED)) {
            phrases.add(ChangePhrase.of(i18n.now("exchange.change.deleted")));
        } else if (change.what().contains(What.RESTORED)) {
            phrases.add(ChangePhrase.of(i18n.now("exchange.change.restored")));
        }
        return phrases;
    }

    private List<ChangePhrase> changed(RecordChange change, Kind kind) {
        List<ChangePhrase> phrases = whatHappens(change);
        Set<String> told = new HashSet<>();
        if (kind.name().equals("session")) {
            moved(change, phrases, told);
        }
        for (FieldChange field : change.fields()) {
            if (kind.hasColumn(field.column()) && told.add(field.column())) {
                field(kind, field, phrases, told);
            }
        }
        phrases.sort(java.util.Comparator.comparing(phrase -> !phrase.doubt()));
        return phrases;
    }

    private static boolean disputed(FieldChange field) {
        return field.versions().stream().map(Version::value).distinct().count() > 1;
    }

    /** A session's new day, time or room. */
    private void moved(RecordChange change, List<ChangePhrase> phrases, Set<String> told) {
        List<FieldChange> times = change.fields().stream()
                .filter(f -> TIMES.contains(f.column()) && !disputed(f))
                .toList();
        if (!times.isEmpty() && change.after() != null) {
            boolean day = times.stream().anyMatch(f -> f.column().equals("day"));
            String date = change.after().date("day").map(i18n.formats()::date).orElse("");
            String time =
                    change.after().time("starts_at").map(i18n.formats()::time).orElse("");
            String when = !day || date.isEmpty()
                    ? time
                    : time.isEmpty() ? date : i18n.now("exchange.change.dayAndTime", date, time);
            if (!when.isEmpty()) {
                phrases.add(ChangePhrase.of(i18n.now("exchange.change.moved", when)));
                times.forEach(f -> told.add(f.column()));
            }
        }
        change.fields().stream()
                .filter(f -> f.column().equals("room") && !disputed(f) && f.after() != null)
                .forEach(f -> {
                    phrases.add(ChangePhrase.of(
                            i18n.now("exchange.change.moved", value(Model.kind("session"), "room", f.after()))));
                    told.add("room");
                });
    }

    private void field(Kind kind, FieldChange change, List<ChangePhrase> phrases, Set<String> told) {
        Field field = kind.fieldOf(change.column());
        if (field.type() == FieldType.ORDER) {
            phrases.add(ChangePhrase.of(i18n.now("exchange.change.reordered")));
            return;
        }
        if (!FieldWords.isShown(field)) {
            return;
        }
        String label = words.label(kind, change.column());
        if (disputed(change)) {
            phrases.add(disputed(kind, change, label));
            return;
        }
        if (Objects.equals(change.before(), change.after())) {
            return;
        }
        String before = value(kind, change.column(), change.before());
        String after = value(kind, change.column(), change.after());
        if (change.before() != null && change.after() != null && isWording(field, change)) {
            String was = change.before().toString();
            String is = change.after().toString();
            phrases.add(new ChangePhrase(
                    i18n.now("exchange.change.reworded", label),
                    was,
                    is,
                    FieldWords.rightToLeft(field, change.column(), List.of(is), i18n),
                    false));
        } else if (field.is(Field.Trait.TITLE)
                && field.type() == FieldType.TEXT
                && change.before() != null
                && change.after() != null) {
            phrases.add(ChangePhrase.of(i18n.now("exchange.change.renamed", before, after)));
        } else if (change.before() == null) {
            phrases.add(ChangePhrase.of(i18n.now("exchange.change.filled", label, after)));
        } else if (change.after() == null) {
            phrases.add(ChangePhrase.of(i18n.now("exchange.change.emptied", label, before)));
        } else {
            phrases.add(ChangePhrase.of(i18n.now("exchange.change.field", label, before, after)));
        }
    }

    private static boolean isWording(Field field, FieldChange change) {
        return field.type() == FieldType.LONG_TEXT
                || field.type() == FieldType.TEXT && change.after().toString().length() > LONGEST_VALUE / 2;
    }

    private ChangePhrase disputed(Kind kind, FieldChange change, String label) {
        String theirs = change.versions().stream()
                .map(Version::value)
                .filter(value -> !Objects.equals(value, change.before()))
                .findFirst()
                .map(value -> value(kind, change.column(), value))
                .orElse("");
        String none = i18n.now("exchange.value.empty");
        String mine = value(kind, change.column(), change.before());
        return ChangePhrase.doubt(i18n.now(
                "exchange.change.both", label, theirs.isEmpty() ? none : theirs, mine.isEmpty() ? none : mine));
    }
}
