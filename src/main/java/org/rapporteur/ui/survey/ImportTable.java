package org.rapporteur.ui.survey;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.collections.FXCollections;
import javafx.geometry.HPos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;
import org.rapporteur.core.problem.Refusal;
import org.rapporteur.forms.mapping.ImportProgress;
import org.rapporteur.forms.mapping.Mapping;
import org.rapporteur.forms.mapping.MappingJson;
import org.rapporteur.forms.mapping.MappingProposal;
import org.rapporteur.forms.mapping.TableImport;
import org.rapporteur.forms.mapping.TableReport;
import org.rapporteur.forms.table.TableInfo;
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
    private static final int MOST_HEAD = 20;

    private record Tried(
            Path file,
            Optional<Path> map,
            Mapping mapping,
            TableOptions options,
            TableImport.Target target,
            Optional<TableInfo> info,
            TableReport report) {}

    private final SurveyParts parts;

    ImportTable(SurveyParts parts) {
        this.parts = parts;
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
        preview(file, mapping, TableOptions.DETECT);
    }

    private void preview(Path file, Optional<Path> mapping, TableOptions options) {
        parts.kit()
                .tasks()
                .work(parts.i18n().text("survey.table.trying"), progress -> tried(file, mapping, options, progress))
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

    private Optional<Tried> tried(Path file, Optional<Path> mapping, TableOptions options, Progress progress) {
        TableInfo[] info = new TableInfo[1];
        TableOptions usable = readable(file, options, info);
        Optional<Mapping> found = mapping.map(MappingJson::read)
                .or(() -> MappingProposal.of(TableReader.preview(file, usable, SAMPLE_ROWS)));
        return found.map(m -> {
            TableImport.Target target = target(file);
            TableReport report = table().preview(file, usable, m, target, watched(file, progress));
            return new Tried(file, mapping, m, options, target, Optional.ofNullable(info[0]), report);
        });
    }

    /** A guess that is too unsure is shown to choose from; the preview goes by the likeliest meanwhile. */
    private static TableOptions readable(Path file, TableOptions options, TableInfo[] info) {
        info[0] = TableReader.preview(file, options, 1).info();
        return unsure(info[0])
                ? options.withCharset(info[0].encoding().orElseThrow().charset())
                : options;
    }

    private static boolean unsure(TableInfo info) {
        return info.encoding()
                .filter(e -> e.confidence() < TableInfo.Encoding.FLOOR)
                .isPresent();
    }

    private TableImport table() {
        return new TableImport(parts.changes(), parts.i18n().messages()::text);
    }

    private static ImportProgress watched(Path file, Progress progress) {
        String name = String.valueOf(file.getFileName());
        return rows -> {
            progress.update(rows, 0, name);
            return !progress.cancelled();
        };
    }

    /** A survey of the same name that came from something else is not touched. */
    private TableImport.Target target(Path file) {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        String base = dot > 0 ? name.substring(0, dot) : name;
        Optional<TableImport.Target> target = TableImport.target(parts.records(), file, base);
        for (int n = 2; target.isEmpty(); n++) {
            target = TableImport.target(parts.records(), file, base + " (" + n + ")");
        }
        return target.get();
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
        go.setDisable(report.added() + report.changed() == 0
                || tried.info().filter(ImportTable::unsure).isPresent());
        go.setOnAction(e -> {
            parts.kit().sidePanel().close();
            run(tried.file(), tried.mapping(), tried.options(), tried.target());
        });
        VBox panel = new VBox(12, choices(tried), counts, go);
        panel.getStyleClass().add("evidence");
        report.refusals().stream()
                .limit(MOST_SHOWN)
                .forEach(r -> panel.getChildren().add(reason(r)));
        for (List<Refusal> said : List.of(report.notices(), report.changes(), report.remarks())) {
            said.stream().limit(MOST_SHOWN).forEach(r -> panel.getChildren().add(reason(r)));
        }
        parts.kit().sidePanel().show(i18n.text("survey.table.preview", report.file()), panel);
    }

    /** Encoding, delimiter, sheet and row of names as they were taken; a change shows at once what it would give. */
    private GridPane choices(Tried tried) {
        GridPane grid = new GridPane(16, 4);
        TableOptions options = tried.options();
        tried.info().ifPresent(info -> {
            info.encoding().ifPresent(encoding -> {
                List<Charset> all = new ArrayList<>(List.of(encoding.charset()));
                all.addAll(encoding.others());
                choice(
                        grid,
                        "survey.table.encoding",
                        all,
                        encoding.charset(),
                        value -> preview(tried.file(), tried.map(), options.withCharset(value)));
            });
            info.dialect()
                    .ifPresent(dialect -> choice(
                            grid,
                            "survey.table.delimiter",
                            List.of(',', ';', '\t', '|'),
                            dialect.delimiter(),
                            value -> preview(tried.file(), tried.map(), options.withDelimiter(value))));
            if (info.sheets().size() > 1) {
                choice(
                        grid,
                        "survey.table.sheet",
                        info.sheets().stream().map(TableInfo.Sheet::name).toList(),
                        info.sheet(),
                        value -> preview(tried.file(), tried.map(), options.withSheet(value)));
            }
        });
        List<Integer> rows = IntStream.rangeClosed(0, MOST_HEAD).boxed().toList();
        choice(
                grid,
                "survey.table.head",
                rows,
                options.headerRow(),
                value -> preview(tried.file(), tried.map(), options.withHeaderRow(value)));
        return grid;
    }

    private <T> void choice(GridPane grid, String key, List<T> all, T now, Consumer<T> then) {
        Label name = new Label(parts.i18n().now(key));
        ComboBox<T> box = new ComboBox<>(FXCollections.observableArrayList(all));
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(T value) {
                return value == null
                        ? ""
                        : value.equals('\t')
                                ? parts.i18n().now("table.delimiter.tab")
                                : value.equals(0) ? "\u2013" : value.toString();
            }

            @Override
            public T fromString(String text) {
                return null;
            }
        });
        box.setValue(now);
        box.valueProperty().addListener((o, was, is) -> {
            if (is != null && !is.equals(was)) {
                then.accept(is);
            }
        });
        name.setLabelFor(box);
        box.accessibleTextProperty().bind(name.textProperty());
        grid.addRow(grid.getRowCount(), name, box);
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
        run(file, mapping, TableOptions.DETECT, target(file));
    }

    private void run(Path file, Mapping mapping, TableOptions options, TableImport.Target target) {
        parts.kit()
                .tasks()
                .work(
                        parts.i18n().text("survey.table.task"),
                        progress -> table().run(file, options, mapping, target, watched(file, progress)))
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
