package org.rapporteur.ui.survey;

import java.util.List;

/** The tabs of a survey in the order of the work. */
final class SurveyTabs {
    private SurveyTabs() {}

    static List<SurveyTab> of(SurveyParts parts) {
        return List.of(
                new SurveyTab("questionnaire", "survey.tab.questionnaire", id -> new QuestionnaireView(parts, id)),
                new SurveyTab("respondents", "survey.tab.respondents", id -> new RespondentsView(parts, id)),
                new SurveyTab("returned", "survey.tab.returned", id -> new ReturnedView(parts, id)),
                new SurveyTab("reading", "survey.tab.reading", id -> new ReadingView(parts, id)),
                new SurveyTab("results", "survey.tab.results", id -> new ResultsView(parts, id)),
                new SurveyTab("convergence", "survey.tab.convergence", id -> new ConvergenceView(parts, id)),
                new SurveyTab("summary", "survey.tab.summary", id -> new SummaryView(parts, id)));
    }
}
