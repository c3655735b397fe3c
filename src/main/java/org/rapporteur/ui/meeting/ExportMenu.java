package org.rapporteur.ui.meeting;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.rapporteur.core.meeting.MeetingKinds;
import org.rapporteur.core.text.FileNames;
import org.rapporteur.core.text.Language;
import org.rapporteur.ui.kit.Dialogs;
import org.rapporteur.ui.kit.Icons;
import org.rapporteur.ui.kit.Notice;
import org.rapporteur.ui.shell.MeetingReports.Report;

/** A button with the documents that can be made of a meeting; made in the language of the window. */
final class ExportMenu extends MenuButton {
    private final MeetingParts parts;
    private final UUID meeting;

    /**
     * @param ids the documents to offer, in this order; those that cannot be made are left out
     */
    ExportMenu(MeetingParts parts, UUID meeting, List<String> ids) {
        this.parts = parts;
        this.meeting = meeting;
        setId("meeting-export");
        textProperty().bind(parts.i18n().text("kit.export"));
        setGraphic(Icons.of(Material2OutlinedAL.DESCRIPTION));
        for (String id : ids) {
            parts.reports().offered().stream()
                    .filter(report -> report.id().equals(id))
                    .findFirst()
                    .ifPresent(report -> {
                        MenuItem item = new MenuItem();
                        item.textProperty()
                                .bind(parts.i18n()
                                        .text(
                                                "meeting.export.entry",
                                                parts.i18n().text(report.labelKey()),
                                                report.ending().toUpperCase(java.util.Locale.ROOT)));
                        item.setGraphic(Icons.of(report.icon(), 16));
                        item.setOnAction(event -> name(report));
                        getItems().add(item);
                    });
        }
    }

    private void name(Report report) {
        Language language = parts.i18n().language().get();
        parts.kit()
                .tasks()
                .read(progress -> parts.records()
                        .find(MeetingKinds.MEETING, meeting)
                        .map(row -> row.text("acronym").isBlank() ? row.title(language.code()) : row.text("acronym"))
                        .orElse(""))
                .then(name -> choose(report, name))
                .start();
    }

    private void choose(Report report, String meetingName) {
        String label = parts.i18n().now(report.labelKey());
        parts.kit()
                .dialogs()
                .saveFile(
                        label,
                        FileNames.of(meetingName, label, report.ending()),
                        Dialogs.FileKind.of(label, report.ending()))
                .ifPresent(path -> write(report, label, path));
    }

    private void write(Report report, String label, Path path) {
        Language language = parts.i18n().language().get();
        String name = String.valueOf(path.getFileName());
        parts.kit()
                .tasks()
                .work(parts.i18n().text("meeting.export.task", label), progress -> {
                    parts.reports().write(report, meeting, language, path, progress);
                    return path;
                })
                .then(done -> parts.kit()
                        .notifications()
                        .show(Notice.success(parts.i18n().text("meeting.export.done", name))
                                .action(
                                        parts.i18n().text("kit.open"),
                                        () -> parts.kit().dialogs().open(done))))
                .start();
    }
}
