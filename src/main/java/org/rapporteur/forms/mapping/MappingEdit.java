package org.rapporteur.forms.mapping;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rapporteur.core.survey.QuestionType;
import org.rapporteur.core.text.Language;
import org.rapporteur.core.text.Multilingual;
import org.rapporteur.core.text.PlainText;
import org.rapporteur.forms.mapping.Mapping.Asked;
import org.rapporteur.forms.mapping.Mapping.Codes;
import org.rapporteur.forms.mapping.Mapping.Rows;
import org.rapporteur.forms.mapping.Mapping.Source;
import org.rapporteur.forms.mapping.Mapping.Tick;
import org.rapporteur.forms.mapping.Mapping.Who;
import org.rapporteur.forms.table.TableHeader;
import org.rapporteur.forms.table.TableHeader.Column;

/** Says and changes what one column of a table means, for a person who looks at its columns. */
public final class MappingEdit {
    private static final int MOST_OF_CODE = 60;
    private static final String SEPARATOR = ";";

    private final TableHeader header;

    /** Works on mappings for a table with these columns. */
    public MappingEdit(TableHeader header) {
        this.header = header;
    }

    /** A mapping in which no column means anything yet; every row is one respondent's. */
    public static Mapping empty(Language language) {
        return new Mapping(
                new Who(Source.NONE, Source.NONE, Source.NONE), List.of(), List.of(), Rows.RESPONDENT, "", language);
    }

    /** Whether the table has every column that the mapping names. */
    public boolean fits(Mapping mapping) {
        return mapping.columns().stream().allMatch(name -> header.find(name).isPresent());
    }

    /** What a column is used as. */
    public ColumnUse use(Mapping mapping, Column column) {
        Who who = mapping.respondent();
        if (is(who.name().column(), column)) {
            return ColumnUse.RESPONDENT;
        }
        if (is(who.type().column(), column)) {
            return ColumnUse.TYPE;
        }
        if (is(who.region().column(), column)) {
            return ColumnUse.REGION;
        }
        for (Asked asked : mapping.questions()) {
            if (is(asked.answer(), column)) {
                return ColumnUse.QUESTION;
            }
            if (asked.ticks().stream().anyMatch(tick -> is(tick.column(), column))) {
                return ColumnUse.TICK;
            }
            if (asked.codes().filter(codes -> is(codes.column(), column)).isPresent()) {
                return ColumnUse.THEMES;
            }
        }
        return mapping.carry().stream().anyMatch(name -> is(name, column)) ? ColumnUse.CARRIED : ColumnUse.NONE;
    }

    /** The question that a column belongs to: with its answers, one of its ticks or its themes. */
    public Optional<Asked> question(Mapping mapping, Column column) {
        return mapping.questions().stream()
                .filter(asked -> is(asked.answer(), column)
                        || asked.ticks().stream().anyMatch(tick -> is(tick.column(), column))
                        || asked.codes()
                                .filter(codes -> is(codes.column(), column))
                                .isPresent())
                .findFirst();
    }

    /** Columns that nothing of the table is taken from. */
    public List<Column> left(Mapping mapping) {
        return header.columns().stream()
                .filter(column -> !column.name().isEmpty()
                        && use(mapping, column) == ColumnUse.NONE
                        && mapping.key().filter(key -> is(key, column)).isEmpty())
                .toList();
    }

    /**
     * The mapping with a column used otherwise. What there can be one of only, such as who answers, is taken from the
     * column that was it before.
     *
     * @param type how the question is answered, if the column becomes one
     */
    public Mapping with(Mapping mapping, Column column, ColumnUse use, QuestionType type) {
        Mapping without = use == ColumnUse.QUESTION && use(mapping, column) == use ? mapping : without(mapping, column);
        Who who = without.respondent();
        Source source = new Source(column.key(), null);
        return switch (use) {
            case NONE -> without;
            case RESPONDENT -> with(without, new Who(source, who.type(), who.region()));
            case TYPE -> with(without, new Who(who.name(), source, who.region()));
            case REGION -> with(without, new Who(who.name(), who.type(), source));
            case QUESTION -> question(without, column, type);
            case TICK -> tick(without, column);
            case THEMES -> themes(without, column);
            case CARRIED -> {
                List<String> carry = new ArrayList<>(without.carry());
                carry.add(column.key());
                yield new Mapping(
                        who,
                        without.questions(),
                        carry,
                        without.rows(),
                        without.coder(),
                        without.language(),
                        without.key(),
                        without.noAnswer(),
                        without.reading());
            }
        };
    }

    private boolean is(String name, Column column) {
        return name != null && header.find(name).orElse(-1) == column.index();
    }

    private Mapping without(Mapping mapping, Column column) {
        Who who = mapping.respondent();
        List<Asked> questions = new ArrayList<>();
        for (Asked asked : mapping.questions()) {
            if (is(asked.answer(), column)) {
                continue;
            }
            List<Tick> ticks = asked.ticks().stream()
                    .filter(tick -> !is(tick.column(), column))
                    .toList();
            if (!asked.ticks().isEmpty() && ticks.isEmpty()) {
                continue;
            }
            questions.add(new Asked(
                    asked.code(),
                    asked.label(),
                    asked.type(),
                    asked.answer(),
                    ticks,
                    asked.choices(),
                    asked.separator(),
                    asked.codes().filter(codes -> !is(codes.column(), column)),
                    asked.permission()));
        }
        return new Mapping(
                new Who(without(who.name(), column), without(who.type(), column), without(who.region(), column)),
                questions,
                mapping.carry().stream().filter(name -> !is(name, column)).toList(),
                mapping.rows(),
                mapping.coder(),
                mapping.language(),
                mapping.key(),
                mapping.noAnswer(),
                mapping.reading());
    }

    private Source without(Source source, Column column) {
        return is(source.column(), column) ? Source.NONE : source;
    }

    private static Mapping with(Mapping mapping, Who who) {
        return with(mapping, who, mapping.questions());
    }

    private Mapping with(Mapping mapping, List<Asked> questions) {
        List<Asked> sorted = new ArrayList<>(questions);
        sorted.sort(Comparator.comparingInt(this::place));
        return with(mapping, mapping.respondent(), sorted);
    }

    private static Mapping with(Mapping mapping, Who who, List<Asked> questions) {
        return new Mapping(
                who,
                questions,
                mapping.carry(),
                mapping.rows(),
                mapping.coder(),
                mapping.language(),
                mapping.key(),
                mapping.noAnswer(),
                mapping.reading());
    }

    private int place(Asked asked) {
        String first =
                asked.answer() != null ? asked.answer() : asked.ticks().get(0).column();
        return header.find(first).orElse(Integer.MAX_VALUE);
    }

    private Mapping question(Mapping mapping, Column column, QuestionType type) {
        List<Asked> questions = new ArrayList<>();
        boolean there = false;
        for (Asked asked : mapping.questions()) {
            if (is(asked.answer(), column)) {
                there = true;
                questions.add(new Asked(
                        asked.code(),
                        asked.label(),
                        type,
                        asked.answer(),
                        List.of(),
                        type.closed() ? asked.choices() : List.of(),
                        asked.separator(),
                        asked.codes(),
                        asked.permission()));
            } else {
                questions.add(asked);
            }
        }
        if (!there) {
            questions.add(new Asked(
                    code(mapping, column),
                    Multilingual.of(mapping.language(), column.key()),
                    type,
                    column.key(),
                    List.of(),
                    List.of(),
                    SEPARATOR,
                    Optional.empty(),
                    Optional.empty()));
        }
        return with(mapping, questions);
    }

    /** Ticks that stand beside each other are choices of one question. */
    private Mapping tick(Mapping mapping, Column column) {
        List<Asked> questions = new ArrayList<>();
        boolean joined = false;
        for (Asked asked : mapping.questions()) {
            boolean beside = asked.ticks().stream()
                    .mapToInt(tick -> header.find(tick.column()).orElse(Integer.MIN_VALUE / 2))
                    .anyMatch(index -> Math.abs(index - column.index()) == 1);
            if (!beside || joined) {
                questions.add(asked);
                continue;
            }
            joined = true;
            List<Tick> ticks = new ArrayList<>(asked.ticks());
            ticks.add(tickOf(mapping, column));
            ticks.sort(
                    Comparator.comparingInt(tick -> header.find(tick.column()).orElse(0)));
            questions.add(new Asked(
                    asked.code(),
                    asked.label(),
                    QuestionType.MULTIPLE,
                    null,
                    ticks,
                    asked.choices(),
                    asked.separator(),
                    asked.codes(),
                    asked.permission()));
        }
        if (!joined) {
            questions.add(new Asked(
                    code(mapping, column),
                    Multilingual.of(mapping.language(), column.key()),
                    QuestionType.MULTIPLE,
                    null,
                    List.of(tickOf(mapping, column)),
                    List.of(),
                    SEPARATOR,
                    Optional.empty(),
                    Optional.empty()));
        }
        return with(mapping, questions);
    }

    private static Tick tickOf(Mapping mapping, Column column) {
        return new Tick(column.key(), column.key(), Multilingual.of(mapping.language(), column.key()));
    }

    /** Belongs to the last question before it, else to the first one after it; without a question it is left out. */
    private Mapping themes(Mapping mapping, Column column) {
        Asked of = null;
        for (Asked asked : mapping.questions()) {
            if (of == null || place(asked) < column.index()) {
                of = asked;
            }
        }
        if (of == null) {
            return mapping;
        }
        List<Asked> questions = new ArrayList<>();
        for (Asked asked : mapping.questions()) {
            questions.add(
                    asked == of
                            ? new Asked(
                                    asked.code(),
                                    asked.label(),
                                    asked.type(),
                                    asked.answer(),
                                    asked.ticks(),
                                    asked.choices(),
                                    asked.separator(),
                                    Optional.of(new Codes(column.key(), SEPARATOR)),
                                    asked.permission())
                            : asked);
        }
        return with(mapping, questions);
    }

    private static String code(Mapping mapping, Column column) {
        Set<String> taken = new HashSet<>();
        mapping.questions().forEach(asked -> taken.add(asked.code()));
        String base = PlainText.shorten(column.key(), MOST_OF_CODE);
        String code = base;
        for (int n = 2; taken.contains(code); n++) {
            code = base + " (" + n + ")";
        }
        return code;
    }
}
