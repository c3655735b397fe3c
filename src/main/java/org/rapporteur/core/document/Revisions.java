package org.rapporteur.core.document;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.document.DocumentSymbol.Mark;
import org.rapporteur.core.document.DocumentSymbol.Suffix;

/**
 * Which of the registered documents are in force: a revision takes the place of the text before, and of what corrected or
 * amended that text; an addendum goes on beside it. Revisions are counted, so that Rev.10 follows Rev.2. Papers and
 * screens that cite a document ask here.
 */
public final class Revisions {
    private static final String CODE_UNIT_AFTER_ALL = "\uFFFF";

    private final Map<UUID, DocumentSymbol> symbols = new HashMap<>();
    private final Map<UUID, Row> rows = new HashMap<>();

    /** The last revision of each text, by the symbol of its original in capitals. */
    private final Map<String, TreeMap<Integer, Row>> texts = new HashMap<>();

    private Revisions() {}

    /**
     * The revisions among documents.
     *
     * @param documents rows of {@link DocumentKinds#DOCUMENT}; deleted ones do not count
     */
    public static Revisions of(Collection<Row> documents) {
        Revisions revisions = new Revisions();
        for (Row row : documents) {
            if (row.deleted()) {
                continue;
            }
            revisions.rows.put(row.id(), row);
            DocumentSymbol.parse(row.text("symbol")).ifPresent(symbol -> {
                revisions.symbols.put(row.id(), symbol);
                revisions
                        .texts
                        .computeIfAbsent(text(symbol), key -> new TreeMap<>())
                        .merge(number(symbol), row, (a, b) -> a.id().compareTo(b.id()) <= 0 ? a : b);
            });
        }
        return revisions;
    }

    /** What stands in place of a document: its last revision; itself if there is none. */
    public Row latest(Row document) {
        DocumentSymbol symbol = symbols.get(document.id());
        if (symbol == null) {
            return document;
        }
        Map.Entry<Integer, Row> last = texts.get(text(symbol)).lastEntry();
        return last.getKey() > number(symbol) ? last.getValue() : document;
    }

    /**
     * The document because of which this one is no longer in force: a later revision of it, or of the text that it
     * corrects or amends; empty if it is in force.
     */
    public Optional<Row> replacedBy(Row document) {
        DocumentSymbol symbol = symbols.get(document.id());
        if (symbol == null) {
            return Optional.empty();
        }
        Row latest = latest(document);
        if (latest != document) {
            return Optional.of(latest);
        }
        DocumentSymbol original = original(symbol);
        boolean changesAnother = !original.suffixes().isEmpty()
                && (original.suffixes().getLast().mark() == Mark.CORR
                        || original.suffixes().getLast().mark() == Mark.AMEND);
        if (!changesAnother) {
            return Optional.empty();
        }
        DocumentSymbol changed = original.parent().orElseThrow();
        TreeMap<Integer, Row> text = texts.get(text(changed));
        boolean later = text != null && text.lastKey() > number(changed);
        return later ? Optional.of(text.lastEntry().getValue()) : Optional.empty();
    }

    /** Whether nothing registered took its place. */
    public boolean inForce(Row document) {
        return replacedBy(document).isEmpty();
    }

    /**
     * What to cite where these documents are named: each by its last revision, none twice, in the order of symbols;
     * corrections of a text that was revised since are left out.
     */
    public List<Row> cited(Collection<Row> documents) {
        Set<UUID> keys = new LinkedHashSet<>();
        for (Row document : documents) {
            Row latest = rows.getOrDefault(latest(document).id(), document);
            if (inForce(latest)) {
                keys.add(latest.id());
            }
        }
        return keys.stream().map(rows::get).sorted(order()).toList();
    }

    /** The order of symbols: an original, its revisions by number, its addenda, corrections; those without one at the end. */
    public static Comparator<Row> order() {
        return Comparator.comparing((Row row) -> sortKey(row.text("symbol"))).thenComparing(Row::id);
    }

    /** A text that sorts by code unit as symbols do: numbers by value, "" at the end. */
    public static String sortKey(String symbol) {
        if (symbol == null || symbol.isBlank()) {
            return CODE_UNIT_AFTER_ALL;
        }
        String written = DocumentSymbol.parse(symbol)
                .map(DocumentSymbol::toString)
                .orElse(symbol.strip())
                .toUpperCase(Locale.ROOT);
        StringBuilder key = new StringBuilder();
        for (int i = 0; i < written.length(); ) {
            int to = i;
            while (to < written.length() && isDigit(written.charAt(to))) {
                to++;
            }
            if (to > i) {
                String number = written.substring(i, to).replaceFirst("^0+(?=.)", "");
                // The length before the digits makes numbers of any size sort by value.
                key.append((char) ('0' + Math.min(number.length(), 9))).append(number);
                i = to;
            } else {
                // A slash ends a segment, so that what follows a symbol comes before a longer segment.
                char c = written.charAt(i++);
                key.append(c == '/' ? '\u0001' : c);
            }
        }
        return key.toString();
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** The text that a symbol is a revision of, in capitals. */
    private static String text(DocumentSymbol symbol) {
        return original(symbol).toString().toUpperCase(Locale.ROOT);
    }

    private static DocumentSymbol original(DocumentSymbol symbol) {
        return number(symbol) == 0 ? symbol : symbol.parent().orElseThrow();
    }

    /** The number of the revision, 0 for an original. */
    private static int number(DocumentSymbol symbol) {
        List<Suffix> suffixes = symbol.suffixes();
        return suffixes.isEmpty() || suffixes.getLast().mark() != Mark.REV
                ? 0
                : suffixes.getLast().number();
    }
}
