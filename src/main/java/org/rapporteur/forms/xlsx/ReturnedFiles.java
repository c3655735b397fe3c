package org.rapporteur.forms.xlsx;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.rapporteur.core.change.Records;
import org.rapporteur.core.problem.IoProblems;
import org.rapporteur.core.problem.Problem;
import org.rapporteur.core.problem.Refusal;
import org.rapporteur.core.survey.Questionnaire;
import org.rapporteur.core.survey.Respondent;
import org.rapporteur.core.survey.ReturnedForm;
import org.rapporteur.forms.FileHash;
import org.rapporteur.forms.FormLayout;
import org.rapporteur.forms.FormWords;
import org.rapporteur.forms.reading.FormReader;
import org.rapporteur.forms.reading.OpenedForm;
import org.rapporteur.forms.xlsx.WorkbookGuard.Refused;

/** Reads returned questionnaires, whatever happened to them on the way. Changes nothing in the workspace. */
public final class ReturnedFiles {
    private final FormReader reader;

    public ReturnedFiles(FormWords words) {
        this.reader = new FormReader(words);
    }

    /**
     * Reads a returned file for a survey of the workspace.
     *
     * @param survey the survey, or null to take the one that the file names
     * @return what was read; {@link ReturnedForm#isRefused()} if the file is of no use
     * @throws Problem if the file cannot be read from the disk, or no such survey is known
     */
    public ReturnedForm read(Records records, Path file, UUID survey) {
        return read(records, file, name(file), survey);
    }

    /** The same for a file that was called otherwise when it came. */
    ReturnedForm read(Records records, Path file, String name, UUID survey) {
        try {
            String hash = FileHash.of(file);
            try {
                OpenedForm form = WorkbookOpener.open(name, file, hash);
                Optional<Questionnaire> questionnaire = Optional.ofNullable(survey)
                        .or(() -> named(form))
                        .flatMap(key -> Questionnaire.read(records, key));
                if (questionnaire.isEmpty()) {
                    return ReturnedForm.refused(name, hash, survey, Refusal.file(name, "forms.refused.unknownSurvey"));
                }
                UUID key = questionnaire.get().survey();
                return reader.read(form, questionnaire.get(), Respondent.of(records, key));
            } catch (Refused refused) {
                return ReturnedForm.refused(name, hash, survey, refused.refusal());
            }
        } catch (IOException e) {
            throw IoProblems.of(name, e);
        }
    }

    /** Reads a returned file for a questionnaire at hand. */
    public ReturnedForm read(Path file, Questionnaire questionnaire, List<Respondent> respondents) {
        String name = name(file);
        try {
            String hash = FileHash.of(file);
            try {
                return reader.read(WorkbookOpener.open(name, file, hash), questionnaire, respondents);
            } catch (Refused refused) {
                return ReturnedForm.refused(name, hash, questionnaire.survey(), refused.refusal());
            }
        } catch (IOException e) {
            throw IoProblems.of(name, e);
        }
    }

    private static Optional<UUID> named(OpenedForm form) {
        try {
            return Optional.ofNullable(form.marks().get(FormLayout.MARK_SURVEY)).map(UUID::fromString);
        } catch (IllegalArgumentException notAKey) {
            return Optional.empty();
        }
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
