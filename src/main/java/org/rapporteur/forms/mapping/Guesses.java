package org.rapporteur.forms.mapping;

import java.util.List;
import org.rapporteur.core.problem.Message;
import org.rapporteur.core.problem.Refusal;
import org.rapporteur.forms.table.TableInfo;

/** Says what was guessed of a file, and how sure it is. */
final class Guesses {
    private static final int SURE_OF_DELIMITER = 70;

    private Guesses() {}

    static void tell(TableInfo info, Told told) {
        info.encoding().filter(TableInfo.Encoding::guessed).ifPresent(encoding -> {
            Refusal guess = Refusal.file(
                    info.file(), "table.guess.encoding", encoding.charset().name(), encoding.confidence());
            if (encoding.confidence() < TableInfo.Encoding.SURE) {
                told.notice(guess);
            } else {
                told.remark(guess);
            }
        });
        int sure = info.dialectConfidence();
        if (info.dialect().isPresent() && sure < 100) {
            char delimiter = info.dialect().get().delimiter();
            Refusal guess = Refusal.file(
                    info.file(),
                    "table.guess.delimiter",
                    delimiter == '\t' ? Message.of("table.delimiter.tab") : String.valueOf(delimiter),
                    sure);
            if (sure < SURE_OF_DELIMITER) {
                told.notice(guess);
            } else {
                told.remark(guess);
            }
        }
        List<String> others = info.sheets().stream()
                .filter(sheet -> sheet.filled() && !sheet.name().equals(info.sheet()))
                .map(TableInfo.Sheet::name)
                .toList();
        if (!others.isEmpty()) {
            told.remark(Refusal.file(
                    info.file(), "table.guess.sheets", info.sheet(), Told.shorten(String.join(", ", others))));
        }
    }
}
