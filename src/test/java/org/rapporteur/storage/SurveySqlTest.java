package org.rapporteur.storage;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rapporteur.core.survey.SurveyStore.CodingRule;

/** No question about a survey reads a table of answers or codings from end to end, whatever else the workspace holds. */
class SurveySqlTest {
    @TempDir
    Path folder;

    @Test
    void everyReadFindsItsRowsByAnIndex() {
        Map<String, String> statements = new TreeMap<>(Map.of(
                "questions", SurveySql.QUESTIONS,
                "choices", SurveySql.CHOICES,
                "respondents", SurveySql.RESPONDENTS,
                "answers", SurveySql.ANSWERS_OF_QUESTION,
                "codes", SurveySql.CODES,
                "markings", SurveySql.MARKINGS,
                "codedTexts", SurveySql.CODED_TEXTS,
                "passages", SurveySql.PASSAGES,
                "openTexts", SurveySql.OPEN_TEXTS,
                "texts", SurveySql.texts(3)));
        for (CodingRule rule : CodingRule.values()) {
            statements.put("raisings " + rule, SurveySql.raisings(rule));
            statements.put("codedAnswers " + rule, SurveySql.codedAnswers(rule));
        }
        try (Workspace workspace = TestWorkspaces.create(folder.resolve("w"))) {
            statements.forEach((name, sql) -> {
                List<String> plan = plan(workspace, sql);
                assertFalse(plan.isEmpty(), name);
                for (String step : plan) {
                    assertTrue(
                            Stream.of("a", "a2", "k", "p", "r", "q", "c", "b")
                                    .noneMatch(t -> step.equals("SCAN " + t) || step.startsWith("SCAN " + t + " ")),
                            name + ": " + plan);
                }
            });
        }
    }

    private static List<String> plan(Workspace workspace, String sql) {
        return workspace.database().read(connection -> {
            List<String> steps = new ArrayList<>();
            try (PreparedStatement statement = connection.prepareStatement("EXPLAIN QUERY PLAN " + sql);
                    ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    steps.add(result.getString("detail"));
                }
            }
            return steps;
        });
    }
}
