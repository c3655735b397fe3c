package org.rapporteur.ui.survey;

import java.nio.file.Path;
import java.util.Optional;
import javafx.geometry.HPos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;
import org.rapporteur.core.problem.Refusal;
import org.rapporteur.forms.mapping.ImportProgress;
import org.rapporteur.forms.mapping.Mapping;
import org.rapporteur.forms.mapping.MappingJson;
import org.rapporteur.forms.mapping.MappingProposal;
import org.rapporteur.forms.mapping.TableImport;
import org.rapporteur.forms.mapping.TableReport;
import org.rapporteur.forms.table.TableOptions;
import org.rapporteur.forms.table.TableReader;
import org.rapporteur.ui.kit.Dialogs.FileKind;
import org.rapporteur.ui.kit.I18n;
import org.rapporteur.ui.kit.Icons;
import org.rapporteur.ui.kit.Notice;
import org.rapporteur.ui.kit.Progress;
import org.rapporteur.ui.shell.Place;

/**
 * Takes a table (CSV or workbook) in as a survey: the table is chosen, then the mapping of its columns (none means that
 * one is proposed), what it would give is shown in figures, and only then it is done.
 */
final class ImportTable {
    /** Rows from which a mapping is proposed. */
    private static final int SAMPLE_ROWS = 500;

    private static final int MOST_SHOWN = 50;

    private record Tried(Path file, Mapping mapping, TableReport report) {}

    private final SurveyParts parts;
    private final TableImport table;

    ImportTable(SurveyParts parts) {
        this.parts = parts;
        this.table = new TableImport(parts.changes(), parts.i18n().messages()::text);
    }

    Button button() {
        Button button = new Button();
        button.textProperty().bind(parts.i18n().text("survey.table"));
        button.setGraphic(Icons.of(Material2OutlinedMZ.TABLE_CHART, 16));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setDisable(!parts.changes().writable());
        button.setOnAction(e -> choose());
        return button;
    }

    private void choose() {
        I18n i18n = parts.i18n();
        parts.kit()
                .dialogs()
                .openFile(
                        i18n.now("survey.table.file"),
                        FileKind.of(i18n.now("survey.table.kinds"), "csv", "tsv", "txt", "xlsx", "xls"))
                .ifPresent(file -> {
                    Optional<Path> mapping = parts.kit()
                            .dialogs()
                            .openFile(
                                    i18n.now("survey.table.mapping"),
                                    FileKind.of(i18n.now("survey.table.mappings"), "json"));
                    preview(file, mapping);
                });
    }

    /** Tries the table and shows what it would give; without a mapping one is proposed. Changes nothing. */
    void preview(Path file, Optional<Path> mapping) {
        parts.kit()
                .tasks()
                .work(parts.i18n().text("survey.table.trying"), progress -> tried(file, mapping, progress))
                .then(tried -> {
                    if (tried.isEmpty()) {
                        parts.kit()
                                .notifications()
                                .show(Notice.warning(parts.i18n().text("survey.table.nomapping")));
                    } else {
                        show(tried.get());
                    }
                })
                .start();
    }

    private Optional<Tried> tried(Path file, Optional<Path> mapping, Progress progress) {
        Optional<Mapping> found = mapping.map(MappingJson::read)
                .or(() -> MappingProposal.of(TableReader.preview(file, TableOptions.DETECT, SAMPLE_ROWS)));
        return found.map(m ->
                new Tried(file, m, table.preview(file, TableOptions.DETECT, m, target(file), watched(file, progress))));
    }

    private static ImportProgress watched(Path file, Progress progress) {
        String name = String.valueOf(file.getFileName());
        return rows -> {
            progress.update(rows, 0, name);
            return !progress.cancelled();
        };
    }

    private static TableImport.Target target(Path file) {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        return TableImport.Target.named(dot > 0 ? name.substring(0, dot) : name);
    }

    private void show(Tried tried) {
        I18n i18n = parts.i18n();
        TableReport report = tried.report();
        GridPane counts = new GridPane(16, 4);
        int row = 0;
        row = line(counts, row, "survey.table.rows", report.rows());
        row = line(counts, row, "survey.table.added", report.added());
        row = line(counts, row, "survey.table.changed", report.changed());
        row = line(counts, row, "survey.table.same", report.same());
        row = line(counts, row, "survey.table.refused", report.refused());
        row = line(counts, row, "survey.table.respondents", report.respondents());
        line(counts, row, "survey.table.answers", report.answers());
        Button go = new Button();
        go.getStyleClass().add("accent");
        go.textProperty().bind(i18n.text("survey.table.import"));
        go.setMaxWidth(Double.MAX_VALUE);
        go.setDisable(report.added() + report.changed() == 0);
        go.setOnAction(e -> {
            parts.kit().sidePanel().close();
            run(tried.file(), tried.mapping());
        });
        VBox panel = new VBox(12, counts, go);
        panel.getStyleClass().add("evidence");
        report.refusals().stream()
                .limit(MOST_SHOWN)
                .forEach(r -> panel.getChildren().add(reason(r)));
        report.notices().stream()
                .limit(MOST_SHOWN)
                .forEach(r -> panel.getChildren().add(reason(r)));
        parts.kit().sidePanel().show(i18n.text("survey.table.preview", report.file()), panel);
    }

    private int line(GridPane grid, int row, String key, long number) {
        Label name = new Label(parts.i18n().now(key));
        Label count = new Label(parts.kit().formats().number(number));
        count.getStyleClass().add("numbers");
        GridPane.setHalignment(count, HPos.RIGHT);
        grid.addRow(row, name, count);
        return row + 1;
    }

    private Label reason(Refusal refusal) {
        Label label = new Label(
                parts.i18n().now("survey.table.row", refusal.row(), parts.i18n().now(refusal.reason())));
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add("small");
        return label;
    }

    /** Takes the table in. */
    void run(Path file, Mapping mapping) {
        parts.kit()
                .tasks()
                .work(
                        parts.i18n().text("survey.table.task"),
                        progress ->
                                table.run(file, TableOptions.DETECT, mapping, target(file), watched(file, progress)))
                .then(report -> parts.kit()
                        .notifications()
                        .show(Notice.success(
                                        parts.i18n().text("survey.table.done", report.answers(), report.respondents()))
                                .action(
                                        parts.i18n().text("kit.open"),
                                        () -> parts.navigator()
                                                .open(Place.of("surveys")
                                                        .then(report.survey().toString(), "")
                                                        .thenKey("results", "survey.tab.results")))))
                .start();
    }
}
