package org.rapporteur.launch;

import java.util.ArrayList;
import java.util.List;
import org.rapporteur.core.recommendation.ChainReader;
import org.rapporteur.core.recommendation.draft.RecommendationDrafter;
import org.rapporteur.core.survey.analysis.GroupNames;
import org.rapporteur.core.survey.analysis.SurveyAnalysis;
import org.rapporteur.core.survey.analysis.Words;
import org.rapporteur.exchange.Exchange;
import org.rapporteur.i18n.KnownGroups;
import org.rapporteur.launch.returned.KeptReturns;
import org.rapporteur.settings.Scheduler;
import org.rapporteur.storage.SurveyStoreSqlite;
import org.rapporteur.storage.Workspace;
import org.rapporteur.ui.document.DocumentArea;
import org.rapporteur.ui.exchange.ExchangeArea;
import org.rapporteur.ui.exchange.FolderWatch;
import org.rapporteur.ui.kit.Kit;
import org.rapporteur.ui.kit.record.RecordKit;
import org.rapporteur.ui.meeting.MeetingArea;
import org.rapporteur.ui.participant.ParticipantArea;
import org.rapporteur.ui.recommendation.RecommendationArea;
import org.rapporteur.ui.search.SearchArea;
import org.rapporteur.ui.shell.Area;
import org.rapporteur.ui.shell.MeetingTab;
import org.rapporteur.ui.shell.Navigator;
import org.rapporteur.ui.start.StartArea;
import org.rapporteur.ui.survey.SurveyArea;

/** The areas of a workspace: every feature adds its line here. Constructors are cheap; views come when asked for. */
final class Areas {
    private Areas() {}

    /** The areas of an open workspace. */
    static List<Area> of(
            Kit kit,
            Navigator navigator,
            RecordKit records,
            Workspace workspace,
            Exchange exchange,
            FolderWatch watch,
            Scheduler later) {
        SurveyAnalysis analysis = new SurveyAnalysis(new SurveyStoreSqlite(workspace));
        WindowReports reports = new WindowReports(workspace, kit.i18n().messages(), records.clock());
        RecommendationArea recommendations = recommendations(kit, navigator, records, workspace, analysis);
        SurveyArea surveys = new SurveyArea(
                kit,
                navigator,
                records,
                workspace,
                workspace.changes(),
                workspace.history(),
                analysis,
                reports.ofSurveys(),
                new KeptReturns(workspace.blobs()),
                recommendations.chainPort());
        DocumentArea documents = new DocumentArea(kit, navigator, records, new StoredFiles(workspace.blobs()));
        ParticipantArea participants = new ParticipantArea(kit, navigator, records);
        // The tabs of a meeting that other features than the meetings' own fill.
        List<MeetingTab> tabs = List.of(
                participants.meetingTab(), surveys.meetingTab(), recommendations.meetingTab(), documents.meetingTab());
        List<Area> areas = new ArrayList<>();
        areas.add(new StartArea(kit, navigator, records, analysis, exchange));
        areas.add(new MeetingArea(
                kit, navigator, records, workspace, workspace.changes(), analysis, reports.ofMeetings(), tabs));
        areas.add(participants);
        areas.add(surveys);
        areas.add(new SearchArea(kit, records, new LaterSearch(workspace)));
        areas.add(recommendations);
        areas.add(documents);
        areas.add(new ExchangeArea(kit, navigator, records, exchange, watch, later));
        return areas;
    }

    private static RecommendationArea recommendations(
            Kit kit, Navigator navigator, RecordKit records, Workspace workspace, SurveyAnalysis analysis) {
        Words words = kit.i18n().messages()::text;
        GroupNames groups = new KnownGroups(kit.i18n().messages());
        return new RecommendationArea(
                kit,
                navigator,
                records,
                new ChainReader(workspace, analysis),
                new RecommendationDrafter(analysis, workspace.changes(), workspace.history(), words, groups));
    }
}
