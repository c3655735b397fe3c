package org.rapporteur.ui.meeting;

import java.util.List;
import org.rapporteur.core.change.Changes;
import org.rapporteur.core.change.Records;
import org.rapporteur.core.survey.analysis.SurveyAnalysis;
import org.rapporteur.ui.kit.I18n;
import org.rapporteur.ui.kit.Kit;
import org.rapporteur.ui.kit.record.RecordKit;
import org.rapporteur.ui.shell.MeetingReports;
import org.rapporteur.ui.shell.MeetingTab;
import org.rapporteur.ui.shell.Navigator;

/**
 * What the screens of this area are made with.
 *
 * @param kit parts of every screen
 * @param navigator where the person is
 * @param recordKit lists and forms of records
 * @param records reading
 * @param changes writing
 * @param analysis how the replies to the meeting's surveys stand
 * @param reports documents of a meeting
 * @param tabs tabs of other features
 */
record MeetingParts(
        Kit kit,
        Navigator navigator,
        RecordKit recordKit,
        Records records,
        Changes changes,
        SurveyAnalysis analysis,
        MeetingReports reports,
        List<MeetingTab> tabs) {

    I18n i18n() {
        return kit.i18n();
    }
}
