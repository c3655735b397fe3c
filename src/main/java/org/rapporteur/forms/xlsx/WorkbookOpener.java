package org.rapporteur.forms.xlsx;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.OldExcelFormatException;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Name;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.rapporteur.core.problem.Refusal;
import org.rapporteur.forms.FormLayout;
import org.rapporteur.forms.reading.Grid;
import org.rapporteur.forms.reading.OpenedForm;
import org.rapporteur.forms.xlsx.WorkbookGuard.Format;
import org.rapporteur.forms.xlsx.WorkbookGuard.Refused;

/** Opens a returned workbook, XLSX or XLS, and reads it into plain cells. No formula is run, no link followed. */
final class WorkbookOpener {
    private static final int MOST_NAMES = 20_000;
    private static final List<String> MARKS = List.of(
            FormLayout.MARK_SURVEY,
            FormLayout.MARK_RESPONDENT,
            FormLayout.MARK_NAME,
            FormLayout.MARK_LANGUAGE,
            FormLayout.MARK_VERSION);

    private WorkbookOpener() {}

    /**
     * Opens a file.
     *
     * @throws Refused if it is no workbook, protected, damaged or too large
     * @throws IOException if it cannot be read
     */
    static OpenedForm open(String name, Path file, String hash) throws IOException, Refused {
        WorkbookGuard.Checked checked = WorkbookGuard.check(name, file);
        try (Workbook workbook = checked.format() == Format.XLS
                ? xls(name, file)
                : checked.odd()
                        ? new XSSFWorkbook(new ByteArrayInputStream(StrictNames.usual(file, checked)))
                        : xlsx(file)) {
            return read(name, hash, workbook);
        } catch (OldExcelFormatException old) {
            throw new Refused(Refusal.file(name, "forms.refused.oldExcel"));
        } catch (EncryptedDocumentException locked) {
            throw new Refused(Refusal.file(name, "forms.refused.encrypted"));
        } catch (IOException | RuntimeException damaged) {
            // POI throws many kinds of exceptions for damaged files; the file was readable a moment ago.
            throw new Refused(Refusal.file(name, WorkbookGuard.damaged(name)));
        }
    }

    private static Workbook xlsx(Path file) throws IOException {
        try {
            OPCPackage parts = OPCPackage.open(file.toFile(), PackageAccess.READ);
            try {
                return new XSSFWorkbook(parts);
            } catch (IOException | RuntimeException e) {
                parts.revert();
                throw e;
            }
        } catch (org.apache.poi.openxml4j.exceptions.InvalidFormatException e) {
            throw new IOException(e);
        }
    }

    private static Workbook xls(String name, Path file) throws IOException, Refused {
        POIFSFileSystem system = new POIFSFileSystem(file.toFile(), true);
        try {
            if (system.getRoot().hasEntryCaseInsensitive("EncryptedPackage")) {
                throw new Refused(Refusal.file(name, "forms.refused.encrypted"));
            }
            boolean workbook = system.getRoot().hasEntryCaseInsensitive("Workbook");
            if (!workbook) {
                throw new Refused(Refusal.file(name, "forms.refused." + otherFile(system)));
            }
            return new HSSFWorkbook(system);
        } catch (IOException | RuntimeException | Refused e) {
            system.close();
            throw e;
        }
    }

    private static String otherFile(POIFSFileSystem system) {
        if (system.getRoot().hasEntryCaseInsensitive("WordDocument")) {
            return "word";
        }
        if (system.getRoot().hasEntryCaseInsensitive("PowerPoint Document")) {
            return "slides";
        }
        if (system.getRoot().hasEntryCaseInsensitive("Book")) {
            return "oldExcel";
        }
        boolean mail = system.getRoot().hasEntryCaseInsensitive("__properties_version1.0");
        return mail ? "mail" : "notWorkbook";
    }

    private static OpenedForm read(String file, String hash, Workbook workbook) throws IOException {
        Map<String, String> marks = new HashMap<>();
        if (workbook instanceof XSSFWorkbook xssf) {
            xssf.getProperties()
                    .getCustomProperties()
                    .getUnderlyingProperties()
                    .getPropertyList()
                    .forEach(property -> {
                        if (MARKS.contains(property.getName()) && property.isSetLpwstr()) {
                            marks.put(property.getName(), property.getLpwstr());
                        }
                    });
        }
        List<Grid> sheets = new ArrayList<>();
        SheetReader reader = new SheetReader(workbook);
        for (Sheet sheet : workbook) {
            Grid grid = reader.read(sheet);
            if (!marksOf(grid, marks)) {
                sheets.add(grid);
            }
        }
        return new OpenedForm(file, hash, sheets, marks, names(workbook));
    }

    /** Whether this is the hidden sheet of marks and lists, whatever it is called now. */
    private static boolean marksOf(Grid grid, Map<String, String> marks) {
        if (!grid.text(0, 0).equals(MARKS.get(0))) {
            return false;
        }
        for (int row = 0; row < MARKS.size(); row++) {
            if (MARKS.contains(grid.text(row, 0)) && !grid.text(row, 1).isEmpty()) {
                marks.put(grid.text(row, 0), grid.text(row, 1));
            }
        }
        return true;
    }

    private static List<OpenedForm.NamedCell> names(Workbook workbook) {
        List<OpenedForm.NamedCell> names = new ArrayList<>();
        for (Name name : workbook.getAllNames()) {
            boolean ours = FormLayout.ofName(name.getNameName()).isPresent()
                    || name.getNameName().equals(FormLayout.RESPONDENT_NAME);
            if (!ours || names.size() >= MOST_NAMES || name.isDeleted()) {
                continue;
            }
            try {
                // Where a cell was merged, some programs let the name grow with it.
                AreaReference area = new AreaReference(name.getRefersToFormula(), workbook.getSpreadsheetVersion());
                CellReference cell = area.getFirstCell();
                if (cell.getSheetName() != null) {
                    names.add(new OpenedForm.NamedCell(
                            name.getNameName(), cell.getSheetName(), cell.getRow(), cell.getCol()));
                }
            } catch (IllegalArgumentException | IllegalStateException lost) {
                // The cell was deleted and the name points nowhere; the other rules find the answer.
                continue;
            }
        }
        return names;
    }
}
