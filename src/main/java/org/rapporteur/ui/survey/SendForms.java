package org.rapporteur.ui.survey;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javafx.scene.control.Button;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;
import org.rapporteur.core.change.Label;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.problem.IoProblems;
import org.rapporteur.core.survey.Questionnaire;
import org.rapporteur.core.survey.Respondent;
import org.rapporteur.core.survey.SurveyKinds;
import org.rapporteur.core.text.FileNames;
import org.rapporteur.forms.xlsx.QuestionnaireWriter;
import org.rapporteur.ui.kit.Access;
import org.rapporteur.ui.kit.Icons;
import org.rapporteur.ui.kit.Notice;
import org.rapporteur.ui.kit.Progress;

/** Writes the questionnaire as one workbook for each respondent, in its language, and notes the day of sending. */
final class SendForms {
    private record Sent(Path folder, int files) {}

    private SendForms() {}

    static Button button(SurveyParts parts, UUID survey) {
        Button button = new Button();
        button.textProperty().bind(parts.i18n().text("survey.send"));
        button.setGraphic(Icons.of(Material2OutlinedMZ.SEND, 16));
        button.setMinWidth(Button.USE_PREF_SIZE);
        Access.nameAndTip(button, parts.i18n().text("survey.send.help"));
        button.setOnAction(e -> start(parts, survey, Set.of()));
        return button;
    }

    /**
     * Asks for a folder and writes the files.
     *
     * @param only keys of the respondents to write for; empty for all
     */
    static void start(SurveyParts parts, UUID survey, Set<UUID> only) {
        parts.kit()
                .dialogs()
                .folder(parts.i18n().now("survey.send.folder"))
                .ifPresent(folder -> parts.kit()
                        .tasks()
                        .work(
                                parts.i18n().text("survey.send.task"),
                                progress -> write(parts, survey, only, folder, progress))
                        .then(sent -> told(parts, sent))
                        .start());
    }

    private static void told(SurveyParts parts, Sent sent) {
        Notice notice = sent.files() == 0
                ? Notice.warning(parts.i18n().text("survey.send.nothing"))
                : Notice.success(parts.i18n().text("survey.send.done", sent.files()))
                        .action(
                                parts.i18n().text("survey.send.open"),
                                () -> parts.kit().dialogs().open(sent.folder()));
        parts.kit().notifications().show(notice);
    }

    private static Sent write(SurveyParts parts, UUID survey, Set<UUID> only, Path folder, Progress progress) {
        Questionnaire form = Questionnaire.read(parts.records(), survey).orElse(null);
        List<Respondent> all = Respondent.of(parts.records(), survey);
        List<Respondent> respondents = all.stream()
                .filter(r -> only.isEmpty() || only.contains(r.id()))
                .toList();
        if (form == null || form.questions().isEmpty() || respondents.isEmpty()) {
            return new Sent(folder, 0);
        }
        QuestionnaireWriter writer = new QuestionnaireWriter(parts.i18n().messages()::text);
        // Names for all, so that the form of one does not take the name of another's that was written before.
        Map<Respondent, String> names =
                FileNames.each(all, r -> FileNames.of(form.title().text(r.language()), r.name(), ""), "xlsx");
        List<UUID> written = new ArrayList<>();
        for (Respondent respondent : respondents) {
            progress.check();
            progress.update(written.size(), respondents.size(), respondent.name());
            String name = names.get(respondent);
            Path part = folder.resolve(name + ".part");
            try {
                try (OutputStream out = Files.newOutputStream(part)) {
                    writer.write(form, respondent, out);
                }
                Files.move(part, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException e) {
                delete(part);
                throw IoProblems.of(name, e);
            }
            written.add(respondent.id());
        }
        note(parts, survey, written);
        return new Sent(folder, written.size());
    }

    private static void delete(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException stays) {
            // The failure that is reported matters more than a left-over.
        }
    }

    /** Those not sent to before are noted as sent today; one step that can be undone. */
    private static void note(SurveyParts parts, UUID survey, List<UUID> written) {
        if (!parts.changes().writable()) {
            return;
        }
        LocalDate today = parts.today();
        parts.changes().run(Label.of("survey.step.send", String.valueOf(written.size())), tx -> {
            for (UUID id : written) {
                Row row = tx.find(SurveyKinds.RESPONDENT, id).orElse(null);
                if (row == null || row.deleted()) {
                    continue;
                }
                String status = row.text("status");
                if (status.isEmpty() || status.equals("to_send")) {
                    tx.set(SurveyKinds.RESPONDENT, id, "status", "sent");
                }
                if (row.text("sent_on").isEmpty()) {
                    tx.set(SurveyKinds.RESPONDENT, id, "sent_on", today.toString());
                }
            }
            tx.find(SurveyKinds.SURVEY, survey)
                    .filter(row ->
                            row.text("status").isEmpty() || row.text("status").equals("draft"))
                    .ifPresent(row -> tx.set(SurveyKinds.SURVEY, survey, "status", "open"));
        });
    }
}
