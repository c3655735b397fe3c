package org.rapporteur.ui.survey;

import java.time.LocalDate;
import org.rapporteur.core.change.Changes;
import org.rapporteur.core.change.History;
import org.rapporteur.core.change.Records;
import org.rapporteur.core.survey.analysis.GroupNames;
import org.rapporteur.core.survey.analysis.SummaryText;
import org.rapporteur.core.survey.analysis.SurveyAnalysis;
import org.rapporteur.forms.xlsx.ReturnedIntake;
import org.rapporteur.i18n.KnownGroups;
import org.rapporteur.ui.kit.I18n;
import org.rapporteur.ui.kit.Kit;
import org.rapporteur.ui.kit.record.RecordKit;
import org.rapporteur.ui.shell.ChainPort;
import org.rapporteur.ui.shell.Navigator;
import org.rapporteur.ui.shell.SurveyReports;

/** What the screens of surveys work with. */
record SurveyParts(
        Kit kit,
        Navigator navigator,
        RecordKit recordKit,
        Records records,
        Changes changes,
        History history,
        SurveyAnalysis analysis,
        SurveyReports reports,
        ReturnedIntake.Keeper files,
        ChainPort chain) {
    I18n i18n() {
        return kit.i18n();
    }

    /** Today by the clock of the program. */
    LocalDate today() {
        return LocalDate.now(recordKit.clock());
    }

    /** What groups are called in the languages of the window. */
    GroupNames groups() {
        return new KnownGroups(i18n().messages());
    }

    /** Puts sentences and names of groups into the language of the window. */
    SummaryText text() {
        return new SummaryText(
                i18n().messages()::text, groups(), i18n().language().get());
    }
}
