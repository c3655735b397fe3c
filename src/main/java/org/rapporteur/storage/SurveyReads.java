package org.rapporteur.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.rapporteur.core.survey.ConvergenceRule;
import org.rapporteur.core.survey.Permission;
import org.rapporteur.core.survey.SurveyStore;
import org.rapporteur.core.text.Language;
import org.rapporteur.core.text.Multilingual;

/** The reads of {@link SurveyStore} on one connection. */
final class SurveyReads implements SurveyStore {
    // SQLite takes 32,766 parameters; fewer make statements that are prepared faster.
    private static final int KEYS_AT_ONCE = 500;

    private final Connection connection;

    SurveyReads(Connection connection) {
        this.connection = connection;
    }

    /** Reads one row of a result. */
    private interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    @Override
    public <T> T snapshot(Function<SurveyStore, T> reads) {
        return reads.apply(this);
    }

    @Override
    public List<UUID> surveys() {
        return list(SurveySql.SURVEYS, row -> id(row, 1));
    }

    @Override
    public Optional<SurveyFacts> survey(UUID survey) {
        return list(
                        SurveySql.SURVEY,
                        row -> new SurveyFacts(
                                id(row, 1),
                                texts(row, 2),
                                id(row, 8),
                                day(row, 9),
                                row.getInt(10) != 0,
                                ConvergenceRule.of(text(row, 11), text(row, 12))),
                        survey)
                .stream()
                .findFirst();
    }

    @Override
    public List<QuestionFacts> questions(UUID survey) {
        Map<UUID, List<ChoiceFacts>> choices = new HashMap<>();
        list(SurveySql.CHOICES, row -> Map.entry(id(row, 1), new ChoiceFacts(text(row, 3), texts(row, 4))), survey)
                .forEach(e -> choices.computeIfAbsent(e.getKey(), k -> new ArrayList<>())
                        .add(e.getValue()));
        choices.replaceAll((question, all) -> ChoiceFacts.byCode(all));
        return list(
                SurveySql.QUESTIONS,
                row -> {
                    UUID id = id(row, 1);
                    String type = text(row, 9);
                    return new QuestionFacts(
                            id,
                            text(row, 2),
                            texts(row, 3),
                            type.isEmpty() ? "long_text" : type,
                            id(row, 10),
                            choices.containsKey(id) ? choices.get(id) : ChoiceFacts.usual(type, id));
                },
                survey);
    }

    @Override
    public List<RespondentFacts> respondents(UUID survey) {
        return list(
                SurveySql.RESPONDENTS,
                row -> new RespondentFacts(
                        id(row, 1),
                        text(row, 2),
                        id(row, 3),
                        text(row, 4),
                        text(row, 5),
                        text(row, 6),
                        text(row, 7),
                        text(row, 8),
                        text(row, 9),
                        text(row, 10),
                        day(row, 11),
                        day(row, 12),
                        day(row, 13),
                        day(row, 14),
                        row.getInt(15) != 0,
                        row.getInt(16),
                        row.getInt(17) != 0),
                survey);
    }

    @Override
    public List<AnswerHeld> answers(UUID question) {
        return list(
                SurveySql.ANSWERS_OF_QUESTION,
                row -> new AnswerHeld(
                        id(row, 1), id(row, 2), text(row, 3), text(row, 4), text(row, 5), permission(row, 6)),
                question);
    }

    @Override
    public Set<UUID> waiting(UUID question) {
        return Set.copyOf(list(SurveySql.WAITING, row -> id(row, 1), question));
    }

    @Override
    public List<CodeFacts> codes(UUID survey) {
        return list(
                SurveySql.CODES,
                row -> new CodeFacts(id(row, 1), id(row, 2), text(row, 3), texts(row, 4), texts(row, 10), id(row, 16)),
                survey);
    }

    @Override
    public List<Raising> raisings(UUID survey, CodingRule rule) {
        return list(SurveySql.raisings(rule), SurveyReads::raising, survey, null);
    }

    @Override
    public List<Raising> raisingsOfQuestion(UUID question, CodingRule rule) {
        List<UUID> survey = list(SurveySql.SURVEY_OF_QUESTION, row -> id(row, 1), question);
        return survey.isEmpty()
                ? List.of()
                : list(SurveySql.raisings(rule), SurveyReads::raising, survey.getFirst(), question);
    }

    private static Raising raising(ResultSet row) throws SQLException {
        return new Raising(id(row, 1), id(row, 2), row.getInt(3), permission(row, 4));
    }

    @Override
    public List<CodedAnswer> codedAnswers(UUID survey, CodingRule rule) {
        return list(
                SurveySql.codedAnswers(rule), row -> new CodedAnswer(id(row, 1), id(row, 2), id(row, 3)), survey, null);
    }

    @Override
    public Set<UUID> countedOnly(UUID survey) {
        return Set.copyOf(list(SurveySql.COUNTED_ONLY, row -> id(row, 1), survey));
    }

    @Override
    public List<Marking> markings(UUID survey) {
        return list(
                SurveySql.MARKINGS,
                row -> new Marking(
                        id(row, 1),
                        id(row, 2),
                        id(row, 3),
                        id(row, 4),
                        id(row, 5),
                        text(row, 6),
                        place(row, 7),
                        place(row, 8)),
                survey);
    }

    @Override
    public List<CodedText> codedTexts(UUID survey) {
        // SQLite's length() counts code points, the places of passages UTF-16.
        return list(
                SurveySql.CODED_TEXTS,
                row -> new CodedText(
                        id(row, 1),
                        id(row, 2),
                        id(row, 3),
                        id(row, 4),
                        text(row, 5).length()),
                survey);
    }

    @Override
    public List<Passage> passages(UUID survey, UUID code) {
        return list(
                SurveySql.PASSAGES,
                row -> new Passage(
                        id(row, 1),
                        id(row, 2),
                        id(row, 3),
                        text(row, 4),
                        place(row, 5),
                        place(row, 6),
                        text(row, 7),
                        text(row, 8),
                        text(row, 9),
                        permission(row, 10)),
                survey,
                code);
    }

    @Override
    public List<TextHeld> texts(UUID survey, List<UUID> answers) {
        Map<UUID, TextHeld> found = new HashMap<>();
        for (int from = 0; from < answers.size(); from += KEYS_AT_ONCE) {
            List<UUID> some = answers.subList(from, Math.min(answers.size(), from + KEYS_AT_ONCE));
            List<UUID> parameters = new ArrayList<>();
            parameters.add(survey);
            parameters.addAll(some);
            list(SurveySql.texts(some.size()), SurveyReads::textHeld, parameters.toArray(UUID[]::new))
                    .forEach(t -> found.put(t.answer(), t));
        }
        return answers.stream()
                .distinct()
                .filter(found::containsKey)
                .map(found::get)
                .toList();
    }

    @Override
    public List<TextHeld> openTexts(UUID survey) {
        return list(SurveySql.OPEN_TEXTS, SurveyReads::textHeld, survey);
    }

    private static TextHeld textHeld(ResultSet row) throws SQLException {
        return new TextHeld(
                id(row, 1),
                id(row, 2),
                id(row, 3),
                text(row, 4),
                text(row, 5),
                text(row, 6),
                text(row, 7),
                permission(row, 8));
    }

    private <T> List<T> list(String sql, Reader<T> reader, UUID... parameters) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setBytes(i + 1, parameters[i] == null ? null : Uuids.bytes(parameters[i]));
            }
            List<T> found = new ArrayList<>();
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    found.add(reader.read(result));
                }
            }
            return found;
        } catch (SQLException e) {
            throw StorageProblems.of(e);
        }
    }

    private static UUID id(ResultSet row, int column) throws SQLException {
        return Uuids.uuid(row.getBytes(column));
    }

    private static String text(ResultSet row, int column) throws SQLException {
        String text = row.getString(column);
        return text == null ? "" : text;
    }

    private static int place(ResultSet row, int column) throws SQLException {
        long place = row.getLong(column);
        return row.wasNull() || place < 0 ? -1 : (int) Math.min(place, Integer.MAX_VALUE);
    }

    private static Permission permission(ResultSet row, int column) throws SQLException {
        return Permission.values()[row.getInt(column)];
    }

    private static Multilingual texts(ResultSet row, int first) throws SQLException {
        Map<Language, String> texts = new EnumMap<>(Language.class);
        int column = first;
        for (Language language : Language.all()) {
            texts.put(language, row.getString(column++));
        }
        return Multilingual.of(texts);
    }

    private static LocalDate day(ResultSet row, int column) throws SQLException {
        String text = row.getString(column);
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeParseException notADay) {
            // Sources may only know a month or a year.
            return null;
        }
    }
}
