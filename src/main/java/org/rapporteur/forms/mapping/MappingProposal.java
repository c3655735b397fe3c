package org.rapporteur.forms.mapping;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rapporteur.core.survey.QuestionType;
import org.rapporteur.core.text.Language;
import org.rapporteur.core.text.LanguageGuess;
import org.rapporteur.core.text.MatchKey;
import org.rapporteur.core.text.Multilingual;
import org.rapporteur.core.text.PlainText;
import org.rapporteur.forms.mapping.Mapping.Asked;
import org.rapporteur.forms.mapping.Mapping.Rows;
import org.rapporteur.forms.mapping.Mapping.Source;
import org.rapporteur.forms.mapping.Mapping.Tick;
import org.rapporteur.forms.mapping.Mapping.Who;
import org.rapporteur.forms.table.TableData;
import org.rapporteur.forms.table.TableHeader.Column;

/**
 * Proposes a mapping for a table with one respondent a row: the results of LimeSurvey ({@code code. Question},
 * {@code parent[sub]. Question [Choice]}) or any wide table. A proposal only: a person looks at it before it is used.
 */
public final class MappingProposal {
    private static final Pattern LIME_PART =
            Pattern.compile("([\\w-]+)\\[([^\\]]+)\\](?:\\.\\s*(.*))?", Pattern.DOTALL);
    private static final Pattern LIME_WHOLE = Pattern.compile("([\\w-]{1,40})\\.\\s+(.*)", Pattern.DOTALL);
    private static final Pattern SUB_LABEL = Pattern.compile("(.*?)\\s*\\[(.*)\\]\\s*", Pattern.DOTALL);
    private static final Pattern STEP = Pattern.compile("\\d{1,2}(\\s*[-\u2013(].*\\p{L}.*)?");
    private static final Set<String> NAMES = Set.of(
            "respondent",
            "name",
            "author",
            "country",
            "state",
            "organization",
            "organisation",
            "entity",
            "mechanism",
            "party",
            "government",
            "partie",
            "etat",
            "gouvernement",
            "estado",
            "gobierno",
            "الطرف",
            "政府",
            "сторона",
            "государство",
            "правительство",
            "pays",
            "nom",
            "organisme",
            "pais",
            "nombre",
            "organizacion",
            "البلد",
            "الدولة",
            "国家",
            "страна");
    private static final Set<String> KEYS = Set.of("id", "response id", "responseid", "token", "respondent id");
    private static final Set<String> REGIONS =
            Set.of("region", "regional group", "group", "groupe", "grupo", "المنطقه", "区域", "регион");
    private static final Set<String> TYPES =
            Set.of("type", "kind", "category", "categorie", "categoria", "النوع", "类型", "тип");
    /** What LimeSurvey adds by itself; network addresses are left out on purpose. */
    private static final Set<String> BESIDE = Set.of(
            "submitdate",
            "date submitted",
            "lastpage",
            "last page",
            "startlanguage",
            "start language",
            "seed",
            "startdate",
            "date started",
            "datestamp",
            "date last action",
            "ipaddr",
            "ip address",
            "refurl");

    private static final Set<String> YES_NO = Set.of(
            "yes", "no", "y", "n", "oui", "non", "si", "نعم", "لا", "是", "否", "да", "нет", "1", "0", "x", "true",
            "false");
    private static final int MOST_CHOICES = 12;

    private final TableData table;
    private final Set<Integer> used = new HashSet<>();

    private MappingProposal(TableData table) {
        this.table = table;
    }

    /** A mapping for the table; empty if no column could be a question. */
    public static Optional<Mapping> of(TableData table) {
        return new MappingProposal(table).propose();
    }

    private Optional<Mapping> propose() {
        Source respondent = respondent();
        Rows rows = Rows.RESPONDENT;
        if (respondent.column() == null) {
            // Names that come again: each row is one of several answers.
            respondent = named(NAMES);
            rows = respondent.column() == null ? Rows.RESPONDENT : Rows.ANSWER;
        }
        Source type = named(TYPES);
        Source region = named(REGIONS);
        List<Asked> questions = new ArrayList<>();
        Set<String> codes = new HashSet<>();
        for (Map.Entry<String, List<Column>> group : groups().entrySet()) {
            if (group.getValue().size() > 1 && ticked(group.getValue())) {
                questions.add(multiple(group.getKey(), group.getValue(), codes));
            } else {
                boolean scale =
                        group.getValue().stream().anyMatch(column -> type(values(column)) == QuestionType.SCALE);
                for (Column column : group.getValue()) {
                    question(column, scale, codes).ifPresent(questions::add);
                }
            }
        }
        if (questions.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Mapping(new Who(respondent, type, region), questions, List.of(), rows, "", language()));
    }

    private Source respondent() {
        for (Set<String> wanted : List.of(NAMES, KEYS)) {
            for (Column column : table.header().columns()) {
                if (wanted.contains(MatchKey.of(column.name())) && distinct(column)) {
                    used.add(column.index());
                    return new Source(column.key(), null);
                }
            }
        }
        Column first = table.header().columns().isEmpty()
                ? null
                : table.header().columns().get(0);
        if (first != null && first.name().isEmpty() && distinct(first)) {
            // The running number that exports put first; it tells rows apart but nobody's name.
            used.add(first.index());
            return new Source(first.key(), null);
        }
        return Source.NONE;
    }

    private Source named(Set<String> wanted) {
        for (Column column : table.header().columns()) {
            if (!used.contains(column.index()) && wanted.contains(MatchKey.of(column.name()))) {
                used.add(column.index());
                return new Source(column.key(), null);
            }
        }
        return Source.NONE;
    }

    private boolean distinct(Column column) {
        Set<String> seen = new HashSet<>();
        return !table.rows().isEmpty()
                && table.rows().stream().allMatch(row -> {
                    String text = row.text(column.index());
                    return !text.isEmpty() && text.length() < 120 && seen.add(MatchKey.of(text));
                });
    }

    /** Columns of one question: those with the same name before the bracket. */
    private Map<String, List<Column>> groups() {
        Map<String, List<Column>> groups = new LinkedHashMap<>();
        for (Column column : table.header().columns()) {
            if (used.contains(column.index()) || BESIDE.contains(MatchKey.of(column.name()))) {
                continue;
            }
            Matcher part = LIME_PART.matcher(column.name());
            boolean ofSeveral = part.matches() && !part.group(2).equals("other");
            groups.computeIfAbsent(ofSeveral ? part.group(1) : "\n" + column.key(), k -> new ArrayList<>())
                    .add(column);
        }
        return groups;
    }

    private boolean ticked(List<Column> columns) {
        boolean any = false;
        for (Column column : columns) {
            for (String value : values(column)) {
                if (!YES_NO.contains(MatchKey.of(value))) {
                    return false;
                }
                any = true;
            }
        }
        return any;
    }

    private List<String> values(Column column) {
        return table.rows().stream()
                .map(row -> row.text(column.index()))
                .filter(text -> !text.isEmpty())
                .toList();
    }

    private Asked multiple(String parent, List<Column> columns, Set<String> codes) {
        List<Tick> ticks = new ArrayList<>();
        String label = parent;
        for (Column column : columns) {
            Matcher part = LIME_PART.matcher(column.name());
            String choice = part.matches() ? part.group(2) : column.key();
            String rest = part.matches() && part.group(3) != null ? part.group(3) : "";
            Matcher sub = SUB_LABEL.matcher(rest);
            if (sub.matches()) {
                label = sub.group(1).isBlank() ? label : sub.group(1);
                rest = sub.group(2);
            }
            ticks.add(new Tick(column.key(), choice, text(rest.isBlank() ? choice : rest)));
        }
        return new Asked(
                code(parent, codes),
                text(label),
                QuestionType.MULTIPLE,
                null,
                ticks,
                List.of(),
                ";",
                Optional.empty(),
                Optional.empty());
    }

    /** @param scale whether other rows of the same array name the ends of a scale */
    private Optional<Asked> question(Column column, boolean scale, Set<String> codes) {
        List<String> values = values(column);
        if (values.isEmpty()) {
            return Optional.empty();
        }
        QuestionType type = type(values);
        Matcher part = LIME_PART.matcher(column.name());
        Matcher whole = LIME_WHOLE.matcher(column.name());
        String code = column.key();
        String label = column.key();
        if (part.matches()) {
            code = part.group(1) + "[" + part.group(2) + "]";
            label = part.group(3) == null || part.group(3).isBlank() ? code : label(part.group(3));
        } else if (whole.matches()) {
            code = whole.group(1);
            label = whole.group(2);
        }
        return Optional.of(new Asked(
                code(code, codes),
                text(label),
                type == QuestionType.INTEGER && scale ? QuestionType.SCALE : type,
                column.key(),
                List.of(),
                List.of(),
                ";",
                Optional.empty(),
                Optional.empty()));
    }

    /** "Question [Row]" of an array; either may be empty. */
    private static String label(String text) {
        Matcher sub = SUB_LABEL.matcher(text);
        if (!sub.matches()) {
            return text;
        }
        boolean both = !sub.group(1).isBlank() && !sub.group(2).isBlank();
        return both ? sub.group(1) + " \u2013 " + sub.group(2) : sub.group(1).isBlank() ? sub.group(2) : sub.group(1);
    }

    /** How a question is likely answered that has these answers. */
    public static QuestionType type(List<String> values) {
        if (values.isEmpty()) {
            return QuestionType.TEXT;
        }
        boolean steps = values.stream().allMatch(v -> STEP.matcher(v).matches());
        if (steps && values.stream().anyMatch(v -> v.chars().anyMatch(Character::isLetter))) {
            return QuestionType.SCALE;
        }
        if (values.stream().allMatch(v -> v.matches("-?\\d{1,15}(\\.0+)?"))) {
            return QuestionType.INTEGER;
        }
        if (values.stream().allMatch(v -> v.matches("-?\\d{1,15}(\\.\\d{1,9})?"))) {
            return QuestionType.DECIMAL;
        }
        if (values.stream().allMatch(v -> v.matches("\\d{4}-\\d\\d-\\d\\d"))) {
            return QuestionType.DATE;
        }
        Set<String> distinct = new LinkedHashSet<>();
        values.forEach(v -> distinct.add(MatchKey.of(v)));
        int longest = values.stream().mapToInt(String::length).max().orElse(0);
        if (longest <= 120 && distinct.size() <= MOST_CHOICES && distinct.size() * 2 <= values.size()) {
            return QuestionType.SINGLE;
        }
        return longest > 100 ? QuestionType.LONG_TEXT : QuestionType.TEXT;
    }

    private static String code(String wanted, Set<String> codes) {
        String base = PlainText.shorten(wanted, 60);
        String code = base;
        for (int n = 2; !codes.add(code); n++) {
            code = base + " (" + n + ")";
        }
        return code;
    }

    private Multilingual text(String label) {
        return Multilingual.of(language(), PlainText.line(label));
    }

    private Language language() {
        StringBuilder heads = new StringBuilder();
        table.header().columns().forEach(column -> heads.append(column.name()).append('\n'));
        return LanguageGuess.of(PlainText.shorten(heads.toString(), 4000)).orElse(Language.EN);
    }
}
