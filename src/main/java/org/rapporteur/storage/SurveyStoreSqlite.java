package org.rapporteur.storage;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.rapporteur.core.survey.SurveyStore;

/** Surveys in SQLite: each call takes a reading connection for its own time, a snapshot one for all of its reads. */
public final class SurveyStoreSqlite implements SurveyStore {
    private final Database database;

    public SurveyStoreSqlite(Workspace workspace) {
        this.database = workspace.database();
    }

    @Override
    public <T> T snapshot(Function<SurveyStore, T> reads) {
        return database.read(connection -> {
            connection.setAutoCommit(false);
            try {
                return reads.apply(new SurveyReads(connection));
            } finally {
                endRead(connection);
            }
        });
    }

    private static void endRead(Connection connection) throws SQLException {
        connection.rollback();
        connection.setAutoCommit(true);
    }

    private <T> T read(Function<SurveyStore, T> read) {
        return database.read(connection -> read.apply(new SurveyReads(connection)));
    }

    @Override
    public List<UUID> surveys() {
        return read(SurveyStore::surveys);
    }

    @Override
    public Optional<SurveyFacts> survey(UUID survey) {
        return read(s -> s.survey(survey));
    }

    @Override
    public List<QuestionFacts> questions(UUID survey) {
        return snapshot(s -> s.questions(survey));
    }

    @Override
    public List<RespondentFacts> respondents(UUID survey) {
        return read(s -> s.respondents(survey));
    }

    @Override
    public List<AnswerHeld> answers(UUID question) {
        return read(s -> s.answers(question));
    }

    @Override
    public Set<UUID> waiting(UUID question) {
        return read(s -> s.waiting(question));
    }

    @Override
    public List<CodeFacts> codes(UUID survey) {
        return read(s -> s.codes(survey));
    }

    @Override
    public List<Raising> raisings(UUID survey, CodingRule rule) {
        return read(s -> s.raisings(survey, rule));
    }

    @Override
    public List<Raising> raisingsOfQuestion(UUID question, CodingRule rule) {
        return snapshot(s -> s.raisingsOfQuestion(question, rule));
    }

    @Override
    public List<CodedAnswer> codedAnswers(UUID survey, CodingRule rule) {
        return read(s -> s.codedAnswers(survey, rule));
    }

    @Override
    public Set<UUID> countedOnly(UUID survey) {
        return read(s -> s.countedOnly(survey));
    }

    @Override
    public List<Marking> markings(UUID survey) {
        return read(s -> s.markings(survey));
    }

    @Override
    public List<CodedText> codedTexts(UUID survey) {
        return read(s -> s.codedTexts(survey));
    }

    @Override
    public List<Passage> passages(UUID survey, UUID code) {
        return read(s -> s.passages(survey, code));
    }

    @Override
    public List<TextHeld> texts(UUID survey, List<UUID> answers) {
        return snapshot(s -> s.texts(survey, answers));
    }

    @Override
    public List<TextHeld> openTexts(UUID survey) {
        return read(s -> s.openTexts(survey));
    }
}
