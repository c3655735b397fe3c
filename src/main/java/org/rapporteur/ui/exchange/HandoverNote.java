package org.rapporteur.ui.exchange;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.rapporteur.core.change.Kind;
import org.rapporteur.core.change.Query;
import org.rapporteur.core.model.Model;
import org.rapporteur.core.problem.IoProblems;
import org.rapporteur.core.text.FileNames;
import org.rapporteur.exchange.Sent;

/** A page of plain text beside the package for the next chair: what is in it and how it is opened; no content of it. */
final class HandoverNote {
    private static final List<String> TOLD = List.of(
            "meeting", "party", "person", "survey", "response", "recommendation", "progress_report", "document");

    private HandoverNote() {}

    /** What the package holds, a line for each kind that has something. */
    static List<String> contents(ExchangeParts parts) {
        return TOLD.stream()
                .map(Model::kind)
                .filter(kind -> count(parts, kind) > 0)
                .map(kind -> parts.i18n()
                        .now(
                                "exchange.handover.line",
                                parts.records().words().plural(kind),
                                parts.kit().formats().number(count(parts, kind))))
                .toList();
    }

    private static long count(ExchangeParts parts, Kind kind) {
        return parts.records().records().count(Query.of(kind));
    }

    /** A note of that name that may be there already is somebody's own. */
    private static Path free(Path beside, String stem) {
        Set<String> taken = new HashSet<>();
        Path note = beside.resolveSibling(FileNames.free(stem, "txt", taken));
        while (Files.exists(note)) {
            note = beside.resolveSibling(FileNames.free(stem, "txt", taken));
        }
        return note;
    }

    static void write(ExchangeParts parts, Sent sent) {
        String name = sent.file().getFileName().toString();
        Path note = free(sent.file(), name.replaceFirst("\\.rcpx$", ""));
        String text = parts.i18n().now("exchange.handover.note", name)
                + "\n\n" + String.join("\n", contents(parts)) + "\n\n"
                + parts.i18n().now("exchange.handover.how") + "\n";
        try {
            Files.writeString(note, text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw IoProblems.of(note.getFileName().toString(), e);
        }
    }
}
