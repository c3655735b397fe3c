package org.rapporteur.documents.model;

import java.time.Instant;
import java.util.List;
import org.rapporteur.core.text.Language;

/**
 * A workbook of tables.
 *
 * @param language its language, and so the direction of its sheets
 * @param title its title
 * @param creator the body that issues it
 * @param created when it was made, as the caller's clock says
 * @param sheets its sheets in order
 */
public record Workbook(Language language, String title, String creator, Instant created, List<Sheet> sheets) {
    public Workbook {
        sheets = List.copyOf(sheets);
    }
}
