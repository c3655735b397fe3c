package org.rapporteur.ui.survey;

import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;
import org.rapporteur.ui.kit.Dialogs.FileKind;
import org.rapporteur.ui.kit.I18n;
import org.rapporteur.ui.kit.Icons;
import org.rapporteur.ui.shell.Place;

/** Opens the page on which a table (CSV or workbook) is looked at, mapped and taken in as a survey. */
final class ImportTable {
    /** The step of the place of the page, under the area of surveys. */
    static final String PLACE = "table";

    private final SurveyParts parts;
    private TableImportPage page;

    ImportTable(SurveyParts parts) {
        this.parts = parts;
    }

    Button button() {
        Button button = new Button();
        button.textProperty().bind(parts.i18n().text("survey.table"));
        button.setGraphic(Icons.of(Material2OutlinedMZ.TABLE_CHART, 16));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setId("import-table");
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
                .ifPresent(this::open);
    }

    /** Shows a table and what it would give; changes nothing. */
    void open(Path file) {
        page = new TableImportPage(parts, new TableImportModel(parts, file, () -> page = null));
        parts.navigator().open(Place.of("surveys").thenKey(PLACE, "survey.table"));
    }

    /** The page of the table under way; empty if there is none, or if it was taken in. */
    Optional<Node> page() {
        return Optional.ofNullable(page);
    }
}
