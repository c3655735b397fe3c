package org.rapporteur.ui.survey;

import org.rapporteur.core.change.Changes;
import org.rapporteur.core.change.Records;
import org.rapporteur.core.survey.analysis.SurveyAnalysis;
import org.rapporteur.ui.kit.I18n;
import org.rapporteur.ui.kit.Kit;
import org.rapporteur.ui.kit.record.RecordKit;
import org.rapporteur.ui.shell.Navigator;

/** What the screens of surveys work with. */
record SurveyParts(
        Kit kit, Navigator navigator, RecordKit recordKit, Records records, Changes changes, SurveyAnalysis analysis) {
    I18n i18n() {
        return kit.i18n();
    }
}
