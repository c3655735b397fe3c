package org.rapporteur.forms.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.rapporteur.core.text.Language;
import org.rapporteur.core.text.NumberText;
import org.rapporteur.i18n.Messages;

class TableMessagesTest {

    private static final Pattern KEY = Pattern.compile("\"((?:table|problem)\\.[a-zA-Z]+(?:\\.[a-zA-Z]+)*)\"");
    // As FileKind names what a file may be instead of a table.
    private static final List<String> KINDS = List.of(
            "word",
            "powerpoint",
            "ods",
            "openDocument",
            "xlsb",
            "pdf",
            "rtf",
            "image",
            "html",
            "xml",
            "xmlSpreadsheet",
            "oldExcel",
            "zip",
            "binary",
            "contacts",
            "calendar",
            "json");

    @Test
    void everyReasonHasWords() throws IOException {
        TreeSet<String> keys = new TreeSet<>();
        for (String folder : List.of("forms/table", "core/problem", "core/text")) {
            try (var files = Files.list(Path.of("src/main/java/org/rapporteur", folder))) {
                for (Path file : files.toList()) {
                    Matcher matcher = KEY.matcher(Files.readString(file));
                    while (matcher.find()) {
                        keys.add(matcher.group(1));
                    }
                }
            }
        }
        for (NumberText.Doubt doubt : NumberText.Doubt.values()) {
            keys.add(doubt.key());
        }
        KINDS.forEach(kind -> keys.add("table.kind." + kind));
        Messages messages = new Messages(Language.EN);
        assertEquals(List.of(), keys.stream().filter(key -> !messages.has(key)).toList());
        assertTrue(keys.size() > 60, "found only " + keys.size());
    }
}
