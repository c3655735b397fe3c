package org.rapporteur.forms.mapping;

import java.util.List;
import java.util.Optional;
import org.rapporteur.core.problem.Problem;
import org.rapporteur.forms.table.TableHeader;
import org.rapporteur.forms.table.TableInfo;

/**
 * A table as it was read, and what importing it would do.
 *
 * @param info what is known of the file
 * @param header its columns
 * @param mapping what its columns mean
 * @param rows its rows, as far as there is room to keep them
 * @param report what importing would do; empty if it can't be done so
 * @param problem why it can't be done so
 * @param respondents respondents that the survey would have
 * @param answers answers that the survey would have
 */
public record TableLook(
        TableInfo info,
        TableHeader header,
        Mapping mapping,
        List<SeenRow> rows,
        Optional<TableReport> report,
        Optional<Problem> problem,
        long respondents,
        long answers) {
    /** Takes a copy of the rows. */
    public TableLook {
        rows = List.copyOf(rows);
    }

    /** Whether the encoding was guessed with too little ground to take the table in. */
    public boolean unsureEncoding() {
        return info.encoding()
                .filter(encoding -> encoding.confidence() < TableInfo.Encoding.FLOOR)
                .isPresent();
    }
}
